import { count } from '../messages/wrap.js';

const EVERY_MS = 200;

/** One line on standard error while a person looks at it: how far, how fast, what was found. */
export interface Progress {
  readonly update: (bytes: number, records: number, findings: number) => void;
  readonly done: () => void;
}

const SILENT: Progress = { update: () => undefined, done: () => undefined };

/** `total` is the size of all inputs in bytes, 0 where it is not known. */
export function createProgress(total: number, quiet: boolean): Progress {
  const { stderr } = process;
  if (quiet || !stderr.isTTY) return SILENT;
  const start = performance.now();
  let last = 0;
  let shown = false;
  return {
    update: (bytes, records, findings) => {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      shown = true;
      const rate = records / Math.max(0.001, (now - start) / 1000);
      const share = total > 0 ? `${Math.floor((bytes / total) * 100)}%  ` : '';
      stderr.write(
        `\r\u001b[K${share}${count(records)} records, ${count(Math.round(rate))} a second, ${count(findings)} findings`,
      );
    },
    done: () => {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
