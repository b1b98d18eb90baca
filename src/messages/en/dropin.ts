export const dropin = {}
