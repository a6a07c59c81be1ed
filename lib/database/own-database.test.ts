import { describe, expect, it } from 'vitest'
import { checkDatabaseUrl, unreachable } from './own-database'

const SECRET = 'hunter2'

describe('checkDatabaseUrl', () => {
  it.each([
    `postgresql://atlas:${SECRET}@db.example:5432/atlas`,
    'postgres://localhost/atlas?schema=public',
  ])('takes %s', (setting) => {
    expect(() => checkDatabaseUrl(setting)).not.toThrow()
  })

  it.each([
    [`mysql://atlas:${SECRET}@db.example/atlas`, /not the URL of a Postgres database/],
    [`atlas:${SECRET}@db.example`, /not the URL of a Postgres database/],
    [`${SECRET} and words`, /not the URL of a Postgres database/],
    [`postgresql://a:${SECRET}@db/atlas?schema=other`, /schema "other"/],
  ])('refuses %s without showing the password', (setting, reason) => {
    expect(() => checkDatabaseUrl(setting)).toThrow(reason)
    expect(() => checkDatabaseUrl(setting)).not.toThrow(SECRET)
  })
})

describe('unreachable', () => {
  it.each([
    ['ECONNREFUSED', 'nothing listens there'],
    ['ENOTFOUND', 'there is no such host'],
    ['28P01', 'it refuses the user or the password'],
    ['3D000', 'it has no database of that name'],
  ])('explains %s in one line, with the place and without the password', (code, reason) => {
    const error = Object.assign(new Error('raw'), { code })
    const { message } = unreachable(`postgresql://atlas:${SECRET}@db.example:5433/atlas`, error)
    expect(message).toContain(`(db.example:5433/atlas) cannot be reached: ${reason}.`)
    expect(message).not.toContain(SECRET)
    expect(message).not.toContain('\n')
  })
})
