export const bags = {}
