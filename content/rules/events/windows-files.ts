import { type Examples, file, SYSTEM32 } from './example'

export const WINDOWS_FILES: Examples = {
  file_event_win_susp_web_shell_written_by_web_server: {
    finds: [
      file(`${SYSTEM32}inetsrv\\w3wp.exe`, 'C:\\inetpub\\wwwroot\\aspnet_client\\e.ASPX'),
      file('C:\\xampp\\apache\\bin\\httpd.exe', 'C:\\xampp\\htdocs\\up\\a.php'),
    ],
    leaves: [
      file(`${SYSTEM32}inetsrv\\w3wp.exe`, 'C:\\inetpub\\logs\\u_ex260101.log'),
      file('C:\\Windows\\explorer.exe', 'C:\\inetpub\\wwwroot\\default.aspx'),
      file(
        `${SYSTEM32}inetsrv\\w3wp.exe`,
        'C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\Temporary ASP.NET Files\\root\\a.ashx',
      ),
    ],
  },
  file_event_win_susp_lsass_memory_dump_name: {
    finds: [
      file(`${SYSTEM32}Taskmgr.exe`, 'C:\\Users\\a\\AppData\\Local\\Temp\\lsass.DMP'),
      file('C:\\t\\procdump64.exe', 'C:\\t\\lsass.exe_260101_100000.dmp'),
    ],
    leaves: [
      file('C:\\t\\procdump64.exe', 'C:\\t\\notepad.exe_260101_100000.dmp'),
      file('C:\\t\\editor.exe', 'C:\\t\\lsass-notes.txt'),
      file(
        `${SYSTEM32}WerFault.exe`,
        'C:\\ProgramData\\Microsoft\\Windows\\WER\\ReportQueue\\lsass\\a.mdmp',
      ),
    ],
  },
  file_event_win_susp_browser_credential_store_copy: {
    finds: [
      file(
        'C:\\Users\\a\\Downloads\\inv.exe',
        'C:\\Users\\a\\AppData\\Local\\Temp\\x1\\Login Data',
      ),
      file(`${SYSTEM32}cmd.exe`, 'C:\\ProgramData\\key4.db'),
    ],
    leaves: [
      file(
        'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
        'C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\User Data\\Default\\Login Data',
      ),
      file('C:\\Apps\\Teams.exe', 'C:\\Users\\a\\AppData\\Roaming\\Teams\\EBWebView\\Local State'),
      file(`${SYSTEM32}cmd.exe`, 'C:\\ProgramData\\Login Data.txt'),
    ],
  },
  file_delete_win_susp_powershell_console_history: {
    finds: [
      file(
        `${SYSTEM32}WindowsPowerShell\\v1.0\\powershell.exe`,
        'C:\\Users\\a\\AppData\\Roaming\\Microsoft\\Windows\\PowerShell\\PSReadLine\\ConsoleHost_history.txt',
      ),
    ],
    leaves: [file('C:\\Windows\\explorer.exe', 'C:\\Users\\a\\Documents\\chat_history.txt')],
  },
}
