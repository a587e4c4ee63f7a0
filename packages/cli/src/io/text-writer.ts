import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

const BUFFER = 256 * 1024;

/** Writes a text file in large pieces, and to the disk before it counts as written. */
export class TextWriter {
  readonly #descriptor: number;
  #pending = '';

  constructor(file: string) {
    this.#descriptor = openSync(file, 'wx');
  }

  write(text: string): void {
    this.#pending += text;
    if (this.#pending.length >= BUFFER) this.#flush();
  }

  close(): void {
    this.#flush();
    fsyncSync(this.#descriptor);
    closeSync(this.#descriptor);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pending, 'utf8');
    this.#pending = '';
    let written = 0;
    while (written < bytes.length) written += writeSync(this.#descriptor, bytes, written);
  }
}
