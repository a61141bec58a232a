const safeUrl = /^(https?:|mailto:|tel:)/i

/** The address when it may be put into a link, `undefined` otherwise. Relative addresses are not links of ours. */
export const safeHref = (url: string): string | undefined =>
  // A backend may have sent anything.
  typeof url === 'string' && safeUrl.test(url.trim()) ? url.trim() : undefined
