import type { Probe } from '../probe.js';
import { accounts } from './accounts.js';
import { audit } from './audit.js';
import { autologin } from './autologin.js';
import { autostart } from './autostart.js';
import { bluetooth } from './bluetooth.js';
import { bootProtection } from './boot-protection.js';
import { camera } from './camera.js';
import { communicationSoftware } from './communication-software.js';
import { coreDumps } from './core-dumps.js';
import { creationMask } from './creation-mask.js';
import { desktop } from './desktop.js';
import { diskEncryption } from './disk-encryption.js';
import { enclosure } from './enclosure.js';
import { filePermissions } from './file-permissions.js';
import { firewall } from './firewall.js';
import { hardwareIdentity } from './hardware-identity.js';
import { homeFolders } from './home-folders.js';
import { kernelSettings } from './kernel-settings.js';
import { legacyServices } from './legacy-services.js';
import { ledgerIdentity } from './ledger-identity.js';
import { listening } from './listening.js';
import { loginFailure } from './login-failure.js';
import { logs } from './logs.js';
import { malwareScanner } from './malware-scanner.js';
import { microphone } from './microphone.js';
import { network } from './network.js';
import { operatingSystem } from './operating-system.js';
import { packageSources } from './package-sources.js';
import { passwordEntries } from './password-entries.js';
import { passwordPolicy } from './password-policy.js';
import { patches } from './patches.js';
import { printers } from './printers.js';
import { proxy } from './proxy.js';
import { remoteControl } from './remote-control.js';
import { removableStorage } from './removable-storage.js';
import { savedWireless } from './saved-wireless.js';
import { screenLock } from './screen-lock.js';
import { secureShell } from './secure-shell.js';
import { shares } from './shares.js';
import { storageHistory } from './storage-history.js';
import { storagePolicy } from './storage-policy.js';
import { sudo } from './sudo.js';
import { timeSync } from './time-sync.js';
import { wireless } from './wireless.js';
import { worldWritable } from './world-writable.js';

/** Every question the tool can put to a machine: things that run are listed, never discovered. */
export const probes: readonly Probe[] = [
  operatingSystem,
  enclosure,
  accounts,
  passwordEntries,
  autologin,
  passwordPolicy,
  loginFailure,
  desktop,
  screenLock,
  firewall,
  listening,
  secureShell,
  remoteControl,
  legacyServices,
  shares,
  wireless,
  savedWireless,
  bluetooth,
  camera,
  microphone,
  removableStorage,
  storageHistory,
  storagePolicy,
  network,
  proxy,
  kernelSettings,
  patches,
  packageSources,
  audit,
  logs,
  malwareScanner,
  communicationSoftware,
  diskEncryption,
  coreDumps,
  timeSync,
  bootProtection,
  filePermissions,
  homeFolders,
  worldWritable,
  sudo,
  creationMask,
  autostart,
  printers,
  hardwareIdentity,
  ledgerIdentity,
];
