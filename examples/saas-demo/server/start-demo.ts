import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from '@docent/server'
import { createDemo } from './create-demo.ts'
import { docentApp } from './docent-token.ts'
import { loadTokenKey } from './token-key.ts'
import { waitUntilAnswers } from './wait-until-answers.ts'

export interface StartDemoOptions {
  readonly appPort: number
  readonly docentPort: number
  /** Gets two folders: `paperlane` and `docent`. */
  readonly dataDir: string
  /** Built pages of Paperlane. @default dist/app of this example */
  readonly pagesDir?: string
  /** Built widget. @default packages/widget/dist/cdn */
  readonly cdnDir?: string
  /** Built inbox. @default packages/inbox/dist */
  readonly inboxDir?: string
  /** A bot answers first, from the help centre. @default true */
  readonly bot?: boolean
  /** Warnings and errors of docent-server. @default the console */
  readonly warn?: (message: string, details?: unknown) => void
}

export interface RunningDemo {
  readonly appUrl: string
  readonly docentUrl: string
  /** The agents' inbox, signing Mara Kalniņa in once. */
  readonly inboxLink: string
  close(): Promise<void>
}

const exampleDir = join(import.meta.dirname, '..')
const packagesDir = join(exampleDir, '../../packages')
const agent = { name: 'Mara Kalniņa', email: 'mara@paperlane.example' }

const officeDay = [['09:00', '18:00']] as const
const officeWeek = {
  ...{ monday: officeDay, tuesday: officeDay, wednesday: officeDay, thursday: officeDay },
  friday: [['09:00', '16:00']],
} as const
/** What agents can have shown, beside the articles. */
const surfaces = [
  { feature: 'guide', id: 'first-invoice', title: 'Your first invoice' },
  { feature: 'checklist', id: 'setup', title: 'Set up Paperlane' },
]

/** Paperlane and the docent-server it talks to, both answering. */
export async function startDemo(options: StartDemoOptions): Promise<RunningDemo> {
  const { appPort, docentPort, dataDir, pagesDir, bot = true, warn = console.warn } = options
  mkdirSync(dataDir, { recursive: true })
  const tokenKey = loadTokenKey(dataDir)
  const docent = await createServer({
    port: docentPort,
    dataDir: join(dataDir, 'docent'),
    cdnDir: options.cdnDir ?? join(packagesDir, 'widget/dist/cdn'),
    inboxDir: options.inboxDir ?? join(packagesDir, 'inbox/dist'),
    log: (level, message, details) => {
      if (level !== 'info') warn(message, details)
    },
    apps: [
      {
        id: docentApp,
        name: 'Paperlane',
        accent: '#0e6b5c',
        reply: {
          withinMinutes: 120,
          hours: { timeZone: 'Europe/Riga', week: officeWeek },
          rules: [{ plan: ['pro', 'business'], withinMinutes: 30 }],
        },
        bot,
        surfaces,
        team: [{ name: agent.name }, { name: 'Tomass Ozols' }, { name: 'Juris Vilks' }],
        helpDir: join(exampleDir, 'dist/help'),
        tokenKeys: [{ algorithm: 'HS256', key: tokenKey }],
      },
    ],
  })
  try {
    const app = await createDemo({
      port: appPort,
      docentUrl: docent.url,
      dataDir: join(dataDir, 'paperlane'),
      tokenKey,
      ...(pagesDir && { pagesDir }),
    })
    await Promise.all([waitUntilAnswers(`${app.url}/`), waitUntilAnswers(`${docent.url}/inbox/`)])
    return {
      appUrl: app.url,
      docentUrl: docent.url,
      inboxLink: await docent.createSignInLink(agent),
      close: async () => {
        await Promise.all([app.close(), docent.close()])
      },
    }
  } catch (error) {
    await docent.close()
    throw error
  }
}
