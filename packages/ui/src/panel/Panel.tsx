import type { ShellContext } from '@docent/core'
import { effect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { uiMessages } from '../messages.ts'
import { Place } from './Place.tsx'
import { Tabs } from './Tabs.tsx'
import { useViewport } from './use-viewport.ts'

interface PanelProps {
  readonly context: ShellContext
  /** Where the focus goes back to. */
  launcher(): HTMLElement | null
}

/** The panel: what is open in it, the tabs, and the focus that comes and goes with it. */
export const Panel = ({ context, launcher }: PanelProps) => {
  const t = context.translator(uiMessages)
  const element = useRef<HTMLDivElement | null>(null)
  const place = context.panel.value
  const last = useRef(place)
  const installed = useRef(context.installed.value)
  if (place || installed.current !== context.installed.value) last.current = place
  installed.current = context.installed.value
  useViewport(element)
  // At once, not a frame later: whoever closes it may ask where the focus is.
  useEffect(
    () =>
      effect(() => {
        if (context.panel.value || !element.current?.contains(activeIn(element.current))) return
        launcher()?.focus()
      }),
    [],
  )
  useEffect(() => {
    if (place) element.current?.focus()
  }, [place !== undefined])
  const shown = place ?? last.current
  return (
    <div
      ref={element}
      class="panel"
      role="dialog"
      aria-label={context.config.value.name ?? t('panel.label')}
      tabIndex={-1}
      data-closed={place ? undefined : ''}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        context.close()
      }}
    >
      {shown && <Place key={shown.feature} context={context} feature={shown.feature} />}
      {shown && <Tabs context={context} current={shown.feature} route={shown.route} />}
    </div>
  )
}

const activeIn = (element: Element): Element | null => (element.getRootNode() as ShadowRoot).activeElement
