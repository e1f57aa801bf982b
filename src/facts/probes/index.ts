import type { Probe } from '../probe.js';
import { accounts } from './accounts.js';
import { accountFiles } from './account-files.js';
import { administrators } from './administrators.js';
import { auditRetention } from './audit-retention.js';
import { auditRules } from './audit-rules.js';
import { audit } from './audit.js';
import { autologin } from './autologin.js';
import { autorun } from './autorun.js';
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
import { firewallPolicy } from './firewall-policy.js';
import { firewall } from './firewall.js';
import { graphicalRemote } from './graphical-remote.js';
import { hardwareIdentity } from './hardware-identity.js';
import { homeFolders } from './home-folders.js';
import { hostTrust } from './host-trust.js';
import { kernelSettings } from './kernel-settings.js';
import { ledgerIdentity } from './ledger-identity.js';
import { legacyServices } from './legacy-services.js';
import { listening } from './listening.js';
import { logContinuity } from './log-continuity.js';
import { logPermissions } from './log-permissions.js';
import { logRotation } from './log-rotation.js';
import { loginFailure } from './login-failure.js';
import { loginRecords } from './login-records.js';
import { loginScreen } from './login-screen.js';
import { loginStack } from './login-stack.js';
import { logs } from './logs.js';
import { malwareScanner } from './malware-scanner.js';
import { microphone } from './microphone.js';
import { modemHistory } from './modem-history.js';
import { nameServers } from './name-servers.js';
import { networkBridges } from './network-bridges.js';
import { network } from './network.js';
import { operatingSystem } from './operating-system.js';
import { packageSources } from './package-sources.js';
import { passwordAgeing } from './password-ageing.js';
import { passwordEntries } from './password-entries.js';
import { passwordPolicy } from './password-policy.js';
import { patches } from './patches.js';
import { printers } from './printers.js';
import { proxy } from './proxy.js';
import { remoteControl } from './remote-control.js';
import { removableStorage } from './removable-storage.js';
import { rescueShells } from './rescue-shells.js';
import { savedConnections } from './saved-connections.js';
import { savedWireless } from './saved-wireless.js';
import { screenLock } from './screen-lock.js';
import { secureShellLimits } from './secure-shell-limits.js';
import { secureShell } from './secure-shell.js';
import { shares } from './shares.js';
import { shellTimeout } from './shell-timeout.js';
import { storageHistory } from './storage-history.js';
import { storageIdentity } from './storage-identity.js';
import { storagePolicy } from './storage-policy.js';
import { sudo } from './sudo.js';
import { timeSync } from './time-sync.js';
import { traceAgreement } from './trace-agreement.js';
import { wireless } from './wireless.js';
import { worldWritable } from './world-writable.js';
import { meetingSoftware } from './meeting-software.js';
import { networkTools } from './network-tools.js';
import { fileSharingTools } from './file-sharing-tools.js';
import { virtualMachines } from './virtual-machines.js';
import { serverSoftware } from './server-software.js';
import { cloudInput } from './cloud-input.js';
import { diagnosticReporting } from './diagnostic-reporting.js';
import { scannerActivity } from './scanner-activity.js';
import { guardClient } from './guard-client.js';
import { opticalDrives } from './optical-drives.js';
import { externalBuses } from './external-buses.js';
import { wirelessInput } from './wireless-input.js';
import { infrared } from './infrared.js';
import { printJobs } from './print-jobs.js';
import { printerKinds } from './printer-kinds.js';
import { setuidPrograms } from './setuid-programs.js';
import { stickyFolders } from './sticky-folders.js';
import { scheduledFilePermissions } from './scheduled-file-permissions.js';
import { bootFilePermissions } from './boot-file-permissions.js';
import { bootOrder } from './boot-order.js';
import { otherSystems } from './other-systems.js';
import { swap } from './swap.js';
import { diskCipher } from './disk-cipher.js';
import { trustedModule } from './trusted-module.js';
import { restartPending } from './restart-pending.js';
import { mandatoryAccess } from './mandatory-access.js';
import { integrityTool } from './integrity-tool.js';
import { kernelSecrets } from './kernel-secrets.js';
import { timeSource } from './time-source.js';
import { clockDrift } from './clock-drift.js';

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
  administrators,
  accountFiles,
  passwordAgeing,
  loginStack,
  shellTimeout,
  loginScreen,
  rescueShells,
  hostTrust,
  networkBridges,
  savedConnections,
  nameServers,
  graphicalRemote,
  secureShellLimits,
  firewallPolicy,
  traceAgreement,
  modemHistory,
  storageIdentity,
  logContinuity,
  auditRules,
  auditRetention,
  logPermissions,
  logRotation,
  loginRecords,
  autorun,
  meetingSoftware,
  networkTools,
  fileSharingTools,
  virtualMachines,
  serverSoftware,
  cloudInput,
  diagnosticReporting,
  scannerActivity,
  guardClient,
  opticalDrives,
  externalBuses,
  wirelessInput,
  infrared,
  printJobs,
  printerKinds,
  setuidPrograms,
  stickyFolders,
  scheduledFilePermissions,
  bootFilePermissions,
  bootOrder,
  otherSystems,
  swap,
  diskCipher,
  trustedModule,
  restartPending,
  mandatoryAccess,
  integrityTool,
  kernelSecrets,
  timeSource,
  clockDrift,
];
