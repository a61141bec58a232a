/** A size as people say it: "240 kB", "1.4 MB". */
export function formatBytes(bytes: number, locale = 'en'): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  const options = { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const
  return new Intl.NumberFormat(locale, options).format(value)
}
