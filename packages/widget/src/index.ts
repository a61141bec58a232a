export { chat } from '@docent/chat'
export { checklist, defineChecklist } from '@docent/checklist'
export type {
  Docent,
  DocentErrorCode,
  DocentEvents,
  DocentOptions,
  Explanation,
  Feature,
  Identity,
  Report,
  Rule,
} from '@docent/core'
export { DocentError } from '@docent/core'
export { faq } from '@docent/faq'
export {
  defineBanner,
  defineHotspot,
  defineNudge,
  defineTargets,
  defineTip,
  defineTour,
  guide,
} from '@docent/guide'
export { news } from '@docent/news'
export { createDocent } from './create-docent.ts'
