import type { Disk } from './planted-disk.js';

/** One fault as an office would tell of it, the items that find it and no other, and how it comes onto the disk. */
export type Fault = readonly [told: string, items: readonly string[], plant: (disk: Disk) => void];

const sshd = 'etc/ssh/sshd_config.d/office.conf';
const lock = 'etc/dconf/db/local.d/00-lock';
const rules = 'etc/audit/rules.d/office.rules';
const passwordStack = 'etc/pam.d/common-password';

const accounts: readonly Fault[] = [
  ['two accounts have the same number', ['TERM-05'], (disk) => { disk.append('etc/passwd', 'wang2:x:1000:1000::/home/wang:/bin/bash\n'); }],
  ['a second superuser', ['TERM-04', 'TERM-05'], (disk) => { disk.append('etc/passwd', 'toor:x:0:0::/root:/bin/bash\n'); }],
  ['an account of a service can log in', ['TERM-06'], (disk) => { disk.replace('etc/passwd', /^(daemon:.*):[^:\n]*$/m, '$1:/bin/bash'); }],
  ['a guest account', ['TERM-07'], (disk) => { disk.append('etc/passwd', 'guest:x:1009:1009::/tmp:/bin/bash\n'); }],
  ['an account without password', ['TERM-08'], (disk) => { disk.replace('etc/shadow', /^wang:[^:]*:/m, 'wang::'); }],
  ['an account that asks for no password, whatever shadow says', ['TERM-08'], (disk) => { disk.replace('etc/passwd', 'wang:x:', 'wang::'); }],
  ['a password kept as MD5', ['TERM-09'], (disk) => { disk.replace('etc/shadow', /^li:[^:]*:/m, 'li:$1$saltsalt$qRPK7m23GJusamGpoGLby/:'); }],
  ['a password kept as DES', ['TERM-09'], (disk) => { disk.replace('etc/shadow', /^li:[^:]*:/m, 'li:ab01FAX.bQRSU:'); }],
  ['a password that never runs out', ['TERM-10'], (disk) => { disk.replace('etc/shadow', /^(zhao:.*):90:/m, '$1:99999:'); }],
  ['a password without any limit written', ['TERM-10'], (disk) => { disk.replace('etc/shadow', /^(zhao:.*):90:/m, '$1::'); }],
  ['sudo asks one person for no password', ['TERM-11'], (disk) => { disk.write('etc/sudoers.d/wang', 'wang ALL=(ALL) NOPASSWD: ALL\n'); }],
  ['two people may become the superuser', ['TERM-62'], (disk) => { disk.replace('etc/group', /^sudo:.*$/m, 'sudo:x:27:wang,li'); }],
  ['a password stands beside the name', ['TERM-63'], (disk) => { disk.replace('etc/passwd', 'wang:x:', 'wang:$1$saltsalt$qRPK7m23GJusamGpoGLby/:'); }],
  ['accounts are borrowed from a directory', ['TERM-63'], (disk) => { disk.append('etc/group', '+:::\n'); }],
  ['nobody is told that a password runs out', ['TERM-64'], (disk) => { disk.replace('etc/login.defs', /^PASS_WARN_AGE.*$/m, 'PASS_WARN_AGE\t0'); }],
  ['accounts stay open after their password ran out', ['TERM-65'], (disk) => { disk.replace('etc/default/useradd', 'INACTIVE=30', 'INACTIVE=-1'); }],
  ['sudo asks nobody for a password', ['TERM-11'], (disk) => { disk.append('etc/sudoers', 'Defaults !authenticate\n'); }],
];

const login: readonly Fault[] = [
  ['LightDM logs a person in', ['TERM-12'], (disk) => { disk.replace('etc/lightdm/lightdm.conf', '#autologin-user', 'autologin-user'); }],
  ['GDM logs a person in', ['TERM-12'], (disk) => { disk.write('etc/gdm3/custom.conf', '[daemon]\nAutomaticLoginEnable=true\nAutomaticLogin=wang\n'); }],
  ['SDDM logs a person in', ['TERM-12'], (disk) => { disk.write('etc/sddm.conf.d/auto.conf', '[Autologin]\nUser=wang\n'); }],
  ['the console logs a person in', ['TERM-12'], (disk) => { disk.write('etc/systemd/system/getty@tty1.service.d/auto.conf', '[Service]\nExecStart=-/sbin/agetty --autologin wang %I\n'); }],
  ['passwords of six characters will do', ['TERM-13'], (disk) => { disk.replace(passwordStack, 'minlen=12', 'minlen=6'); }],
  ['passwords need no mixture of characters', ['TERM-14'], (disk) => { disk.replace(passwordStack, ' dcredit=-1 ucredit=-1 lcredit=-1', ''); }],
  ['passwords need never be changed', ['TERM-15'], (disk) => { disk.replace('etc/login.defs', 'PASS_MAX_DAYS\t90', 'PASS_MAX_DAYS\t99999'); }],
  ['the last password may be used again', ['TERM-16'], (disk) => { disk.replace(passwordStack, 'remember=5', 'remember=1'); }],
  ['new passwords are kept as MD5', ['TERM-17'], (disk) => { disk.replace(passwordStack, 'yescrypt', 'md5'); }],
  ['login.defs has new passwords kept as DES', ['TERM-17'], (disk) => { disk.replace(passwordStack, ' yescrypt', ''); disk.replace('etc/login.defs', /^ENCRYPT_METHOD.*$/m, 'ENCRYPT_METHOD DES'); }],
  ['an empty password lets in', ['TERM-67'], (disk) => { disk.replace('etc/pam.d/common-auth', 'pam_unix.so', 'pam_unix.so nullok'); }],
  ['everybody may become another user', ['TERM-68'], (disk) => { disk.replace('etc/pam.d/su', 'auth required pam_wheel.so', '# auth required pam_wheel.so'); }],
  ['an idle shell stays open', ['TERM-69'], (disk) => { disk.remove('etc/profile.d/idle.sh'); }],
  ['a shut account opens again after a minute', ['TERM-70'], (disk) => { disk.replace('etc/pam.d/common-auth', 'unlock_time=900', 'unlock_time=60'); }],
  ['the login screen shows the accounts', ['TERM-71'], (disk) => { disk.replace('etc/lightdm/lightdm.conf', 'greeter-hide-users=true', '#greeter-hide-users=true'); }],
  ['a shell of the superuser on the ninth console', ['TERM-72'], (disk) => { disk.link('etc/systemd/system/sysinit.target.wants/debug-shell.service', '/lib/systemd/system/debug-shell.service'); }],
  ['rescue mode asks for no password', ['TERM-72'], (disk) => { disk.write('etc/systemd/system/rescue.service.d/open.conf', '[Service]\nExecStart=\nExecStart=/bin/bash\n'); }],
  ['passwords may be guessed without end', ['TERM-18', 'TERM-70'], (disk) => { disk.replace('etc/pam.d/common-auth', /^.*pam_faillock.*\n/m, ''); }],
  ['the screen is never locked', ['TERM-19'], (disk) => { disk.replace(lock, 'lock-enabled=true', 'lock-enabled=false'); }],
  ['the screen is locked after half an hour', ['TERM-20'], (disk) => { disk.replace(lock, 'uint32 600', 'uint32 1800'); }],
  ['the screen waits for ever', ['TERM-20'], (disk) => { disk.replace(lock, 'uint32 600', 'uint32 0'); }],
];

const network: readonly Fault[] = [
  ['a proxy for everybody', ['TERM-24'], (disk) => { disk.append('etc/environment', 'https_proxy="http://10.0.0.9:3128"\n'); }],
  ['a proxy for packages', ['TERM-24'], (disk) => { disk.write('etc/apt/apt.conf.d/95proxy', 'Acquire::http::Proxy "http://10.0.0.9:3128";\n'); }],
  ['a program for remote control', ['TERM-29'], (disk) => { disk.write('usr/bin/x11vnc'); }],
  ['a tunnel through the border of the network', ['TERM-29'], (disk) => { disk.write('usr/local/bin/frpc'); }],
  ['a telnet server', ['TERM-30'], (disk) => { disk.write('usr/sbin/in.telnetd'); }],
  ['the superuser may log in from outside', ['TERM-31'], (disk) => { disk.replace(sshd, 'PermitRootLogin no', 'PermitRootLogin yes'); }],
  ['the superuser may log in from outside with a key, as Debian has it', ['TERM-31'], (disk) => { disk.replace(sshd, 'PermitRootLogin no', '# PermitRootLogin no'); }],
  ['empty passwords will do from outside', ['TERM-31'], (disk) => { disk.append('etc/ssh/sshd_config', 'PermitEmptyPasswords yes\n'); }],
  ['six guesses in one connection', ['TERM-73'], (disk) => { disk.replace(sshd, 'MaxAuthTries 3', 'MaxAuthTries 6'); }],
  ['a silent connection stays open', ['TERM-74'], (disk) => { disk.replace(sshd, 'ClientAliveInterval 300', 'ClientAliveInterval 0'); }],
  ['the login screen lets in from elsewhere', ['TERM-75'], (disk) => { disk.append('etc/lightdm/lightdm.conf', '[VNCServer]\nenabled=true\n'); }],
  ['users of other machines come in without a password', ['TERM-76'], (disk) => { disk.write('etc/hosts.equiv', 'other\n'); }],
  ['others go out through this machine', ['TERM-80'], (disk) => { disk.write('etc/NetworkManager/system-connections/shared.nmconnection', '[connection]\ntype=ethernet\n[ipv4]\nmethod=shared\n'); }],
  ['a mobile connection is saved', ['TERM-82'], (disk) => { disk.write('etc/NetworkManager/system-connections/mobile.nmconnection', '[connection]\ntype=gsm\n'); }],
  ['names are asked for on the internet', ['TERM-83'], (disk) => { disk.append('etc/resolv.conf', 'nameserver 114.114.114.114\n'); }],
  ['a share open to guests', ['TERM-32'], (disk) => { disk.write('usr/sbin/smbd'); disk.write('etc/samba/smb.conf', '[global]\n[public]\n  path = /srv\n  guest ok = yes\n'); }],
  ['a folder exported by NFS', ['TERM-32'], (disk) => { disk.write('etc/exports', '/srv *(ro)\n'); }],
  ['the printer is offered to others', ['TERM-33'], (disk) => { disk.replace('etc/cups/cupsd.conf', 'Listen localhost:631', 'Port 631'); }],
  ['a wireless network is saved', ['TERM-35'], (disk) => { disk.write('etc/NetworkManager/system-connections/home.nmconnection', '[connection]\ntype=wifi\n'); }],
  ['a wireless network is saved by hand', ['TERM-35'], (disk) => { disk.write('etc/wpa_supplicant/wpa_supplicant.conf', 'network={\n  ssid="x"\n}\n'); }],
];

const protection: readonly Fault[] = [
  ['a USB stick was plugged in', ['TERM-40'], (disk) => { disk.append('var/log/kern.log', 'Nov 24 09:10:01 office kernel: usb-storage 1-2:1.0: USB Mass Storage device detected\n'); }],
  ['a phone shared its connection', ['TERM-84'], (disk) => { disk.append('var/log/kern.log', "Nov 24 09:12:01 office kernel: rndis_host 1-3:1.0 usb0: register 'rndis_host' at usb-0000:00:14.0-3, RNDIS device\n"); }],
  ['media open by themselves', ['TERM-87'], (disk) => { disk.replace(lock, 'automount=false', 'automount=true'); }],
  ['programs on media are offered to run', ['TERM-87'], (disk) => { disk.replace(lock, 'autorun-never=true', 'autorun-never=false'); }],
  ['USB storage is not controlled', ['TERM-41'], (disk) => { disk.remove('etc/modprobe.d/office.conf'); }],
  ['no update for a hundred days', ['TERM-42'], (disk) => { disk.age('var/lib/dpkg/status', 100); }],
  ['packages without signature from one source', ['TERM-43'], (disk) => { disk.write('etc/apt/sources.list.d/other.list', 'deb [trusted=yes] http://10.0.0.9/debian bookworm main\n'); }],
  ['packages without signature from everywhere', ['TERM-43'], (disk) => { disk.write('etc/apt/apt.conf.d/99lax', 'APT::Get::AllowUnauthenticated "true";\n'); }],
  ['no scanner against malware', ['TERM-44'], (disk) => { disk.remove('usr/bin/clamscan'); }],
  ['a scanner whose definitions are old', ['TERM-45'], (disk) => { disk.age('var/lib/clamav/daily.cld', 60); }],
  ['a messenger', ['TERM-46'], (disk) => { disk.write('usr/share/applications/wechat.desktop'); }],
  ['a cloud disk', ['TERM-47'], (disk) => { disk.write('usr/share/applications/baidunetdisk.desktop'); }],
  ['auditing is installed but not switched on', ['TERM-48'], (disk) => { disk.remove('etc/systemd/system/multi-user.target.wants/auditd.service'); }],
  ['auditing has no rules', ['TERM-48', 'TERM-130', 'TERM-131', 'TERM-132', 'TERM-133', 'TERM-134', 'TERM-135'], (disk) => { disk.write(rules, '-D\n'); }],
  ['nobody watches the accounts', ['TERM-130'], (disk) => { disk.replace(rules, '-w /etc/passwd', '-w /etc/hosts'); }],
  ['nobody watches mounting', ['TERM-131'], (disk) => { disk.replace(rules, '-S mount', '-S open'); }],
  ['nobody watches the clock', ['TERM-132'], (disk) => { disk.replace(rules, '-S clock_settime', '-S open'); }],
  ['nobody watches who becomes another user', ['TERM-133'], (disk) => { disk.replace(rules, '-w /etc/sudoers', '-w /etc/hosts'); }],
  ['nobody watches deleting', ['TERM-134'], (disk) => { disk.replace(rules, '-S unlinkat', '-S open'); }],
  ['the rules of auditing may be changed at any time', ['TERM-135'], (disk) => { disk.replace(rules, '-e 2', '-e 1'); }],
  ['the audit log is thrown away when full', ['TERM-136'], (disk) => { disk.replace('etc/audit/auditd.conf', 'KEEP_LOGS', 'SUSPEND'); }],
  ['nobody notices that the disk is full', ['TERM-136'], (disk) => { disk.replace('etc/audit/auditd.conf', 'disk_full_action = SYSLOG', 'disk_full_action = IGNORE'); }],
  ['a day is missing in one log', ['TERM-88'], (disk) => { disk.append('var/log/auth.log.1', 'May 24 09:00:01 office systemd[1]: Started.\n'); disk.age('var/log/auth.log.1', 200); }],
  ['a log was emptied', ['TERM-89'], (disk) => { disk.write('var/log/syslog'); disk.mode('var/log/syslog', 0o640); }],
  ['everybody may read a log', ['TERM-137'], (disk) => { disk.mode('var/log/auth.log', 0o644); }],
  ['logs are thrown away after a month', ['TERM-138'], (disk) => { disk.replace('etc/logrotate.d/rsyslog', 'rotate 52', 'rotate 4'); }],
  ['the record of logins was emptied', ['TERM-139'], (disk) => { disk.write('var/log/wtmp'); }],
  ['logs are gone after each start', ['TERM-49'], (disk) => { disk.remove('etc/systemd/system/multi-user.target.wants/rsyslog.service'); }],
  ['logs go back a few days only', ['TERM-50'], (disk) => { disk.age('var/log/syslog.1', 5); }],
  ['the clock is set by nobody', ['TERM-51'], (disk) => { disk.remove('etc/systemd/system/sysinit.target.wants/systemd-timesyncd.service'); }],
];

const files: readonly Fault[] = [
  ['everybody may read the passwords', ['TERM-57'], (disk) => { disk.mode('etc/shadow', 0o644); }],
  ['the list of accounts belongs to a person', ['TERM-57'], (disk) => { disk.owner('etc/passwd', 1000); }],
  ['a home is open to others', ['TERM-58'], (disk) => { disk.mode('home/wang', 0o755); }],
  ['everybody may change a program', ['TERM-59'], (disk) => { disk.write('usr/local/bin/backup'); disk.mode('usr/local/bin/backup', 0o777); }],
  ['everybody may change what cron starts', ['TERM-59'], (disk) => { disk.write('etc/cron.daily/backup'); disk.mode('etc/cron.daily/backup', 0o757); }],
  ['new files are open to everybody', ['TERM-60'], (disk) => { disk.write('etc/profile.d/open.sh', 'umask 000\n'); }],
  ['login.defs has new files open to everybody', ['TERM-60'], (disk) => { disk.replace('etc/login.defs', 'UMASK\t027', 'UMASK\t000'); }],
  ['a script of its own at each start', ['TERM-61'], (disk) => { disk.write('etc/rc.local', '#!/bin/sh\n'); disk.mode('etc/rc.local', 0o755); }],
];

export const faults: readonly Fault[] = [...accounts, ...login, ...network, ...protection, ...files];

/** What looks like a fault and is none. */
export const harmless: readonly (readonly [told: string, plant: (disk: Disk) => void])[] = [
  ['a guest account without a shell', (disk) => { disk.append('etc/passwd', 'guest:x:1009:1009::/tmp:/usr/sbin/nologin\n'); }],
  ['a locked account without expiry', (disk) => { disk.append('etc/shadow', 'old:!:20000:0:99999:7:::\n'); }],
  ['a rule that sudo passes over', (disk) => { disk.write('etc/sudoers.d/wang.bak', 'wang ALL=(ALL) NOPASSWD: ALL\n'); }],
  ['an automatic login written down and switched off', (disk) => { disk.write('etc/gdm3/custom.conf', '[daemon]\nAutomaticLoginEnable=false\nAutomaticLogin=wang\n'); }],
  ['a proxy that is named empty', (disk) => { disk.append('etc/environment', 'https_proxy=""\n'); }],
  ['settings of Samba on a client', (disk) => { disk.write('etc/samba/smb.conf', '[global]\n[public]\n  guest ok = yes\n'); }],
  ['a line about a USB mouse', (disk) => { disk.append('var/log/kern.log', 'Nov 24 09:10:01 office kernel: usb 1-2: new low-speed USB device, Product: USB Optical Mouse\n'); }],
  ['a source without signature that is switched off', (disk) => { disk.write('etc/apt/sources.list.d/other.sources', 'Types: deb\nEnabled: no\nURIs: http://10.0.0.9/debian\nSuites: bookworm\nTrusted: yes\n'); }],
  ['a start script without the right to run', (disk) => { disk.write('etc/rc.local', '#!/bin/sh\n'); disk.mode('etc/rc.local', 0o644); }],
  ['a folder open to all with the sticky bit', (disk) => { disk.write('usr/local/bin/shared/readme'); disk.mode('usr/local/bin/shared', 0o1777); }],
  ['a link to a file that everybody may change', (disk) => { disk.write('srv/open'); disk.mode('srv/open', 0o666); disk.link('usr/local/bin/open', '/srv/open'); }],
  ['a link out of the disk, to a rule of this machine', (disk) => { disk.write('../outside', 'wang ALL=(ALL) NOPASSWD: ALL\n'); disk.link('etc/sudoers.d/linked', '../../../outside'); }],
];
