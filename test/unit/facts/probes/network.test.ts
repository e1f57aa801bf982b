import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

const routes = (...names: string[]): string => `Iface\tDestination\tGateway\n${names.map((name) => `${name}\t00000000\t010200C0\n`).join('')}`;

async function network(adapters: Readonly<Record<string, Readonly<Record<string, string>>>>, more: Readonly<Record<string, string>> = {}) {
  const files = Object.entries(adapters).flatMap(([name, parts]) => Object.entries(parts).map(([file, text]) => [`/sys/class/net/${name}/${file}`, text] as const));
  return answerOf('network', { files: { '/proc/net/route': routes(), ...Object.fromEntries(files), ...more }, folders: { '/sys/class/net': ['lo', ...Object.keys(adapters)] } });
}

describe('network connections', () => {
  it.each([
    ['a phone that shares its network', { usb0: { operstate: 'up\n', 'device/uevent': 'DRIVER=rndis_host\n' } }, 'mobile'],
    ['an iPhone behind a name made of its address', { enx0: { operstate: 'up\n', 'device/uevent': 'DRIVER=ipheth\n' } }, 'mobile'],
    ['a USB network card is no phone', { enx0: { operstate: 'up\n', 'device/uevent': 'DRIVER=r8152\n' } }, 'wired'],
    ['a modem', { wwan0: { operstate: 'unknown\n', carrier: '1\n' } }, 'mobile'],
    ['a wireless card', { wlp2s0: { operstate: 'up\n', phy80211: '', 'device/uevent': 'DRIVER=iwlwifi\n' } }, 'wireless'],
    ['an ordinary card', { enp3s0: { operstate: 'up\n', 'device/uevent': 'DRIVER=r8169\n' } }, 'wired'],
  ])('%s', async (_, adapters, kind) => {
    expect(await network(adapters)).toEqual({ activeAdapters: [{ kind }], defaultRoutes: 0, tethering: kind === 'mobile' });
  });

  it('adapters that are down, bridges and tunnels are no connections', async () => {
    const adapters = { enp3s0: { operstate: 'down\n', 'device/uevent': 'DRIVER=r8169\n' }, docker0: { operstate: 'up\n' }, tun0: { operstate: 'unknown\n', carrier: '1\n' } };
    expect(await network(adapters)).toMatchObject({ activeAdapters: [] });
  });

  it('default routes of both families are counted once for each adapter, without the refusing one', async () => {
    const zero = '0'.repeat(32);
    const six = `${zero} 00 ${zero} 00 fe80 00000400 00000001 00000000 00000003     eth0\n${zero} 00 ${zero} 00 fe80 00000400 00000001 00000000 00000003     tun0\n${zero} 00 ${zero} 00 ${zero} ffffffff 00000001 00000000 00200200       lo\n`;
    expect(await network({}, { '/proc/net/route': routes('eth0', 'eth0'), '/proc/net/ipv6_route': six })).toMatchObject({ defaultRoutes: 2 });
  });

  it('a table without its heading is no table', async () => {
    expect(await network({}, { '/proc/net/route': 'something else\n' })).toBe('crashed');
  });
});

describe('wireless', () => {
  const card = (flags: string) => ({ '/sys/class/net/wlan0/phy80211': '', '/sys/class/net/wlan0/flags': flags, '/sys/class/net/wlan0/operstate': 'down\n' });
  const rfkill = (soft: string) => ({ '/sys/class/rfkill/rfkill0/type': 'wlan\n', '/sys/class/rfkill/rfkill0/soft': soft, '/sys/class/rfkill/rfkill0/hard': '0\n' });
  const folders = { '/sys/class/net': ['lo', 'wlan0'], '/sys/class/rfkill': ['rfkill0'] };

  it('a card that is on without a network is on', async () => {
    expect(await answerOf('wireless', { files: { ...card('0x1003\n'), ...rfkill('0') }, folders })).toEqual({ adapters: 1, enabled: 1 });
  });

  it.each([
    ['switched off', { ...card('0x1002\n'), ...rfkill('0') }],
    ['blocked', { ...card('0x1003\n'), ...rfkill('1') }],
  ])('a card that is %s is not', async (_, files) => {
    expect(await answerOf('wireless', { files, folders })).toEqual({ adapters: 1, enabled: 0 });
  });

  it('flags that are no number are no answer', async () => {
    expect(await answerOf('wireless', { files: { ...card('on\n'), ...rfkill('0') }, folders })).toBe('crashed');
  });
});

describe('listening ports', () => {
  const head = '  sl  local_address rem_address   st\n';
  const tables = { '/proc/net/tcp': head, '/proc/net/udp': head };

  it.each([
    ['every address', '   0: 00000000:01BD 00000000:0000 0A\n', [445]],
    ['one outer address', '   0: 010200C0:0016 00000000:0000 0A\n', [22]],
    ['only this machine', '   0: 0100007F:0277 00000000:0000 0A\n', []],
    ['an open connection listens to nobody', '   0: 00000000:C000 010200C0:01BB 01\n', []],
  ])('%s', async (_, row, ports) => {
    expect(await answerOf('listening', { files: { ...tables, '/proc/net/tcp': head + row } })).toMatchObject({ reachable: ports.map((port) => ({ port, protocol: 'tcp' })) });
  });

  it('loopback of IPv6, and IPv4 within it, is this machine', async () => {
    const six = `${head}   0: 00000000000000000000000001000000:0277 0:0 0A\n   1: 0000000000000000FFFF00000100007F:0277 0:0 0A\n   2: 00000000000000000000000000000000:0D3D 0:0 0A\n`;
    expect(await answerOf('listening', { files: { ...tables, '/proc/net/tcp6': six } })).toEqual({ total: 3, reachable: [{ port: 3389, protocol: 'tcp' }] });
  });

  it.each([['/proc/net/tcp', ''], ['/proc/net/udp', 'garbage\n']])('%s holding %j is no table', async (path, text) => {
    expect(await answerOf('listening', { files: { ...tables, [path]: text } })).toBe('not-found');
  });
});

describe('kernel settings', () => {
  const key = (name: string): string => `/proc/sys/${name}`;
  const sound = { [key('net/ipv4/ip_forward')]: '0\n', [key('net/ipv4/conf/all/accept_redirects')]: '0\n', [key('net/ipv4/conf/default/accept_redirects')]: '0\n', [key('net/ipv4/conf/all/accept_source_route')]: '0\n', [key('kernel/randomize_va_space')]: '2\n' };

  it.each([
    ['sound', {}, { forwards: 0, acceptsRedirects: 0, randomLayout: 2 }],
    ['forwarding of IPv6 only', { [key('net/ipv6/conf/all/forwarding')]: '1\n' }, { forwards: 1 }],
    ['redirects taken by adapters that come later', { [key('net/ipv4/conf/default/accept_redirects')]: '1\n' }, { acceptsRedirects: 1 }],
    ['an empty answer is not zero', { [key('net/ipv4/ip_forward')]: '\n' }, 'crashed'],
  ])('%s', async (_, more, expected) => {
    const answer = await answerOf('kernelSettings', { files: { ...sound, ...more } });
    if (typeof expected === 'string') expect(answer).toBe(expected);
    else expect(answer).toMatchObject(expected);
  });
});

describe('proxy', () => {
  it.each([
    ['/etc/environment', 'http_proxy="http://192.0.2.1:3128"\n', true],
    ['/etc/environment', 'http_proxy=""\nno_proxy=localhost\n', false],
    ['/etc/profile', 'export HTTPS_PROXY=http://192.0.2.1\n', true],
    ['/etc/apt/apt.conf', 'Acquire::http::Proxy "http://192.0.2.1:3142";\n', true],
    ['/etc/apt/apt.conf', 'Acquire::http::Proxy "DIRECT";\n// Acquire::http::Proxy "http://192.0.2.1";\n', false],
    ['/etc/apt/apt.conf', 'Acquire { http { Proxy "http://192.0.2.1"; } }\n', true],
    ['/etc/yum.conf', 'proxy=_none_\n', false],
    ['/etc/dnf/dnf.conf', 'proxy=http://192.0.2.1\n', true],
  ])('%s: %j', async (path, text, configured) => {
    expect(await answerOf('proxy', { files: { [path]: text } })).toEqual({ configured });
  });
});
