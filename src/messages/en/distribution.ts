export const distribution = {}
