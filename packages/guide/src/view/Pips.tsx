/** More than this do not fit beside the buttons; then it is said in figures. */
const most = 6

/** How far a tour is. */
export const Pips = ({ index, count, label }: { index: number; count: number; label: string }) => (
  <span class="pips">
    <span class="hidden">{label}</span>
    {count > most ? (
      <span class="faint num" aria-hidden="true">
        {index + 1}/{count}
      </span>
    ) : (
      Array.from({ length: count }, (_, place) => <i key={place} class={place === index ? 'on' : ''} />)
    )}
  </span>
)
