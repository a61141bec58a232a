import { type FeatureContext, fail, type Scope } from '@docent/core'
import type { Trail } from '../feature.ts'
import type { HelpModel } from '../model.ts'
import { type BlockOptions, drawBlock } from './draw-block.ts'
import { listenOnPage } from './listen.ts'
import { markedArticles } from './marked-articles.ts'

/** Elements that the host gave to `docent.faq.mount()`. They outlive a change of identity, which draws them anew. */
export type MountedPlaces = Map<Element, MountedPlace>

interface MountedPlace {
  readonly options: BlockOptions
  /** Takes away what was drawn there last. */
  end?(): void
}

export interface Blocks {
  mount(element: Element, options?: BlockOptions): () => void
}

/** Help in the flow of the host's pages: in every `<docent-help>`, and in the elements that the host names. */
export function createBlocks(
  context: FeatureContext,
  load: () => Promise<HelpModel>,
  mounted: MountedPlaces,
  trail: Trail,
): Blocks {
  trail.marked = markedArticles
  listenOnPage(context)
  const drawn = new Map<Element, Scope>()
  const wanted = (): MountedPlaces => {
    const elements = [...document.getElementsByTagName('docent-help')]
    const tags = elements.map((element) => [element, { options: optionsOf(element) }] as const)
    return new Map([...tags, ...[...mounted].filter(([element]) => element.isConnected)])
  }
  const end = (element: Element): void => {
    drawn.get(element)?.dispose()
    drawn.delete(element)
  }
  function fill(): void {
    const places = wanted()
    for (const element of drawn.keys()) if (!places.has(element)) end(element)
    for (const [element, place] of places) {
      if (drawn.has(element)) continue
      const scope = context.scope.child()
      drawn.set(element, scope)
      place.end = () => end(element)
      drawBlock(context, load, { element, options: place.options, scope })
    }
  }
  const observer = new MutationObserver(fill)
  context.scope.add(() => observer.disconnect())
  observer.observe(document, { childList: true, subtree: true })
  fill()
  return {
    mount(element, options = {}) {
      if (!(element instanceof Element))
        fail('option-invalid', 'mount() was given no element', "Pass one: document.querySelector('#help')")
      const place: MountedPlace = { options }
      mounted.get(element)?.end?.()
      mounted.set(element, place)
      fill()
      return () => {
        if (mounted.get(element) === place) mounted.delete(element)
        place.end?.()
      }
    },
  }
}

/** `<docent-help articles="vat-rates no-vat">` */
function optionsOf(element: Element): BlockOptions {
  const articles = element.getAttribute('articles')?.trim()
  return articles ? { articles: articles.split(/\s+/) } : {}
}
