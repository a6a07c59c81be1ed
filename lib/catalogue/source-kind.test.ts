import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeFolder } from '@/lib/importers/sigmahq/describe-folder'
import { sourceKind } from './source-kind'

it('knows the starter catalogue from any other folder', () => {
  const starter = describeFolder('content/rules', join(process.cwd(), 'content/rules'))
  expect(sourceKind(starter)).toBe('starter')
  const folder = describeFolder('content', join(process.cwd(), 'content'))
  expect(sourceKind(folder)).toBe('other')
})

it('calls open source only what is known to be', () => {
  const webUrl = 'https://github.com/x/y/blob/main/'
  expect(sourceKind({ webUrl, licence: 'DRL 1.1' })).toBe('repository')
  expect(sourceKind({ webUrl, licence: null })).toBe('other')
})
