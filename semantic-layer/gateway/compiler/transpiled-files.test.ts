import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recallTranspiled } from './transpiled-files.ts'

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transpiled-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test('what one start transpiled is there at the next', () => {
  const file = path.join(folder, 'model.json')
  const first = new Map<string, string>()
  const keep = recallTranspiled(first, file)
  first.set('a hash', 'its code')
  keep()
  const second = new Map<string, string>()
  recallTranspiled(second, file)()
  expect(second).toEqual(first)
  expect(fs.readdirSync(folder)).toEqual(['model.json'])
})

test.each([
  ['of another version of Cube', '{"version":"0.0.1","files":{"a hash":"old code"}}'],
  ['cut off', '{"version":"0.'],
  ['not ours', 'null'],
])('a file %s is not used, and is replaced', (_name, text) => {
  const file = path.join(folder, 'other.json')
  fs.writeFileSync(file, text)
  const cache = new Map<string, string>()
  const keep = recallTranspiled(cache, file)
  expect(cache.size).toBe(0)
  cache.set('a hash', 'its code')
  keep()
  const again = new Map<string, string>()
  recallTranspiled(again, file)
  expect(again).toEqual(cache)
})

test("a place that can't be written only costs time", () => {
  const cache = new Map<string, string>()
  const keep = recallTranspiled(cache, path.join(folder, 'missing', 'model.json'))
  cache.set('a hash', 'its code')
  expect(keep).not.toThrow()
})
