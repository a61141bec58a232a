/** The icons of files, and of what stands beside the field of the composer. */
export const iconAttach =
  'm16 9.5-5.9 5.9a3.7 3.7 0 0 1-5.2-5.2l6.4-6.4a2.45 2.45 0 0 1 3.5 3.5l-6.3 6.3a1.25 1.25 0 0 1-1.8-1.8l5.4-5.4'
export const iconSmile =
  'M2.75 10a7.25 7.25 0 1 0 14.5 0a7.25 7.25 0 1 0 -14.5 0ZM6.9 11.75c.6 1.2 1.75 1.9 3.1 1.9s2.5-.7 3.1-1.9M7.75 7.75V8M12.25 7.75V8'
export const iconFile =
  'M11.25 2.75H6A1.5 1.5 0 0 0 4.5 4.25v11.5a1.5 1.5 0 0 0 1.5 1.5h8a1.5 1.5 0 0 0 1.5-1.5V7Zm0 0V7h4.25'
export const iconDownload = 'M10 3.25v9M6 8.5l4 4 4-4M3.75 16.5h12.5'
