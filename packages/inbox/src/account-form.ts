import type { AgentVocabulary, CommandInput } from '@docent/protocol'

/** What the account form holds. An empty password keeps the one there is. */
export interface AccountForm {
  readonly name: string
  readonly email: string
  readonly password: string
}

export const minPasswordLength = 10

export type AccountProblem = 'name-missing' | 'email-invalid' | 'password-short'

/** What is wrong with each field, before the server is asked. */
export function checkAccount(
  { name, email, password }: AccountForm,
  needsPassword: boolean,
): Partial<Record<keyof AccountForm, AccountProblem>> {
  return {
    ...(name.trim() === '' && { name: 'name-missing' }),
    ...(!/^\S+@\S+\.\S+$/.test(email.trim()) && { email: 'email-invalid' }),
    ...((needsPassword || password !== '') && password.length < minPasswordLength && { password: 'password-short' }),
  }
}

export const toAccountChange = ({
  name,
  email,
  password,
}: AccountForm): CommandInput<AgentVocabulary, 'agent-update'> => ({
  name: name.trim(),
  email: email.trim(),
  ...(password !== '' && { password }),
})
