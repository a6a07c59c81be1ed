const LONGEST = 120

/**
 * The name under which a rule's file is saved: the last part of its path at the source, with nothing
 * in it that a header, a shell or a file system could take for more than a name.
 *
 * @param ending with its dot: `.yml`
 */
export function ruleFileName(path: string, ending: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? ''
  const name = last
    .replace(/\.ya?ml$/i, '')
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^[._-]+/, '')
    .slice(0, LONGEST)
  return `${name === '' ? 'rule' : name}${ending}`
}
