import { withAnswers, withColumns } from '../answers.js';
import type { Looked, Progress, Reply } from '../protocol.js';
import { createClient } from './client.js';
import { type ColumnTable, createColumnTable } from './column-table.js';
import { count, counted, element, leadTo, save, show } from './dom.js';
import { createQuestionForm, type QuestionForm } from './question-form.js';
import { fitReport, showResult } from './result.js';

const client = createClient();

/** What was chosen so far. */
interface Session {
  files: readonly File[];
  companions: readonly File[];
  looked: Looked | null;
  form: QuestionForm | null;
  table: ColumnTable | null;
  /** Whether the profile's text was changed by hand, so that it counts and not the answers. */
  isByHand: boolean;
}
const session: Session = {
  files: [],
  companions: [],
  looked: null,
  form: null,
  table: null,
  isByHand: false,
};

const parts = {
  mapping: element('mapping', 'section'),
  running: element('running', 'section'),
  result: element('result', 'section'),
  questions: element('questions', 'form'),
  columns: element('columns', 'details'),
  profile: element('profile', 'details'),
  companions: element('companions', 'div'),
  text: element('profile-text', 'textarea'),
  check: element('check', 'button'),
  asAt: element('as-at', 'input'),
};

function say(words: string): void {
  element('status', 'p').textContent = words;
}

function fault(words: string | null): void {
  const notice = element('fault', 'p');
  notice.textContent = words ?? '';
  show(notice, words !== null);
  if (words !== null) notice.focus();
}

/** The profile as it stands: the text where somebody wrote it, else the proposal with the answers. */
function currentProfile(): unknown {
  const { looked, form, table, isByHand } = session;
  if (isByHand) return JSON.parse(parts.text.value) as unknown;
  if (looked === null || looked.isCanonical) return null;
  return withColumns(withAnswers(looked.profile, form?.answers() ?? []), table?.reassigned() ?? []);
}

function refreshText(): void {
  if (session.isByHand) return;
  const profile = currentProfile();
  parts.text.value = profile === null ? '' : JSON.stringify(profile, null, 2);
}

/** How sure the mapping is, on the fold that holds it; what is not sure is to be looked at, so the fold is open then. */
function showSureness({ columns }: Looked): void {
  const of = (confidence: Looked['columns'][number]['confidence']) =>
    columns.filter((column) => column.confidence === confidence).length;
  const likely = of('likely');
  element('sureness', 'span').textContent =
    `${of('sure')} sure, ${likely} likely, ${of('question')} asked above, ${of('unused')} not read`;
  parts.columns.open = likely > 0;
}

function lookedWords({ file, format, encoding, rows, isCanonical, questions, notices }: Looked): string {
  const next = isCanonical
    ? 'Its columns have the canonical names: nothing has to be mapped.'
    : questions.length === 0
      ? 'All columns that are needed were found.'
      : `The columns were mapped by their names and by what they hold; the table below shows how, and a wrong one is put right there. ${
          questions.length === 1
            ? 'One thing only you can say:'
            : `${questions.length} things only you can say:`
        }`;
  const trouble = notices.length === 0 ? '' : ` In what was looked at: ${notices.slice(0, 3).join('; ')}.`;
  return `${file}: ${format}, ${encoding}; ${counted(rows, 'record')} looked at.${trouble} ${next}`;
}

function showMapping(looked: Looked): void {
  session.looked = looked;
  session.form = createQuestionForm(parts.questions, looked.questions, refreshText);
  element('looked', 'p').textContent = lookedWords(looked);
  session.table = createColumnTable(looked, refreshText);
  element('missing', 'p').textContent =
    looked.missing.length === 0
      ? ''
      : `No column was found for: ${looked.missing.join(', ')}. Rules that need one of them are not assessed, and the report says so.`;
  show(parts.questions);
  show(parts.columns, !looked.isCanonical);
  showSureness(looked);
  show(parts.profile, !looked.isCanonical);
  show(parts.companions, false);
  show(parts.mapping);
  refreshText();
  leadTo(element('mapping-heading', 'h2'));
}

async function look(files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  client.stop();
  Object.assign(session, { files, companions: [], looked: null, form: null, table: null, isByHand: false });
  for (const part of [parts.mapping, parts.running, parts.result]) show(part, false);
  fault(null);
  say(`Looking at ${first.name}.`);
  const reply = await client.ask({ kind: 'look', file: first });
  say('');
  if (reply.kind === 'looked') showMapping(reply.looked);
  else if (reply.kind === 'fault') fault(`${first.name} cannot be used: ${reply.message}`);
  const [profile] = element('profile-file', 'input').files ?? [];
  if (reply.kind === 'looked' && profile !== undefined) await takeProfile(profile);
}

/** Takes a profile that was saved before; the proposal and its questions do not count then. */
async function takeProfile(file: File): Promise<void> {
  if (session.looked === null) return;
  parts.text.value = await file.text();
  session.isByHand = true;
  element('looked', 'p').textContent = `${session.looked.file} is read by the profile ${file.name}.`;
  show(parts.questions, false);
  show(parts.columns, false);
  show(parts.profile);
  await verified();
}

/** The profile, if it can be used; what is wrong with it is said. */
async function verified(): Promise<{ readonly profile: unknown } | null> {
  let profile: unknown;
  try {
    profile = currentProfile();
  } catch {
    fault('The profile is not JSON: look for a missing comma or quotation mark.');
    return null;
  }
  if (profile === null) return { profile };
  const reply = await client.ask({ kind: 'verify', profile });
  if (reply.kind !== 'verified') {
    fault(reply.kind === 'fault' ? reply.message : null);
    return null;
  }
  const { faults, companions } = reply.verified;
  if (faults.length > 0) {
    fault(`The profile cannot be used yet:\n${faults.map((one) => `– ${one}`).join('\n')}`);
    return null;
  }
  const base = (name: string) => name.split(/[\\/]/).at(-1);
  const wanting = companions.filter((name) => !session.companions.some((file) => file.name === base(name)));
  element('companion-names', 'span').textContent = companions.join(', ');
  show(parts.companions, companions.length > 0);
  if (wanting.length === 0) return { profile };
  fault(`Choose the files that the profile names as well: ${wanting.join(', ')}.`);
  return null;
}

function tell({ bytes, total, records, findings }: Progress): void {
  element('progress', 'progress').value = total === 0 ? 1 : bytes / total;
  element('progress-words', 'label').textContent =
    `${count(records)} records, ${count(findings)} findings, ${Math.floor((100 * bytes) / Math.max(1, total))}%`;
}

async function check(): Promise<void> {
  fault(null);
  if (!session.isByHand && session.form?.leadToOpen() === true) {
    say('A question is not answered yet.');
    return;
  }
  const asAt = parts.asAt.value;
  if (asAt === '') {
    fault('Name the day to judge by.');
    return;
  }
  const ready = await verified();
  if (ready === null) return;
  show(parts.result, false);
  show(parts.running);
  parts.check.disabled = true;
  tell({ bytes: 0, total: 1, records: 0, findings: 0 });
  leadTo(element('running-heading', 'h2'));
  const { files, companions } = session;
  const reply: Reply = await client.ask({ kind: 'check', files, companions, asAt, ...ready }, tell);
  show(parts.running, false);
  parts.check.disabled = false;
  if (reply.kind === 'done') showResult(reply.done);
  else if (reply.kind === 'fault') fault(reply.message);
}

function stop(): void {
  client.stop();
  show(parts.running, false);
  parts.check.disabled = false;
  say('Stopped. Nothing was kept.');
  parts.check.focus();
}

/** Today where the browser is. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function hearDrops(): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('over');
  });
  document.addEventListener('dragleave', () => document.body.classList.remove('over'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('over');
    void look([...(event.dataTransfer?.files ?? [])]);
  });
}

function hearChoices(): void {
  const hear = (id: string, take: (files: readonly File[]) => void): void => {
    const input = element(id, 'input');
    input.addEventListener('change', () => take([...(input.files ?? [])]));
    // The same file may be chosen again, exported anew; a browser says nothing of a choice that is the one before.
    input.addEventListener('click', () => (input.value = ''));
  };
  hear('files', (files) => void look(files));
  hear('profile-file', ([file]) => {
    if (file !== undefined) void takeProfile(file);
  });
  hear('companion-files', (files) => {
    session.companions = files;
    fault(null);
  });
}

parts.asAt.value = today();
hearDrops();
hearChoices();
parts.text.addEventListener('input', () => {
  session.isByHand = true;
  show(parts.questions, false);
});
parts.questions.addEventListener('submit', (event) => event.preventDefault());
element('save-profile', 'button').addEventListener('click', () =>
  save('profile.json', new Blob([`${parts.text.value}\n`], { type: 'application/json' })),
);
parts.check.addEventListener('click', () => void check());
element('stop', 'button').addEventListener('click', stop);
window.addEventListener('resize', fitReport);
