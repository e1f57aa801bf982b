import { z } from 'zod';
import { kernelLogSources, kernelStories } from '../kernel-log.js';
import { probe, unseen } from '../probe.js';

// What the kernel says when a phone shares its connection over the cable, or a mobile modem is plugged in.
const connected = /\b(rndis_host|cdc_mbim|qmi_wwan|huawei_cdc_ncm|sierra_net|hso|ipheth) [\d.-]+:[\d.]+[^:]*: register|\bipheth [\d.-]+:[\d.]+: Apple iPhone USB Ethernet device attached|GSM modem \(1-port\) converter now attached/;

/** How often a phone or a mobile modem came up as a network connection, according to the logs that are left. */
export const modemHistory = probe({
  id: 'modemHistory',
  schema: z.object({ events: z.int() }),
  sources: kernelLogSources('lines counted'),
  run: async (host) => {
    const looks = Object.values(await kernelStories(host));
    const missed = looks.find((look) => look.missed !== undefined)?.missed;
    const events = Math.max(0, ...looks.map(({ lines }) => lines.filter(({ text }) => connected.test(text)).length));
    if (looks.every(({ sources }) => sources === 0) || (events === 0 && missed !== undefined)) throw unseen(missed ?? 'not-found', 'kernel log');
    return { events };
  },
});
