import { call, column, type InOperator, type KqlExpression } from '@/lib/kql/ast'
import { builtInAccounts } from '../../built-in-accounts'
import type { Caution, FieldMapping, LogsourceMapping, ValueMapping } from '../../mapping'
import { hexAndDecimal, integrityLevelWord } from '../../rewrites'

/**
 * _Im_ProcessCreate: what the parsers for Sysmon (0.4.0), Microsoft 365 Defender (0.1.2 and later)
 * and Security event 4688 (0.2.1) really write, read in Azure-Sentinel, Parsers/ASimProcessEvent.
 * The parent of the new process is Acting…; ParentProcess… is its grandparent. Values from the
 * `Event` table keep XML entities.
 */
const PARSER = '_Im_ProcessCreate'

const text = (name: string): ValueMapping => ({
  kind: 'value',
  value: column(name),
  type: 'string',
  fromXml: true,
})

/**
 * Sysmon and Defender name the account in TargetUsername. The 4688 parser writes a stand-in there
 * when the process runs as its creator, who is then in ActorUsername.
 */
function runningUser(): KqlExpression {
  const named: KqlExpression = {
    kind: 'in',
    operator: '!in' satisfies InOperator,
    left: column('TargetUsername'),
    values: ['', '-', '-\\-', 'Nobody', 'Local System'],
  }
  return call('case', named, column('TargetUsername'), ...creator())
}

/** 4688 shows a built-in account as the computer's own: its SID tells which one it is. */
function creator(): readonly KqlExpression[] {
  return [...builtInAccounts(column('ActorUserId')), column('ActorUsername')]
}

export const PROCESS_CREATION: LogsourceMapping = {
  logsource: { product: 'windows', category: 'process_creation' },
  variants: [
    {
      source: { kind: 'function', name: PARSER, gate: [] },
      fields: {
        Image: text('TargetProcessName'),
        CommandLine: text('TargetProcessCommandLine'),
        OriginalFileName: {
          kind: 'value',
          value: column('TargetProcessFilename'),
          type: 'string',
          fromXml: true,
          caution: {
            code: 'TARGET_FIELD_APPROXIMATED',
            message: `Only rows from Sysmon hold "OriginalFileName" in ${PARSER}; rows from Defender and from event 4688 hold the name on disk there, so a renamed program is not seen on them.`,
            effect: 'either',
          },
        },
        Description: sysmonOnly('Description', 'TargetProcessFileDescription'),
        Product: sysmonOnly('Product', 'TargetProcessFileProduct'),
        Company: sysmonOnly('Company', 'TargetProcessFileCompany'),
        FileVersion: sysmonOnly('FileVersion', 'TargetProcessFileVersion'),
        CurrentDirectory: sysmonOnly('CurrentDirectory', 'TargetProcessCurrentDirectory'),
        ParentImage: { ...text('ActingProcessName'), losesCase: true },
        ParentCommandLine: {
          kind: 'value',
          value: column('ActingProcessCommandLine'),
          type: 'string',
          fromXml: true,
          caution: notFrom4688('ParentCommandLine'),
        },
        GrandParentImage: {
          kind: 'value',
          value: column('ParentProcessName'),
          type: 'string',
          holds: 'base-name',
        },
        User: { kind: 'value', value: runningUser(), type: 'string' },
        ParentUser: { kind: 'value', value: call('case', ...creator()), type: 'string' },
        IntegrityLevel: {
          kind: 'value',
          value: column('TargetProcessIntegrityLevel'),
          type: 'string',
          rewrite: integrityLevelWord,
          caution: notFrom4688('IntegrityLevel'),
        },
        LogonId: {
          kind: 'value',
          value: column('TargetUserSessionId'),
          type: 'string',
          rewrite: hexAndDecimal,
          caution: notFrom4688('LogonId'),
        },
        ProcessId: { kind: 'value', value: column('TargetProcessId'), type: 'string' },
        ParentProcessId: { kind: 'value', value: column('ActingProcessId'), type: 'string' },
        Hashes: {
          kind: 'hashes',
          columns: {
            MD5: 'TargetProcessMD5',
            SHA1: 'TargetProcessSHA1',
            SHA256: 'TargetProcessSHA256',
            IMPHASH: 'TargetProcessIMPHASH',
          },
          caution: {
            code: 'TARGET_FIELD_APPROXIMATED',
            message: `Rows from event 4688 have no hashes in ${PARSER}, and rows from Defender no import hash.`,
            effect: 'narrows',
          },
        },
        Computer: text('DvcHostname'),
      },
      unlisted: 'unmapped',
    },
  ],
}

function notFrom4688(field: string): Caution {
  return {
    code: 'TARGET_FIELD_APPROXIMATED',
    message: `Rows from event 4688 have no "${field}" in ${PARSER}: it is empty there.`,
    effect: 'narrows',
  }
}

/** Version resources and the working directory: only the Sysmon parsers fill them. */
function sysmonOnly(field: string, name: string): FieldMapping {
  return {
    kind: 'value',
    value: column(name),
    type: 'string',
    fromXml: true,
    caution: {
      code: 'TARGET_FIELD_APPROXIMATED',
      message: `Only rows from Sysmon hold "${field}" in ${PARSER}; it is empty on rows from Defender and from event 4688.`,
      effect: 'narrows',
    },
  }
}
