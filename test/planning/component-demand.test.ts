import { expect, test } from 'vitest'
import { componentDemand } from '#src/planning/component-demand.ts'

test('a screen is asked for alone and in every pipe kit, two at a time', () => {
  const screens = componentDemand([3, 0, 1], [{ kits: [5, 0, 2], perKit: 2 }])
  expect(screens).toEqual([13, 0, 5])
})
