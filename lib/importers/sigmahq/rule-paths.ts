/** How the files of rules are called. */
export const RULE_FILE = /\.ya?ml$/i

const RULE_FOLDER = /^rules(-.*)?$/

/** Whether a folder at a source's top holds its rules, so that only such folders are read. */
export function isRuleFolder(name: string): boolean {
  return RULE_FOLDER.test(name)
}

/**
 * Which of a source's paths are rule files: "Which files" of this folder's README, for sources that
 * are a list of paths and not a folder on disk. Sorted.
 */
export function selectRulePaths(paths: readonly string[]): string[] {
  return paths
    .filter(readPlaces(paths))
    .filter((path) => RULE_FILE.test(path))
    .sort()
}

/** Whether a path of a source, a file's or a link's, lies where rules are looked for. */
export function readPlaces(paths: readonly string[]): (path: string) => boolean {
  const isInRuleFolder = (path: string) => path.includes('/') && isRuleFolder(topOf(path))
  const hasRuleFolders = paths.some(isInRuleFolder)
  return (path) => !/(^|\/)\./.test(path) && (!hasRuleFolders || isInRuleFolder(path))
}

/** The first part of a path. */
export function topOf(path: string): string {
  return path.split('/', 1)[0] ?? ''
}
