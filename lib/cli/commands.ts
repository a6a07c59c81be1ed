/** One command of the command line. */
export interface Command {
  /** Its arguments, as the help shows them. */
  readonly usage: string
  readonly summary: string
  /** Whether it touches the catalogue, and so needs Prisma's generated client. */
  readonly needsClient: boolean
  /** Loads the command's own file: no command pays for what another imports. */
  readonly load: () => Promise<(args: readonly string[]) => Promise<number>>
}

/** All commands, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  serve: {
    usage: 'serve [--dev]',
    summary: 'brings up database and web app; this is what "npm start" does',
    needsClient: true,
    load: async () => (await import('./serve')).serveCommand,
  },
  import: {
    usage:
      'import <folder | git URL | zip> [--source NAME] [--branch NAME] [--dry-run] [--json] [--allow-removals]',
    summary: 'brings the Sigma rules of a folder, a repository or a zip into the catalogue',
    needsClient: true,
    load: async () => (await import('./import')).importCommand,
  },
  enrich: {
    usage: 'enrich [--source NAME] [--json]',
    summary: 'derives again what changed inputs made stale',
    needsClient: true,
    load: async () => (await import('./enrich')).enrichCommand,
  },
  sources: {
    usage: 'sources list [--json] | sources remove NAME [--yes] [--json]',
    summary: 'what was imported from where; takes a source away again',
    needsClient: true,
    load: async () => (await import('./sources')).sourcesCommand,
  },
  compile: {
    usage: 'compile <file | folder>… [--target NAME]… [--format jsonl | kql]',
    summary: 'prints the queries of Sigma rules; needs no database',
    needsClient: false,
    load: async () => (await import('./compile')).compileCommand,
  },
  attack: {
    usage: 'attack <STIX bundle .json | .json.gz> [--release 18.1]',
    summary:
      "loads MITRE's texts on ATT&CK: descriptions, detection strategies, mitigations, groups",
    needsClient: true,
    load: async () => (await import('./attack')).attackCommand,
  },
  db: {
    usage: 'db start | stop [--force] | status',
    summary: 'the embedded database: lets it run, stops it, says where it is',
    needsClient: false,
    load: async () => (await import('./db')).dbCommand,
  },
}
