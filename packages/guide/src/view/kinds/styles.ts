import { adoptStyles } from '@docent/ui/parts'
import styles from './kinds.css?inline'

export const adoptKinds = (container: Element): void => adoptStyles(container.getRootNode() as ShadowRoot, styles)
