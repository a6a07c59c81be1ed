import type { Clause } from '../words/clause'
import type { DetectionWords } from '../words/describe-detection'

/** What programs are used for every day, by the name of the file without its ending. */
const PROGRAMS: readonly (readonly [names: string, likely: string])[] = [
  [
    'psexec psexesvc psexec64 paexec winrs wmic mstsc',
    'Administrators and deployment tools use such programs for remote administration; ask who is allowed to, and from which hosts.',
  ],
  [
    'anydesk teamviewer screenconnect connectwise logmein rustdesk splashtop ammyy_admin netsupport client32 meshagent tailscale',
    'Where the help desk uses remote support software, its sessions look the same; a list of the products that are allowed settles it.',
  ],
  [
    'whoami net net1 nltest ipconfig systeminfo tasklist quser query qwinsta arp nslookup dsquery adfind netstat route hostname',
    'Administrators, log-on scripts and inventory agents ask such questions in passing; several of them by one account in a short time are worth more than one.',
  ],
  [
    '7z 7za 7zr rar winrar tar zip makecab gzip',
    'Backup jobs, log rotation and users who send files pack archives all day; look at what is packed and where it goes.',
  ],
  [
    'powershell pwsh powershell_ise cmd wscript cscript bash sh zsh osascript python python3',
    'Scripts of administrators and of management agents run through the same interpreters; the parent process and the path of the script tell them apart.',
  ],
  [
    'reg regedit sc schtasks at bcdedit netsh auditpol wevtutil fsutil vssadmin wbadmin dism takeown icacls cacls attrib',
    'Installers and maintenance scripts use the same system tools; compare the time with planned changes.',
  ],
  [
    'certutil bitsadmin curl wget certoc desktopimgdownldr mshta regsvr32 rundll32 msiexec installutil msbuild regasm regsvcs cmstp odbcconf',
    'Installers, updaters and vendor scripts call the same system programs; the arguments and the parent process tell them apart.',
  ],
  [
    'rclone winscp scp sftp rsync megasync filezilla azcopy pscp restic',
    'Backup and synchronisation jobs move data with the same programs; their destinations are few and known.',
  ],
  [
    'ssh plink putty ngrok cloudflared chisel code devtunnel',
    'Developers and administrators open tunnels and remote sessions for their work; their hosts and destinations are few.',
  ],
  [
    'systemctl service crontab chmod chown useradd usermod passwd iptables ufw sudo su',
    'Package scripts and configuration management run the same commands as root; their parent process is known.',
  ],
]

const LIKELY: ReadonlyMap<string, string> = new Map(
  PROGRAMS.flatMap(([names, likely]) => names.split(' ').map((name) => [name, likely] as const)),
)
const FIELDS = new Set(['Image', 'OriginalFileName', 'NewProcessName'])
const MOST = 2

/** What the programs that a detection names are used for every day: one or two sentences, or none. */
export function programCauses(words: DetectionWords | null): readonly string[] {
  const found = new Set<string>()
  const visit = (clause: Clause): void => {
    if (clause.kind !== 'values') {
      for (const each of clause.clauses) visit(each)
      return
    }
    if (clause.negated || clause.field === null || !FIELDS.has(clause.field)) return
    if (clause.relation !== 'named' && clause.relation !== 'is') return
    for (const value of clause.values) {
      const name = value
        .toLowerCase()
        .replace(/^.*[\\/]/, '')
        .replace(/\.exe$/, '')
      const likely = LIKELY.get(name)
      if (likely !== undefined) found.add(likely)
    }
  }
  if (words?.required) visit(words.required)
  return [...found].slice(0, MOST)
}
