/**
 * Reads server-sent events out of text that arrives in pieces of any size, and hands over the data of each.
 * Comments and fields other than `data` are skipped; lines end with LF, CR or CRLF; an event ends with an empty line.
 */
export function createEventParser(onData: (data: string) => void): (text: string) => void {
  let rest = ''
  let data: string[] = []
  return (text) => {
    // A CR at the end may be the first half of a CRLF: it waits for what follows.
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === '' && data.length > 0) {
        onData(data.join('\n'))
        data = []
      } else if (line === 'data' || line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''))
    }
  }
}
