import type { MissingAnswer } from '@docent/protocol'
import type { ViewContext } from '../view-context.ts'
import { ConversationLinks } from './ConversationLinks.tsx'

/** What was searched and not found, and the conversations that followed. */
export const MissingTable = ({ view, rows }: { view: ViewContext; rows: readonly MissingAnswer[] }) => {
  const { t } = view
  return (
    <section class="card stack">
      <div>
        <h2 class="title">{t('insights.missing')}</h2>
        <p class="small quiet">{t(rows.length > 0 ? 'insights.missing-why' : 'insights.missing-none')}</p>
      </div>
      {rows.length > 0 && (
        <table aria-label={t('insights.missing')}>
          <thead>
            <tr>
              <th scope="col">{t('insights.search')}</th>
              <th scope="col">{t('insights.followed')}</th>
              <th scope="col">{t('insights.visitors')}</th>
              <th scope="col">{t('insights.times')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ text, times, visitors, conversations }) => (
              <tr key={text}>
                <th scope="row">{text}</th>
                <td>
                  <ConversationLinks view={view} links={conversations} />
                </td>
                <td class="num">{visitors}</td>
                <td class="num">{times}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
