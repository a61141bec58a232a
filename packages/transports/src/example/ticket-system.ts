/** The imaginary backend of the example: a ticket system with four REST routes, as a `fetch` for tests. */

interface Post {
  readonly number: number
  readonly commandId?: string
  readonly by: 'visitor' | 'agent'
  readonly text: string
  readonly at: number
}
interface Ticket {
  readonly id: string
  readonly secret: string
  readonly startedAt: number
  readonly posts: Post[]
}

const maxTextLength = 4000
const waitMs = 20_000

export function createTicketSystem() {
  const tickets = new Map<string, Ticket>()
  const bell = createBell()
  const open = new Set<() => void>()

  function add(ticket: Ticket, post: Pick<Post, 'by' | 'text' | 'commandId'>): Post {
    const known = ticket.posts.find(({ commandId }) => commandId !== undefined && commandId === post.commandId)
    if (known) return known
    const added = { ...post, number: ticket.posts.length + 1, at: Date.now() }
    ticket.posts.push(added)
    bell.ring()
    return added
  }
  async function answer(path: string, query: URLSearchParams, secret: string | null, body: unknown): Promise<Response> {
    const [, , id = '', what] = path.split('/')
    if (id === '') {
      const ticket = { id: crypto.randomUUID(), secret: crypto.randomUUID(), startedAt: Date.now(), posts: [] }
      tickets.set(ticket.id, ticket)
      return Response.json({ id: ticket.id, secret: ticket.secret })
    }
    const ticket = tickets.get(id)
    if (!ticket || ticket.secret !== secret) return new Response('No such ticket', { status: 404 })
    const { posts } = ticket
    const after = Number(query.get('after') ?? 0)
    if (what === undefined) {
      const { startedAt } = ticket
      return Response.json({ id, startedAt, changedAt: posts.at(-1)?.at ?? startedAt, last: posts.length })
    }
    if (body) {
      const { text, commandId } = body as Post
      if (text === '' || text.length > maxTextLength) return new Response('1 to 4000 characters', { status: 400 })
      return Response.json(add(ticket, { by: 'visitor', text, ...(commandId && { commandId }) }))
    }
    if (what === 'news') {
      if (posts.length <= after) await bell.rung()
      return Response.json(posts.slice(after))
    }
    const before = Number(query.get('before')) || Number.POSITIVE_INFINITY
    const range = posts.filter(({ number }) => number > after && number < before).reverse()
    return Response.json(range.slice(0, Number(query.get('limit'))))
  }
  const request: typeof fetch = (input, init = {}) =>
    new Promise((resolve, reject) => {
      const { pathname, searchParams } = new URL(String(input))
      const end = (): void => {
        open.delete(cut)
        init.signal?.removeEventListener('abort', cut)
      }
      const cut = (): void => {
        end()
        reject(new TypeError('The connection was reset'))
      }
      open.add(cut)
      if (init.signal?.aborted) return cut()
      init.signal?.addEventListener('abort', cut)
      const secret = new Headers(init.headers).get('ticket-secret')
      const body: unknown = init.body === undefined ? undefined : JSON.parse(String(init.body))
      answer(pathname, searchParams, secret, body).then(resolve, reject).finally(end)
    })
  return {
    fetch: request,
    agentSays(id: string, text: string) {
      const ticket = tickets.get(id)
      if (!ticket) throw new Error(`There is no ticket ${id}`)
      add(ticket, { by: 'agent', text })
    },
    cutLinks() {
      for (const cut of [...open]) cut()
    },
    close: bell.ring,
  }
}

/** Wakes those who wait for something new; after a while they are woken anyway. */
function createBell() {
  const waiting = new Set<() => void>()
  return {
    ring() {
      for (const wake of [...waiting]) wake()
    },
    rung: (): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(wake, waitMs)
        waiting.add(wake)
        function wake() {
          clearTimeout(timer)
          waiting.delete(wake)
          resolve()
        }
      }),
  }
}
