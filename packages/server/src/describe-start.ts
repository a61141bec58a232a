import { join } from 'node:path'

interface Started {
  readonly url: string
  readonly dataDir: string
  readonly databaseUrl: string
  /** How the server was started, to be typed again. */
  readonly command: string
}

/** What the terminal says once the server answers: where everything is, and how to get in later. */
export const describeStart = ({ url, dataDir, databaseUrl, command }: Started): string =>
  [
    `Docent answers at ${url}`,
    `  Inbox    ${url}/inbox/`,
    `  Data     ${describeData(dataDir, databaseUrl)}`,
    `  Sign in  ${command} sign-in-link [email] prints a new link, in the same folder with the same environment`,
  ].join('\n')

/** The folder, and the database where it lies elsewhere: never with the password that its address may hold. */
function describeData(dataDir: string, databaseUrl: string): string {
  if (databaseUrl === `file:${join(dataDir, 'docent.db')}`) return dataDir
  if (databaseUrl.startsWith('file:')) return `${databaseUrl.slice('file:'.length)}, key and lock in ${dataDir}`
  if (!URL.canParse(databaseUrl)) return 'PostgreSQL'
  const { host, pathname } = new URL(databaseUrl)
  return `PostgreSQL, ${pathname.slice(1)} at ${host || 'a local socket'}`
}
