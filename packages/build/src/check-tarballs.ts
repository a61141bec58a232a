import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publishedPackages } from './build-package.ts'
import { packagesDir, readManifest } from './workspace.ts'

/** Packs every published package, installs the tarballs in an empty project, and uses them as a customer would. */
const folder = mkdtempSync(join(tmpdir(), 'docent-tarballs-'))
const folders = [...publishedPackages, 'inbox']
for (const name of folders)
  execFileSync('pnpm', ['pack', '--pack-destination', folder], { cwd: join(packagesDir, name), stdio: 'ignore' })
const tarballs = readdirSync(folder).filter((file) => file.endsWith('.tgz'))
const dependencies = Object.fromEntries(
  folders.map((name) => {
    const { name: packageName } = readManifest(name)
    const stem = packageName.replace('@', '').replace('/', '-')
    const file = tarballs.find((tarball) => tarball.startsWith(`${stem}-0`) || tarball.startsWith(`${stem}-1`))
    if (!file) throw new Error(`No tarball of ${packageName}`)
    return [packageName, `file:./${file}`]
  }),
)
const project = { name: 'customer', private: true, type: 'module', dependencies, pnpm: { overrides: dependencies } }
writeFileSync(join(folder, 'package.json'), JSON.stringify(project))
execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '--legacy-peer-deps'], {
  cwd: folder,
  stdio: 'inherit',
})
writeFileSync(
  join(folder, 'use.mjs'),
  `import { createDocent, chat, faq, checklist, guide, DocentError } from 'docent'
import { http } from 'docent/transports/http'
const docent = createDocent({ transport: http({ url: 'http://127.0.0.1:1' }), features: [chat(), faq(), checklist({ checklists: [] }), guide()] })
if (docent.state.value !== 'idle') throw new Error('createDocent() did something')
try { createDocent({ features: [] }); throw new Error('no error') } catch (error) { if (!(error instanceof DocentError)) throw error }
`,
)
writeFileSync(
  join(folder, 'use.cjs'),
  `const { createDocent } = require('docent'); if (typeof createDocent !== 'function') throw new Error('no createDocent in CommonJS')\n`,
)
for (const file of ['use.mjs', 'use.cjs']) execFileSync(process.execPath, [file], { cwd: folder, stdio: 'inherit' })
const help = execFileSync(process.execPath, [join(folder, 'node_modules/docent-cli/dist/bin.js'), '--version'], {
  encoding: 'utf8',
})
console.log(`${folders.length} tarballs install and run; docent ${help.trim()}`)
rmSync(folder, { recursive: true, force: true })
