/** What the portable folder for Windows is told of where it will stand. */
export interface PortableFacts {
  /** The folder on the Windows machine, such as `C:\markercheck`. */
  readonly at: string;
  /** When the task begins, `HH:MM`. */
  readonly time: string;
  readonly version: string;
}

const CRLF = '\r\n';
const windowsText = (lines: readonly string[]): string => lines.join(CRLF) + CRLF;

/** Starts the command line with the node.exe beside it. */
export function commandFile(): string {
  return windowsText(['@"%~dp0node.exe" "%~dp0markercheck.cjs" %*']);
}

/** The nightly check: settings on top, the rest below. Every path is in quotation marks, for folders with blanks. */
export function nightlyFile(): string {
  return windowsText([
    '@echo off',
    'rem The nightly check. Change the settings; the rest needs no change.',
    'setlocal',
    'cd /d "%~dp0"',
    'if errorlevel 1 exit /b 4',
    '',
    'rem ---- Settings ----------------------------------------------------',
    'set "EXTRACT=%~dp0incoming\\extract.csv"',
    'rem Leave empty what there is not.',
    'set "PROFILE="',
    'set "POLICY="',
    'set "WAIVERS="',
    'rem Everything that is written goes here; only the service account needs it.',
    'set "DATA=%~dp0data"',
    'rem A role or an account, not a name.',
    'set "OPERATOR=dq-nightly"',
    'set "REASON=nightly check"',
    'rem ------------------------------------------------------------------',
    '',
    'if not exist "%DATA%" mkdir "%DATA%"',
    'if not exist "%DATA%" exit /b 4',
    'set OPTIONS=--out "%DATA%\\run" --history "%DATA%\\history" --log "%DATA%\\runs.log"',
    'if defined PROFILE set OPTIONS=%OPTIONS% --profile "%PROFILE%"',
    'if defined POLICY set OPTIONS=%OPTIONS% --policy "%POLICY%"',
    'if defined WAIVERS set OPTIONS=%OPTIONS% --waivers "%WAIVERS%"',
    'rem From the second night on, findings are new or persisting.',
    'if exist "%DATA%\\run\\summary.json" set OPTIONS=%OPTIONS% --baseline "%DATA%\\run"',
    '',
    '"%~dp0node.exe" "%~dp0markercheck.cjs" check "%EXTRACT%" %OPTIONS% --operator "%OPERATOR%" --reason "%REASON%" --quiet 2> "%DATA%\\messages.txt"',
    'set CODE=%ERRORLEVEL%',
    'type "%DATA%\\messages.txt" 1>&2',
    'rem 0 nothing to do, 1 findings, 2 settings are wrong, 3 the extract was not checked, 4 failure',
    'exit /b %CODE%',
  ]);
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * The task for the Task Scheduler, in the schema of version 1.2. It runs as whoever registers it, while
 * logged on, with no more rights than they have.
 */
export function taskXml({ at, time }: PortableFacts): string {
  return windowsText([
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <RegistrationInfo>',
    '    <Description>markercheck: checks the nightly extract of crime records</Description>',
    '  </RegistrationInfo>',
    '  <Triggers>',
    '    <CalendarTrigger>',
    `      <StartBoundary>2026-01-01T${time}:00</StartBoundary>`,
    '      <Enabled>true</Enabled>',
    '      <ScheduleByDay>',
    '        <DaysInterval>1</DaysInterval>',
    '      </ScheduleByDay>',
    '    </CalendarTrigger>',
    '  </Triggers>',
    '  <Principals>',
    '    <Principal id="Author">',
    '      <LogonType>InteractiveToken</LogonType>',
    '      <RunLevel>LeastPrivilege</RunLevel>',
    '    </Principal>',
    '  </Principals>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '    <StartWhenAvailable>true</StartWhenAvailable>',
    '    <ExecutionTimeLimit>PT4H</ExecutionTimeLimit>',
    '    <Enabled>true</Enabled>',
    '  </Settings>',
    '  <Actions Context="Author">',
    '    <Exec>',
    `      <Command>${xmlText(`${at}\\run-nightly.cmd`)}</Command>`,
    `      <WorkingDirectory>${xmlText(at)}</WorkingDirectory>`,
    '    </Exec>',
    '  </Actions>',
    '</Task>',
  ]);
}

export function readMe({ at, time, version }: PortableFacts): string {
  return windowsText([
    `markercheck ${version}, portable`,
    '',
    'Nothing has to be installed, and no rights are needed: everything is in this folder.',
    '',
    `1. Copy the folder to ${at}. SHA256SUMS.txt has the digest of each file;`,
    '   "certutil -hashfile node.exe SHA256" shows the one of a file.',
    '2. Try it: markercheck.cmd doctor',
    '3. An extract by hand: markercheck.cmd check EXTRACT, or open markercheck.html.',
    '4. Every night: write the settings at the top of run-nightly.cmd, run it once by hand, then',
    '   schtasks /Create /TN "Marker check" /XML nightly-task.xml',
    `   It begins at ${time} each day, as the account that registers it, while that is logged on. To run it`,
    '   without anybody logged on, choose so in the Task Scheduler; that needs the right to log on',
    '   as a batch job, and the password of the account.',
    '',
    'markercheck.cmd --help lists all that it does. What it writes holds crime references: keep it where',
    'the extract may be kept.',
  ]);
}
