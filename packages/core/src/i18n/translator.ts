/** One string, or its plural forms by `Intl.PluralRules` category of `{count}`. */
export type MessageText =
  | string
  | { readonly one?: string; readonly few?: string; readonly many?: string; readonly other: string }
export type Messages = Readonly<Record<string, MessageText>>
export type Translate<M extends Messages = Messages> = (
  key: keyof M & string,
  values?: Readonly<Record<string, string | number>>,
) => string

/**
 * Fills `{name}` from `values`, chooses the plural by `{count}`, and falls back to the messages in the code. `overrides` are by key, or by the
 * words in the code where these have no plural forms.
 * @example const t = createTranslator(() => 'en', { unread: { one: '{count} message', other: '{count} messages' } }); t('unread', { count: 2 })
 */
export function createTranslator<M extends Messages>(
  locale: () => string,
  messages: M,
  overrides: Readonly<Record<string, MessageText>> = {},
): Translate<M> {
  return (key, values = {}) => {
    const own: MessageText = messages[key] ?? key
    // Whole languages go by the words: features may have a key in common that says another thing.
    const found = overrides[key] ?? overrides[own as string] ?? own
    const text = typeof found === 'string' ? found : plural(found, locale(), values.count as number)
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  }
}

function plural(forms: Exclude<MessageText, string>, locale: string, count: number): string {
  return forms[new Intl.PluralRules(locale).select(count) as 'one'] ?? forms.other
}
