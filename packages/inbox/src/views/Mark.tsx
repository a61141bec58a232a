import { Icon, iconInbox } from '@docent/ui/parts'

/** The app's name beside the inbox's mark. */
export const Mark = ({ name }: { name: string }) => (
  <span class="logo">
    <span class="mark">
      <Icon path={iconInbox} />
    </span>
    <span class="one">{name}</span>
  </span>
)
