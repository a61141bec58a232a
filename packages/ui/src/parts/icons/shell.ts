/** The icons of the panel and of conversations. */
export const iconHome =
  'M3 8.75 10 3l7 5.75v6.5A1.75 1.75 0 0 1 15.25 17H4.75A1.75 1.75 0 0 1 3 15.25ZM7.75 17v-4.75h4.5V17'
export const iconBook =
  'M10 5.5C8.5 4.25 6.25 3.75 2.75 3.75v11c3.5 0 5.75.5 7.25 1.75 1.5-1.25 3.75-1.75 7.25-1.75v-11c-3.5 0-5.75.5-7.25 1.75Zm0 0v11'
export const iconNews = 'M3 8v4h2.5l8.5 3.75V4.25L5.5 8ZM6.5 12.5v2.75a1.25 1.25 0 0 0 2.5 0v-1.6M17 8.5v3'
export const iconTasks = 'M2.75 5.75l1.5 1.5 2.75-3M2.75 13.5l1.5 1.5 2.75-3M10.25 6h7M10.25 14h7'
export const iconClose = 'M5 5l10 10M15 5 5 15'
export const iconBack = 'M12 4.5 6.5 10l5.5 5.5'
export const iconNext = 'M8 4.5 13.5 10 8 15.5'
export const iconAlert = 'M2.75 10a7.25 7.25 0 1 0 14.5 0a7.25 7.25 0 1 0 -14.5 0ZM10 6.25v4.5M10 13.5v.25'
export const iconSend = 'M10 16V4.25M4.75 9.5 10 4.25l5.25 5.25'
export const iconCheck = 'M4.5 10.5l3.75 3.75 7.25-8'
export const iconChecks = 'M2 10.5l3.5 3.5 6.5-7.5M10 13.5l.5.5L17.5 6.5'
export const iconClock = 'M2.75 10a7.25 7.25 0 1 0 14.5 0a7.25 7.25 0 1 0 -14.5 0ZM10 6v4.25l2.75 1.75'
export const iconOffline = 'M3 3l14 14M5.9 8.1a3.75 3.75 0 0 0 .6 7.4h7M8.4 5.4a4.75 4.75 0 0 1 6.4 4 3 3 0 0 1 1.9 4.4'
export const iconSearch = 'M3.25 8.75a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0ZM12.75 12.75l4.25 4.25'
