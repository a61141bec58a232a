#!/usr/bin/env node
/**
 * `npm run demo` and `npm test` on a machine that has Node and npm and nothing else: brings the package manager, the packages,
 * a browser where one is needed, and then runs the task. No dependency of its own.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, platform } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

/** The last major that runs on Node 20; its lockfile is the same as that of later ones. */
const pnpmVersion = '10.34.9'
const root = resolve(import.meta.dirname, '../..')
const isWindows = platform() === 'win32'

function stop(message) {
  console.error(`\n${message}`)
  process.exit(1)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  stop(`Docent needs Node 20.19 or newer; this is ${process.version}. Get one from https://nodejs.org`)

/** npm hands its own settings to scripts as npm_config_*; only those that installs need are passed on. */
const env = { ...process.env }
for (const name of Object.keys(env)) {
  if (/^npm_(config_(?!registry|cafile|nodedir|proxy|https_proxy|noproxy)|package_|lifecycle_|command)/i.test(name))
    delete env[name]
}

const quote = (argument) => (isWindows && /[\s"]/.test(argument) ? `"${argument}"` : argument)
const run = (command, parameters, options = {}) =>
  spawnSync(command, parameters.map(quote), { cwd: root, stdio: 'inherit', env, shell: isWindows, ...options })
function must(command, parameters, options) {
  const result = run(command, parameters, options)
  if (result.status !== 0) {
    if (result.error) console.error(result.error.message)
    process.exit(result.status ?? 1)
  }
}

/** pnpm 10 from the PATH, else one of our own under .tools/. Scripts that call `pnpm` find it too. */
function findPnpm() {
  const onPath = run('pnpm', ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
  if (onPath.status === 0 && /^10\./.test(String(onPath.stdout).trim())) return ['pnpm']
  const tools = join(root, '.tools')
  const cli = join(tools, 'node_modules/pnpm/bin/pnpm.cjs')
  if (!existsSync(cli)) {
    console.log(`Bringing pnpm ${pnpmVersion} into .tools/`)
    mkdirSync(tools, { recursive: true })
    writeFileSync(join(tools, 'package.json'), '{"private":true}')
    const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
    must('npm', ['install', '--prefix', tools, ...flags, `pnpm@${pnpmVersion}`], { cwd: tools })
  }
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  env[pathName] = join(tools, 'node_modules/.bin') + delimiter + (env[pathName] ?? '')
  return [process.execPath, cli]
}

/** Skipped while lockfile, workspace and Node are those of the last install. The stamp goes with node_modules. */
function install(pnpm) {
  const stamp = join(root, 'node_modules/.bootstrap-stamp')
  const hash = createHash('sha256').update(process.version)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)))
  const wanted = hash.digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const [command, ...first] = pnpm
  must(command, [...first, 'install', '--frozen-lockfile', '--prefer-offline'], { env: { ...env, CI: 'true' } })
  writeFileSync(stamp, wanted)
}

/** Debian's Chromium without its windows: the same engine, and the tests take half as long. */
const headlessShell = '/usr/bin/chromium-headless-shell'
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)
function installedBrowsers() {
  if (platform() === 'darwin') return [...macApps, ...macApps.map((path) => join(homedir(), path))]
  const windowsRoots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
    Boolean,
  )
  if (isWindows)
    return windowsRoots.flatMap((base) =>
      [
        'Google/Chrome/Application/chrome.exe',
        'Chromium/Application/chrome.exe',
        'Microsoft/Edge/Application/msedge.exe',
      ].map((path) => join(base, path)),
    )
  return [
    headlessShell,
    '/usr/bin/chromium',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
  ]
}
function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const installed = installedBrowsers().find((path) => existsSync(path))
  if (installed) return installed
  const downloaded = createRequire(join(root, 'package.json'))('playwright-core').chromium.executablePath()
  return existsSync(downloaded) ? downloaded : undefined
}
/** On a machine of somebody's own only where there is no browser at all. */
function installHeadlessShell(found) {
  const system = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  const isRoot = process.getuid?.() === 0
  // Not on Ubuntu: there apt's chromium is a stub for a snap.
  if (!/^ID=debian$/m.test(system) || (found && !isRoot)) return
  console.log("Installing Debian's chromium-headless-shell")
  const apt = (...parameters) =>
    run(isRoot ? 'apt-get' : 'sudo', [...(isRoot ? [] : ['-n', 'apt-get']), ...parameters], {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update', '-q')
  apt('install', '-y', '-q', '--no-install-recommends', 'chromium-headless-shell', 'fonts-liberation')
}
function ensureChromium() {
  const found = findChromium()
  if (process.env.CHROMIUM_PATH || found === headlessShell) return found
  installHeadlessShell(found)
  if (!findChromium()) {
    console.log('No browser found: asking Playwright for one')
    const withSystem = platform() === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : []
    run(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', ...withSystem, 'chromium'])
  }
  return (
    findChromium() ??
    stop('No Chromium, Chrome or Edge was found. Install one, or set CHROMIUM_PATH to its program file.')
  )
}

const tasks = {
  demo: ['packages/build/src/demo.ts'],
  test: ['packages/build/src/test.ts'],
  dev: ['packages/build/src/dev.ts'],
  serve: ['packages/build/src/serve.ts'],
}
const [task = '', ...rest] = process.argv.slice(2)
if (!tasks[task]) stop(`Unknown task "${task}". There are ${Object.keys(tasks).join(', ')}.`)
const pnpm = findPnpm()
install(pnpm)
if (task === 'test') env.CHROMIUM_PATH = ensureChromium()
must(process.execPath, ['--import', 'tsx', '--conditions=source', ...tasks[task], ...rest])
