import { createScope, type ShellContext, type View } from '@docent/core'
import { computed, useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { createHome } from '../home/Home.tsx'
import { uiMessages } from '../messages.ts'
import { Failed } from '../parts/Failed.tsx'
import { Header } from '../parts/Header.tsx'
import { mayTakeFocus } from '../parts/may-take-focus.ts'
import { SkeletonLines } from '../parts/Skeleton.tsx'

/** One feature's view in the panel: loading, loaded, or failed with a way to try again. */
export const Place = ({ context, feature }: { context: ShellContext; feature: string }) => {
  const t = context.translator(uiMessages)
  const container = useRef<HTMLDivElement>(null)
  const status = useSignal<'loading' | 'shown' | 'failed'>('loading')
  const attempt = useSignal(0)
  useEffect(() => {
    const scope = createScope()
    status.value = 'loading'
    load(context, feature).then(
      (view) => {
        if (scope.signal.aborted || !container.current) return
        status.value = 'shown'
        const route = computed(() => (context.panel.value?.feature === feature ? context.panel.value.route : ''))
        view.mount(container.current, scope, route)
      },
      (error) => {
        context.report(error)
        status.value = 'failed'
      },
    )
    const retry = (): void => void (status.peek() === 'failed' && (attempt.value = attempt.peek() + 1))
    scope.effect(() => void (context.page.online.value && retry()))
    return scope.dispose
  }, [feature, attempt.value, context.installed.value])
  useLayoutEffect(() => {
    if (status.value === 'shown' && container.current) focusIn(container.current)
  }, [status.value])
  const title = context.installed.value.find(({ name }) => name === feature)?.parts.panel?.label() ?? ''
  return (
    <section class="place">
      {status.value !== 'shown' && <Header context={context} title={title} onBack={() => context.open('home')} />}
      {status.value === 'loading' && (
        <div class="body">
          <SkeletonLines label={t('panel.loading')} />
        </div>
      )}
      {status.value === 'failed' && <Failed context={context} onRetry={() => attempt.value++} />}
      <div ref={container} hidden={status.value !== 'shown'} />
    </section>
  )
}

async function load(context: ShellContext, feature: string): Promise<View> {
  const found = context.installed.peek().find(({ name }) => name === feature)?.parts.panel
  if (found) return found.load()
  // A host's mistake, or a backend's: trying again would not help.
  if (feature !== 'home') context.report(new Error(`There is no view "${feature}"`))
  return createHome(context)
}

/** The focus follows the visitor into the new view, without a keyboard popping up on a phone. */
function focusIn(container: HTMLElement): void {
  const target = container.querySelector<HTMLElement>('[data-focus]')
  if (target && mayTakeFocus(container)) target.focus({ preventScroll: true })
}
