/** Progress as a ring, 0…1. Decorative: the number stands beside it. */
export const Ring = ({ value }: { value: number }) => (
  <svg class="ring" viewBox="0 0 40 40" aria-hidden="true">
    <circle cx="20" cy="20" r="17" />
    <circle
      cx="20"
      cy="20"
      r="17"
      pathLength={100}
      stroke-dasharray={`${Math.round(value * 100)} 100`}
      visibility={value > 0 ? 'visible' : 'hidden'}
    />
  </svg>
)
