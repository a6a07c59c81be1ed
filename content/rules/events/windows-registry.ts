import type { Event } from '../match-event'
import { type Examples, SYSTEM32 } from './example'

const USER = 'HKU\\S-1-5-21-1111111111-2222222222-3333333333-1001\\'
const RUN = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run\\'
const OPTIONS =
  'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Image File Execution Options\\'
const DEFENDER = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender\\'
const WDIGEST =
  'HKLM\\System\\CurrentControlSet\\Control\\SecurityProviders\\WDigest\\UseLogonCredential'
const TREE =
  'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache\\Tree\\Update\\'
const ON = 'DWORD (0x00000001)'
const OFF = 'DWORD (0x00000000)'

export const WINDOWS_REGISTRY: Examples = {
  registry_set_susp_run_key_script_host: {
    finds: [
      set(`${USER}${RUN}Updater`, 'powershell.exe -w hidden -File C:\\Users\\a\\u.ps1'),
      set(`HKLM\\${RUN}svc`, 'C:\\Users\\Public\\svc.exe'),
    ],
    leaves: [
      set(
        `${USER}${RUN}OneDrive`,
        '"C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe" /background',
      ),
      set('HKLM\\SOFTWARE\\Vendor\\Running\\x', 'powershell.exe'),
      {
        ...set(`HKLM\\${RUN}setup`, 'C:\\Windows\\Temp\\setup.exe /resume'),
        Image: 'C:\\Windows\\Installer\\MSI1234.tmp',
      },
    ],
  },
  registry_set_susp_logon_screen_debugger: {
    finds: [
      set(`${OPTIONS}sethc.exe\\Debugger`, `${SYSTEM32}cmd.exe`),
      set(`${OPTIONS}UTILMAN.EXE\\Debugger`, 'C:\\t\\a.exe'),
    ],
    leaves: [
      set(`${OPTIONS}notepad.exe\\Debugger`, 'C:\\t\\windbg.exe'),
      set(`${OPTIONS}sethc.exe\\MitigationOptions`, 'Binary Data'),
    ],
  },
  registry_set_susp_defender_protection_disabled: {
    finds: [
      set(`${DEFENDER}DisableAntiSpyware`, ON),
      set(`${DEFENDER}Real-Time Protection\\DisableRealtimeMonitoring`, ON),
      set(`${DEFENDER}Spynet\\SpynetReporting`, OFF),
    ],
    leaves: [
      set(`${DEFENDER}DisableAntiSpyware`, OFF),
      set(`${DEFENDER}Spynet\\SpynetReporting`, 'DWORD (0x00000002)'),
      set('HKLM\\SOFTWARE\\Vendor\\DisableAntiSpyware', ON),
    ],
  },
  registry_set_susp_wdigest_plaintext_credentials: {
    finds: [set(WDIGEST, ON)],
    leaves: [set(WDIGEST, OFF), set(`${WDIGEST}s`, ON)],
  },
  registry_set_susp_com_server_in_user_folder: {
    finds: [
      set(
        `${USER.slice(0, -1)}_Classes\\CLSID\\{AB8902B4-09CA-4bb6-B78D-A8F59079A8D5}\\InprocServer32\\(Default)`,
        'C:\\Users\\a\\AppData\\Roaming\\lib\\a.dll',
      ),
    ],
    leaves: [
      set(
        'HKLM\\SOFTWARE\\Classes\\CLSID\\{AB8902B4-09CA-4bb6-B78D-A8F59079A8D5}\\InprocServer32\\(Default)',
        'C:\\ProgramData\\Vendor\\a.dll',
      ),
      set(
        `${USER}Software\\Classes\\CLSID\\{A}\\InprocServer32\\(Default)`,
        'C:\\Program Files\\Vendor\\a.dll',
      ),
    ],
  },
  registry_delete_susp_scheduled_task_descriptor: {
    finds: [{ Image: `${SYSTEM32}reg.exe`, EventType: 'DeleteValue', TargetObject: `${TREE}SD` }],
    leaves: [
      { Image: `${SYSTEM32}svchost.exe`, EventType: 'DeleteValue', TargetObject: `${TREE}Id` },
    ],
  },
}

function set(target: string, details: string): Event {
  const Image = `${SYSTEM32}reg.exe`
  return { Image, EventType: 'SetValue', TargetObject: target, Details: details }
}
