/** Absent on pages that are not served over https. */
export const webLocks = (): LockManager | undefined => navigator.locks
