/** The seal of a finished checklist. Decorative: the fact stands below it. */
export const Confetti = () => (
  <svg viewBox="0 0 176 144" aria-hidden="true">
    <g class="tone" stroke="currentColor">
      <path stroke="#e0a13a" d="M20 46h8M142 112l8-3M10 82c6-4 10 4 16 0" />
      <path stroke="#dd7c62" d="M146 30h8M31 112h6" />
      <path d="M46 18l8 4M157 92h6M148 62c6-4 10 4 16 0" />
    </g>
    <circle cx="88" cy="72" r="40" />
    <path class="check" d="m71 73 11.5 11.5L106 60" />
  </svg>
)
