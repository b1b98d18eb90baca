// French typography: a colon, a quotation mark and a per cent stay with their word at the end of a line.
import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'
import { sourcesBelow } from '#test/support/source.ts'

const broken = / [:»]|\d %|« /

/** The words of a file, without the code between them. */
function wordsIn(path: string, text: string): string[] {
  const words: string[] = []
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') words.push(value)
    },
    TemplateElement: ({ value }) => {
      words.push(value.raw)
    },
  }).visit(parseSync(path, text).program)
  return words
}

test.each([
  ['Erreur : titre', true],
  ['Erreur\u00a0: titre', false],
  ['« Trousse »', true],
  ['à 97 %', true],
])('%s is seen', (text, isBroken) => {
  expect(broken.test(text)).toBe(isBroken)
})

test('no French sentence can break before its colon', () => {
  const sentences = sourcesBelow('src/messages/fr').flatMap(({ path, text }) =>
    wordsIn(path, text).filter((words) => broken.test(words)),
  )
  expect(sentences).toEqual([])
})
