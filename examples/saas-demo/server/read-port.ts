/** A port from the environment; a word when it is not one. */
export function readPort(name: string, usual: number): number {
  const text = process.env[name]?.trim()
  if (!text) return usual
  const port = Number(text)
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port
  throw new Error(`${name} is "${text}". Set it to a number from 1 to 65535, or leave it out for ${usual}.`)
}
