import type { SocketCall } from '@docent/protocol'

/** A WebSocket whose server is the test. */
export class FakeSocket {
  static readonly opened: FakeSocket[] = []
  readonly OPEN = 1
  readyState = 0
  readonly calls: SocketCall[] = []
  onopen: (() => void) | null = null
  onclose: (() => void) | null = null
  onerror: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null

  constructor(readonly url: string) {
    FakeSocket.opened.push(this)
  }
  send(data: string): void {
    this.calls.push(JSON.parse(data))
  }
  close(): void {
    this.readyState = 3
  }

  accept(): void {
    this.readyState = 1
    this.onopen?.()
  }
  /** As the server, or the network, ends it. */
  end(): void {
    this.readyState = 3
    this.onclose?.()
  }
  say(frame: unknown): void {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) })
  }
  /** The newest call of a path that was not answered yet. */
  asked(path: string): SocketCall {
    const call = this.calls.findLast((one) => one.path === path)
    if (!call) throw new Error(`${path} was not called; there were ${this.calls.map((one) => one.path).join(', ')}`)
    return call
  }
  answer(path: string, body: unknown = {}, status = 200): void {
    this.say({ id: this.asked(path).id, status, body })
  }
}
