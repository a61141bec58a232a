import { Avatar, Icon, iconSettings, iconUser } from '@docent/ui/parts'
import { schemes } from '../scheme.ts'
import { leave } from './leave.ts'
import { Menu, MenuItem } from './Menu.tsx'
import type { ViewContext } from './view-context.ts'

/** Who is signed in, whether the team can be reached through this window, and the settings. */
export const AgentCorner = ({ view }: { view: ViewContext }) => {
  const { t, model, page, scheme, screen } = view
  const { name, avatarUrl } = model.me.value
  const status = page.online.value ? model.link.status.value : 'offline'
  const presence =
    status === 'online' ? 'online' : status === 'connecting' || status === 'idle' ? 'connecting' : 'offline'
  return (
    <div class="corner row tight">
      <span class="face">
        <Avatar name={name} url={avatarUrl} />
        <span class={`dot ${presence}`} />
      </span>
      <span class="grow who">
        <span class="title one">{name}</span>
        <span class="faint">{t(`side.${presence}`)}</span>
      </span>
      <Menu
        label={t('side.settings')}
        buttonLabel={t('side.settings')}
        buttonClass="tool"
        button={<Icon path={iconSettings} />}
        above
      >
        <div role="group" aria-label={t('side.appearance')}>
          <span class="eyebrow" aria-hidden="true">
            {t('side.appearance')}
          </span>
          {schemes.map((each) => (
            <MenuItem key={each} checked={scheme.scheme.value === each} onChoose={() => scheme.set(each)}>
              {t(`side.scheme-${each}`)}
            </MenuItem>
          ))}
        </div>
        <hr />
        <MenuItem onChoose={() => void (screen.dialog.value = 'account')}>{t('side.account')}</MenuItem>
        <MenuItem onChoose={() => void (screen.dialog.value = 'shortcuts')}>{t('side.shortcuts')}</MenuItem>
        <hr />
        <MenuItem icon={iconUser} onChoose={() => void leave(view)}>
          {t('side.sign-out')}
        </MenuItem>
      </Menu>
    </div>
  )
}
