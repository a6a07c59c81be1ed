import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from './count-tests'

describe('countVitest', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ],
  }

  it('counts tests', () => {
    expect(countVitest(JSON.stringify(report))).toEqual({ passed: 7, failed: 1, skipped: 2 })
  })

  it('counts a file that could not be loaded', () => {
    const broken = { status: 'failed', assertionResults: [] }
    const json = JSON.stringify({ ...report, testResults: [...report.testResults, broken] })
    expect(countVitest(json).failed).toBe(2)
  })
})

describe('countPlaywright', () => {
  it('counts a flaky test and an error outside of tests as failures', () => {
    const stats = { expected: 9, unexpected: 1, flaky: 1, skipped: 3 }
    expect(countPlaywright(JSON.stringify({ stats, errors: [{}] }))).toEqual({
      passed: 9,
      failed: 3,
      skipped: 3,
    })
  })
})
