import type { HelpArticleEntry } from '@docent/protocol'
import { Announce, Header } from '@docent/ui/parts'
import { useEffect, useRef } from 'preact/hooks'
import { helpMessages } from '../messages.ts'
import { isSure } from '../search/search-engine.ts'
import { AskFoot } from './AskFoot.tsx'
import { Body } from './Body.tsx'
import type { HelpViewProps } from './HelpPanel.tsx'
import { moveBetween } from './move-between.ts'
import { Results } from './Results.tsx'
import { askedBy } from './route.ts'
import { SearchField } from './SearchField.tsx'
import { Unavailable } from './Unavailable.tsx'
import { WithoutMore } from './WithoutMore.tsx'

/** Topics, and over them what was found while something is in the search field. */
export function ListView(props: HelpViewProps) {
  const { context, model, places, visit, part } = props
  const t = context.translator(helpMessages)
  const field = useRef<HTMLInputElement>(null)
  const { status, content, query, results, searchFailed, isWhole } = model.state.value
  const isSearching = query.trim() !== ''
  const asked = askedBy(visit.route)
  const isAsked = useRef(visit.route.startsWith('search/') && visit.opened === undefined).current

  useEffect(() => {
    if (asked && visit.opened === undefined) model.type(asked)
  }, [asked])
  // The tabs give their place to the results; the route says which of the two is shown.
  useEffect(() => {
    if (!asked) context.open('faq', isSearching ? 'search/' : '')
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
  const hasAnswer = found !== undefined && isSure(found)
  const More = part.views.value
  const said = hasAnswer
    ? t('help.found', { count: found.length }) + (isWhole ? ` ${t('help.offline')}` : '')
    : found && More
      ? More.tellNotSure(props)
      : ''
  return (
    <>
      <Header context={context}>
        <h2 class="big grow" tabIndex={-1} data-focus={isAsked ? undefined : ''}>
          {t('help.title')}
        </h2>
      </Header>
      <Body
        visit={visit}
        part={part}
        class="stack wide"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query) {
            event.preventDefault()
            type('')
          } else if (field.current) moveBetween(event, field.current, results?.query === query)
        }}
      >
        <SearchField
          field={field}
          t={t}
          query={query}
          count={content?.articles.length ?? 0}
          isAsked={isAsked}
          onType={type}
        />
        <Announce text={said} />
        {/* What went wrong is said where it was asked for: in the state. */}
        {status !== 'ready' || searchFailed ? (
          <Unavailable
            context={context}
            isLoading={status === 'loading'}
            onRetry={() => void (query ? model.type(query) : model.load().catch(() => {}))}
          />
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
