import { useEffect } from 'preact/hooks'
import type { HelpViewProps } from './HelpPanel.tsx'
import { Unavailable } from './Unavailable.tsx'

/** In place of views that are not loaded; asks for them. */
export const WithoutMore = ({ context, part }: Pick<HelpViewProps, 'context' | 'part'>) => {
  useEffect(() => void part.load(), [])
  return <Unavailable context={context} isLoading={!part.hasFailed.value} onRetry={part.load} />
}
