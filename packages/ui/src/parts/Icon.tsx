/** A decorative icon from `icons.ts`; the control around it carries the name. `flip` mirrors it in right-to-left. */
export const Icon = ({
  path,
  small = false,
  flip = false,
  tone = false,
}: {
  path: string
  small?: boolean
  flip?: boolean
  tone?: boolean
}) => (
  <svg
    class={`icon${small ? ' s' : ''}${flip ? ' flip' : ''}${tone ? ' tone' : ''}`}
    viewBox="0 0 20 20"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
)
