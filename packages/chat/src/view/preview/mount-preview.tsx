import type { FeatureContext, Scope } from '@docent/core'
import type { ReadonlySignal } from '@preact/signals'
import { render } from 'preact'
import type { ChatModel } from '../../model.ts'
import type { ChatOptions } from '../../options.ts'
import { contextOf } from '../context-of.ts'
import type { News } from '../news/news.ts'
import { Preview } from './Preview.tsx'

interface PreviewOf {
  readonly context: FeatureContext
  readonly model: ChatModel
  readonly options: ChatOptions
  readonly news: ReadonlySignal<News | undefined>
  dismiss(): void
}

/** Draws the preview into the layer until the scope ends. */
export function mountPreview(
  { context, model, options, news, dismiss }: PreviewOf,
  layer: Element,
  scope: Scope,
): void {
  const container = layer.ownerDocument.createElement('div')
  layer.append(container)
  render(<Preview view={contextOf(context, model, options)} news={news} dismiss={dismiss} />, container)
  scope.add(() => {
    render(null, container)
    container.remove()
  })
}
