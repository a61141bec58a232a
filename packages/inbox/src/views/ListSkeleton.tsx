/** The shape of a list that is on its way; appears after 300 ms. */
export const ListSkeleton = ({ label }: { label: string }) => (
  <div class="bones" role="status" aria-label={label}>
    {[68, 84, 52, 76].map((width) => (
      <div key={width} class="convo">
        <span class="avatar bone" />
        <span class="bone" style={{ inlineSize: '45%' }} />
        <span class="bone" style={{ inlineSize: `${width}%` }} />
        <span class="bone" style={{ inlineSize: '30%' }} />
      </div>
    ))}
  </div>
)
