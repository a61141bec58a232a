import type { Terminal } from './terminal.ts'

export interface Progress {
  show(done: number, total: number): void
  /** Clears what was drawn. */
  end(): void
}

const fewFiles = 500
const barWidth = 30

/** Says how far a long run is: a bar on a screen, a line for every thousand elsewhere. Up to 500 files it says nothing. */
export function createProgress(terminal: Terminal): Progress {
  let shown = -1
  return {
    show(done, total) {
      if (total <= fewFiles) return
      if (!terminal.isInteractive) {
        if (done % 1000 === 0) terminal.say(`${done} of ${total} articles`)
        return
      }
      const filled = Math.floor((done / total) * barWidth)
      if (filled === shown) return
      shown = filled
      terminal.draw(`${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done} of ${total} articles`)
    },
    end() {
      if (shown >= 0) terminal.draw('')
      shown = -1
    },
  }
}
