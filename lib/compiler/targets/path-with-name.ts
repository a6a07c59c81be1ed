import { call, column, filter, type KqlExpression, literal } from '@/lib/kql/ast'

/**
 * The full path out of a folder column and a name column, where the folder may hold the name too:
 * Defender documents its path columns as folders, and fills most of them with the name included.
 */
export function pathWithName(folder: string, name: string): KqlExpression {
  const ending = call('strcat', literal('\\'), column(name))
  return call(
    'iff',
    {
      kind: 'or',
      operands: [call('isempty', column(name)), filter(column(folder), 'endswith', ending)],
    },
    column(folder),
    call('strcat', column(folder), literal('\\'), column(name)),
  )
}
