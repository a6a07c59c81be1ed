import { connection, type Examples, SYSTEM32 } from './example'

export const WINDOWS_NETWORK: Examples = {
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
  dns_query_win_susp_tunnel_service_by_script_host: {
    finds: [
      lookUp(`${SYSTEM32}mshta.exe`, 'quiet-river-12.trycloudflare.com'),
      lookUp(`${SYSTEM32}WindowsPowerShell\\v1.0\\powershell.exe`, 'a1b2.NGROK-FREE.app'),
    ],
    leaves: [
      lookUp('C:\\Program Files\\Mozilla Firefox\\firefox.exe', 'quiet-river-12.trycloudflare.com'),
      lookUp(`${SYSTEM32}mshta.exe`, 'trycloudflare.com.example.org'),
      lookUp(`${SYSTEM32}mshta.exe`, 'www.example.com'),
    ],
  },
}

function lookUp(image: string, name: string) {
  return { Image: image, QueryName: name }
}
