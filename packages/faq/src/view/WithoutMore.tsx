import { helpMessages } from '../messages.ts'
import type { HelpViewProps } from './HelpPanel.tsx'
import { Unavailable } from './Unavailable.tsx'

/** In place of views that are not loaded. */
export const WithoutMore = ({ context, part }: Pick<HelpViewProps, 'context' | 'part'>) => (
  <Unavailable t={context.translator(helpMessages)} isLoading={!part.hasFailed.value} onRetry={part.load} />
)
