import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The built inbox of the installed `@docent/inbox`. */
export function defaultInboxDir(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@docent/inbox/package.json')), 'dist')
  } catch {
    return undefined
  }
}

/** In the monorepo the widget's build lies beside this package; an installed server serves what `cdnDir` names. */
export function defaultCdnDir(): string | undefined {
  const folder = join(packageFolder(), '../widget/dist/cdn')
  return existsSync(join(packageFolder(), '../widget/package.json')) ? folder : undefined
}

function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}
