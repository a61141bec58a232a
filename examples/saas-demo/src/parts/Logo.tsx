/** Paperlane's own mark: a sheet with two lanes. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d="M5 2h9l5 5v13a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2Z" fill="currentColor" />
      <path d="M14 2v5h5" fill="none" stroke="var(--ground)" stroke-width="1.5" />
      <path d="M7 12.5h8M7 16.5h5" stroke="var(--ground)" stroke-width="2" stroke-linecap="round" />
    </svg>
  )
}
