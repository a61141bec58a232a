import { install } from '@docent/loader'
import { boot } from './boot.ts'

/** Everything in one classic file, for pages that must vendor a single script. */
install(document.currentScript as HTMLScriptElement, async () => boot)
