import type { Problem } from '../../shared/records.ts'

/** A request that did not succeed, with what the server said about it. */
export interface Failure extends Error {
  readonly problem: Problem
  readonly status: number
}

export function createFailure(problem: Problem, status = 0): Failure {
  return Object.assign(new Error(problem.message), { problem, status })
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Error && 'problem' in error) return (error as Failure).problem
  console.error(error)
  return { code: 'page-failed', message: 'This page failed. Reload it and try again.' }
}

const unreachable: Problem = {
  code: 'server-unreachable',
  message: 'Paperlane did not answer. Check your connection and try again; what you entered is still here.',
}

/** Sends and receives JSON under `/api`; throws a {@link Failure} for everything that is not a success. */
export async function request<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const init: RequestInit = { method, headers: { accept: 'application/json' } }
  if (method !== 'GET') {
    init.headers = { ...init.headers, 'content-type': 'application/json' }
    init.body = JSON.stringify(body ?? {})
  }
  const response = await fetch(`/api${path}`, init).catch(() => {
    throw createFailure(unreachable)
  })
  const answer: unknown = await response.json().catch(() => {
    throw createFailure(unreachable, response.status)
  })
  if (!response.ok) throw createFailure(answer as Problem, response.status)
  return answer as Answer
}
