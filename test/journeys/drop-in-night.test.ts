// A night at the drop-in, on the device by the door: heads are counted, things are handed out from the
// shelves until one is gone, and what is asked for in vain is noted.
import { expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { holds, ledger } from '#test/support/ledger.ts'
import { setPar, type World } from '#test/support/world.ts'
import { neutral, type Person } from './person.ts'
import { guises, story } from './story.ts'

const told = story(async (world) => {
  await setPar(world, world.places.shelves, { cond: 50, nalox: 2 })
  await ledger(world, 'donor -> shelves C29 6, J28 3')
  // 20:00.
  world.pass(6)
})

test.each(guises)('the shelves are handed out until they are empty, %s', async (_, guise) => {
  const { world, personIn } = told()
  const person = await personIn(guise)
  const { page, words } = person
  const tile = (code: string) => page.locator('.tile', { hasText: person.short(code) })
  await person.becomes('outreach')
  await person.opens('/drop-in', neutral)
  await countsHeads(person)

  await person.press(tile('cond').locator('.add'), neutral)
  await person.presses(words.bags.makeIt({ count: 5 }), neutral)
  await person.press(tile('cond').locator('.add'), neutral)
  expect(await tile('cond').textContent()).toContain(words.bags.leftCount({ count: 0 }))
  await person.press(tile('cond').locator('.add'), neutral)
  await expectRefusal(person, 'cond')
  expect(await holds(world, 'shelves')).toBe('J28 3')

  await person.presses(words.bags.less({ item: person.name('cond') }), neutral)
  expect(await holds(world, 'shelves')).toBe('C29 1, J28 3')
  await asksInVain(person)
  await isStillTheSameNightAt0130(world, person)
  expect(await world.database.read(verify)).toEqual([])
})

test.each(guises)(
  'a coordinator opens the night on the device by the door, %s',
  async (_, guise) => {
    const { world, personIn } = told()
    const person = await personIn(guise)
    const { dropin } = person.words
    await ledger(world, 'donor -> shelves undm 4, undl 2')
    await person.becomes('coordinator')
    await opensTheNight(person)
    await givesBySize(person)
    await notesTheKitchen(person)
    await person.follows(dropin.close, neutral)
    await person.presses(dropin.close, dropin.closedTitle)
    expect(await holds(world, 'shelves')).toBe('C29 6, J28 3, undl 2, undm 3')

    await person.becomes('coordinator')
    await person.opens('/drop-in', dropin.night({ day: world.today() }))
    await person.presses(dropin.reopen, neutral)
    await person.follows(dropin.sheet, dropin.sheet)
    expect(await pagesOnPaper(person)).toBe(1)
    await person.opens('/drop-in/nights', dropin.earlier)
    expect(await person.page.textContent('main')).toContain('Grand froid')
  },
)

/** A Monday, which the calendar has closed: it says why, and is signed out. */
async function opensTheNight(person: Person) {
  const { page, words } = person
  const { dropin, bags, common, refusals } = words
  await person.opens('/drop-in', neutral)
  await person.follows(dropin.open, dropin.openTitle)
  await person.presses(dropin.openHere, common.errorTitle({ title: dropin.openTitle }))
  expect(await page.textContent('#problems')).toContain(refusals.openingUnexplained())
  await page.fill('#reason', 'Grand froid')
  await person.presses(dropin.openHere, neutral)
  // Nowhere to go but out of sight.
  expect(await page.locator('nav.nav li').allInnerTexts()).toEqual([bags.hide])
  await person.presses(bags.personMore, neutral)
  await person.presses(bags.personMore, neutral)
  await person.presses(dropin.backTo({ count: 1 }), neutral)
  expect(await page.inputValue('#contacts')).toBe('1')
}

/** The sizes open at a tap, and stay open while they are what is given. */
async function givesBySize({ page, item, press }: Person) {
  const size = page.locator(`#more-${item('undm').id}`)
  expect(await size.isVisible()).toBe(false)
  await page.locator('.sizes summary').click()
  await press(size, neutral)
  expect(await size.isVisible()).toBe(true)
  expect(await page.textContent('.sizes.given summary b')).toBe('1')
}

async function notesTheKitchen(person: Person) {
  const { page, words } = person
  const { dropin } = words
  const level = dropin.noteLevel({ item: person.name('bread'), level: dropin.levels[1] ?? '' })
  await person.presses(level, neutral)
  expect(await page.getByRole('button', { name: level, pressed: true }).count()).toBe(1)
}

/** How many Letter pages the page prints on. */
async function pagesOnPaper({ page }: Person) {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length
}

async function countsHeads(person: Person) {
  const { page, words } = person
  await person.presses(words.bags.personMore, neutral)
  await person.presses(words.bags.personMore, neutral)
  expect(await page.inputValue('#contacts')).toBe('2')
  await page.fill('#contacts', '25')
  await person.act(() => page.press('#contacts', 'Enter'), neutral)
  expect(await page.inputValue('#contacts')).toBe('25')
}

/** A shelf is a stockroom: what is not there is not given, and the page says what to do. */
async function expectRefusal({ page, words, item }: Person, code: string) {
  const shelves = { nameFr: 'Étagères du site fixe', nameEn: 'Drop-in shelves' }
  expect(await page.textContent('#problems')).toContain(
    words.refusals.short({ item: item(code), place: shelves, available: 0, wanted: 1 }),
  )
}

async function asksInVain(person: Person) {
  const { page, words } = person
  const { bags } = words
  await page.getByText(bags.asked, { exact: true }).first().click()
  await person.presses(bags.askedFor({ item: person.short('nalox') }), neutral)
  expect(await page.textContent('.tiles')).toContain(bags.askedCount({ count: 1 }))
}

async function isStillTheSameNightAt0130(world: World, person: Person) {
  const { page } = person
  world.pass(5.5)
  await person.becomes('outreach')
  await person.opens('/drop-in', neutral)
  expect(await page.inputValue('#contacts')).toBe('25')
  expect(await page.locator('.tile.given b').textContent()).toBe('5')
}
