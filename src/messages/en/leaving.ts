export const leaving = {
  title: 'What has left',
  lead: 'Spreadsheets and printed reports hold counts of what people were given. Who takes one is written down here.',
  empty: 'Nothing has left yet',
  emptyHint: 'The first spreadsheet or printed report will be listed here.',
  when: 'When',
  who: 'Who',
  what: 'What',
  asked: 'Asked for',
  small: '<5',
  withheld: 'n/d',
  howSmall:
    '<5: from 1 to 4. n/d: not disclosed, because it would give a small count away. So nobody can be recognised in these figures.',
  pages: {
    '/reports.csv': 'Report, spreadsheet',
    '/reports/sheet': 'Report, to print',
    '/distribution.csv': 'Distribution, spreadsheet',
    '/drop-in/nights.csv': 'Drop-in nights, spreadsheet',
    '/sharps/ratio.csv': 'Return ratio, spreadsheet',
  },
}
