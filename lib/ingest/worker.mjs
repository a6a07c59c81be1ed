// The entry of a worker thread, in JavaScript: a thread starts without the hooks that let its parent
// import TypeScript, so it has to register them first. What the pool can ask for, by name:
import { register } from 'tsx/esm/api'

register()
export const { compileFiles } = await import('./compile-file.ts')
export const { makeRules } = await import('./make-rule.ts')
