/** The least number of rules of each step of the ramp. */
export const HEAT_STEPS = [1, 2, 5, 15, 50] as const

/** `0`, `1`, `2–4` … `50+`: the steps in words, from none on. */
export const HEAT_LABELS: readonly string[] = [
  '0',
  ...HEAT_STEPS.map((least, index) => {
    const next = HEAT_STEPS[index + 1]
    if (next === undefined) return `${least}+`
    return next - least === 1 ? String(least) : `${least}–${next - 1}`
  }),
]

const NUMBER = new Intl.NumberFormat('en')

/** `1 rule`, `1,204 rules` */
export function countRules(rules: number): string {
  return `${NUMBER.format(rules)} ${rules === 1 ? 'rule' : 'rules'}`
}
