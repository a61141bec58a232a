/** Icons that only the inbox has; on the grid of those of `@docent/ui`. */
export const iconMenu = 'M3.5 5.75h13M3.5 10h13M3.5 14.25h13'
