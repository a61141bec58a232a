import type { Id, MessagePart } from '@docent/protocol'
import { Icon, iconClose, iconFile } from '@docent/ui/parts'
import type { UploadState, Uploads } from './use-uploads.ts'
import type { ViewContext } from './view-context.ts'

interface DraftPartsProps {
  readonly view: ViewContext
  readonly conversationId: Id
  readonly uploads: Uploads
}

/** What goes along with the reply, and what is on its way there. */
export const DraftParts = ({ view, conversationId, uploads }: DraftPartsProps) => {
  const { model, t } = view
  const draft = model.drafts.get(conversationId)
  const parts = draft.parts ?? []
  if (parts.length === 0 && uploads.list.value.length === 0) return null
  const remove = (part: MessagePart): void =>
    model.drafts.set(conversationId, { ...draft, parts: parts.filter((other) => other !== part) })
  return (
    <ul class="draft-parts" aria-label={t('compose.attached')}>
      {parts.map((part, index) => {
        const name = nameOf(view, part)
        return (
          <li key={index} class="tag">
            <Icon path={iconFile} small />
            <span class="one">{name}</span>
            <Remove label={t('compose.remove', { name })} onClick={() => remove(part)} />
          </li>
        )
      })}
      {uploads.list.value.map((upload) => (
        <Upload key={upload.key} view={view} upload={upload} onDrop={() => uploads.drop(upload.key)} />
      ))}
    </ul>
  )
}

const Upload = ({ view: { t }, upload, onDrop }: { view: ViewContext; upload: UploadState; onDrop(): void }) => {
  const { name, share, problem } = upload
  const percent = Math.round(share * 100)
  return (
    <li class={`tag${problem ? ' bad' : ''}`}>
      <span class="one" role={problem ? 'alert' : undefined}>
        {problem ?? t('compose.uploading', { name, percent })}
      </span>
      <Remove label={t(problem ? 'compose.remove' : 'compose.cancel', { name })} onClick={onDrop} />
    </li>
  )
}

const Remove = ({ label, onClick }: { label: string; onClick(): void }) => (
  <button type="button" class="remove" aria-label={label} onClick={onClick}>
    <Icon path={iconClose} small />
  </button>
)

function nameOf({ t }: ViewContext, part: MessagePart): string {
  switch (part.type) {
    case 'file':
      return part.name
    case 'choices':
      return `${t('compose.choices')}: ${part.options.map(({ label }) => label).join(', ')}`
    case 'form':
      return `${t('compose.form')}: ${part.fields.map(({ label }) => label).join(', ')}`
    default:
      return 'title' in part ? part.title : part.type
  }
}
