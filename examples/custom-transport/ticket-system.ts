/** The backend of the example: a ticket system with four REST routes, in memory. It knows nothing of Docent. */

export interface Post {
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

export interface TicketSystem {
  answer(request: Request): Promise<Response>
  /** A member of the team writes. */
  agentSays(ticketId: string, text: string): void
  /** Called with each post of a visitor. */
  onVisitorPost(listener: (ticketId: string, post: Post) => void): void
  close(): void
}

export function createTicketSystem(): TicketSystem {
  const tickets = new Map<string, Ticket>()
  const listeners = new Set<(ticketId: string, post: Post) => void>()
  const bell = createBell()

  function add(ticket: Ticket, post: Pick<Post, 'by' | 'text' | 'commandId'>): Post {
    const known = ticket.posts.find(({ commandId }) => commandId !== undefined && commandId === post.commandId)
    if (known) return known
    const added = { ...post, number: ticket.posts.length + 1, at: Date.now() }
    ticket.posts.push(added)
    bell.ring()
    if (post.by === 'visitor') for (const tell of listeners) tell(ticket.id, added)
    return added
  }
  function open(): Response {
    const ticket = { id: crypto.randomUUID(), secret: crypto.randomUUID(), startedAt: Date.now(), posts: [] }
    tickets.set(ticket.id, ticket)
    return Response.json({ id: ticket.id, secret: ticket.secret })
  }
  async function post(ticket: Ticket, request: Request): Promise<Response> {
    const { text = '', commandId } = (await request.json()) as Partial<Post>
    if (text === '' || text.length > maxTextLength) return new Response('1 to 4000 characters', { status: 400 })
    return Response.json(add(ticket, { by: 'visitor', text, ...(commandId && { commandId }) }))
  }
  return {
    async answer(request) {
      const { pathname, searchParams } = new URL(request.url)
      const [id, what] = pathname.split('/').slice(2)
      if (id === undefined) return open()
      const ticket = tickets.get(id)
      if (!ticket || ticket.secret !== request.headers.get('ticket-secret'))
        return new Response('No such ticket', { status: 404 })
      const { posts, startedAt } = ticket
      if (what === undefined) return Response.json({ id, startedAt, last: posts.length })
      if (request.method === 'POST') return post(ticket, request)
      const after = Number(searchParams.get('after') ?? 0)
      if (what === 'news') {
        if (posts.length <= after) await bell.rung()
        return Response.json(posts.slice(after))
      }
      const before = Number(searchParams.get('before')) || Number.POSITIVE_INFINITY
      const range = posts.filter(({ number }) => number > after && number < before).reverse()
      return Response.json(range.slice(0, Number(searchParams.get('limit'))))
    },
    agentSays(id, text) {
      const ticket = tickets.get(id)
      if (!ticket) throw new Error(`There is no ticket ${id}`)
      add(ticket, { by: 'agent', text })
    },
    onVisitorPost: (listener) => void listeners.add(listener),
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
