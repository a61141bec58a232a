/** Where the server serves the inbox. */
export const basePath = '/inbox/'
