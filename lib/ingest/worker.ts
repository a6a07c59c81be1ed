/** The entry of a worker thread: what the pool can ask for, by name. */
export { compileFiles } from './compile-file'
export { makeRules } from './make-rule'
