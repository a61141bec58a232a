import type { ShellContext } from '@docent/core'
import { uiMessages } from '../messages.ts'
import { Icon } from '../parts/Icon.tsx'
import { iconBook, iconChat, iconHome, iconNews, iconTasks } from '../parts/icons.ts'

const icons: Readonly<Record<string, string>> = { book: iconBook, chat: iconChat, news: iconNews, tasks: iconTasks }

/** The parts of the panel at its foot. Hidden in a place below a tab, which has its own way back. */
export const Tabs = ({ context, current, route }: { context: ShellContext; current: string; route: string }) => {
  const t = context.translator(uiMessages)
  const tabs = context.installed.value
    .filter(({ parts }) => parts.panel && parts.panel.tab?.() !== false)
    .sort((a, b) => (a.parts.panel?.order ?? 0) - (b.parts.panel?.order ?? 0))
  const known = current === 'home' || tabs.some(({ name }) => name === current)
  if (tabs.length === 0 || !known || route) return null
  return (
    <nav class="tabs" aria-label={t('panel.label')}>
      <button type="button" aria-current={current === 'home' ? 'page' : undefined} onClick={() => context.open('home')}>
        <Icon path={iconHome} />
        {t('tab.home')}
      </button>
      {tabs.map(({ name, parts }) => (
        <button
          key={name}
          type="button"
          aria-current={current === name ? 'page' : undefined}
          onClick={() => context.open(name)}
        >
          <Icon path={icons[parts.panel?.icon ?? ''] ?? iconBook} />
          {parts.panel?.label()}
          {(parts.badge?.value ?? 0) > 0 && <span class="dot bad" />}
        </button>
      ))}
    </nav>
  )
}
