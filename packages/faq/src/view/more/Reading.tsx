import type { Bodies } from '../../content/bodies.ts'
import type { HelpViewProps } from '../HelpPanel.tsx'
import { decode } from '../route.ts'
import { ArticleView } from './ArticleView.tsx'
import { CategoryView } from './CategoryView.tsx'

/** All places but the list: an article, at one of its headings where the route names one, or a topic. */
export function Reading(props: HelpViewProps & { readonly bodies: Bodies }) {
  const { route } = props.visit
  if (route.startsWith('category/')) return <CategoryView {...props} id={decode(route.slice('category/'.length))} />
  const [id = '', heading] = route.split('#').map(decode)
  return <ArticleView {...props} id={id} heading={heading || undefined} />
}
