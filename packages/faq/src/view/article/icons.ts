/** Icons that only articles have; drawn as those of `@docent/ui`. */
export const iconWide = 'M11.5 3.5h5v5M16.5 3.5l-5.5 5.5M8.5 16.5h-5v-5M3.5 16.5L9 11'
export const iconNarrow = 'M16.5 8.5h-5v-5M11.5 8.5L17 3M3.5 11.5h5v5M8.5 11.5L3 17'
export const iconPrint = 'M6 7.5v-5h8v5M6 14.5H3.5v-7h13v7H14M6 12h8v5.5H6Z'
