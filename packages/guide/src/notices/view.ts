import type { FeatureContext, Scope } from '@docent/core'
import { adoptStyles } from '@docent/ui/parts'
import type { BannerDefinition, HotspotDefinition } from '../options.ts'
import { followTarget } from '../target/follow.ts'
import { element } from '../view/element.ts'
import styles from '../view/guide.css?inline'
import { keepOnTop } from '../view/keep-on-top.ts'
import { actOf } from '../view/kinds/act.ts'
import { drawBar } from '../view/kinds/banner.ts'
import { drawDot } from '../view/kinds/hotspot.ts'
import { kindMessages } from '../view/kinds/messages.ts'
import { placeBeside } from '../view/place-beside.ts'
import type { NoticeRecord } from './notice-record.ts'

/** Makes room while the panel is open, which has the word then, and all of a phone's screen. */
function containerIn({ storage, report }: FeatureContext, layer: HTMLElement, scope: Scope): HTMLElement {
  // The answer may lead to another page at once: nothing is left to load then.
  storage.open?.().catch(report)
  adoptStyles(layer.getRootNode() as ShadowRoot, styles)
  const container = element(layer.ownerDocument, 'div', { class: 'tour standing' })
  layer.append(container)
  scope.add(() => container.remove())
  keepOnTop(layer, scope)
  return container
}

export function drawBanner(
  context: FeatureContext,
  banner: BannerDefinition,
  layer: HTMLElement,
  record: NoticeRecord,
  scope: Scope,
): void {
  const { id, edge = 'bottom', text, action } = banner
  const t = context.translator(kindMessages)
  const act = actOf(context, action)
  const close = (): void => record.close(banner)
  const leave = (run: () => void) => (): void => {
    close()
    run()
  }
  const container = containerIn(context, layer, scope)
  container.role = 'status'
  drawBar(container, {
    edge,
    text,
    buttons: [
      ...(act ? [{ label: act.label, look: '', press: leave(act.press) }] : []),
      { label: t('close'), look: act ? 'plain' : 'main', press: close },
    ],
  })
  context.track('banner_seen', { id })
  scope.add(() => record.retire(banner))
}

/** A dot at the target while that is to be seen, and a card beside it while it is open. */
export function drawHotspot(
  context: FeatureContext,
  hotspot: HotspotDefinition,
  layer: HTMLElement,
  record: NoticeRecord,
  scope: Scope,
): void {
  const { id, target, title } = hotspot
  const container = containerIn(context, layer, scope)
  let turn = scope.child()
  let told = false
  const found = (reference: Element | undefined): void => {
    turn.dispose()
    turn = scope.child()
    if (!reference) return
    if (!told) context.track('hotspot_seen', { id })
    told = true
    let open: Scope | undefined
    const at = turn
    const dot = drawDot(container, reference, title, at, () => {
      if (open) return open.dispose()
      open = at.child()
      dot.setAttribute('aria-expanded', 'true')
      open.add(() => {
        open = undefined
        dot.setAttribute('aria-expanded', 'false')
      })
      context.track('hotspot_opened', { id })
      drawHotspotCard(context, hotspot, { container, dot, reference, scope: open, close: () => record.close(hotspot) })
    })
  }
  scope.add(() => record.retire(hotspot))
  followTarget(target, layer.ownerDocument, scope.signal, found).catch(context.report)
}

interface Opened {
  readonly container: HTMLElement
  readonly dot: HTMLElement
  readonly reference: Element
  readonly scope: Scope
  close(): void
}

function drawHotspotCard(
  context: FeatureContext,
  { title, text, action, placement = 'bottom' }: HotspotDefinition,
  { container, dot, reference, scope, close }: Opened,
): void {
  const page = container.ownerDocument
  const t = context.translator(kindMessages)
  const act = actOf(context, action)
  const arrow = element(page, 'i', { class: 'arrow' })
  const named = { id: 'docent-hotspot-title' }
  const onkeydown = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape') return
    scope.dispose()
    dot.focus()
  }
  const card = element(
    page,
    'div',
    { class: 'pop', role: 'dialog', 'aria-labelledby': named.id, onkeydown },
    arrow,
    element(page, 'h2', named, title),
    element(page, 'p', {}, text),
    act && element(page, 'button', { type: 'button', class: 'link', onclick: act.press }, act.label),
    element(
      page,
      'div',
      { class: 'acts' },
      element(page, 'span', { class: 'grow' }),
      element(page, 'button', { type: 'button', class: 'button s main', onclick: close }, t('close')),
    ),
  )
  dot.after(card)
  dot.addEventListener('keydown', onkeydown, { signal: scope.signal })
  scope.add(() => card.remove())
  scope.add(placeBeside({ reference, floating: card, arrow, gap: 16, placement }))
}
