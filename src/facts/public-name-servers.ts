// Addresses that their operators publish for everybody on the internet.
const known: readonly string[] = [
  ...['114.114.114.114', '114.114.115.115', '223.5.5.5', '223.6.6.6', '119.29.29.29', '182.254.116.116', '180.76.76.76', '1.2.4.8', '210.2.4.8'],
  ...['8.8.8.8', '8.8.4.4', '1.1.1.1', '1.0.0.1', '9.9.9.9', '208.67.222.222', '208.67.220.220'],
];

/** How many of the servers are well-known ones on the internet. */
export function publicAmong(servers: ReadonlySet<string>): number {
  return known.filter((server) => servers.has(server)).length;
}
