import type { FeatureContext } from '@docent/core'
import type { ReplyTime } from '@docent/protocol'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/**
 * When somebody answers, in words: the team's own, or those for what the server worked out. Empty until they are loaded, and where nothing is known.
 * @param own what was worked out for this visitor; default: what holds for anybody
 */
export function useReplyTime(
  { config, locale, translator }: Pick<FeatureContext, 'config' | 'locale' | 'translator'>,
  own?: ReplyTime,
): string {
  const { replyTime, reply: common } = config.value
  const reply = own ?? common
  const words = useSignal('')
  const language = locale.value
  useEffect(() => {
    if (replyTime || !reply) return
    import('./reply-time.ts').then(
      (module) => void (words.value = module.formatReplyTime(reply, translator(module.replyMessages), language)),
      // Without the words nothing is promised.
      () => {},
    )
  }, [reply, replyTime, language])
  return replyTime ?? words.value
}
