import type { Examples } from './events/example'
import { LINUX } from './events/linux'
import { MACOS } from './events/macos'
import { WINDOWS_FILES } from './events/windows-files'
import { WINDOWS_LIBRARIES } from './events/windows-libraries'
import { WINDOWS_NETWORK } from './events/windows-network'
import { WINDOWS_PROCESS } from './events/windows-process'
import { WINDOWS_REGISTRY } from './events/windows-registry'

/** Events made up for the starter rules, by file name without its extension. */
export const EXAMPLES: Examples = {
  ...WINDOWS_PROCESS,
  ...WINDOWS_NETWORK,
  ...WINDOWS_FILES,
  ...WINDOWS_REGISTRY,
  ...WINDOWS_LIBRARIES,
  ...LINUX,
  ...MACOS,
}
