import { expect, test } from 'vitest'
import { describeStart } from './describe-start.ts'

const lineOf = (databaseUrl: string) =>
  describeStart({ url: 'http://x', dataDir: '/var/docent', databaseUrl, command: 'docent-server' }).split('\n')[2]

test.each([
  ['file:/var/docent/docent.db', '  Data     /var/docent'],
  ['file:/srv/other.db', '  Data     /srv/other.db, key and lock in /var/docent'],
  [
    'postgres://ada:s%65cret@db.acme.example:5433/support?sslmode=require',
    '  Data     PostgreSQL, support at db.acme.example:5433',
  ],
  ['postgresql:///support?host=/run/postgresql', '  Data     PostgreSQL, support at a local socket'],
  ['postgres://ada:se cret@[db/support', '  Data     PostgreSQL'],
])('the data of %s are described without a password', (databaseUrl, expected) => {
  expect(lineOf(databaseUrl)).toBe(expected)
})
