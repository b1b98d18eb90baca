export const kits = {}
