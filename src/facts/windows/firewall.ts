import { z } from 'zod';
import { unseen } from '../probe.js';
import { windowsReader } from './reader.js';
import { Count } from './shapes.js';
import { StartedUnits, startedSources } from './offered-access.js';

const Profiles = z.strictObject({ profiles: z.array(z.strictObject({ enabled: z.enum(['True', 'False', 'NotConfigured']), inbound: z.enum(['NotConfigured', 'Allow', 'Block']) })).min(1).max(10) });
const profileSources: readonly string[] = ['Get-NetFirewallProfile / Enabled, DefaultInboundAction'];

export const firewall = windowsReader({
  id: 'firewall',
  sources: [...profileSources, ...startedSources, 'FirewallProduct (counted)'],
  parts: { firewall: Profiles, services: StartedUnits },
  maybe: { securityProducts: z.object({ firewalls: Count }) },
  answer: ({ firewall: { profiles }, services, securityProducts }) => {
    // Each network has one of the profiles, so one that is off leaves a way in.
    if (services.firewall && profiles.every(({ enabled }) => enabled === 'True')) return { active: true, kind: 'windows' };
    // Another product may stand in for it; whether that one is on cannot be seen.
    const other = 'value' in securityProducts ? securityProducts.value.firewalls : 0;
    if (other > 0 || ('missed' in securityProducts && securityProducts.missed !== 'unsupported')) throw unseen('unsupported', 'another firewall');
    return { active: false, kind: 'none' };
  },
});

export const firewallPolicy = windowsReader({
  id: 'firewallPolicy',
  sources: [...profileSources, 'Get-NetFirewallRule (rules counted)'],
  parts: { firewall: Profiles, firewallRules: z.strictObject({ letsIn: Count }) },
  // What the policy leaves open is turned away.
  answer: ({ firewall: { profiles }, firewallRules: { letsIn } }) => ({ deniesIncoming: profiles.every(({ inbound }) => inbound !== 'Allow'), letsIn }),
});
