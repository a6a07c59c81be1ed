/** Bytes of UTF-8 that a file may have; a large SigmaHQ rule has 20 KB. */
export const MAX_BYTES = 1_048_576

/** Nesting of collections; the deepest shape that Sigma gives a meaning has seven. */
export const MAX_DEPTH = 64

/** Nodes that aliases may add to a file when written out. */
export const MAX_ALIAS_NODES = 10_000
