/** The words of the preview by the launcher; loaded with it. */
export const previewMessages = {
  'preview.label': 'New message',
  'preview.dismiss': 'Dismiss',
  'preview.heard': 'New message from {name}: {text}',
} as const
