import { DocentError } from '@docent/core'

export interface ChatOptions {
  /**
   * Articles are suggested while a new conversation is being written, where the help feature is installed.
   * @default true
   */
  readonly suggestArticles?: boolean
}

/** Throws what is wrong, at `chat()`. */
export function checkChatOptions(options: ChatOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (name !== 'suggestArticles')
      throw new DocentError('option-unknown', `chat() has no option \`${name}\``, 'It has suggestArticles')
    if (value !== undefined && typeof value !== 'boolean')
      throw new DocentError('option-invalid', `chat({ ${name} }) is a ${typeof value}`, 'It must be true or false')
  }
}
