import { expect, type Locator, type Page } from '@playwright/test'

/** A step as any library of tours knows it. */
export interface ScenarioStep {
  /** CSS. Default: in the middle of the page. */
  readonly target?: string
  readonly title: string
  readonly text?: string
  /** Default: the button of the card. */
  readonly by?: 'click' | 'input'
  /** Of the whole value, for `by: 'input'`. */
  readonly pattern?: string
  readonly waitMs?: number
  /** What is done when the target does not come. */
  readonly ifMissing?: 'end' | 'skip'
  /** Nothing but the card and its target can be used. */
  readonly blocks?: boolean
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A library under test on a scenario's page. */
export interface Rig {
  readonly page: Page
  start(): Promise<void>
  /** The card of a step. */
  card(title: string): Locator
  /** The part of the page that is not darkened, without its margin. */
  lit(): Promise<Box | undefined>
  /** Presses the button that goes on, as a person does. */
  next(title: string): Promise<void>
}

/** What a page holds and what must hold there: of no library, so that each can be put to it. */
export interface Scenario {
  /** Its place in the list of hardest scenarios. */
  readonly number: number
  readonly title: string
  readonly body: string
  readonly steps: readonly ScenarioStep[]
  readonly headers?: Readonly<Record<string, string>>
  /** Before anything of the page runs. */
  readonly before?: (page: Page) => Promise<void>
  readonly hasTouch?: boolean
  readonly viewport?: { readonly width: number; readonly height: number }
  check(rig: Rig): Promise<void>
}

export const boxOf = async (part: Locator): Promise<Box> => {
  const box = await part.boundingBox()
  if (!box) throw new Error('it is not to be seen')
  return box
}

/** The lit part is the box, within a pixel; waits for motion to end. */
export const isLit = (rig: Rig, wanted: () => Promise<Box>): Promise<void> =>
  expect(async () => {
    const [box, lit] = [await wanted(), await rig.lit()]
    if (!lit) throw new Error('nothing is lit')
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs(box[side] - lit[side]), `${side}: ${JSON.stringify([box, lit])}`).toBeLessThanOrEqual(1)
  }).toPass({ timeout: 5000 })

/** All of it is in the window. */
export async function isInWindow(page: Page, part: Locator): Promise<void> {
  await expect(async () => {
    const { x, y, width, height } = await boxOf(part)
    const size = page.viewportSize() ?? { width: 0, height: 0 }
    expect(x >= 0 && y >= 0 && x + width <= size.width + 1 && y + height <= size.height + 1).toBe(true)
  }).toPass({ timeout: 5000 })
}

/** Two frames later: what would have been drawn is drawn. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

/** Where the focus is: the text or id of the element, also in open shadow trees. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active?.id || active?.textContent || ''
  })
