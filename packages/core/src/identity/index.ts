/** What changes who is here, in a chunk of its own. */
export { changeConsent } from './change-consent.ts'
export { erase, needsId, signIn, signOut } from './change-owner.ts'
export { followTabs } from './follow-tabs.ts'
export { arrive, handover } from './origins.ts'
