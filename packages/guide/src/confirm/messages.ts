/** Of the question before an important action; the other button says what the control of the host says. */
export const confirmMessages = { cancel: 'Cancel', continue: 'Continue' } as const
