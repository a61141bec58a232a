import type { AgentConversation, MessagePart } from '@docent/protocol'
import { Icon, iconPlus } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { Menu, MenuItem } from './Menu.tsx'
import { PartDialog, type PartKind } from './PartDialog.tsx'
import { SurfaceDialog } from './SurfaceDialog.tsx'
import type { ViewContext } from './view-context.ts'

interface AddMenuProps {
  readonly view: ViewContext
  readonly conversation: AgentConversation
  onFiles(files: Iterable<File>): void
}

const kinds = ['choices', 'card', 'form'] as const

/** What a reply can have besides text. */
export const AddMenu = ({ view, conversation, onFiles }: AddMenuProps) => {
  const { t, model } = view
  const input = useRef<HTMLInputElement | null>(null)
  const dialog = useSignal<PartKind | 'article' | undefined>(undefined)
  const close = (): void => void (dialog.value = undefined)
  const add = (part: MessagePart): void => {
    const draft = model.drafts.get(conversation.id)
    model.drafts.set(conversation.id, { ...draft, parts: [...(draft.parts ?? []), part] })
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <Menu
        label={t('compose.more')}
        buttonLabel={t('compose.more')}
        buttonClass="tool s"
        button={<Icon path={iconPlus} />}
        above
      >
        <MenuItem onChoose={() => input.current?.click()}>{t('compose.file')}</MenuItem>
        <MenuItem onChoose={() => void (dialog.value = 'article')}>{t('compose.article')}</MenuItem>
        {kinds.map((kind) => (
          <MenuItem key={kind} onChoose={() => void (dialog.value = kind)}>
            {t(`compose.${kind}`)}
          </MenuItem>
        ))}
      </Menu>
      {dialog.value === 'article' && <SurfaceDialog view={view} conversation={conversation} onClose={close} />}
      {dialog.value !== undefined && dialog.value !== 'article' && (
        <PartDialog view={view} kind={dialog.value} onAdd={add} onClose={close} />
      )}
    </>
  )
}
