/** The shape of what comes: lines by width in percent. Appears after 300 ms. */
export const SkeletonLines = ({
  label,
  widths = [60, 86, 64, 90, 40],
}: {
  label: string
  widths?: readonly number[]
}) => (
  <div class="bones stack" role="status" aria-label={label}>
    {widths.map((width, index) => (
      <span key={index} class="bone" style={{ inlineSize: `${width}%` }} />
    ))}
  </div>
)
