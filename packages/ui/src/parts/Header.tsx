import type { FeatureContext } from '@docent/core'
import type { ComponentChildren } from 'preact'
import { uiMessages } from '../messages.ts'
import { Icon } from './Icon.tsx'
import { iconBack, iconClose } from './icons.ts'

interface HeaderProps {
  readonly context: Pick<FeatureContext, 'translator' | 'close'>
  /** Drawn large when there is no way back, small beside it otherwise. */
  readonly title?: string
  readonly onBack?: (() => void) | undefined
  /** Beside the title: faces, a path line. */
  readonly children?: ComponentChildren
  /** Tools before the close button. */
  readonly tools?: ComponentChildren
}

/** The head of a view in the panel: way back, title, tools, close. The title takes the focus when the view opens. */
export const Header = ({ context, title, onBack, children, tools }: HeaderProps) => {
  const t = context.translator(uiMessages)
  return (
    <header class="head">
      {onBack && (
        <button type="button" class="tool" aria-label={t('panel.back')} onClick={onBack}>
          <Icon path={iconBack} flip />
        </button>
      )}
      {title && (
        <h2 class={`one grow${onBack ? '' : ' big'}`} tabIndex={-1} data-focus>
          {title}
        </h2>
      )}
      {children}
      <span class="end" />
      {tools}
      <button type="button" class="tool" aria-label={t('panel.close')} onClick={() => context.close()}>
        <Icon path={iconClose} />
      </button>
    </header>
  )
}
