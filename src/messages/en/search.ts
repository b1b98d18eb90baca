export const search = {
  title: 'Search',
  what: 'Name, code or lot number',
  go: 'Search',
  begin: 'Look for anything that has a name',
  beginHint: 'Items, lots, bags, venues, stockrooms, donors and suppliers. Accents do not matter.',
  nothing: (p: { q: string }) => `Nothing is called “${p.q}”`,
  nothingHint:
    'Try fewer letters, or the short code. Names are looked for in both languages already.',
  seeAll: 'See the whole catalogue',
  shortcut: 'opens the search from any page.',
  groups: {
    items: 'Items',
    lots: 'Lots',
    bags: 'Bags',
    venues: 'Venues',
    stockrooms: 'Stockrooms',
    donors: 'Donors',
    suppliers: 'Suppliers',
  },
}
