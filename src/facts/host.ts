/** What a look at one path gave: never a bare empty where the look failed. `unsupported` = this host cannot look there at all. */
export type Missed = { readonly kind: 'absent' } | { readonly kind: 'unsupported' } | { readonly kind: 'denied' } | { readonly kind: 'failed'; readonly detail: string };
export type TextLook = { readonly kind: 'text'; readonly text: string; readonly cut: boolean } | Missed;
export type NamesLook = { readonly kind: 'names'; readonly names: readonly string[] } | Missed;
export type StatLook = { readonly kind: 'stat'; readonly type: 'file' | 'folder' | 'link' | 'device'; readonly mode: number; readonly uid: number; readonly gid: number; readonly size: number; readonly mtimeMs: number } | Missed;
export type RunLook = { readonly kind: 'ran'; readonly exitCode: number; readonly stdout: string } | { readonly kind: 'tool-missing' } | { readonly kind: 'unsupported' } | { readonly kind: 'timed-out' } | { readonly kind: 'failed'; readonly detail: string };
export type SystemLook = { readonly kind: 'answer'; readonly value: unknown } | { readonly kind: 'unsupported' } | { readonly kind: 'timed-out' } | { readonly kind: 'failed'; readonly detail: string };

/** What the parts of the Windows script gave, by name and not yet checked; or why there are none. */
export type WindowsLook = { readonly kind: 'parts'; readonly parts: Readonly<Record<string, unknown>> } | Exclude<RunLook, { readonly kind: 'ran' }> | { readonly kind: 'denied'; readonly detail: string };

/** Commands a probe may start: fixed absolute paths, the first that exists. */
export const tools = {
  gsettings: ['/usr/bin/gsettings'],
  nft: ['/usr/sbin/nft', '/sbin/nft'],
  iptables: ['/usr/sbin/iptables-legacy', '/sbin/iptables-legacy', '/usr/sbin/iptables', '/sbin/iptables'],
  journalctl: ['/usr/bin/journalctl', '/bin/journalctl'],
} as const;
export type ToolName = keyof typeof tools;

/** Questions that may be put to systeminformation, in its own child. */
export const systemFunctions = ['diskLayout'] as const;
export type SystemFunction = (typeof systemFunctions)[number];

/** The only door to the machine: read-only, and every miss says why. */
export interface Host {
  readonly platform: string;
  readonly uid: number;
  now(): string;
  readFile(path: string, maxBytes?: number): Promise<TextLook>;
  list(path: string): Promise<NamesLook>;
  stat(path: string): Promise<StatLook>;
  run(tool: ToolName, args: readonly string[]): Promise<RunLook>;
  system(question: SystemFunction): Promise<SystemLook>;
  /** All that is read on Windows, in one go: the script runs once, however often it is asked for. */
  windows(): Promise<WindowsLook>;
}
