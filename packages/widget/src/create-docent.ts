import { createDocent as createHeadless, type Docent, type DocentOptions, type Feature } from '@docent/core'
import { createShell } from '@docent/ui'

/**
 * Makes a widget with launcher and panel. Checks its options (throws `DocentError` with code and remedy) and touches nothing
 * until `start()`: safe on a server.
 * @example
 * const docent = createDocent({ transport: http({ url: 'https://support.acme.com' }), features: [chat(), faq()] })
 * await docent.start()
 */
export const createDocent = <const F extends readonly Feature[]>(options: DocentOptions<F>): Docent<F> =>
  createHeadless({ shell: createShell(), ...options })
