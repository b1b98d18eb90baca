export const reorder = {}
