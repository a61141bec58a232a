import { Announce, Avatar, adopts, Icon, iconClose } from '@docent/ui/parts'
import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { type DraftFile, draftOf } from '../../drafts.ts'
import { conversationOf } from '../../state.ts'
import { Composer } from '../Composer.tsx'
import chatStyles from '../chat.css?inline'
import type { News } from '../news/news.ts'
import type { ViewContext } from '../view-context.ts'
import styles from './preview.css?inline'
import { previewMessages } from './preview-messages.ts'

const adoptChat = adopts(chatStyles)
const adoptPreview = adopts(styles)

interface PreviewProps {
  readonly view: ViewContext
  readonly news: ReadonlySignal<News | undefined>
  dismiss(): void
}

/** The newest answer by the launcher: read at a glance, answered in place, opened or put away. It never takes the focus. */
export const Preview = ({ view, news, dismiss }: PreviewProps) => {
  const { context, model } = view
  const t = context.translator(previewMessages)
  const element = useRef<HTMLElement | null>(null)
  const heard = useSignal('')
  const newest = news.value
  const name = newest?.author?.name ?? context.config.value.name ?? view.t('chat.team')
  useEffect(() => {
    // Regions that appear with their text are not read.
    heard.value = t('preview.heard', { name, text: newest?.text ?? '' })
  }, [newest?.text])
  if (!newest) return null
  const { conversationId, author, text, at } = newest
  const conversation = conversationOf(model.state.value, conversationId)
  const answer = async (said: string, files: readonly DraftFile[]): Promise<void> => {
    const { send, seen } = await model.acts()
    await send(conversationId, said, files)
    // Once it is seen there is no preview any more.
    toLauncher(element.current)
    seen(conversationId)
  }
  const close = (): void => {
    toLauncher(element.current)
    dismiss()
  }
  return (
    <section
      class="peek"
      ref={(drawn) => {
        element.current = drawn
        adoptChat(drawn)
        adoptPreview(drawn)
      }}
      aria-label={t('preview.label')}
      onKeyDown={({ key }) => void (key === 'Escape' && close())}
    >
      <button type="button" class="said" onClick={() => context.open('chat', conversationId)}>
        <Avatar name={name} url={author?.avatarUrl} />
        <span class="grow who">
          <span class="row tight">
            <span class="title one grow">{name}</span>
            <span class="faint num">{agoOf(at, context.clock.now(), context.locale.value)}</span>
          </span>
          <span class="words">{text}</span>
        </span>
      </button>
      <button type="button" class="tool" aria-label={t('preview.dismiss')} onClick={close}>
        <Icon path={iconClose} small />
      </button>
      <Composer
        view={view}
        draft={draftOf(model.state.value, conversationId)}
        conversation={conversation}
        onSend={answer}
        isQuiet
      />
      <Announce text={heard.value} />
    </section>
  )
}

/** From the minute on; what came just now says so by coming. */
function agoOf(at: number, now: number, locale: string): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return ''
  const words = new Intl.RelativeTimeFormat(locale, { style: 'short' })
  if (minutes < 60) return words.format(-minutes, 'minute')
  return minutes < 1440
    ? words.format(-Math.floor(minutes / 60), 'hour')
    : words.format(-Math.floor(minutes / 1440), 'day')
}

/** The focus that was in the preview goes to what stands beside it. */
function toLauncher(preview: HTMLElement | null): void {
  const root = preview?.getRootNode()
  if (root instanceof ShadowRoot && preview?.contains(root.activeElement))
    root.querySelector<HTMLElement>('.launcher')?.focus()
}
