import { PageHead } from '../parts/PageHead.tsx'

export function NotFound() {
  return (
    <div class="narrow">
      <PageHead title="There is no such page" />
      <p class="quiet">The address may be mistyped, or the page was moved.</p>
      <p>
        <a href="/overview">Go to the overview</a>
      </p>
    </div>
  )
}
