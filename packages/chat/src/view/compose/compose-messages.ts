/** The words beside the field of the composer; loaded after it. */
export const composeMessages = {
  'compose.too-long': '{count} characters too many',
  'compose.attach': 'Attach a file',
  'compose.attached': 'To be sent',
  'compose.remove': 'Remove {name}',
  'compose.drop': 'Drop to attach',
  'compose.emoji': 'Emoji',
  'compose.too-large': '“{name}” has {size}. A file may have at most {limit}.',
  'compose.too-much': '“{name}” does not fit: files that wait to be sent may have at most {limit} together.',
  'compose.too-many': 'A message may have at most {count} files.',
  'compose.kind': '“{name}” is of a kind that can’t be sent.',
  'compose.empty': '“{name}” is empty.',
} as const
