import { markOf, refusePath, type Entry } from './entry.js';

/** Task Scheduler XML (UTF-16 with a byte order mark, as schtasks wants it). Made and checked on Linux; not verified on Windows. */
export function windowsTask(entry: Entry, account: string, description: string): Buffer {
  return Buffer.from(`\ufeff${windowsTaskText(entry, account, description)}`, 'utf16le');
}

/** At log-on and every 15 minutes one look that ends by itself, with the rights of the person who is logged on. */
export function windowsTaskText(entry: Entry, account: string, description: string): string {
  const user = `<UserId>${xml(account)}</UserId>`;
  const again = '<Repetition><Interval>PT15M</Interval><StopAtDurationEnd>false</StopAtDurationEnd></Repetition>';
  const lines = [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    `  <RegistrationInfo><Description>${xml(`${description} (${markOf(entry.folder)})`)}</Description><URI>\\Zicha\\agent</URI></RegistrationInfo>`,
    '  <Triggers>',
    `    <LogonTrigger><Enabled>true</Enabled>${again}${user}</LogonTrigger>`,
    `    <TimeTrigger><Enabled>true</Enabled><StartBoundary>2026-01-01T00:00:00</StartBoundary>${again}</TimeTrigger>`,
    '  </Triggers>',
    `  <Principals><Principal id="Author">${user}<LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel></Principal></Principals>`,
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '    <StartWhenAvailable>true</StartWhenAvailable>',
    '    <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>',
    '    <Enabled>true</Enabled>',
    '    <Hidden>false</Hidden>',
    '    <WakeToRun>false</WakeToRun>',
    '    <ExecutionTimeLimit>PT12H</ExecutionTimeLimit>',
    '    <Priority>9</Priority>',
    '  </Settings>',
    `  <Actions Context="Author"><Exec><Command>${consoleHost}</Command><Arguments>${xml(argumentText(entry))}</Arguments></Exec></Actions>`,
    '</Task>',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

// Started directly, Node would open a console window on the person's screen every 15 minutes.
const consoleHost = '%SystemRoot%\\System32\\conhost.exe';

function argumentText({ node, script, folder }: Entry): string {
  for (const path of [node, script, folder]) refusePath(path, isPossible(path), 'windows-task');
  return ['--headless', '--', ...[node, script, 'agent', 'once', '--data', folder].map(argumentWord)].join(' ');
}

// The scheduler fills in %NAME% and $(Arg0) and knows no way to write them literally; XML holds no control characters.
function isPossible(path: string): boolean {
  return !/[\u0000-\u001f\u007f\ufffe\uffff]/.test(path) && !/%[^%]+%/.test(path) && !path.includes('$(');
}

/** A word as Windows programs take their command line apart: backslashes are doubled only before a quotation mark. */
function argumentWord(word: string): string {
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
