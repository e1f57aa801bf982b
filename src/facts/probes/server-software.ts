import { z } from 'zod';
import { programSources, programsPresent, type ProgramMarks } from '../installed-programs.js';
import { probe } from '../probe.js';

const programs: readonly ProgramMarks[] = [
  ['/usr/sbin/apache2', '/usr/sbin/httpd', 'apache2'],
  ['/usr/sbin/nginx', 'nginx'],
  ['/usr/sbin/lighttpd', 'lighttpd'],
  ['/usr/bin/caddy', 'caddy'],
  ['/usr/share/tomcat9', '/usr/share/tomcat10', '/usr/share/tomcat', 'tomcat9', 'tomcat10'],
  ['/usr/sbin/mysqld', '/usr/libexec/mysqld', '/usr/sbin/mariadbd', '/usr/libexec/mariadbd', 'mysql-server', 'mariadb-server'],
  ['/usr/lib/postgresql', '/usr/bin/postgres', 'postgresql'],
  ['/usr/bin/redis-server', 'redis-server'],
  ['/usr/bin/mongod', 'mongodb-server'],
  ['/opt/Kingbase', 'kingbase'],
  ['/opt/dmdbms', 'dmdbms'],
  ['/usr/sbin/named', 'bind9'],
  // The program alone serves the virtual machines and shared connections of a desktop; the package of this name serves others.
  ['dnsmasq'],
  ['/usr/sbin/dhcpd', '/usr/sbin/kea-dhcp4', 'isc-dhcp-server', 'kea-dhcp4-server'],
  ['/usr/sbin/vsftpd', '/usr/sbin/proftpd', '/usr/sbin/pure-ftpd', 'vsftpd', 'proftpd-core', 'pure-ftpd'],
  ['/usr/sbin/postfix', 'postfix'],
  ['/usr/sbin/exim4', '/usr/sbin/exim', 'exim4-daemon-light', 'exim4-daemon-heavy'],
  ['/usr/sbin/dovecot', 'dovecot-core'],
  ['sendmail-bin'],
  ['/usr/sbin/slapd', 'slapd'],
  ['/usr/sbin/squid', 'squid'],
];

/** Servers for web, data, names, addresses, files and mail: installed or not; what they hold is never looked at. */
export const serverSoftware = probe({
  id: 'serverSoftware',
  schema: z.object({ present: z.int(), checked: z.int() }),
  sources: programSources(programs),
  run: async (host) => ({ present: await programsPresent(host, programs), checked: programs.length }),
});
