import { BY_ACCOUNT, BY_DESTINATION, BY_PROCESS, BY_SCRIPT, type CauseRow } from './likely-cause'

/** Logs of endpoints, by Sigma category or by product and service. */
export const ENDPOINT: readonly CauseRow[] = [
  [
    'process_creation',
    'Process starts like these can also come from administrators at work, software deployment and inventory, log-on scripts, installers, and agents for backup, monitoring and endpoint protection.',
    BY_PROCESS,
  ],
  [
    'linux/process_creation',
    'On Linux commands like these can come from configuration management, cron jobs, package scripts, container start-up, monitoring checks and administrators at a shell.',
    'Leave out what is benign by the parent process, the account and the host role; the command alone is the same for everyone.',
  ],
  [
    'macos/process_creation',
    'On macOS commands like these can come from device management, installers and their scripts, developer tools and administrators at a shell.',
    'Leave out what is benign by the signed parent process and the account; the command alone is the same for everyone.',
  ],
  [
    'process_access',
    'Endpoint protection, crash reporting, debuggers, monitoring agents and anti-cheat software open other processes all day.',
    'Leave out what is benign by the full path of the acting process and the access that it asks for.',
  ],
  [
    'create_remote_thread',
    'Endpoint protection, accessibility and input tools, debuggers and virtualisation software start threads in other processes.',
    'Leave out what is benign by the pair of full paths, acting process and target process.',
  ],
  [
    'network_connection',
    'Updaters, monitoring and backup agents, remote support tools, developer tools and ordinary clients can open connections of this kind.',
    BY_DESTINATION,
  ],
  [
    'linux/network_connection',
    'Package managers, monitoring agents, configuration management and container tooling can open connections of this kind.',
    BY_DESTINATION,
  ],
  [
    'dns_query',
    'Browsers, mail clients, updaters and security products that look up names on behalf of a user can ask for names like these.',
    BY_DESTINATION,
  ],
  [
    'file_event',
    'Installers, updaters, software deployment, archive tools, synchronisation clients and developer tools can create files like these.',
    'Leave out what is benign by the full path of the writing process together with the folder that it writes to.',
  ],
  [
    'linux/file_event',
    'Package managers, configuration management and administrators who edit files can write files like these.',
    'Leave out what is benign by the writing process and the account; a maintenance window tells planned changes from others.',
  ],
  [
    'file_delete',
    'Installers, clean-up tools, log rotation and synchronisation clients delete files of this kind.',
    'Leave out what is benign by the full path of the deleting process together with the folder.',
  ],
  [
    'file_rename',
    'Updaters, archive tools, synchronisation and encryption clients rename files in bulk.',
    'Leave out what is benign by the full path of the renaming process together with the folder.',
  ],
  [
    'file_access',
    'Backup, search indexing, endpoint protection and migration tools can open files like these.',
    'Leave out what is benign by the full path and signer of the reading process.',
  ],
  [
    'file_change',
    'Installers, archive tools and synchronisation clients set the times of files.',
    'Leave out what is benign by the full path of the process together with the folder.',
  ],
  [
    'create_stream_hash',
    'Browsers and mail clients mark downloads with a stream of their own.',
    'Leave out what is benign by the name and content of the stream, not by the program that writes it.',
  ],
  [
    'registry_set',
    'Installers, updaters, group policy, device management and settings that a user changes can write values like these.',
    'Leave out what is benign by the writing process and the exact value and data; group policy is told by the account and the time.',
  ],
  [
    'registry_event',
    'Installers, updaters, group policy and device management can change keys like these.',
    'Leave out what is benign by the changing process and the exact key; group policy is told by the account and the time.',
  ],
  [
    'registry_add',
    'Installers, updaters and group policy can add keys like these.',
    'Leave out what is benign by the adding process and the exact key.',
  ],
  [
    'registry_delete',
    'Uninstallers, updaters, clean-up tools and group policy can delete keys like these.',
    'Leave out what is benign by the deleting process and the exact key.',
  ],
  [
    'image_load',
    'Software that brings its own copy of a library, plug-ins, endpoint protection and developer tools can load libraries like these.',
    'Leave out what is benign by the signer and full path of the library together with the process that loads it.',
  ],
  [
    'driver_load',
    'Hardware tools, overclocking and monitoring software, virtualisation and older security products can load drivers like these.',
    'Leave out what is benign by the hash of the driver and the hosts that need it, and plan to replace a driver that is known to be vulnerable.',
  ],
  [
    'pipe_created',
    'Management, monitoring and security products use named pipes, some with names that others use too.',
    'Leave out what is benign by the full path of the process together with the name of the pipe.',
  ],
  [
    'raw_access_thread',
    'Backup, disk encryption, defragmentation and endpoint protection read disks directly.',
    BY_PROCESS,
  ],
  [
    'wmi_event',
    'Management and monitoring suites register WMI subscriptions, as do some hardware vendors.',
    'Leave out what is benign by the exact query and consumer of the subscription.',
  ],
  [
    'sysmon_status',
    'Administrators who update or reconfigure Sysmon can cause events like these.',
    'Compare the time with planned changes and leave out the account that deploys Sysmon.',
  ],
  [
    'ps_script',
    'Administrators, deployment and monitoring tools, and modules that are loaded as a whole can put similar text into script block logs.',
    BY_SCRIPT,
  ],
  [
    'ps_module',
    'Administrators and deployment or monitoring tools that are written in PowerShell can run commands like these.',
    BY_SCRIPT,
  ],
  [
    'ps_classic_start',
    'Management tools and older scripts can start the PowerShell engine in this way.',
    BY_SCRIPT,
  ],
  [
    'ps_classic_provider_start',
    'Remote administration with PowerShell can start these providers.',
    BY_SCRIPT,
  ],
  [
    'antivirus',
    'Test files, administration and security tools, and samples that analysts handle can raise alerts like these.',
    'Leave out single hashes that were examined, for as short as possible; do not leave out whole folders.',
  ],
  [
    'windows/security',
    'Service accounts, administrators, vulnerability scanners, backup and synchronisation services, and domain controllers at their own work can cause events like these.',
    BY_ACCOUNT,
  ],
  [
    'windows/system',
    'Installers, driver and software updates and administrators can cause events like these.',
    'Leave out what is benign by the name and the full path of the service or driver together.',
  ],
  [
    'windows/application',
    'Installers, backup, database maintenance and faults of applications can cause events like these.',
    'Leave out what is benign by provider, host and the exact application.',
  ],
  [
    'windows/windefend',
    'Administrators who change policies, deployment tools and other security products can cause events like these.',
    'Leave out a change that a policy makes by its exact value, and compare the time with planned changes.',
  ],
  [
    'windows/taskscheduler',
    'Installers and management tools register and change tasks of this kind.',
    'Leave out what is benign by the path of the task together with what it runs.',
  ],
  [
    'windows/bits-client',
    'Windows Update, browsers and deployment tools transfer files with BITS.',
    'Leave out what is benign by the source address of the transfer together with the process.',
  ],
  [
    'windows/firewall-as',
    'Installers, group policy and administrators change firewall rules.',
    'Leave out what is benign by the changing application and the exact rule.',
  ],
  [
    'windows/codeintegrity-operational',
    'Older or unsigned plug-ins, printer drivers and security products can trip such checks.',
    'Leave out what is benign by the hash of the file together with the process that loads it.',
  ],
  [
    'windows/applocker',
    'Users who start software that is not yet approved can cause events like these.',
    'Mend the policy where the software is wanted, so that the event no longer arises.',
  ],
  [
    'windows/appxdeployment-server',
    'Developers and administrators who install packages from outside the store can cause events like these.',
    'Leave out what is benign by the publisher and full name of the package.',
  ],
  [
    'windows/msexchange-management',
    'Exchange administrators and migration tools can run commands like these.',
    BY_ACCOUNT,
  ],
  [
    'windows/ntlm',
    'Older clients, printers, appliances and services that are addressed by IP address still use NTLM.',
    BY_ACCOUNT,
  ],
  [
    'windows/dns-server',
    'Administrators and monitoring of the DNS service can cause events like these.',
    BY_ACCOUNT,
  ],
  [
    'windows',
    'Administrators, deployment tools, updates and security products can cause events like these.',
    'Leave out what is benign by account, host and the exact object together, never by one name alone.',
  ],
  [
    'linux/auditd',
    'Configuration management, package updates, cron jobs, monitoring agents and administrators can make system calls like these.',
    'Leave out what is benign by the executable and the audit user ID, which a change of user does not alter.',
  ],
  [
    'linux/sshd',
    'Vulnerability scanners, misconfigured clients and monitoring checks can leave lines like these.',
    'Leave out what is benign by source address and account together.',
  ],
  [
    'linux',
    'Administrators, configuration management, cron jobs, package updates and faulty services can leave lines like these.',
    'Leave out what is benign by host role, account and process together.',
  ],
  [
    'macos',
    'Device management, installers and administrators can cause events like these.',
    'Leave out what is benign by the signed process and the account.',
  ],
]
