/** A new conversation asks what it is about; a bug takes its circumstances along, after Ada has seen them. An answer may be seen and heard. */
export const chat = {
  reasons: true,
  bugReport: { appVersion: '2.4.0', collectErrors: true },
  channels: [
    { kind: 'mail', url: 'mailto:help@paperlane.example' },
    { kind: 'phone', url: 'tel:+37167000000', label: '+371 6700 0000' },
  ],
  countInTitle: true,
  notification: true,
  sound: true,
} as const
