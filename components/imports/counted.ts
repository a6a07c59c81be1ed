const NUMBER = new Intl.NumberFormat('en')

/** `1 rule`, `2,862 rules`. */
export function counted(number: number, what: string): string {
  return `${NUMBER.format(number)} ${what}${number === 1 ? '' : 's'}`
}

export function grouped(number: number): string {
  return NUMBER.format(number)
}
