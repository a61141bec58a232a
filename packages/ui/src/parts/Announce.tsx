/** A polite live region. Mount it once and change its text: regions that appear with their text are not read. */
export const Announce = ({ text }: { text: string }) => (
  <div class="hidden" role="status">
    {text}
  </div>
)
