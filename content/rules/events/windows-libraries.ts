import type { Event } from '../match-event'
import { type Examples, SYSTEM32 } from './example'

export const WINDOWS_LIBRARIES: Examples = {
  image_load_susp_vault_library_from_user_folder: {
    finds: [load('C:\\Users\\a\\Downloads\\viewer.exe', `${SYSTEM32}vaultcli.dll`)],
    leaves: [
      load(`${SYSTEM32}svchost.exe`, `${SYSTEM32}vaultcli.dll`),
      load('C:\\Users\\a\\Downloads\\viewer.exe', `${SYSTEM32}kernel32.dll`),
    ],
  },
  image_load_susp_system_library_name_in_user_folder: {
    finds: [
      load('C:\\ProgramData\\upd\\signed.exe', 'C:\\ProgramData\\upd\\VERSION.dll'),
      load(
        'C:\\Users\\a\\AppData\\Roaming\\p\\p.exe',
        'C:\\Users\\a\\AppData\\Roaming\\p\\wtsapi32.dll',
      ),
    ],
    leaves: [
      load('C:\\ProgramData\\upd\\signed.exe', `${SYSTEM32}version.dll`),
      load(
        'C:\\Users\\a\\t.exe',
        'C:\\Users\\a\\AppData\\Local\\Microsoft\\OneDrive\\26.1\\dbghelp.dll',
      ),
      load('C:\\Users\\a\\t.exe', 'C:\\Users\\a\\myversion.dll'),
    ],
  },
}

function load(image: string, library: string): Event {
  return { Image: image, ImageLoaded: library }
}
