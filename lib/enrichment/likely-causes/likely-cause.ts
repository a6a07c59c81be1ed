/** What is harmless and looks the same in one kind of log, a whole sentence each. */
export interface LikelyCause {
  /** Who or what does this in ordinary operation. */
  readonly likely: string
  /** By which stable fact to leave it out. */
  readonly exclude: string
}

export type CauseRow = readonly [key: string, likely: string, exclude: string]

export const BY_PROCESS =
  'Leave out what is benign by facts that an intruder cannot choose: the full path together with the signer or the hash, the parent process and the account; never by a file name alone.'
export const BY_ACCOUNT =
  'Leave out what is benign by account and host together, not by account alone: a stolen account keeps its name.'
export const BY_IDENTITY =
  'Leave out what is benign by the ID of the account or application together with its usual source network; display names and user agents can be chosen freely.'
export const BY_ADDRESS =
  'Leave out what is benign by the address of the scanner or monitor and the path that it asks for; a user agent can be chosen freely.'
export const BY_DESTINATION =
  'Leave out what is benign by destination and full path of the process together; never by the name of the process alone.'
export const BY_SCRIPT =
  'Leave out what is benign by the path and signature of the script and the account that runs it; the text of a script alone is easily imitated.'
