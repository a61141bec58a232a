import type { ArticleInsight } from '@docent/protocol'
import type { ViewContext } from '../view-context.ts'
import { ConversationLinks } from './ConversationLinks.tsx'

const reasons = ['unclear', 'outdated', 'incomplete', 'other'] as const

/** Articles that left questions open: how often they helped, what was missing, and the conversations that followed. */
export const ArticleTable = ({ view, rows }: { view: ViewContext; rows: readonly ArticleInsight[] }) => {
  const { t } = view
  return (
    <section class="card stack">
      <div>
        <h2 class="title">{t('insights.articles')}</h2>
        <p class="small quiet">{t(rows.length > 0 ? 'insights.articles-why' : 'insights.articles-none')}</p>
      </div>
      {rows.length > 0 && (
        <table aria-label={t('insights.articles')}>
          <thead>
            <tr>
              <th scope="col">{t('insights.article')}</th>
              <th scope="col">{t('insights.followed')}</th>
              <th scope="col">{t('insights.helpful')}</th>
              <th scope="col">{t('insights.views')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, title, views, helpful, notHelpful, conversations, reasons: given }) => (
              <tr key={id}>
                <th scope="row">
                  {title}
                  <span class="faint">
                    {reasons
                      .filter((reason) => given[reason])
                      .map((reason) => t(`insights.reason-${reason}`, { count: given[reason] ?? 0 }))
                      .join(' · ')}
                  </span>
                </th>
                <td>
                  <ConversationLinks view={view} links={conversations} />
                </td>
                <td class="num">
                  {helpful + notHelpful > 0
                    ? t('insights.helpful-of', { helpful, rated: helpful + notHelpful })
                    : t('insights.no-rating')}
                </td>
                <td class="num">{views}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
