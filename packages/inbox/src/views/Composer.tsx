import type { AgentConversation } from '@docent/protocol'
import { useEffect, useRef } from 'preact/hooks'
import type { Draft } from '../drafts.ts'
import { firstName, visitorName } from '../names.ts'
import { AddMenu } from './AddMenu.tsx'
import { DraftParts } from './DraftParts.tsx'
import { type Uploads, useUploads } from './use-uploads.ts'
import type { ViewContext } from './view-context.ts'

interface ComposerProps {
  readonly view: ViewContext
  readonly conversation: AgentConversation
}

/** Used where the backend has not told its own limit yet. */
const assumedMaxLength = 10_000
const typingEveryMs = 3000

/** Where one writes, to the visitor or to the team. Enter sends, Shift+Enter breaks the line; what is typed stays until then. */
export const Composer = ({ view, conversation }: ComposerProps) => {
  const { model, t } = view
  const { id } = conversation
  const field = useRef<HTMLTextAreaElement | null>(null)
  const draft = model.drafts.get(id)
  const over = draft.text.length - (model.link.capabilities.value?.maxTextLength ?? assumedMaxLength)
  const isReply = draft.mode === 'reply'
  const tell = useTyping(view, id)
  const change = (next: Partial<Draft>): void => model.drafts.set(id, { ...model.drafts.get(id), ...next })
  const choose = (mode: Draft['mode']): void => {
    change({ mode })
    field.current?.focus()
  }
  const uploads = useUploads(view, id)
  const parts = isReply ? (draft.parts ?? []) : []
  const isUploading = isReply && uploads.list.value.some(({ problem }) => problem === undefined)
  const canSend = over <= 0 && !isUploading && (draft.text.trim() !== '' || parts.length > 0)
  const send = (): void => {
    const text = draft.text.trim()
    if (!canSend) return
    change(isReply ? { text: '', parts: [] } : { text: '' })
    tell(false)
    const sent = isReply ? model.reply(id, text, parts) : model.note(id, text)
    sent.catch(() => change({ text, parts: draft.parts ?? [] }))
    field.current?.focus()
  }
  const name = firstName(visitorName(t, conversation.visitor))
  return (
    <div class="compose">
      {conversation.status === 'closed' && isReply && <p class="faint">{t('compose.closed')}</p>}
      <div class={`composer ${draft.mode}`} {...(isReply && takesFiles(uploads))}>
        <Modes view={view} mode={draft.mode} onChoose={choose} />
        <textarea
          ref={field}
          rows={2}
          aria-label={t(isReply ? 'compose.reply' : 'compose.note')}
          placeholder={isReply ? t('compose.reply-hint', { name }) : t('compose.note-hint')}
          value={draft.text}
          aria-invalid={over > 0}
          onInput={(event) => {
            change({ text: event.currentTarget.value })
            if (isReply) tell(event.currentTarget.value !== '')
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            send()
          }}
        />
        {isReply && <DraftParts view={view} conversationId={id} uploads={uploads} />}
        <div class="row tight foot-row">
          {isReply && <AddMenu view={view} conversation={conversation} onFiles={uploads.add} />}
          <span class="faint one grow">
            {over > 0 ? (
              <span class="problem" role="alert">
                {t('compose.too-long', { count: over })}
              </span>
            ) : (
              whoSees(view, conversation, name, isReply)
            )}
          </span>
          <button type="button" class="button s main" disabled={!canSend} onClick={send}>
            {t(isReply ? 'compose.send' : 'compose.add-note')}
            <span class="inv" aria-hidden="true">
              <kbd>{t('compose.enter')}</kbd>
            </span>
          </button>
        </div>
      </div>
    </div>
  )
}

/** Dropped on the composer, or pasted into it. */
const takesFiles = (uploads: Uploads) => ({
  onDragOver: (event: DragEvent) => event.preventDefault(),
  onDrop(event: DragEvent) {
    event.preventDefault()
    uploads.add([...(event.dataTransfer?.files ?? [])])
  },
  onPaste(event: ClipboardEvent) {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    uploads.add(files)
  },
})

const Modes = ({
  view: { t },
  mode,
  onChoose,
}: {
  view: ViewContext
  mode: Draft['mode']
  onChoose(mode: Draft['mode']): void
}) => (
  <div class="row tight modes" role="group" aria-label={t('compose.modes')}>
    {(['reply', 'note'] as const).map((each) => (
      <button
        key={each}
        type="button"
        class={`tag${each === mode ? (each === 'note' ? ' warn' : ' accent') : ''}`}
        aria-pressed={each === mode}
        data-mode={each}
        onClick={() => onChoose(each)}
      >
        {t(`compose.${each}`)}
      </button>
    ))}
  </div>
)

function whoSees({ t, model }: ViewContext, { visitor }: AgentConversation, name: string, isReply: boolean): string {
  if (!isReply) return t('compose.team-only')
  const profile = model.state.value.visitors[visitor.id]
  if (!profile) return ''
  return t(profile.online ? 'compose.online' : 'compose.offline', { name })
}

/** Tells the visitor that somebody writes: again before it runs out, and once when it is over. */
function useTyping({ model }: ViewContext, id: string): (typing: boolean) => void {
  const told = useRef(0)
  useEffect(
    () => () => {
      if (told.current > 0) model.typing(id, false)
    },
    [],
  )
  return (typing) => {
    const at = performance.now()
    if (typing ? told.current > 0 && at - told.current < typingEveryMs : told.current === 0) return
    told.current = typing ? at : 0
    model.typing(id, typing)
  }
}
