import { safeHref } from '@docent/protocol'
import { Icon, iconChat, iconExternal, iconMail, iconPhone, iconPlane } from '@docent/ui/parts'
import type { Channel } from '../../options.ts'
import type { ViewContext } from '../view-context.ts'
import { besideMessages } from './beside-messages.ts'

const icons: Readonly<Record<Channel['kind'], string>> = {
  mail: iconMail,
  phone: iconPhone,
  telegram: iconPlane,
  whatsapp: iconChat,
  other: iconExternal,
}

/** Other ways to reach the team. */
export const Channels = ({ view }: { view: ViewContext }) => {
  const t = view.context.translator(besideMessages)
  return (
    <section aria-label={t('beside.other-ways')}>
      <h3 class="eyebrow">{t('beside.other-ways')}</h3>
      <ul class="channels">
        {view.options.channels?.map(({ kind, url, label }) => {
          const href = safeHref(url)
          return (
            href && (
              <li key={url}>
                <a
                  class="chip"
                  href={href}
                  target={href.startsWith('http') ? '_blank' : undefined}
                  rel="noopener noreferrer"
                >
                  <Icon path={icons[kind]} small />
                  {label ?? t(`beside.${kind}`)}
                </a>
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}
