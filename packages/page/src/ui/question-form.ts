import type { Answered } from '../answers.js';
import type { Answer, Control, PageQuestion } from '../protocol.js';
import { make } from './dom.js';

/** A choice of more than these is a list to open, not a row of buttons. */
const MOST_BUTTONS = 6;

/** One question on the page; `null` while it is not answered. */
interface Asked {
  readonly question: PageQuestion;
  readonly fieldset: HTMLFieldSetElement;
  readonly read: () => Answer | null;
}

/** What a person wrote: JSON where it is JSON, else a text. */
function typed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function radios(name: string, labels: readonly string[], into: HTMLElement): () => number {
  const inputs = labels.map((label, i) => {
    const input = make('input', { type: 'radio', name, value: String(i) });
    into.append(make('label', {}, input, label));
    return input;
  });
  return () => inputs.findIndex(({ checked }) => checked);
}

function list(name: string, labels: readonly string[], legend: string, into: HTMLElement): () => number {
  const select = make('select', { name, 'aria-label': legend });
  select.append(make('option', { value: '' }, 'Choose'));
  labels.forEach((label, i) => select.append(make('option', { value: String(i) }, label)));
  into.append(select);
  return () => (select.value === '' ? -1 : Number(select.value));
}

function control(name: string, of: Control, legend: string, into: HTMLElement): () => Answer | null {
  switch (of.kind) {
    case 'choice': {
      const labels = of.options.map(({ label }) => label);
      const chosen =
        labels.length > MOST_BUTTONS ? list(name, labels, legend, into) : radios(name, labels, into);
      return () => of.options[chosen()]?.answer ?? null;
    }
    case 'codes': {
      const boxes = of.codes.map((code) => {
        const box = make('input', { type: 'checkbox' });
        into.append(make('label', {}, box, code));
        return { code, box };
      });
      return () => {
        const set = boxes.filter(({ box }) => box.checked).map(({ code }) => code);
        if (set.length === 0) return null;
        return { kind: 'codes', set, notSet: of.codes.filter((code) => !set.includes(code)) };
      };
    }
    case 'text': {
      const input = make('input', { type: 'text', 'aria-label': legend });
      into.append(input);
      return () => (input.value.trim() === '' ? null : { kind: 'set', value: typed(input.value.trim()) });
    }
    default:
      return of satisfies never;
  }
}

/** The questions of a proposed profile as a form. */
export interface QuestionForm {
  readonly answers: () => readonly Answered[];
  /** The first question without an answer, led to; `false` where there is none. */
  readonly leadToOpen: () => boolean;
}

export function createQuestionForm(
  form: HTMLFormElement,
  questions: readonly PageQuestion[],
  changed: () => void,
): QuestionForm {
  const asked = questions.map((question, i): Asked => {
    const fieldset = make('fieldset', { class: 'open' }, make('legend', {}, question.question));
    const read = control(`question-${i}`, question.control, question.question, fieldset);
    return { question, fieldset, read };
  });
  const all = make('div', {}, ...asked.map(({ fieldset }) => fieldset));
  all.addEventListener('change', () => {
    for (const { fieldset, read } of asked) fieldset.classList.toggle('open', read() === null);
    changed();
  });
  form.replaceChildren(all);
  return {
    answers: () =>
      asked.flatMap(({ question, read }) => {
        const answer = read();
        return answer === null ? [] : [{ path: question.path, answer }];
      }),
    leadToOpen: () => {
      const open = asked.find(({ read }) => read() === null);
      open?.fieldset.querySelector<HTMLElement>('input, select')?.focus();
      return open !== undefined;
    },
  };
}
