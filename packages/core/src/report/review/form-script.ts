/**
 * What the form does: counts, saves a CSV, opens one that was saved. Plain script without a library, named
 * by its digest in the page's policy; it reads the page alone, and nothing leaves it but the saved file.
 */
export const FORM_SCRIPT = String.raw`'use strict';
(() => {
  const find = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.querySelector('main');
  const status = document.querySelector('output');
  const words = JSON.parse(form.dataset.words);
  const columns = JSON.parse(form.dataset.columns);
  const fields = JSON.parse(form.dataset.fields);
  const records = find('.record');
  let saved = true;

  const groups = (root) => find('fieldset', root);
  const isOpen = (group) => group.querySelector('input:checked') === null;
  const say = (key, values = {}) => {
    const all = { ...values, all: records.length, done: find('.done').length };
    status.textContent = words[key].replace(/\{(\w+)\}/g, (whole, name) => all[name] ?? whole);
  };
  const mark = (record) => record.classList.toggle('done', !groups(record).some(isOpen));

  const cell = (value) => {
    const safe = /^[=+\-@\t\r\n]/.test(value) ? "'" + value : value;
    return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };
  const chosen = (question, field) =>
    question.querySelector('input[data-field=' + field + ']:checked')?.value ?? '';
  const lineOf = (question) => {
    const record = question.closest('.record');
    const cells = { ...form.dataset, ...JSON.parse(record.dataset.cells), ...JSON.parse(question.dataset.cells) };
    for (const field of fields) cells[field] = chosen(question, field);
    cells.why = question.querySelector('.why input').value.replace(/\s+/g, ' ').trim();
    return columns.map((name) => cell(cells[name] ?? '')).join(',');
  };

  const save = () => {
    const text = '\uFEFF' + [columns.join(','), ...find('.question').map(lineOf), ''].join('\r\n');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    link.download = form.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    saved = true;
    say('saved', { name: form.dataset.file });
  };

  const parse = (text) => {
    const rows = [[]];
    const pattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\n|\r|$)/gy;
    for (let at = 0; at < text.length; ) {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found === null) return [];
      at = pattern.lastIndex;
      const value = found[1].startsWith('"') ? found[1].slice(1, -1).replaceAll('""', '"') : found[1];
      rows.at(-1).push(/^'[=+\-@]/.test(value) ? value.slice(1) : value);
      if (found[2] !== ',' && at < text.length) rows.push([]);
    }
    return rows;
  };

  const fill = (line) => {
    const question = document.getElementById(line.item)?.closest('.record')
      ?.querySelector('.question[data-question="' + CSS.escape(line.question) + '"]');
    if (!question) return 0;
    let answered = 0;
    for (const field of fields) {
      const value = (line[field] ?? '').trim().toLowerCase().replace(' ', '-');
      const input = find('input[data-field=' + field + ']', question).find((of) => of.value === value);
      if (input) {
        input.checked = true;
        answered = 1;
      }
    }
    if (line.why) question.querySelector('.why input').value = line.why;
    mark(question.closest('.record'));
    return answered;
  };

  const open = async (file) => {
    const [header = [], ...rows] = parse((await file.text()).replace(/^\uFEFF/, ''));
    const name = file.name;
    if (!['sample', 'item', 'question', ...fields].every((column) => header.includes(column))) {
      return say('damaged', { name });
    }
    const lines = rows.filter((row) => row.length === header.length)
      .map((row) => Object.fromEntries(header.map((column, i) => [column, row[i]])));
    const isOurs = ({ sample, reviewer }) => sample === form.dataset.sample && reviewer === form.dataset.reviewer;
    if (lines.length === 0 || !lines.every(isOurs)) return say('other', { name });
    saved = true;
    say('opened', { name, lines: lines.reduce((sum, line) => sum + fill(line), 0) });
  };

  form.addEventListener('change', (event) => {
    saved = false;
    const record = event.target.closest('.record');
    if (record) mark(record);
    say('count');
  });
  form.addEventListener('input', () => { saved = false; });
  document.getElementById('save').addEventListener('click', save);
  document.getElementById('next').addEventListener('click', () => {
    const group = groups(form).find(isOpen);
    if (group === undefined) return say('none');
    group.closest('.record').scrollIntoView();
    group.querySelector('input').focus();
  });
  document.getElementById('open').addEventListener('change', (event) => {
    const [file] = event.target.files;
    if (file) open(file);
    event.target.value = '';
  });
  window.addEventListener('beforeunload', (event) => { if (!saved) event.preventDefault(); });
  // A browser may bring answers back when the page is loaded again.
  for (const record of records) mark(record);
  say('count');
})();`;
