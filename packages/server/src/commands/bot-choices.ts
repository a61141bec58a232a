/** Values of the bot's own buttons: the server knows what they mean, so the bot is not asked. */
export const solvedChoice = 'solved'
export const personChoice = 'person'
