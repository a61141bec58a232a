/** Task ids that would collide with the keys under which a checklist keeps what concerns all of it. */
export const takenIds: readonly string[] = ['progress', 'snoozed', 'completed', 'celebrated']
