import { type Boot, install } from './global.ts'

/** The script tag: a call queue and one `import()`, which nonces, `strict-dynamic` and Trusted Types all let through. */
const script = document.currentScript as HTMLScriptElement
let attempt = ''
install(script, () =>
  import(new URL(`widget.js${attempt}`, script.src).href).then(
    ({ boot }: { boot: Boot }) => boot,
    (error) => {
      // A browser may remember that an address failed: the next attempt asks under another.
      attempt = `?${Date.now()}`
      throw error
    },
  ),
)
