import type { Translate } from '@docent/core'
import { Icon, iconClose, iconSearch } from '@docent/ui/parts'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { helpMessages } from '../messages.ts'

interface SearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>
  readonly t: Translate<typeof helpMessages>
  readonly query: string
  /** Articles there are; 0 while that is not known. */
  readonly count: number
  /** The visitor came to search. */
  readonly isAsked: boolean
  onType(text: string): void
}

export function SearchField({ field, t, query, count, isAsked, onType }: SearchFieldProps) {
  useEffect(() => {
    if (isAsked) field.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div class="search">
      <Icon path={iconSearch} />
      <input
        ref={field}
        type="search"
        aria-label={t('help.search')}
        placeholder={count ? t('help.search-count', { count }) : t('help.search')}
        enterkeyhint="search"
        autocomplete="off"
        data-focus={isAsked ? '' : undefined}
        value={query}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {query && (
        <button type="button" class="tool" aria-label={t('help.clear')} onClick={() => onType('')}>
          <Icon path={iconClose} small />
        </button>
      )}
    </div>
  )
}
