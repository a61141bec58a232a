/** What GrowthBook's documentation says of its conditions, case by case: https://docs.growthbook.io/lib/build-your-own */
import type { Json } from '@docent/protocol'
import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { hashShare } from './hash-share.ts'
import type { Conditions, Verdict } from './rule.ts'
import { factsOf } from './test-rules.ts'

const verdictOf = (where: object, attributes: Json): Verdict =>
  evaluate(
    { kind: 'attr', where: where as Conditions },
    factsOf({ trait: (name) => (attributes as Record<string, Json>)[name] }),
  ).verdict

const cases: Readonly<Record<string, readonly (readonly [where: object, attributes: Json, verdict: Verdict])[]>> = {
  'no conditions': [
    [{}, {}, true],
    [{}, { plan: 'pro' }, true],
  ],
  '$and, $or, $nor, $not': [
    [{ $and: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }, true],
    [{ $and: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 3 }, false],
    [{ $and: [] }, {}, true],
    [{ $or: [{ a: 1 }, { b: 2 }] }, { a: 0, b: 2 }, true],
    [{ $or: [{ a: 1 }, { b: 2 }] }, { a: 0, b: 0 }, false],
    [{ $or: [] }, {}, true],
    [{ $nor: [{ a: 1 }, { b: 2 }] }, { a: 0, b: 0 }, true],
    [{ $nor: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 0 }, false],
    [{ $not: { a: 1 } }, { a: 2 }, true],
    [{ $not: { a: 1 } }, { a: 1 }, false],
    [{ $or: [{ a: 1, b: 1 }, { $and: [{ a: 2 }, { b: 2 }] }] }, { a: 2, b: 2 }, true],
    [{ $not: { $or: [{ a: 1 }, { a: 2 }] } }, { a: 2 }, false],
    [{ plan: 'pro', $or: [{ seats: { $gt: 5 } }, { trial: true }] }, { plan: 'pro', seats: 3, trial: true }, true],
  ],
  'nested attributes': [
    [{ 'user.plan': 'pro' }, { user: { plan: 'pro' } }, true],
    [{ 'user.plan': 'pro' }, { user: { plan: 'free' } }, false],
    [{ 'user.company.seats': { $gte: 5 } }, { user: { company: { seats: 5 } } }, true],
  ],
  '$eq and $ne': [
    [{ a: { $eq: 'x' } }, { a: 'x' }, true],
    [{ a: { $ne: 'x' } }, { a: 'x' }, false],
    [{ a: { $ne: 'x' } }, { a: 'y' }, true],
  ],
  'order, of numbers and of text': [
    [{ n: { $gt: 50, $lt: 100 } }, { n: 75 }, true],
    [{ n: { $gt: 50, $lt: 100 } }, { n: 100 }, false],
    [{ n: { $gte: 100 } }, { n: 100 }, true],
    [{ n: { $lte: 10 } }, { n: 11 }, false],
    [{ word: { $gt: 'alphabet', $lt: 'zebra' } }, { word: 'bee' }, true],
    [{ word: { $gt: 'alphabet', $lt: 'zebra' } }, { word: 'aaa' }, false],
  ],
  '$in and $nin': [
    [{ a: { $in: ['x', 'y'] } }, { a: 'y' }, true],
    [{ a: { $in: [] } }, { a: 'y' }, false],
    [{ a: { $nin: ['x', 'y'] } }, { a: 'z' }, true],
    [{ tags: { $in: ['b', 'c'] } }, { tags: ['a', 'b'] }, true],
    [{ tags: { $in: ['c', 'd'] } }, { tags: ['a', 'b'] }, false],
    [{ tags: { $nin: ['b'] } }, { tags: ['a', 'b'] }, false],
    [{ tags: { $in: ['a'] } }, { tags: [] }, false],
  ],
  'whatever the case': [
    [{ a: { $ini: ['X'] } }, { a: 'x' }, true],
    [{ a: { $ini: ['X'] } }, { a: 'y' }, false],
    [{ tags: { $ini: ['B'] } }, { tags: ['a', 'b'] }, true],
    [{ a: { $nini: ['X'] } }, { a: 'x' }, false],
    [{ tags: { $alli: ['A', 'B'] } }, { tags: ['a', 'b', 'c'] }, true],
    [{ tags: { $alli: ['A', 'D'] } }, { tags: ['a', 'b', 'c'] }, false],
  ],
  $regex: [
    [{ agent: { $regex: '(Mobile|Tablet)' } }, { agent: 'Android Mobile' }, true],
    [{ agent: { $regex: '(Mobile|Tablet)' } }, { agent: 'Chrome Desktop' }, false],
    [{ agent: { $regexi: '(MOBILE)' } }, { agent: 'Android Mobile' }, true],
    [{ agent: { $notRegex: 'Mobile' } }, { agent: 'Desktop' }, true],
    [{ agent: { $regex: '???***[' } }, { agent: 'any' }, 'unknown'],
  ],
  '$exists, $type, $size': [
    [{ a: { $exists: true } }, { a: 0 }, true],
    [{ a: { $exists: true } }, { a: null }, false],
    [{ a: { $exists: false } }, {}, true],
    [{ a: { $type: 'string' } }, { a: 'x' }, true],
    [{ a: { $type: 'string' } }, { a: 1 }, false],
    [{ a: { $type: 'array' } }, { a: ['x'] }, true],
    [{ a: { $type: 'boolean' } }, { a: false }, true],
    [{ a: { $type: 'null' } }, { a: null }, true],
    [{ a: { $type: 'object' } }, { a: { b: 1 } }, true],
    [{ tags: { $size: 3 } }, { tags: ['a', 'b', 'c'] }, true],
    [{ tags: { $size: 3 } }, { tags: ['a', 'b'] }, false],
    [{ tags: { $size: { $gt: 2 } } }, { tags: [1, 2, 3] }, true],
    [{ tags: { $size: 0 } }, { tags: [] }, true],
    [{ tags: { $size: 1 } }, { tags: 'a' }, false],
  ],
  '$elemMatch and $all': [
    [{ tags: { $elemMatch: { $eq: 'bar' } } }, { tags: ['foo', 'bar'] }, true],
    [{ tags: { $elemMatch: { $eq: 'bar' } } }, { tags: ['foo', 'baz'] }, false],
    [{ hobbies: { $elemMatch: { $not: { $regex: '^ping' } } } }, { hobbies: ['pingpong'] }, false],
    [{ hobbies: { $elemMatch: { $not: { $regex: '^ping' } } } }, { hobbies: ['chess'] }, true],
    [{ users: { $elemMatch: { id: { $gt: 2 } } } }, { users: [{ id: 1 }, { id: 3 }] }, true],
    [{ users: { $elemMatch: { id: { $gt: 2 } } } }, { users: [{ id: 1 }] }, false],
    [
      { users: { $elemMatch: { id: 1, name: 'b' } } },
      {
        users: [
          { id: 1, name: 'a' },
          { id: 2, name: 'b' },
        ],
      },
      false,
    ],
    [{ tags: { $elemMatch: { $eq: 'a' } } }, { tags: 'a' }, false],
    [{ tags: { $all: ['a', 'b'] } }, { tags: ['a', 'b', 'c'] }, true],
    [{ tags: { $all: ['a', 'd'] } }, { tags: ['a', 'b', 'c'] }, false],
    [{ tags: { $all: ['a'] } }, { tags: 'a' }, false],
    [{ tags: { $all: [{ $regex: '^a' }, 'b'] } }, { tags: ['ab', 'b'] }, true],
  ],
  $not: [
    [{ email: { $not: { $regex: '@gmail.com$' } } }, { email: 'ada@acme.com' }, true],
    [{ email: { $not: { $regex: '@gmail.com$' } } }, { email: 'ada@gmail.com' }, false],
    [{ a: { $not: { $exists: true } } }, {}, true],
  ],
  versions: [
    [{ v: { $veq: '1.2.3' } }, { v: 'v1.2.3' }, true],
    [{ v: { $veq: '1.2.3' } }, { v: '1.2.3+build.5' }, true],
    [{ v: { $vne: '1.2.3' } }, { v: '1.2.3' }, false],
    [{ v: { $vgt: '1.9.0' } }, { v: '1.10.0' }, true],
    [{ v: { $vgt: '1.2.3-alpha' } }, { v: '1.2.3' }, true],
    [{ v: { $vgt: '1.2.3' } }, { v: '1.2.3-alpha' }, false],
    [{ v: { $vgte: '2.0.0' } }, { v: '2.0.0' }, true],
    [{ v: { $vlt: '5.0.0', $vgt: '4.0.0' } }, { v: '4.99.12' }, true],
    [{ v: { $vlte: '0.9.1' } }, { v: '0.9.2' }, false],
    [{ v: { $vgt: '1.0.0-alpha.9' } }, { v: '1.0.0-alpha.10' }, true],
  ],
  'what nobody has told is unknown, where GrowthBook takes it for null': [
    [{ a: 'x' }, {}, 'unknown'],
    [{ a: { $ne: 'x' } }, {}, 'unknown'],
    [{ a: { $nin: ['x'] } }, {}, 'unknown'],
    [{ a: { $not: { $eq: 'x' } } }, {}, 'unknown'],
    [{ $or: [{ a: 1 }, { b: 1 }] }, { b: 1 }, true],
    [{ $or: [{ a: 1 }, { b: 1 }] }, { b: 2 }, 'unknown'],
    [{ $nor: [{ a: 1 }] }, {}, 'unknown'],
    [{ a: { $almost: 1 } }, { a: 1 }, 'unknown'],
  ],
}

for (const [title, list] of Object.entries(cases)) {
  describe(title, () => {
    it.each(list)('%j of %j is %s', (where, attributes, verdict) => {
      expect(verdictOf(where, attributes)).toBe(verdict)
    })
  })
}

/** Version 2 of the hash, as `[seed, value, share]`. */
it.each([
  ['seed', 'a', 0.0505],
  ['seed', 'b', 0.2696],
  ['foo', 'ab', 0.2575],
  ['foo', 'def', 0.2019],
  ['90850943850283058242805', '123', 0.7516],
])('the hash of %s and %s is %d', (seed, value, share) => {
  expect(hashShare(seed, value)).toBe(share)
})
