/** Paperlane alone, for scenarios in which docent-server is killed. */
import { createDemo } from '../../../examples/saas-demo/server/create-demo.ts'

const { APP_PORT, DOCENT_URL = '', DATA_DIR = '', TOKEN_KEY = '' } = process.env
const demo = await createDemo({
  port: Number(APP_PORT),
  docentUrl: DOCENT_URL,
  dataDir: DATA_DIR,
  tokenKey: TOKEN_KEY,
})
console.log(`Paperlane ${demo.url}\n`)
