import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Writes a new file piece by piece, and to the disk before it counts as written. */
export class ByteWriter {
  readonly #descriptor: number;

  constructor(file: string) {
    this.#descriptor = openSync(file, 'wx');
  }

  write(bytes: Uint8Array): void {
    let written = 0;
    while (written < bytes.length) written += writeSync(this.#descriptor, bytes, written);
  }

  close(): void {
    fsyncSync(this.#descriptor);
    closeSync(this.#descriptor);
  }

  /** Lets go of a file that will not be finished. */
  abandon(): void {
    closeSync(this.#descriptor);
  }
}
