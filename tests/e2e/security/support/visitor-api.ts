import type { Page } from '@playwright/test'

/** Calls the server as the visitor of a page, past everything that the widget would check. */
export interface VisitorApi {
  /** The status of the answer, and its body where that is JSON. */
  post(path: string, body: string, type?: string): Promise<{ readonly status: number; readonly body: unknown }>
}

/** To be called before the widget has opened its link. */
export function createVisitorApi(page: Page, server: string): VisitorApi {
  const authorized = new Promise<string>((resolve) => {
    page.on('request', (request) => {
      const { authorization } = request.headers()
      if (authorization && request.url().startsWith(`${server}/v1/`)) resolve(authorization)
    })
  })
  return {
    async post(path, body, type = 'application/json') {
      const headers = { 'content-type': type, authorization: await authorized }
      const answer = await fetch(`${server}/v1/${path}`, { method: 'POST', headers, body })
      return { status: answer.status, body: await answer.json().catch(() => undefined) }
    },
  }
}
