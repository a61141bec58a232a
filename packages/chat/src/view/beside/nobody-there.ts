import type { ViewContext } from '../view-context.ts'

/** The team is away: the answer comes when the visitor may have left. */
export const nobodyThere = ({ context, model }: ViewContext): boolean =>
  (model.reply.value ?? context.config.value.reply)?.backAt !== undefined
