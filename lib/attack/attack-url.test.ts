import { expect, it } from 'vitest'
import { attackUrl } from './attack-url'

it.each([
  ['T1048.003', 'https://attack.mitre.org/techniques/T1048/003/'],
  ['t1048', 'https://attack.mitre.org/techniques/T1048/'],
  ['TA0010', 'https://attack.mitre.org/tactics/TA0010/'],
  ['G0016', 'https://attack.mitre.org/groups/G0016/'],
  ['S0002', 'https://attack.mitre.org/software/S0002/'],
  ['DET0001', 'https://attack.mitre.org/detectionstrategies/DET0001/'],
])('links %s to its page', (id, url) => {
  expect(attackUrl(id)).toBe(url)
})

it.each(['', 'exfiltration', 'T1048/../x', 'javascript:alert(1)', 'T1048.003\n', 'T1048.03'])(
  'gives no address for %j',
  (text) => {
    expect(attackUrl(text)).toBeNull()
  },
)
