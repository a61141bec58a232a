/** An id that nobody else has made. Not `randomUUID`: pages that are not served over https do not have it. */
export const newId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-')
