import type { SigmaString, StringPart } from '@/lib/sigma/ast'

/**
 * What a value that was written for a full path means to a column with only the file name.
 *
 * `exact`: matches the same files. `folder-lost`: the file name is compared, the folder is not.
 * `folder-unseen`: the value may stand in the folder as well, where it is not found.
 * `undecidable`: the value speaks of folders only.
 */
export type BaseName =
  | { readonly kind: 'exact' | 'folder-lost' | 'folder-unseen'; readonly value: SigmaString }
  | { readonly kind: 'undecidable' }

/**
 * `*\cmd.exe` → `cmd.exe`, exact; `C:\Tools\x.exe` → `x.exe`, folder lost; `C:\Tools\*` undecidable.
 *
 * @param separator what parts a path: a slash on Linux and macOS, where a backslash is a letter
 */
export function baseNameOf({ parts }: SigmaString, separator: '\\' | '/' = '\\'): BaseName {
  const last = parts.findLastIndex((part) => part.kind === 'text' && part.text.includes(separator))
  if (last === -1) return { kind: withoutSeparator(parts), value: { parts } }

  const text = textOf(parts[last])
  const cut = text.lastIndexOf(separator) + 1
  const name: StringPart[] = cut < text.length ? [{ kind: 'text', text: text.slice(cut) }] : []
  name.push(...parts.slice(last + 1))
  if (!name.some((part) => part.kind === 'text')) return { kind: 'undecidable' }

  const anyFolder = last === 1 && parts[0]?.kind === 'any' && text.slice(0, cut) === separator
  const open = name.at(-1)?.kind === 'any'
  // `*\foo*` may name a folder too, so it is a guess; `C:\Program Files\foo*` mostly does.
  if (open && !anyFolder) return { kind: 'undecidable' }
  return { kind: anyFolder && !open ? 'exact' : 'folder-lost', value: { parts: name } }
}

/** No full path begins with a file name, and none ends in a folder. */
function withoutSeparator(parts: readonly StringPart[]): 'exact' | 'folder-lost' | 'folder-unseen' {
  if (parts[0]?.kind !== 'any') return 'folder-lost'
  return parts.some((part, index) => index > 0 && part.kind === 'any') ? 'folder-unseen' : 'exact'
}

function textOf(part: StringPart | undefined): string {
  return part?.kind === 'text' ? part.text : ''
}
