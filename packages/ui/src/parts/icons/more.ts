/** All other icons; those that a chunk does not use are left out of it. */
export const iconImage =
  'M4.75 3.75h10.5a2 2 0 0 1 2 2v8.5a2 2 0 0 1 -2 2h-10.5a2 2 0 0 1 -2 -2v-8.5a2 2 0 0 1 2 -2ZM5.75 8a1.25 1.25 0 1 0 2.5 0a1.25 1.25 0 1 0 -2.5 0ZM3 14l4-3.5 3 2.5 3-3 4 3.5'
export const iconInfo = 'M2.75 10a7.25 7.25 0 1 0 14.5 0a7.25 7.25 0 1 0 -14.5 0ZM10 9.25v4.5M10 6.25v.25'
export const iconRetry = 'M16.25 10a6.25 6.25 0 1 1-2-4.6l2 1.85M16.25 3.5v3.75H12.5'
export const iconLock =
  'M6.25 9h7.5a2 2 0 0 1 2 2v4a2 2 0 0 1 -2 2h-7.5a2 2 0 0 1 -2 -2v-4a2 2 0 0 1 2 -2ZM6.75 9V6.5a3.25 3.25 0 0 1 6.5 0V9'
export const iconStar = 'M10 2.75l2.25 4.6 5 .7-3.65 3.5.9 5L10 14.15l-4.5 2.4.9-5-3.65-3.5 5-.7Z'
export const iconUp =
  'M6.5 9 9.5 2.75c1.25 0 2.25 1 2.25 2.25v3h3.4a1.6 1.6 0 0 1 1.6 1.9l-.9 5a1.6 1.6 0 0 1-1.6 1.35H6.5M6.5 9v7.25M6.5 9H3.25v7.25H6.5'
export const iconMore = 'M4.75 10h.01M10 10h.01M15.25 10h.01'
export const iconFlag = 'M4.5 17.25V3.5h11L13.25 7.5l2.25 4h-11'
export const iconUser =
  'M6.75 6.75a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 1 0 -6.5 0ZM3.75 16.75c.8-3 3.2-4.5 6.25-4.5s5.45 1.5 6.25 4.5'
export const iconNote =
  'M5 3.75h10A1.25 1.25 0 0 1 16.25 5v7.25l-4 4H5A1.25 1.25 0 0 1 3.75 15V5A1.25 1.25 0 0 1 5 3.75ZM16 12.25h-3.75V16'
export const iconBolt = 'M11 2.75 4.5 11.5h5L9 17.25l6.5-8.75h-5Z'
export const iconInbox =
  'M2.75 11.5 5 4.25h10l2.25 7.25v3.25a1.75 1.75 0 0 1-1.75 1.75h-11a1.75 1.75 0 0 1-1.75-1.75ZM2.75 11.5H7l1 2h4l1-2h4.25'
export const iconChart = 'M3 16.75h14M5.5 13.5v-3M10 13.5V5M14.5 13.5V8'
export const iconFilter = 'M3.25 6h13.5M5.75 10h8.5M8.25 14h3.5'
export const iconSettings =
  'M10.75 6.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0ZM5.25 13.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0ZM3 6.5h7.75M14.75 6.5H17M3 13.5h2.25M9.25 13.5H17'
export const iconGlobe =
  'M2.75 10a7.25 7.25 0 1 0 14.5 0a7.25 7.25 0 1 0 -14.5 0ZM2.75 10h14.5M10 2.75c2.2 2 3.2 4.4 3.2 7.25s-1 5.25-3.2 7.25c-2.2-2-3.2-4.4-3.2-7.25S7.8 4.75 10 2.75Z'
export const iconBank = 'M3 7.75 10 3.5l7 4.25ZM4.75 8v6M8.25 8v6M11.75 8v6M15.25 8v6M3 16.5h14'
