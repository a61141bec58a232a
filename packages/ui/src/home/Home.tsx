import { createScope, type HomeCard, type ShellContext, type View } from '@docent/core'
import { computed } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { uiMessages } from '../messages.ts'
import { Avatar } from '../parts/Avatar.tsx'
import { Icon } from '../parts/Icon.tsx'
import { iconClose } from '../parts/icons.ts'
import { mountView } from '../parts/mount-view.tsx'
import { useReplyTime } from '../parts/use-reply-time.ts'

/** The first screen: a greeting, what is open, what one can do. Features bring the cards. */
export const createHome = (context: ShellContext): View => mountView(() => <Home context={context} />)

const Home = ({ context }: { context: ShellContext }) => {
  const t = context.translator(uiMessages)
  const { name = '', team = [] } = context.config.value
  const replyTime = useReplyTime(context)
  const cards = context.installed.value.flatMap(({ parts }) => parts.homeCards ?? []).sort((a, b) => a.order - b.order)
  return (
    <div class="body home">
      <div class="hello">
        <div class="row">
          <span class="logo grow one">{name}</span>
          <button type="button" class="tool" aria-label={t('panel.close')} onClick={() => context.close()}>
            <Icon path={iconClose} />
          </button>
        </div>
        <h1 tabIndex={-1} data-focus>
          <span>{t(greeting(), { name: firstName(context) })}</span> <span>{t('home.question')}</span>
        </h1>
        {replyTime && (
          <div class="row tight">
            <span class="faces">
              {team.slice(0, 3).map((person) => (
                <Avatar key={person.name} name={person.name} url={person.avatarUrl} size="s" />
              ))}
            </span>
            <span class="quiet small">{replyTime}</span>
          </div>
        )}
      </div>
      <div class="cards">
        {cards.map((card) => (
          <Card key={card.id} card={card} context={context} />
        ))}
      </div>
    </div>
  )
}

const greeting = (): 'home.morning' | 'home.afternoon' | 'home.evening' => {
  const hour = new Date().getHours()
  return hour < 5 || hour >= 18 ? 'home.evening' : hour < 12 ? 'home.morning' : 'home.afternoon'
}

const firstName = (context: ShellContext): string => {
  const [first] = (context.visitor.value.name ?? '').split(' ')
  return first ? `, ${first}` : ''
}

/** A feature's card. One that does not load is left out: the rest of home works. */
const Card = ({ card, context }: { card: HomeCard; context: ShellContext }) => {
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const scope = createScope()
    card.load().then((view) => {
      if (container.current && !scope.signal.aborted)
        view.mount(
          container.current,
          scope,
          computed(() => ''),
        )
    }, context.report)
    return scope.dispose
  }, [card])
  return <div ref={container} />
}
