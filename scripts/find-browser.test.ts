import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { findBrowser } from './find-browser'

describe('findBrowser', () => {
  it('takes the browser that CHROMIUM_PATH names', async () => {
    expect(await findBrowser(process.execPath)).toMatchObject({ executablePath: process.execPath })
  })

  it('says in one line what is wrong with CHROMIUM_PATH', async () => {
    await expect(findBrowser('/no/such/browser')).rejects.toThrow(
      /^CHROMIUM_PATH is "\/no\/such\/browser", which .* unset it to have a browser found\.$/,
    )
  })

  it('finds an installed one before any other', async () => {
    expect(await findBrowser('', [process.execPath])).toMatchObject({
      executablePath: process.execPath,
    })
  })

  it('finds one that starts', async () => {
    const { executablePath, args } = await findBrowser()
    const run = spawnSync(executablePath, [...args, '--version'], { encoding: 'utf8' })
    expect(run.stdout).toMatch(/Chrom/)
  })
})
