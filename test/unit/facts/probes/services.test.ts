import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

const sbin = (...names: string[]) => ({ '/usr/sbin': names });

describe('remote login service', () => {
  it.each([
    ['says nothing: root may come in with a key', 'UsePAM yes\n', { rootLogin: true, emptyPasswords: false, x11Forwarding: false }],
    ['root is kept out', 'PermitRootLogin no\n', { rootLogin: false }],
    ['a remark behind the value', 'PermitRootLogin yes # contractor\nPermitEmptyPasswords yes\n', { rootLogin: true, emptyPasswords: true }],
    ['the first value wins', 'PermitRootLogin no\nPermitRootLogin yes\n', { rootLogin: false }],
    ['a word in another case, an equals sign, quotes', 'permitrootlogin="no"\n', { rootLogin: false }],
    ['root is let in for some', 'PermitRootLogin no\nMatch Address 192.0.2.0/24\n  PermitRootLogin yes\n', { rootLogin: true }],
    ['a rule for some keeps nobody else out', 'Match User backup\n  PermitRootLogin no\nMatch all\nPermitRootLogin yes\n', { rootLogin: true }],
    ['keys only is still a way in', 'PermitRootLogin prohibit-password\n', { rootLogin: true }],
  ])('%s', async (_, config, expected) => {
    expect(await answerOf('secureShell', { files: { '/etc/ssh/sshd_config': config }, folders: sbin('sshd') })).toMatchObject(expected);
  });

  it('drop-ins count where they are included, and only then', async () => {
    const files = { '/etc/ssh/sshd_config.d/1.conf': 'PermitRootLogin no\n', '/etc/ssh/sshd_config': 'Include /etc/ssh/sshd_config.d/*.conf\nPermitRootLogin yes\n' };
    const folders = { ...sbin('sshd'), '/etc/ssh/sshd_config.d': ['1.conf'] };
    expect(await answerOf('secureShell', { files, folders })).toMatchObject({ rootLogin: false });
    expect(await answerOf('secureShell', { files: { ...files, '/etc/ssh/sshd_config': 'PermitRootLogin yes\n' }, folders })).toMatchObject({ rootLogin: true });
    expect(await answerOf('secureShell', { files: { ...files, '/etc/ssh/sshd_config': 'Include /srv/other.conf\n' }, folders })).toBe('unsupported');
  });

  it('a condition in one drop-in ends with it', async () => {
    const files = { '/etc/ssh/sshd_config.d/1.conf': 'Match User backup\n  X11Forwarding no\n', '/etc/ssh/sshd_config.d/2.conf': 'PermitRootLogin no\n', '/etc/ssh/sshd_config': 'Include /etc/ssh/sshd_config.d/*.conf\n' };
    const folders = { ...sbin('sshd'), '/etc/ssh/sshd_config.d': ['1.conf', '2.conf'] };
    expect(await answerOf('secureShell', { files, folders })).toMatchObject({ rootLogin: false });
  });

  it('settings that outlived the server mean nothing', async () => {
    expect(await answerOf('secureShell', { files: { '/etc/ssh/sshd_config': 'PermitRootLogin yes\n' } })).toMatchObject({ installed: false, rootLogin: false });
  });
});

describe('shared folders', () => {
  const config = '[global]\n map to guest = bad user\n[homes]\n browseable = no\n[printers]\n path = /var/spool\n[scans]\n guest ok = Yes\n';

  it('sections are counted where the server is installed', async () => {
    expect(await answerOf('shares', { files: { '/etc/samba/smb.conf': config }, folders: sbin('smbd') })).toEqual({ samba: 2, nfs: 0, guestAllowed: true });
  });

  it('a client has the same file and shares nothing', async () => {
    expect(await answerOf('shares', { files: { '/etc/samba/smb.conf': config } })).toEqual({ samba: 0, nfs: 0, guestAllowed: false });
  });

  it('shares that a user made himself count, with their guests', async () => {
    const folders = { ...sbin('smbd'), '/var/lib/samba/usershares': ['x'] };
    expect(await answerOf('shares', { files: { '/var/lib/samba/usershares/x': 'path=/x\nguest_ok=y\n' }, folders })).toEqual({ samba: 1, nfs: 0, guestAllowed: true });
  });

  it('NFS exports are counted', async () => {
    expect(await answerOf('shares', { files: { '/etc/exports': '# none\n/srv 192.0.2.0/24(ro)\n' } })).toMatchObject({ nfs: 1 });
  });
});

describe('printer sharing', () => {
  it.each([
    ['Listen localhost:631\nListen /run/cups/cups.sock\n', false],
    ['Listen 127.0.0.1:631\nListen [::1]:631\n', false],
    ['Port 631\n', true],
    ['Listen *:631\n', true],
    ['SSLListen 0.0.0.0:443\n', true],
  ])('%j', async (config, shared) => {
    expect(await answerOf('printers', { files: { '/etc/cups/cupsd.conf': config } })).toMatchObject({ shared });
  });
});

describe('automatic login', () => {
  it.each([
    ['lightdm', { '/etc/lightdm/lightdm.conf': '[Seat:*]\nautologin-user=user1\n' }, true],
    ['lightdm with the name left out', { '/etc/lightdm/lightdm.conf': '[Seat:*]\nautologin-user=\nautologin-user-timeout=0\n' }, false],
    ['lightdm for guests', { '/etc/lightdm/lightdm.conf': '[Seat:*]\nautologin-guest=true\n' }, true],
    ['gdm of Debian', { '/etc/gdm3/daemon.conf': '[daemon]\nAutomaticLoginEnable = true\nAutomaticLogin = user1\n' }, true],
    ['gdm, in one of two files', { '/etc/gdm3/daemon.conf': 'AutomaticLoginEnable = true\n', '/etc/gdm/custom.conf': 'AutomaticLoginEnable = false\n' }, true],
    ['gdm with a remark', { '/etc/gdm3/custom.conf': '#  AutomaticLoginEnable = true\n' }, false],
    ['sddm', { '/etc/sddm.conf': '[Autologin]\nUser=user1\n' }, true],
  ])('%s', async (_, files, enabled) => {
    expect(await answerOf('autologin', { files })).toMatchObject({ enabled });
  });

  it('the main file of lightdm wins over a drop-in', async () => {
    const files = { '/etc/lightdm/lightdm.conf': 'autologin-user=\n', '/etc/lightdm/lightdm.conf.d/1.conf': 'autologin-user=user1\n' };
    expect(await answerOf('autologin', { files, folders: { '/etc/lightdm/lightdm.conf.d': ['1.conf'] } })).toMatchObject({ enabled: false });
  });

  it('a console that logs in by itself', async () => {
    const folder = '/etc/systemd/system/getty@tty1.service.d';
    expect(await answerOf('autologin', { files: { [`${folder}/o.conf`]: 'ExecStart=-/sbin/agetty --autologin user1 %I $TERM\n' }, folders: { [folder]: ['o.conf'] } })).toMatchObject({ enabled: true });
  });
});

describe('boot menu', () => {
  const rpm = '  source ${prefix}/user.cfg\n  if [ -n "${GRUB2_PASSWORD}" ]; then\n    set superusers="root"\n    password_pbkdf2 root ${GRUB2_PASSWORD}\n  fi\n';

  it.each([
    ['a password and whose it is', { '/boot/grub/grub.cfg': 'set superusers="boot"\npassword_pbkdf2 boot grub.pbkdf2.sha512.1\n' }, true],
    ['a password that is nobody’s protects nothing', { '/boot/grub/grub.cfg': 'password_pbkdf2 boot grub.pbkdf2.sha512.1\n' }, false],
    ['the menu of the rpm family always names the variable', { '/boot/grub2/grub.cfg': rpm }, false],
    ['only its own file gives it a value', { '/boot/grub2/grub.cfg': rpm, '/boot/grub2/user.cfg': 'GRUB2_PASSWORD=grub.pbkdf2.sha512.1\n' }, true],
  ])('%s', async (_, files, password) => {
    expect(await answerOf('bootProtection', { files })).toMatchObject({ password, firmware: 'bios' });
  });

  it('secure boot is left out where the firmware’s variables are not shown', async () => {
    const files = { '/boot/grub/grub.cfg': 'menuentry\n' };
    expect(await answerOf('bootProtection', { files, folders: { '/sys/firmware/efi': [] } })).toEqual({ password: false, firmware: 'uefi' });
    expect(await answerOf('bootProtection', { files, folders: { '/sys/firmware/efi/efivars': ['BootOrder-1'] } })).toMatchObject({ secureBoot: false });
  });

  it('without a menu nothing is known', async () => {
    expect(await answerOf('bootProtection', {})).toBe('not-found');
  });
});

describe('start scripts', () => {
  it('rc.local counts when it may run', async () => {
    expect(await answerOf('autostart', { files: { '/etc/rc.d/rc.local': { mode: 0o644 }, '/etc/rc.local': { type: 'link', mode: 0o777 } } })).toMatchObject({ rcLocal: false });
    expect(await answerOf('autostart', { files: { '/etc/rc.local': { mode: 0o755 } } })).toMatchObject({ rcLocal: true });
  });
});

describe('time synchronisation', () => {
  it('is on when a program for it is started with the system', async () => {
    expect(await answerOf('timeSync', {})).toEqual({ enabled: false });
    expect(await answerOf('timeSync', { folders: { '/etc/systemd/system/multi-user.target.wants': ['chronyd.service'] } })).toEqual({ enabled: true });
  });
});
