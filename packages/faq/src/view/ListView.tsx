import type { HelpArticleEntry } from '@docent/protocol'
import { Announce, Header } from '@docent/ui/parts'
import { useEffect, useRef } from 'preact/hooks'
import { helpMessages } from '../messages.ts'
import { isWhole } from '../reduce.ts'
import { isSure } from '../search/search-engine.ts'
import { AskFoot } from './AskFoot.tsx'
import { Body } from './Body.tsx'
import type { HelpViewProps } from './HelpPanel.tsx'
import { moveBetween } from './move-between.ts'
import { Results } from './Results.tsx'
import { SearchField } from './SearchField.tsx'
import { Unavailable } from './Unavailable.tsx'
import { WithoutMore } from './WithoutMore.tsx'

/** Topics, and over them what was found while something is in the search field. */
export function ListView(props: HelpViewProps & { readonly query?: string | undefined }) {
  const { context, model, places, visit, part } = props
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
  const open = (route: string, { id }: HelpArticleEntry): void => {
    model.settle(id)
    places.go(route)
  }
  const found = isSearching ? results?.found : undefined
  const count = found?.length ?? 0
  const hasAnswer = found !== undefined && isSure(found)
  const asked = { query: results?.query.trim() ?? '' }
  const said = !found
    ? ''
    : hasAnswer
      ? t(isWhole(model.state.value) && !results?.meant ? 'help.found-offline' : 'help.found', { count })
      : t(count ? 'help.not-sure' : 'help.nothing', asked)
  const More = part.views.value
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
          onEnter={() => results?.query === query && firstResult(field.current)?.click()}
        />
        <Announce text={said} />
        {status !== 'ready' || searchFailed ? (
          <Unavailable t={t} isLoading={status === 'loading'} onRetry={() => retry(props)} />
        ) : !isSearching ? (
          More ? (
            <More.Topics {...props} />
          ) : (
            <WithoutMore {...props} />
          )
        ) : (
          found && (
            <>
              <Results model={model} t={t} said={said} onOpen={open} onMeant={type} />
              {!hasAnswer && (More ? <More.NotSure {...props} /> : <WithoutMore {...props} />)}
            </>
          )
        )}
      </Body>
      {hasAnswer && <AskFoot context={context} draft={{ text: query, context: { lastSearch: query } }} />}
    </>
  )
}

/** Where Enter leads. */
const firstResult = (field: Element | null): HTMLElement | null | undefined =>
  field?.closest('.body')?.querySelector('a.on')

function retry({ model }: HelpViewProps): void {
  const { query } = model.state.peek()
  if (query) model.type(query)
  // What went wrong is said where it was asked for: in the state.
  else model.load().catch(() => {})
}
