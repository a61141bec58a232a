export { Attach } from './Attach.tsx'
export { EmojiTool } from './EmojiTool.tsx'
