import { formatBytes, Icon, iconAttach } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { DraftFile } from '../../drafts.ts'
import type { ComposerToolProps } from '../view-context.ts'
import { ChosenFiles } from './ChosenFiles.tsx'
import { composeMessages } from './compose-messages.ts'
import { measurePicture } from './measure-picture.ts'
import { type FileProblem, takeFiles } from './take-files.ts'
import { useIncomingFiles } from './use-incoming-files.ts'

/** Files for the message: chosen, pasted or dropped. They go when the message does. Nothing where the backend takes none. */
export const Attach = ({ view, draft, field }: ComposerToolProps) => {
  const { context, model } = view
  const t = context.translator(composeMessages)
  const input = useRef<HTMLInputElement | null>(null)
  const problem = useSignal<FileProblem | undefined>(undefined)
  const limits = model.link.capabilities.value?.files
  const files = model.files.get(draft)
  const add = async (incoming: Iterable<File>): Promise<void> => {
    if (!limits) return
    const answer = takeFiles(incoming, model.files.get(draft), waitingBytes(model.link.outbox.peek()), limits)
    problem.value = answer.problem
    const measured = await Promise.all(answer.taken.map(measurePicture))
    if (measured[0]) model.files.set(draft, [...model.files.get(draft), ...measured])
    field.current?.focus()
  }
  useIncomingFiles(field, !!limits, t('compose.drop'), (incoming) => void add(incoming).catch(context.report))
  const remove = (gone: DraftFile): void => {
    problem.value = undefined
    model.files.set(
      draft,
      files.filter((file) => file !== gone),
    )
    field.current?.focus()
  }
  const why = problem.value
  const size = (bytes: number): string => formatBytes(bytes, context.locale.value)
  if (!limits && files.length === 0) return null
  return (
    <>
      <ChosenFiles {...{ files, t, size, remove }} />
      {why && (
        <p class="note chosen" role="alert">
          {t(why.key, { name: why.name, size: size(why.bytes), limit: size(why.limit), count: why.limit })}
        </p>
      )}
      <button type="button" class="tool" aria-label={t('compose.attach')} onClick={() => input.current?.click()}>
        <Icon path={iconAttach} />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        tabIndex={-1}
        accept={limits ? limits.accept.filter((kind) => kind !== '*/*').join() : undefined}
        onChange={({ currentTarget }) => {
          void add([...(currentTarget.files ?? [])]).catch(context.report)
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
    </>
  )
}

const waitingBytes = (outbox: ComposerToolProps['view']['model']['link']['outbox']['value']): number =>
  outbox
    .filter(({ files }) => files)
    .flatMap(({ command }) => (command.name === 'message-send' ? command.input.parts : []))
    .reduce((sum, part) => sum + (part.type === 'file' ? part.bytes : 0), 0)
