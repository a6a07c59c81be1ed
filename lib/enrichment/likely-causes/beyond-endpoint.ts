import { BY_ADDRESS, BY_IDENTITY, type CauseRow } from './likely-cause'

const APPLICATIONS = 'django jvm nodejs python ruby_on_rails spring sql velocity'.split(' ')
const DEVICES = 'fortigate fortios huawei juniper paloalto checkpoint'.split(' ')

/** Logs of clouds, identity providers, networks and applications. */
export const BEYOND_ENDPOINT: readonly CauseRow[] = [
  [
    'aws',
    'Infrastructure as code, deployment pipelines, cloud security and cost tools, and administrators can make calls like these.',
    BY_IDENTITY,
  ],
  [
    'azure/activitylogs',
    'Infrastructure as code, deployment pipelines, policy remediation and administrators can perform operations like these.',
    BY_IDENTITY,
  ],
  [
    'azure/auditlogs',
    'Identity administrators, provisioning and synchronisation services, and the onboarding of applications can make changes like these.',
    BY_IDENTITY,
  ],
  [
    'azure/signinlogs',
    'Travel, new devices, changed VPN exits, older clients and service accounts can look like this.',
    BY_IDENTITY,
  ],
  [
    'azure/riskdetection',
    'Travel, VPN and mobile networks, and new devices can raise risks like these.',
    'Mark known networks as named locations and confirm or dismiss the risk in Entra ID Protection, so that it learns.',
  ],
  [
    'azure/pim',
    'Emergency accounts, newly given roles and reviews that are overdue can raise alerts like these.',
    'Mend the role assignment where the alert is right, and leave out single emergency accounts by their ID.',
  ],
  [
    'azure',
    'Automation accounts, pipelines and administrators can cause events like these.',
    BY_IDENTITY,
  ],
  [
    'm365',
    'Administrators, migration and backup services, and users who share or download much at once can cause events like these.',
    BY_IDENTITY,
  ],
  [
    'gcp',
    'Infrastructure as code, deployment pipelines, service accounts of managed services and administrators can make calls like these.',
    BY_IDENTITY,
  ],
  [
    'gcp/google_workspace.admin',
    'Workspace administrators and provisioning tools can take actions like these.',
    BY_IDENTITY,
  ],
  [
    'gcp/google_workspace.login',
    'Travel, new devices and changed VPN exits can look like this.',
    BY_IDENTITY,
  ],
  [
    'okta',
    'Okta administrators, provisioning, the help desk and users with new devices or on the road can cause events like these.',
    BY_IDENTITY,
  ],
  [
    'onelogin',
    'Administrators, provisioning and users with new devices can cause events like these.',
    BY_IDENTITY,
  ],
  [
    'duo',
    'Administrators who help a locked-out user can cause events like these.',
    'Compare each event with a ticket, and leave out the group that was given the exception.',
  ],
  [
    'github',
    'Repository administrators, automation accounts and newly onboarded teams can take actions like these.',
    BY_IDENTITY,
  ],
  [
    'bitbucket',
    'Repository administrators, build systems and migrations can take actions like these.',
    BY_IDENTITY,
  ],
  [
    'kubernetes',
    'Operators, deployment pipelines, the control plane itself and administrators at work on a fault can send requests like these.',
    'Leave out what is benign by service account, namespace and verb together; a service account alone is too wide.',
  ],
  [
    'webserver',
    'Vulnerability scanners, penetration tests, search engines and applications with unusual addresses of their own can send requests like these.',
    `${BY_ADDRESS} Look at the status of the answer too: most probes fail.`,
  ],
  [
    'proxy',
    'Software updates, developer tools, security research and ordinary browsing can ask for addresses like these.',
    'Leave out what is benign by destination and client host together.',
  ],
  [
    'firewall',
    'Scanners, monitoring, backup and newly deployed services can open connections like these.',
    'Leave out what is benign by source, destination and port together.',
  ],
  [
    'dns',
    'Browsers, mail servers, security products and content delivery networks can ask for names like these.',
    'Leave out what is benign by the asked domain and the asking host together.',
  ],
  [
    'database',
    'Administration and reporting tools, migrations and developers can run queries like these.',
    'Leave out what is benign by account, client host and statement together.',
  ],
  ...APPLICATIONS.map(
    (product): CauseRow => [
      product,
      'Faults of the application, vulnerability scanners and tests can leave entries like these.',
      'Leave out what is benign by the source address and the part of the application together; look for the cause of an error that comes again and again.',
    ],
  ),
  ...['apache', 'nginx'].map(
    (service): CauseRow => [
      service,
      'Faulty modules, overload and vulnerability scanners can leave lines like these.',
      'Leave out what is benign by host and exact message together; look for the cause of an error that comes again and again.',
    ],
  ),
  [
    'zeek',
    'Scanners, monitoring, management servers and misconfigured devices can cause traffic like this.',
    'Leave out what is benign by source and destination together.',
  ],
  [
    'cisco',
    'Network administrators, configuration backup and monitoring can enter commands like these.',
    'Leave out what is benign by account and management host together, and compare the time with planned changes.',
  ],
  [
    'opencanary',
    'Vulnerability scanners, asset discovery and misconfigured devices touch a honeypot too; nobody else has a reason to.',
    'Leave out single scanners by their address.',
  ],
  [
    'rpc_firewall',
    'Administration and monitoring servers, domain controllers and backup systems can make calls like these.',
    'Leave out what is benign by source address and interface together.',
  ],
  ...DEVICES.map(
    (product): CauseRow => [
      product,
      'Network administrators, central management, configuration backup and faulty neighbours can cause events like these.',
      'Leave out what is benign by account and management host together, and compare the time with planned changes.',
    ],
  ),
  [
    'netflow',
    'Older devices and applications that were never moved to an encrypted protocol can cause traffic like this.',
    'Leave out what is benign by source and destination together, until the protocol is replaced.',
  ],
  [
    'qualys',
    'A scanner reports what it found, not what was done with it: the finding may be right and known.',
    'Leave out single findings that were accepted, with the date on which they are looked at again.',
  ],
]
