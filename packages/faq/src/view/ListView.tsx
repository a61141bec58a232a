import { Announce, Header } from '@docent/ui/parts'
import { useEffect, useRef } from 'preact/hooks'
import { helpMessages } from '../messages.ts'
import { isWhole } from '../reduce.ts'
import { AskFoot } from './AskFoot.tsx'
import { Body } from './Body.tsx'
import type { HelpViewProps } from './HelpPanel.tsx'
import { moveBetween } from './move-between.ts'
import { Results } from './Results.tsx'
import { SearchField } from './SearchField.tsx'
import { Topics } from './Topics.tsx'
import { Unavailable } from './Unavailable.tsx'

/** Topics, and over them what was found while something is in the search field. */
export function ListView(props: HelpViewProps & { readonly query?: string | undefined }) {
  const { context, model, places, visit } = props
  const t = context.translator(helpMessages)
  const field = useRef<HTMLInputElement>(null)
  const { status, content, query, results, searchFailed } = model.state.value
  const isSearching = query.trim() !== ''
  const isAsked = useRef(visit.route.startsWith('search/') && visit.opened === undefined).current

  useEffect(() => {
    if (props.query !== undefined && visit.opened === undefined) model.type(props.query)
  }, [props.query])
  // The tabs give their place to the results; the route says which of the two is shown.
  useEffect(() => {
    if (props.query === undefined) context.open('faq', isSearching ? 'search/' : '')
  }, [isSearching])

  const type = (text: string): void => {
    model.type(text)
    if (text === '') field.current?.focus()
  }
  const open = (id: string): void => {
    model.settle()
    places.go(id)
  }
  const found = isSearching ? results?.found : undefined
  const count = found?.length ?? 0
  const said = !found
    ? ''
    : count === 0
      ? t('help.nothing', { query: results?.query ?? '' })
      : t(isWhole(model.state.value) ? 'help.found-offline' : 'help.found', { count })
  return (
    <>
      <Header context={context}>
        <h2 class="big grow" tabIndex={-1} data-focus={isAsked ? undefined : ''}>
          {t('help.title')}
        </h2>
      </Header>
      <Body
        visit={visit}
        class="stack wide"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query) {
            event.preventDefault()
            type('')
          } else if (field.current) moveBetween(event, field.current)
        }}
      >
        <SearchField
          field={field}
          t={t}
          query={query}
          count={content?.articles.length ?? 0}
          isAsked={isAsked}
          onType={type}
          onEnter={() => found?.[0] && results?.query === query && open(found[0].article.id)}
        />
        <Announce text={said} />
        {status !== 'ready' || searchFailed ? (
          <Unavailable t={t} isLoading={status === 'loading'} onRetry={() => retry(props)} />
        ) : isSearching ? (
          <Results {...props} t={t} said={said} onOpen={open} />
        ) : (
          <Topics {...props} t={t} />
        )}
      </Body>
      {count > 0 && <AskFoot context={context} t={t} draft={{ text: query, context: { lastSearch: query } }} />}
    </>
  )
}

function retry({ model }: HelpViewProps): void {
  const { query } = model.state.peek()
  if (query) model.type(query)
  // What went wrong is said where it was asked for: in the state.
  else model.load().catch(() => {})
}
