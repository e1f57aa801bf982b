import type { Disk } from './planted-disk.js';

const hash = '$y$j9T$F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o.9agCG9G317fhZg9SqC.5i5rd.RhAtQ7';

/** A fresh Debian, put in order as an office that is strict about everything would. */
export function putInOrder(disk: Disk): void {
  people(disk);
  passwords(disk);
  desktop(disk);
  protection(disk);
  logs(disk);
  auditing(disk);
  disk.settle();
}

function people(disk: Disk): void {
  disk.append('etc/passwd', 'wang:x:1000:1000::/home/wang:/bin/bash\nli:x:1001:1001::/home/li:/bin/bash\nzhao:x:1002:1002::/home/zhao:/bin/bash\n');
  disk.append('etc/shadow', ['wang', 'li', 'zhao'].map((name) => `${name}:${hash}:20700:0:90:7:::\n`).join(''));
  for (const name of ['wang', 'li', 'zhao']) {
    disk.write(`home/${name}/.profile`);
    disk.mode(`home/${name}`, 0o700);
  }
  disk.write('etc/sudoers', 'Defaults\tenv_reset\nroot\tALL=(ALL:ALL) ALL\n%sudo\tALL=(ALL:ALL) ALL\n# wang ALL=(ALL) NOPASSWD: ALL\n');
  disk.mode('etc/sudoers', 0o440);
}

function passwords(disk: Disk): void {
  disk.replace('etc/login.defs', /^PASS_MAX_DAYS.*$/m, 'PASS_MAX_DAYS\t90');
  disk.replace('etc/login.defs', /^UMASK.*$/m, 'UMASK\t027');
  disk.write('etc/default/useradd', 'SHELL=/bin/sh\nINACTIVE=30\n');
  disk.write('etc/pam.d/su', 'auth sufficient pam_rootok.so\nauth required pam_wheel.so\n');
  disk.write('etc/profile.d/idle.sh', 'TMOUT=600\nreadonly TMOUT\n');
  for (const mode of ['rescue', 'emergency']) disk.write(`usr/lib/systemd/system/${mode}.service`, `[Service]\nExecStart=-/lib/systemd/systemd-sulogin-shell ${mode}\n`);
  disk.write('etc/pam.d/common-password', ['password requisite pam_pwquality.so retry=3 minlen=12 dcredit=-1 ucredit=-1 lcredit=-1', 'password required pam_pwhistory.so remember=5', 'password [success=1 default=ignore] pam_unix.so obscure use_authtok yescrypt', 'password requisite pam_deny.so', ''].join('\n'));
  disk.write('etc/pam.d/common-auth', ['auth required pam_faillock.so preauth deny=5 unlock_time=900', 'auth [success=1 default=ignore] pam_unix.so', 'auth requisite pam_deny.so', ''].join('\n'));
}

function desktop(disk: Disk): void {
  disk.write('usr/share/xsessions/gnome.desktop', '[Desktop Entry]\nName=GNOME\n');
  disk.write('usr/share/applications/libreoffice-writer.desktop', '[Desktop Entry]\nName=Writer\n');
  disk.write('etc/dconf/profile/user', 'user-db:user\nsystem-db:local\n');
  disk.write('etc/dconf/db/local.d/00-lock', '[org/gnome/desktop/screensaver]\nlock-enabled=true\nlock-delay=uint32 0\n[org/gnome/desktop/session]\nidle-delay=uint32 600\n[org/gnome/desktop/media-handling]\nautomount=false\nautorun-never=true\n');
  disk.write('etc/dconf/db/local.d/locks/lock', '/org/gnome/desktop/screensaver/lock-enabled\n');
  disk.write('usr/sbin/lightdm');
  disk.write('etc/lightdm/lightdm.conf', '[Seat:*]\n#autologin-user=wang\ngreeter-hide-users=true\n');
  disk.write('etc/cups/cupsd.conf', 'Listen localhost:631\nListen /run/cups/cups.sock\nPreserveJobFiles No\n');
  disk.write('etc/NetworkManager/system-connections/office.nmconnection', '[connection]\ntype=ethernet\n');
  disk.write('etc/resolv.conf', 'nameserver 10.0.0.53\n');
}

function protection(disk: Disk): void {
  disk.write('etc/ssh/sshd_config.d/office.conf', 'PermitRootLogin no\nX11Forwarding no\nMaxAuthTries 3\nClientAliveInterval 300\nClientAliveCountMax 1\n');
  disk.write('etc/modprobe.d/office.conf', 'install usb-storage /bin/false\n');
  disk.write('usr/bin/aide');
  disk.write('usr/bin/clamscan');
  disk.write('var/lib/clamav/daily.cld');
  disk.write('boot/grub/grub.cfg', 'menuentry "Debian" {\n}\n');
  disk.mode('boot/grub/grub.cfg', 0o600);
  disk.write('etc/systemd/timesyncd.conf', '[Time]\nNTP=10.0.0.1\nFallbackNTP=10.0.0.2\n');
  disk.link('etc/systemd/system/sysinit.target.wants/systemd-timesyncd.service', '/lib/systemd/system/systemd-timesyncd.service');
}

function logs(disk: Disk): void {
  disk.write('usr/sbin/rsyslogd');
  disk.link('etc/systemd/system/multi-user.target.wants/rsyslog.service', '/lib/systemd/system/rsyslog.service');
  disk.write('var/log/kern.log', 'Nov 24 09:00:01 office kernel: Linux version 6.1.0\n');
  for (const name of ['syslog', 'auth.log']) {
    disk.write(`var/log/${name}`, 'Nov 24 09:00:01 office systemd[1]: Started.\n');
    disk.write(`var/log/${name}.1`, 'Apr 24 09:00:01 office systemd[1]: Started.\n');
    for (const each of [name, `${name}.1`]) disk.mode(`var/log/${each}`, 0o640);
    disk.age(`var/log/${name}.1`, 200);
  }
  disk.mode('var/log/kern.log', 0o640);
  disk.write('var/log/wtmp', 'x');
  disk.write('var/log/btmp');
  disk.mode('var/log/btmp', 0o660);
  disk.write('etc/logrotate.conf', 'weekly\nrotate 4\ninclude /etc/logrotate.d\n');
  disk.write('etc/logrotate.d/rsyslog', '/var/log/syslog\n/var/log/auth.log\n{\n\trotate 52\n\tweekly\n}\n');
}

function auditing(disk: Disk): void {
  disk.write('usr/sbin/auditd');
  disk.link('etc/systemd/system/multi-user.target.wants/auditd.service', '/lib/systemd/system/auditd.service');
  disk.write('etc/audit/rules.d/office.rules', ['-w /etc/passwd -p wa -k accounts', '-a always,exit -F arch=b64 -S mount -k media', '-a always,exit -F arch=b64 -S clock_settime -k clock', '-w /etc/sudoers -p wa -k privilege', '-a always,exit -F arch=b64 -S unlinkat -k delete', '-e 2', ''].join('\n'));
  disk.write('etc/audit/auditd.conf', 'max_log_file = 8\nnum_logs = 10\nmax_log_file_action = KEEP_LOGS\nspace_left_action = SYSLOG\ndisk_full_action = SYSLOG\n');
}
