import type { FeatureContext } from '@docent/core'
import { Icon, iconSearch } from '@docent/ui/parts'
import { searchLabel } from '../label.ts'

/** Looks like the field it opens: writing begins in the help centre, where the answers are. */
export const SearchCard = ({ context, isThere }: { context: FeatureContext; isThere: () => boolean }) =>
  isThere() ? (
    <button type="button" class="search cardbtn" onClick={() => context.open('faq', 'search/')}>
      <Icon path={iconSearch} />
      <span class="grow">{context.translator(searchLabel)('help.search')}</span>
    </button>
  ) : null
