/** The icons of who answers, of why one writes, and of other ways to reach the team. */
export const iconBot =
  'M10 2.75c.6 4.25 2.4 6.4 7.25 7.25-4.85.85-6.65 3-7.25 7.25-.6-4.25-2.4-6.4-7.25-7.25C7.6 9.15 9.4 7 10 2.75Z'
export const iconMail =
  'M4.75 4.25h10.5a2 2 0 0 1 2 2v7.5a2 2 0 0 1 -2 2h-10.5a2 2 0 0 1 -2 -2v-7.5a2 2 0 0 1 2 -2ZM3.25 6.25l6.75 5 6.75-5'
export const iconPhone =
  'M4 3.25h2.75L8.2 6.9 6.4 8.2a9.6 9.6 0 0 0 5.4 5.4l1.3-1.8 3.65 1.45V16a1.5 1.5 0 0 1-1.6 1.5A12.75 12.75 0 0 1 2.5 4.85 1.5 1.5 0 0 1 4 3.25Z'
export const iconPlane = 'M17.25 3.5 2.75 9l5 2.25 6 5.25ZM17.25 3.5l-9.5 7.75V16l2.6-2.45'
export const iconExternal =
  'M11.5 3.5h5v5M16.5 3.5 9.25 10.75M14.5 11.75v3.5a1.25 1.25 0 0 1-1.25 1.25h-8.5a1.25 1.25 0 0 1-1.25-1.25v-8.5A1.25 1.25 0 0 1 4.75 5.5h3.5'
export const iconPlus = 'M10 4v12M4 10h12'
export const iconHelp =
  'M2.75 10a7.25 7.25 0 1 0 14.5 0a7.25 7.25 0 1 0 -14.5 0ZM7.75 8a2.25 2.25 0 1 1 3.35 2c-.75.4-1.1.85-1.1 1.6M10 14v.1'
