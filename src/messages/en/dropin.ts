export const dropin = {
  title: 'Drop-in tonight',
  headcount: 'People here',
  empty: 'Nothing is on the shelves yet: bring things over from the stockroom, or make a par list.',
  earlier: 'Earlier nights',
}
