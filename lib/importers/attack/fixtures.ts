/** A bundle of our own, of the shape that MITRE's has: a test says what differs. */

interface Stix {
  readonly type: string
  readonly id: string
  readonly [name: string]: unknown
}

/** An object that carries an ATT&CK id; its STIX id is made of it. */
export function stix(type: string, externalId: string, more: object = {}): Stix {
  return {
    ...{ type, id: `${type}--${externalId}`, name: `Name of ${externalId}` },
    external_references: [
      { source_name: 'elsewhere', external_id: 'CAPEC-1' },
      {
        source_name: 'mitre-attack',
        external_id: externalId,
        url: `https://attack.mitre.org/x/${externalId}`,
      },
    ],
    x_mitre_domains: ['enterprise-attack'],
    ...more,
  }
}

export function relationship(source: Stix, kind: string, target: Stix, more: object = {}): Stix {
  return {
    ...{ type: 'relationship', id: `relationship--${source.id}-${kind}-${target.id}` },
    ...{ relationship_type: kind, source_ref: source.id, target_ref: target.id, ...more },
  }
}

export const TECHNIQUE = stix('attack-pattern', 'T1562.001', {
  description: 'Adversaries may stop [a tool](https://example.com).(Citation: Someone)\n\nOften.\0',
  kill_chain_phases: [
    { kill_chain_name: 'mitre-attack', phase_name: 'defense-evasion' },
    { kill_chain_name: 'other', phase_name: 'x' },
  ],
  x_mitre_platforms: ['Windows', 'Linux'],
})
export const RETIRED = stix('attack-pattern', 'T1089', { revoked: true })
export const COMPONENT = stix('x-mitre-data-component', 'DC0001', { name: 'Process Creation' })
export const ANALYTIC = stix('x-mitre-analytic', 'AN0001', {
  x_mitre_platforms: ['Windows'],
  x_mitre_log_source_references: [
    {
      name: 'WinEventLog:Sysmon',
      channel: 'EventCode=1',
      x_mitre_data_component_ref: COMPONENT.id,
    },
    { name: 'other', channel: '' },
  ],
})
export const STRATEGY = stix('x-mitre-detection-strategy', 'DET0001', {
  x_mitre_analytic_refs: [ANALYTIC.id, 'x-mitre-analytic--gone'],
})
export const MITIGATION = stix('course-of-action', 'M1001')
/** Mitigations of long ago have the id of their technique. */
export const OLD_MITIGATION = stix('course-of-action', 'T1562.001', { x_mitre_deprecated: true })
export const GROUP = stix('intrusion-set', 'G0001', {
  ...{ name: 'A <b>Group</b>', aliases: ['A <b>Group</b>', 'Another'] },
})
export const TOOL = stix('tool', 'S0001', {
  external_references: [
    { source_name: 'mitre-attack', external_id: 'S0001', url: 'javascript:alert(1)' },
  ],
})

export const OBJECTS: readonly Stix[] = [
  {
    ...{ type: 'x-mitre-collection', id: 'x-mitre-collection--1', name: 'Enterprise ATT&CK' },
    x_mitre_version: '18.1',
  },
  {
    ...{ type: 'marking-definition', id: 'marking-definition--1' },
    definition: { statement: 'Copyright 2015-2025, The MITRE Corporation.' },
  },
  ...[TECHNIQUE, RETIRED, COMPONENT, ANALYTIC, STRATEGY, MITIGATION, OLD_MITIGATION, GROUP, TOOL],
  relationship(STRATEGY, 'detects', TECHNIQUE),
  relationship(MITIGATION, 'mitigates', TECHNIQUE, { description: 'Keep it on.' }),
  relationship(OLD_MITIGATION, 'mitigates', TECHNIQUE),
  relationship(GROUP, 'uses', TECHNIQUE),
  relationship(GROUP, 'uses', TECHNIQUE, { id: 'relationship--twice', description: 'Said twice.' }),
  relationship(GROUP, 'uses', RETIRED),
  relationship(TOOL, 'uses', TECHNIQUE, { x_mitre_deprecated: true }),
  relationship(TECHNIQUE, 'subtechnique-of', RETIRED),
]

/** The text of a bundle of these objects. */
export function bundleText(objects: readonly unknown[] = OBJECTS): string {
  return JSON.stringify({ type: 'bundle', id: 'bundle--1', objects })
}
