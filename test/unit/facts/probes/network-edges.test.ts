import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

const net = '/sys/class/net';
const card = (name: string, flags = '0x1003') => ({ [`${net}/${name}/uevent`]: `INTERFACE=${name}\n`, [`${net}/${name}/flags`]: `${flags}\n`, [`${net}/${name}/device/uevent`]: 'DRIVER=r8169\n' });

describe('bridges, tunnels and cards that listen', () => {
  it.each([
    ['one plain card', card('enp3s0'), ['enp3s0', 'lo'], {}, { bridged: 0, tunnels: 0, promiscuous: 0 }],
    ['a card in a bridge', card('enp3s0'), ['enp3s0', 'br0'], { [`${net}/br0/brif`]: ['enp3s0'] }, { bridged: 1, tunnels: 0, promiscuous: 0 }],
    ['a bridge of virtual machines only', card('enp3s0'), ['enp3s0', 'virbr0', 'vnet0'], { [`${net}/virbr0/brif`]: ['vnet0'] }, { bridged: 0, tunnels: 0, promiscuous: 0 }],
    ['a tunnel', { ...card('enp3s0'), [`${net}/tun0/tun_flags`]: '0x1001\n' }, ['enp3s0', 'tun0'], {}, { bridged: 0, tunnels: 1, promiscuous: 0 }],
    ['another kind of tunnel', { ...card('enp3s0'), [`${net}/wg0/uevent`]: 'DEVTYPE=wireguard\n' }, ['enp3s0', 'wg0'], {}, { bridged: 0, tunnels: 1, promiscuous: 0 }],
    ['a card that listens to everything', card('enp3s0', '0x1103'), ['enp3s0'], {}, { bridged: 0, tunnels: 0, promiscuous: 1 }],
  ])('%s', async (_, files, names, folders, expected) => {
    expect(await answerOf('networkBridges', { files, folders: { [net]: names, ...folders } })).toEqual(expected);
  });
});

describe('saved connections', () => {
  const folder = '/etc/NetworkManager/system-connections';
  const saved = async (...texts: readonly string[]): Promise<unknown> => answerOf('savedConnections', { files: Object.fromEntries(texts.map((text, index) => [`${folder}/${String(index)}`, text])), folders: { [folder]: texts.map((_, index) => String(index)) } });

  it('an ordinary one is none of them', async () => {
    expect(await saved('[connection]\ntype=ethernet\n[ipv4]\nmethod=auto\n')).toEqual({ shared: 0, mobile: 0, tunnels: 0 });
  });

  it('each kind is counted', async () => {
    expect(await saved('type=wifi\n[wifi]\nmode=ap\n', 'type=ethernet\n[ipv4]\nmethod=shared\n', 'type=gsm\n', 'type=vpn\n', 'type=wireguard\n')).toEqual({ shared: 2, mobile: 1, tunnels: 2 });
  });

  it('one that may not be read proves nothing', async () => {
    expect(await answerOf('savedConnections', { files: { [`${folder}/a`]: { denied: true } }, folders: { [folder]: ['a'] } })).toBe('no-permission');
  });
});

describe('name servers', () => {
  it.each([
    ['of the office', { '/etc/resolv.conf': 'nameserver 192.0.2.53\n' }, { configured: 1, public: 0 }],
    ['of the internet', { '/etc/resolv.conf': 'nameserver 114.114.114.114\nnameserver 192.0.2.53\n' }, { configured: 2, public: 1 }],
    ['the resolver on the machine only hands on', { '/etc/resolv.conf': 'nameserver 127.0.0.53\n', '/etc/systemd/resolved.conf': '[Resolve]\nDNS=223.5.5.5#dns.alidns.com 192.0.2.53\n' }, { configured: 2, public: 1 }],
    ['a fallback counts', { '/etc/resolv.conf': '', '/etc/systemd/resolved.conf': 'FallbackDNS=8.8.8.8\n' }, { configured: 1, public: 1 }],
    ['none', {}, { configured: 0, public: 0 }],
  ])('%s', async (_, files, expected) => {
    expect(await answerOf('nameServers', { files })).toEqual(expected);
  });
});

describe('graphical login from elsewhere', () => {
  it.each([
    ['is off unless told', {}, { loginFromElsewhere: false, sharesScreen: false }],
    ['of GDM', { '/etc/gdm3/custom.conf': '[xdmcp]\nEnable=true\n' }, { loginFromElsewhere: true, sharesScreen: false }],
    ['the same word in another section is another setting', { '/etc/gdm3/custom.conf': '[debug]\nEnable=true\n' }, { loginFromElsewhere: false, sharesScreen: false }],
    ['of LightDM', { '/etc/lightdm/lightdm.conf': '[VNCServer]\nenabled=true\n' }, { loginFromElsewhere: true, sharesScreen: false }],
    ['a screen shared by the machine\'s own settings', { '/etc/dconf/profile/user': 'system-db:local\n', '/etc/dconf/db/local.d/00': '[org/gnome/desktop/remote-desktop/rdp]\nenable=true\n' }, { loginFromElsewhere: false, sharesScreen: true }],
  ])('%s', async (_, files, expected) => {
    expect(await answerOf('graphicalRemote', { files, folders: { '/etc/dconf/db/local.d': ['00'] } })).toEqual(expected);
  });
});

describe('the default policy of the firewall', () => {
  const zone = (target: string): string => `<?xml version="1.0"?>\n<zone${target}>\n<service name="ssh"/>\n<port port="80"/>\n</zone>\n`;
  it.each([
    ['ufw turns away', { '/etc/ufw/ufw.conf': 'ENABLED=yes\n', '/etc/default/ufw': 'DEFAULT_INPUT_POLICY="DROP"\n', '/etc/ufw/user.rules': '### tuple ### allow tcp 22 0.0.0.0/0 any 0.0.0.0/0 in\n### tuple ### deny tcp 23 0.0.0.0/0 any 0.0.0.0/0 in\n' }, { deniesIncoming: true, letsIn: 1 }],
    ['ufw lets in', { '/etc/ufw/ufw.conf': 'ENABLED=yes\n', '/etc/default/ufw': 'DEFAULT_INPUT_POLICY="ACCEPT"\n' }, { deniesIncoming: false, letsIn: 0 }],
    ['firewalld turns away what its zone does not name', { '/etc/firewalld/firewalld.conf': 'DefaultZone=public\n', '/usr/lib/firewalld/zones/public.xml': zone('') }, { deniesIncoming: true, letsIn: 2 }],
    ['a zone that trusts everybody', { '/etc/firewalld/firewalld.conf': 'DefaultZone=trusted\n', '/usr/lib/firewalld/zones/trusted.xml': zone(' target="ACCEPT"') }, { deniesIncoming: false, letsIn: 2 }],
    ['an own zone replaces the shipped one', { '/etc/firewalld/firewalld.conf': 'DefaultZone=public\n', '/etc/firewalld/zones/public.xml': zone(' target="ACCEPT"'), '/usr/lib/firewalld/zones/public.xml': zone('') }, { deniesIncoming: false, letsIn: 2 }],
    ['a zone that is nowhere proves nothing', { '/etc/firewalld/firewalld.conf': 'DefaultZone=gone\n' }, 'not-found'],
    ['another firewall is not judged here', { '/etc/ufw/ufw.conf': 'ENABLED=no\n' }, 'not-found'],
  ])('%s', async (_, files, expected) => {
    expect(await answerOf('firewallPolicy', { files })).toEqual(expected);
  });
});

describe('limits of remote login', () => {
  const sshd = (text: string) => ({ files: { '/etc/ssh/sshd_config': text }, folders: { '/usr/sbin': ['sshd'] } });
  it.each([
    ['as the server comes', '', { tries: 6, idleMinutes: 0 }],
    ['five minutes, once', 'MaxAuthTries 3\nClientAliveInterval 5m\nClientAliveCountMax 1\n', { tries: 3, idleMinutes: 5 }],
    ['seconds, three times', 'ClientAliveInterval 300\n', { tries: 6, idleMinutes: 15 }],
    ['the first value wins', 'MaxAuthTries 3\nMaxAuthTries 9\n', { tries: 3, idleMinutes: 0 }],
    ['what holds for some counts beside it', 'MaxAuthTries 3\nMatch User a\nMaxAuthTries 9\n', { tries: 9, idleMinutes: 0 }],
  ])('%s', async (_, text, expected) => {
    expect(await answerOf('secureShellLimits', sshd(text))).toEqual(expected);
  });
});
