import { describeLong, fits } from './describe-long'
import { quoteText } from './quote-text'

/**
 * What a field holds, as the subject of a sentence: singular, with its article. Fields that hold a
 * path have a second noun for what the path leads to. Names are those of Sysmon, of Windows' own
 * channels and of the Sigma taxonomy appendix; the case does not matter.
 */
const NOUNS: readonly (readonly [fields: string, noun: string, thing?: string])[] = [
  // Processes
  ['Image ProcessPath NewProcessName ProcessName exe', 'the path of the process', 'the process'],
  ['Application ApplicationPath', 'the path of the application', 'the application'],
  ['ParentImage ParentProcessName', 'the path of the parent process', 'the parent process'],
  ['GrandParentImage', 'the path of the grandparent process', 'the grandparent process'],
  ['SourceImage', 'the path of the acting process', 'the acting process'],
  ['TargetImage', 'the path of the target process', 'the target process'],
  ['CommandLine ProcessCommandLine', 'the command line'],
  ['ParentCommandLine', 'the command line of the parent'],
  ['GrandParentCommandLine', 'the command line of the grandparent'],
  ['OriginalFileName', 'the original file name'],
  ['CurrentDirectory', 'the working directory'],
  ['IntegrityLevel', 'the integrity level'],
  ['Company', 'the company name'],
  ['Description', 'the description'],
  ['Product', 'the product name'],
  ['FileVersion', 'the file version'],
  ['Hashes Hash', 'the list of hashes'],
  ['md5', 'the MD5 hash'],
  ['sha1', 'the SHA-1 hash'],
  ['sha256', 'the SHA-256 hash'],
  ['Imphash', 'the import hash'],
  ['User UserName', 'the user'],
  ['ParentUser', 'the user of the parent process'],
  ['LogonId', 'the logon ID'],
  ['CallTrace', 'the call trace'],
  ['GrantedAccess', 'the granted access'],
  ['StartModule', 'the module that the thread starts in'],
  ['StartFunction', 'the function that the thread starts in'],
  ['StartAddress', 'the address that the thread starts at'],
  // Files, libraries, pipes
  ['TargetFilename', 'the path of the file', 'the file'],
  ['SourceFilename', 'the path of the source file', 'the source file'],
  ['ImageLoaded', 'the path of the loaded file', 'the loaded file'],
  ['FileName', 'the file name'],
  ['PipeName', 'the name of the pipe'],
  ['Contents', 'the content of the stream'],
  ['Signature', 'the signature'],
  ['SignatureStatus', 'the state of the signature'],
  ['ImagePath ServiceFileName', 'the path of the service', 'the file of the service'],
  ['ServiceName', 'the name of the service'],
  // Registry
  ['TargetObject', 'the registry path'],
  ['Details', 'the registry data'],
  ['NewName', 'the new registry path'],
  ['NewValue', 'the new value'],
  ['OldValue', 'the old value'],
  ['EventType', 'the type of event'],
  // Network
  ['DestinationPort dst_port DestPort id.resp_p', 'the destination port'],
  ['SourcePort src_port id.orig_p', 'the source port'],
  ['DestinationIp dst_ip id.resp_h DestAddress', 'the destination address'],
  ['SourceIp src_ip id.orig_h SourceAddress', 'the source address'],
  ['DestinationHostname', 'the name of the destination host'],
  ['SourceHostname', 'the name of the source host'],
  ['Protocol', 'the protocol'],
  ['QueryName query', 'the name looked up'],
  ['QueryResults answers', 'the answer of the look-up'],
  ['record_type QueryType', 'the type of record'],
  // Web
  ['c-uri cs-uri', 'the URL'],
  ['cs-uri-query c-uri-query', 'the query of the URL'],
  ['cs-uri-stem c-uri-stem', 'the path in the URL'],
  ['c-uri-extension', 'the file extension in the URL'],
  ['cs-host r-dns', 'the requested host'],
  ['cs-method', 'the request method'],
  ['c-useragent cs-user-agent userAgent', 'the user agent'],
  ['cs-referer cs-referrer', 'the referrer'],
  ['cs-cookie', 'the cookie'],
  ['sc-status', 'the status code of the answer'],
  // PowerShell
  ['ScriptBlockText', 'the script block'],
  ['Payload', 'the payload of the command'],
  ['ContextInfo', 'the context of the command'],
  // Windows channels
  ['EventID', 'the event ID'],
  ['Provider_Name', 'the event provider'],
  ['Channel', 'the channel'],
  ['ComputerName Computer', 'the name of the computer'],
  ['Data Message', 'the text of the event'],
  ['LogonType', 'the logon type'],
  ['LogonProcessName', 'the logon process'],
  ['AuthenticationPackageName', 'the authentication package'],
  ['TargetUserName', 'the target account'],
  ['SubjectUserName', 'the acting account'],
  ['TargetUserSid', 'the SID of the target account'],
  ['SubjectUserSid', 'the SID of the acting account'],
  ['WorkstationName Workstation', 'the name of the workstation'],
  ['IpAddress ClientAddress', 'the client address'],
  ['IpPort', 'the client port'],
  ['ShareName', 'the name of the share'],
  ['RelativeTargetName', 'the path in the share'],
  ['ObjectName', 'the name of the object'],
  ['ObjectType', 'the type of object'],
  ['ObjectServer', 'the object server'],
  ['ObjectClass', 'the class of the object'],
  ['AccessMask', 'the access mask'],
  ['AccessList Accesses', 'the list of accesses'],
  ['PrivilegeList', 'the list of privileges'],
  ['AttributeLDAPDisplayName', 'the name of the directory attribute'],
  ['AttributeValue', 'the value of the directory attribute'],
  ['TaskName', 'the name of the task'],
  ['TaskContent', 'the content of the task'],
  ['TicketEncryptionType', 'the ticket encryption'],
  ['TicketOptions', 'the ticket options'],
  ['SearchFilter', 'the search filter'],
  // Cloud and identity
  ['eventName', 'the operation (eventName)'],
  ['eventSource', 'the service (eventSource)'],
  ['operationName operation', 'the operation'],
  ['properties.message', 'the operation (properties.message)'],
  ['riskEventType', 'the type of risk'],
  ['ResultType ResultCode', 'the result code'],
  ['errorCode', 'the error code'],
  ['Category category', 'the category'],
  ['gcp.audit.method_name', 'the method'],
  ['auditType.category', 'the category of the audit event'],
  ['auditType.action', 'the action of the audit event'],
  // Linux
  ['a0', 'the argument a0'],
  ['a1', 'the argument a1'],
  ['a2', 'the argument a2'],
  ['a3', 'the argument a3'],
  ['SYSCALL syscall', 'the system call'],
]

interface FieldWords {
  readonly noun: string
  readonly thing: string | null
}

const WORDS: ReadonlyMap<string, FieldWords> = new Map(
  NOUNS.flatMap(([fields, noun, thing = null]) =>
    fields.split(' ').map((field) => [field.toLowerCase(), { noun, thing }] as const),
  ),
)

const PLAIN_NAME = /^[\p{L}\p{N}_@][\p{L}\p{N}_@.:{}/-]{0,59}$/u

/** Whether a field holds a path to something that is known by its file name. */
export function hasName(field: string): boolean {
  return (WORDS.get(field.toLowerCase())?.thing ?? null) !== null
}

/** The subject for a field, or for the text of the event where the rule searches for keywords. */
export function fieldNoun(field: string | null, byName: boolean): string {
  if (field === null) return 'the text of the event'
  const words = WORDS.get(field.toLowerCase())
  if (words !== undefined) return (byName ? words.thing : null) ?? words.noun
  if (PLAIN_NAME.test(field)) return `the field ${field}`
  return fits(field, 60)
    ? `the field ${quoteText(field)}`
    : `the field with ${describeLong(field, 'name', 60, 'start')}`
}
