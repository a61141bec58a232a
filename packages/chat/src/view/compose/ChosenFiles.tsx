import type { Translate } from '@docent/core'
import { Icon, iconClose, iconFile } from '@docent/ui/parts'
import type { DraftFile } from '../../drafts.ts'
import { useLocalAddress } from '../parts/use-local-address.ts'
import type { composeMessages } from './compose-messages.ts'

interface ChosenFilesProps {
  readonly files: readonly DraftFile[]
  readonly t: Translate<typeof composeMessages>
  size(bytes: number): string
  remove(file: DraftFile): void
}

/** What goes with the message, above the field. */
export const ChosenFiles = ({ files, t, size, remove }: ChosenFilesProps) =>
  files.length === 0 ? null : (
    <ul class="chosen" aria-label={t('compose.attached')}>
      {files.map((chosen, index) => (
        <li key={`${index}/${chosen.part.name}`} class="upload">
          <Thumb chosen={chosen} />
          <span class="grow who">
            <span class="one title">{chosen.part.name}</span>
            <span class="faint num">{size(chosen.file.size)}</span>
          </span>
          <button
            type="button"
            class="tool"
            aria-label={t('compose.remove', { name: chosen.part.name })}
            onClick={() => remove(chosen)}
          >
            <Icon path={iconClose} small />
          </button>
        </li>
      ))}
    </ul>
  )

const Thumb = ({ chosen }: { chosen: DraftFile }) => {
  const { url, failed } = useLocalAddress(chosen.part.widthPx ? chosen.file : undefined)
  return <span class="thumb">{url ? <img src={url} alt="" onError={failed} /> : <Icon path={iconFile} />}</span>
}
