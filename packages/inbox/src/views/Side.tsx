import { Icon, iconChart, iconCheck, iconClock, iconInbox, iconNote, iconUser } from '@docent/ui/parts'
import { useEffect, useRef } from 'preact/hooks'
import { type ListName, listNames } from '../lists.ts'
import { AgentCorner } from './AgentCorner.tsx'
import { Mark } from './Mark.tsx'
import { RouteLink } from './RouteLink.tsx'
import type { ViewContext } from './view-context.ts'

const icons: Record<ListName, string> = {
  open: iconInbox,
  mine: iconUser,
  unassigned: iconNote,
  snoozed: iconClock,
  closed: iconCheck,
}

/** The lists with their counts, and the agent at the foot. */
export const Side = ({ view }: { view: ViewContext }) => {
  const { t, router, desk, screen } = view
  const bar = useRef<HTMLElement | null>(null)
  const close = (): void => void (screen.sideOpen.value = false)
  const { page } = router.route.value
  const isCurrent = (list: ListName): boolean => !page && router.route.value.list === list
  useEffect(() => {
    if (!screen.sideOpen.value) return
    const before = document.activeElement
    bar.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
    return () => before instanceof HTMLElement && before.focus()
  }, [screen.sideOpen.value])
  return (
    <>
      {screen.sideOpen.value && <button type="button" class="scrim" aria-label={t('side.close')} onClick={close} />}
      <header ref={bar} class="side">
        <Mark name={desk.config.value.name ?? t('app.title')} />
        <nav class="stack lists" aria-label={t('side.label')}>
          {listNames.map((list) => (
            <RouteLink
              key={list}
              router={router}
              to={{ list }}
              class={`item${isCurrent(list) ? ' on' : ''}`}
              current={isCurrent(list)}
              onGo={close}
            >
              <Icon path={icons[list]} />
              <span class="grow">{t(`list.${list}`)}</span>
              <Count view={view} list={list} />
            </RouteLink>
          ))}
          <RouteLink
            router={router}
            to={{ list: 'open', page: 'insights' }}
            class={`item apart${page ? ' on' : ''}`}
            current={page !== undefined}
            onGo={close}
          >
            <Icon path={iconChart} />
            <span class="grow">{t('insights.title')}</span>
          </RouteLink>
        </nav>
        <AgentCorner view={view} />
      </header>
    </>
  )
}

/** A number, or more than that where the list was not fetched to its end. */
const Count = ({ view, list }: { view: ViewContext; list: ListName }) => {
  const { model, t } = view
  const progress = model.state.value.lists[list]
  const count = model.lists.value[list].length
  if (!progress?.loaded || count === 0) return null
  const isMore = progress.older !== undefined
  return (
    <>
      <span class="num" aria-hidden="true">
        {count}
        {isMore && '+'}
      </span>
      <span class="hidden">, {t(isMore ? 'side.count-more' : 'side.count', { count })}</span>
    </>
  )
}
