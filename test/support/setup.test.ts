import { expect, test } from 'vitest'

test.fails('a warning on the console fails the test that caused it', () => {
  console.warn('on purpose')
})

test('the machine is in a zone where nobody of ours lives', () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('Pacific/Kiritimati')
})
