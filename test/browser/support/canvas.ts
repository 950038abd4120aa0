import type { Locator, Page } from 'playwright-core'

/** A point on the canvas in px from its top left corner. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** The canvas as a hand with a mouse finds it; nodes are called by their titles. */
export interface Canvas {
  readonly area: Locator
  readonly form: Locator
  node(title: string): Locator
  port(title: string, port: string): Locator
  /** Drags a kind of node from the palette; the new node is then selected. */
  drop(kind: string, place: Place): Promise<void>
  /** Drags a wire from a port to a node. */
  wire(from: string, port: string, to: string): Promise<void>
}

/** The canvas of an editor in Chinese. */
export function canvasOf(page: Page): Canvas {
  const area = page.getByRole('main', { name: '旅程画布' })
  const palette = page.getByRole('complementary', { name: '节点' })
  const node = (title: string) => area.getByRole('group', { name: new RegExp(`^${title}(，|$)`) })
  const port = (title: string, label: string) =>
    node(title).getByRole('button', { name: new RegExp(`^出口 ${label}，`) })
  return {
    area,
    form: page.getByRole('complementary', { name: '设置' }),
    node,
    port,
    async drop(kind, place) {
      await palette.getByRole('button', { name: kind, exact: true }).dragTo(area, { targetPosition: place })
    },
    async wire(from, label, to) {
      const { mouse } = page
      await port(from, label).hover()
      await mouse.down()
      const { x, y, width } = await box(node(to))
      // The middle of its head: its foot holds ports of its own.
      await mouse.move(x + width / 2, y + 24, { steps: 6 })
      await mouse.up()
      await node(from)
        .getByRole('button', { name: `出口 ${label}，到 ${to}` })
        .waitFor()
    },
  }
}

async function box(locator: Locator) {
  const found = await locator.boundingBox()
  if (found === null) throw new Error('The node is not to be seen.')
  return found
}
