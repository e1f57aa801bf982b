import { z } from 'zod';
import { programSources, programsPresent, type ProgramMarks } from '../installed-programs.js';
import { probe } from '../probe.js';

const programs: readonly ProgramMarks[] = [
  ['/usr/bin/wireshark', 'wireshark', 'wireshark-qt'],
  ['/usr/bin/tshark', 'tshark'],
  ['/usr/bin/tcpdump', '/usr/sbin/tcpdump', 'tcpdump'],
  ['/usr/bin/nmap', 'nmap', 'zenmap'],
  ['/usr/bin/ettercap', 'ettercap', 'ettercap-common', 'ettercap-graphical'],
  ['/usr/bin/bettercap', 'bettercap'],
  ['/usr/sbin/dsniff', 'dsniff'],
  ['/usr/bin/aircrack-ng', 'aircrack-ng'],
  ['/usr/sbin/john', '/usr/bin/john', 'john'],
  ['/usr/bin/hashcat', 'hashcat'],
  ['/usr/bin/hydra', 'hydra', 'hydra-gtk'],
  ['/usr/bin/medusa', 'medusa'],
  ['/usr/bin/ophcrack', 'ophcrack'],
  ['/usr/bin/fcrackzip', 'fcrackzip'],
  ['/usr/bin/pdfcrack', 'pdfcrack'],
  ['/usr/sbin/chntpw', 'chntpw'],
  ['/usr/bin/masscan', 'masscan'],
  ['/usr/bin/zmap', '/usr/sbin/zmap', 'zmap'],
  ['/usr/bin/arp-scan', '/usr/sbin/arp-scan', 'arp-scan'],
  ['/usr/bin/sqlmap', 'sqlmap'],
  ['/usr/bin/mitmproxy', 'mitmproxy'],
  ['/usr/bin/msfconsole', '/opt/metasploit-framework', 'metasploit-framework'],
];

/** Sniffers, scanners and password crackers: presence of known programs only. */
export const networkTools = probe({
  id: 'networkTools',
  schema: z.object({ present: z.int(), checked: z.int() }),
  sources: programSources(programs),
  run: async (host) => ({ present: await programsPresent(host, programs), checked: programs.length }),
});
