import { z } from 'zod';
import type { Host } from '../host.js';
import { folderLines, settingLines } from '../look.js';
import { machineSettings } from '../machine-settings.js';
import { probe } from '../probe.js';

const lightdm = '/etc/lightdm/lightdm.conf';
const gdmFiles: readonly string[] = ['/etc/gdm3/custom.conf', '/etc/gdm3/daemon.conf', '/etc/gdm/custom.conf'];

/** Logging in from elsewhere as offered by the login manager (XDMCP, its own VNC server), and screen sharing that was switched on for everybody. */
export const graphicalRemote = probe({
  id: 'graphicalRemote',
  schema: z.object({ loginFromElsewhere: z.boolean(), sharesScreen: z.boolean() }),
  sources: [lightdm, '/etc/lightdm/lightdm.conf.d/*.conf', ...gdmFiles, '/etc/dconf/profile/user', '/etc/dconf/db/*.d/*', '/etc/dconf/db/*.d/locks/*'],
  run: async (host) => {
    const { valueOf } = await machineSettings(host);
    const offered = [switchedOn(await lightdmLines(host), ['XDMCPServer', 'VNCServer'], 'enabled'), ...(await Promise.all(gdmFiles.map(async (path) => switchedOn(await settingLines(host, path), ['xdmcp'], 'Enable'))))];
    const shared = [['org.gnome.desktop.remote-desktop.rdp', 'enable'], ['org.gnome.desktop.remote-desktop.vnc', 'enable'], ['org.gnome.Vino', 'enabled']].some(([schema = '', key = '']) => valueOf(schema, key) === 'true');
    return { loginFromElsewhere: offered.includes(true), sharesScreen: shared };
  },
});

async function lightdmLines(host: Host): Promise<readonly string[]> {
  return [...(await folderLines(host, '/etc/lightdm/lightdm.conf.d')), ...(await settingLines(host, lightdm))];
}

function switchedOn(lines: readonly string[], headings: readonly string[], key: string): boolean {
  let heading = '';
  let isOn = false;
  for (const line of lines) {
    heading = /^\[(.*)\]$/.exec(line)?.[1] ?? heading;
    const value = new RegExp(`^${key}\\s*=\\s*(.*)$`, 'i').exec(line)?.[1];
    if (value !== undefined && headings.includes(heading)) isOn = /^(true|1|yes)$/i.test(value);
  }
  return isOn;
}
