import type { Logsource } from '@/lib/sigma/ast'
import { fits, sayText } from './describe-long'
import { mostSpecific } from './most-specific'
import { quoteText } from './quote-text'

/**
 * What a log records, as the plural object of "looks for", by category, service, or product and
 * either of them (Sigma taxonomy appendix; the names of services are the products' own).
 */
const EVENTS: ReadonlyMap<string, string> = new Map([
  ['process_creation', 'process starts'],
  ['process_access', 'accesses of one process to another'],
  ['process_termination', 'process ends'],
  ['process_tampering', 'process images that were tampered with'],
  ['create_remote_thread', 'threads that one process starts in another'],
  ['network_connection', 'network connections'],
  ['file_event', 'files being created'],
  ['file_access', 'files being opened'],
  ['file_change', 'files whose creation time is changed'],
  ['file_delete', 'files being deleted'],
  ['file_rename', 'files being renamed'],
  ['file_executable_detected', 'executable files being created'],
  ['file_block_executable', 'executable files that were blocked'],
  ['registry_event', 'registry changes'],
  ['registry_set', 'registry values being set'],
  ['registry_add', 'registry keys being added'],
  ['registry_delete', 'registry keys or values being deleted'],
  ['registry_rename', 'registry keys being renamed'],
  ['image_load', 'libraries being loaded'],
  ['driver_load', 'drivers being loaded'],
  ['dns_query', 'DNS look-ups by processes'],
  ['dns', 'DNS queries'],
  ['pipe_created', 'named pipes being created'],
  ['create_stream_hash', 'alternate data streams being created'],
  ['raw_access_thread', 'raw disk reads'],
  ['wmi_event', 'WMI event subscriptions'],
  ['sysmon_status', 'state changes of Sysmon'],
  ['sysmon_error', 'errors of Sysmon'],
  ['clipboard_capture', 'clipboard changes'],
  ['ps_script', 'PowerShell script blocks'],
  ['ps_module', 'PowerShell commands in the module log'],
  ['ps_classic_start', 'starts of the PowerShell engine'],
  ['ps_classic_provider_start', 'starts of PowerShell providers'],
  ['ps_classic_script', 'PowerShell scripts in the classic log'],
  ['proxy', 'web requests in the proxy log'],
  ['webserver', 'requests to web servers'],
  ['firewall', 'connections in the firewall log'],
  ['antivirus', 'alerts of antivirus products'],
  ['database', 'database queries'],
  ['edr', 'events of an endpoint sensor'],
  ['windows/security', 'events in the Windows Security log'],
  ['windows/system', 'events in the Windows System log'],
  ['windows/application', 'events in the Windows Application log'],
  ['windows/sysmon', 'events of Sysmon'],
  ['windows/windefend', 'events of Microsoft Defender Antivirus'],
  ['windows/powershell', 'events in the PowerShell log'],
  ['windows/powershell-classic', 'events in the classic PowerShell log'],
  ['windows/taskscheduler', 'events of the Windows Task Scheduler'],
  ['windows/firewall-as', 'events of the Windows Firewall'],
  ['windows/bits-client', 'BITS transfer jobs on Windows'],
  ['windows/codeintegrity-operational', 'Code Integrity events on Windows'],
  ['windows/ntlm', 'NTLM events on Windows'],
  ['windows/dns-server', 'events of the Windows DNS server'],
  ['windows/dns-client', 'DNS look-ups in the Windows DNS client log'],
  ['windows/applocker', 'AppLocker events on Windows'],
  ['windows/wmi', 'WMI events on Windows'],
  ['windows/msexchange-management', 'Exchange management commands'],
  ['windows/appxdeployment-server', 'app package deployments on Windows'],
  ['windows/ldap', 'LDAP searches by Windows clients'],
  ['linux/auditd', 'auditd records on Linux'],
  ['linux/sshd', 'log lines of the SSH server on Linux'],
  ['linux/auth', 'log lines of the authentication log on Linux'],
  ['linux/syslog', 'syslog lines on Linux'],
  ['linux/cron', 'log lines of cron on Linux'],
  ['linux', 'log lines on Linux'],
  ['macos', 'events on macOS'],
  ['windows', 'events on Windows'],
  ['aws/cloudtrail', 'API calls in AWS CloudTrail'],
  ['azure/signinlogs', 'sign-ins in Microsoft Entra ID'],
  ['azure/auditlogs', 'changes in the Microsoft Entra ID audit log'],
  ['azure/activitylogs', 'operations in the Azure activity log'],
  ['azure/riskdetection', 'risk detections of Microsoft Entra ID Protection'],
  ['azure/pim', 'alerts of Entra Privileged Identity Management'],
  ['m365/audit', 'operations in the Microsoft 365 audit log'],
  ['m365/exchange', 'Exchange Online operations'],
  ['m365/threat_management', 'threat alerts of Microsoft 365'],
  ['m365/threat_detection', 'threat alerts of Microsoft 365'],
  ['gcp/gcp.audit', 'operations in the Google Cloud audit log'],
  ['gcp/google_workspace.admin', 'admin actions in Google Workspace'],
  ['gcp/google_workspace.login', 'sign-ins to Google Workspace'],
  ['okta/okta', 'events in the Okta system log'],
  ['onelogin/onelogin.events', 'events of OneLogin'],
  ['github/audit', 'events in the GitHub audit log'],
  ['bitbucket/audit', 'events in the Bitbucket audit log'],
  ['kubernetes/audit', 'requests in the Kubernetes audit log'],
  ['cisco/aaa', 'commands in the AAA log of Cisco devices'],
  ['cisco/duo', 'events of Cisco Duo'],
  ['opencanary', 'events of an OpenCanary honeypot'],
  ['rpc_firewall', 'calls seen by an RPC firewall'],
  ['zeek/http', 'HTTP requests seen by Zeek'],
  ['zeek/dns', 'DNS queries seen by Zeek'],
  ['zeek/smb_files', 'SMB file operations seen by Zeek'],
  ['zeek/dce_rpc', 'RPC calls seen by Zeek'],
  ['zeek', 'network events seen by Zeek'],
  ['apache', 'lines in the error log of Apache'],
  ['nginx', 'lines in the error log of nginx'],
  ['netflow', 'network flows'],
])

const PRODUCTS: ReadonlyMap<string, string> = new Map([
  ['windows', 'Windows'],
  ['linux', 'Linux'],
  ['macos', 'macOS'],
  ['aws', 'AWS'],
  ['azure', 'Azure'],
  ['gcp', 'Google Cloud'],
  ['m365', 'Microsoft 365'],
  ['okta', 'Okta'],
  ['github', 'GitHub'],
  ['bitbucket', 'Bitbucket'],
  ['cisco', 'Cisco'],
  ['fortigate', 'FortiGate'],
  ['jvm', 'Java'],
  ['kubernetes', 'Kubernetes'],
  ['nodejs', 'Node.js'],
  ['paloalto', 'Palo Alto Networks'],
  ['python', 'Python'],
  ['ruby_on_rails', 'Ruby on Rails'],
  ['spring', 'Spring'],
  ['sql', 'SQL'],
])

/** Characters of a name; those of real logs are far shorter. */
const LONGEST = 60

/** "process starts on Windows": what the rule reads, whole even for a logsource of nobody's. */
export function eventWords(logsource: Logsource): string {
  const { product, category, service } = logsource
  const found = mostSpecific(EVENTS, logsource)
  if (found !== null) {
    const { key, value } = found
    const on = product === undefined || key.startsWith(product) ? '' : ` on ${productName(product)}`
    // What is known by product and service says the category too.
    const further = key.includes('/') || service === undefined || key === service
    return `${value}${on}${further ? '' : ` (${sayText(service, 'name', LONGEST)})`}`
  }
  const names = [category, service].filter((name) => name !== undefined)
  const on = product === undefined ? '' : ` on ${productName(product)}`
  if (names.every((name) => fits(name, LONGEST))) {
    return [...names.map(quoteText), `events${on}`].join(' ')
  }
  return `events of a log with ${names.map((name) => sayText(name, 'name', LONGEST)).join(' and ')}${on}`
}

function productName(product: string): string {
  return PRODUCTS.get(product) ?? sayText(product, 'name', LONGEST)
}
