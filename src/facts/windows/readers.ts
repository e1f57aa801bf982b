import { unseen, type Probe } from '../probe.js';
import { accounts, administrators, passwordEntries } from './accounts.js';
import { bluetooth, camera, microphone } from './devices.js';
import { firewall, firewallPolicy } from './firewall.js';
import { hardwareIdentity, ledgerIdentity } from './identity.js';
import { autologin, loginFailure, loginScreen, passwordAgeing, passwordPolicy, screenLock } from './login.js';
import { kernelSettings, nameServers, network, networkBridges, proxy, savedWireless, wireless } from './network.js';
import { communicationSoftware, logs, malwareScanner, patches, timeSync } from './protection.js';
import type { WindowsReader } from './reader.js';
import { graphicalRemote, legacyServices, listening, printers, remoteControl, secureShell, secureShellLimits, shares } from './offered-access.js';
import { autorun, diskEncryption, removableStorage, storageHistory, storageIdentity, storagePolicy } from './storage.js';
import { autostart, bootProtection, desktop, enclosure, homeFolders, operatingSystem } from './system.js';

/** Every question that can be answered on Windows; not yet tried on a real one. */
export const windowsReaders: readonly WindowsReader[] = [
  operatingSystem,
  enclosure,
  desktop,
  bootProtection,
  homeFolders,
  autostart,
  accounts,
  administrators,
  passwordEntries,
  autologin,
  passwordPolicy,
  passwordAgeing,
  loginFailure,
  loginScreen,
  screenLock,
  network,
  networkBridges,
  wireless,
  savedWireless,
  nameServers,
  proxy,
  kernelSettings,
  firewall,
  firewallPolicy,
  listening,
  remoteControl,
  graphicalRemote,
  legacyServices,
  secureShell,
  secureShellLimits,
  shares,
  printers,
  camera,
  microphone,
  bluetooth,
  removableStorage,
  storageHistory,
  storageIdentity,
  storagePolicy,
  autorun,
  diskEncryption,
  patches,
  malwareScanner,
  communicationSoftware,
  logs,
  timeSync,
  hardwareIdentity,
  ledgerIdentity,
];

/** The same question as it is put to Windows; one that cannot be put looks at nothing and says so. */
export function onWindows(probe: Probe): Probe {
  const reader = windowsReaders.find(({ id }) => id === probe.id);
  if (reader === undefined) return { ...probe, sources: [], run: () => Promise.reject(unseen('unsupported', 'Windows')) };
  return { ...probe, sources: reader.sources, run: (host) => reader.run(host) };
}
