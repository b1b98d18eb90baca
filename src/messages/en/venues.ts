export const venues = {}
