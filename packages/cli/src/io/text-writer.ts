import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** So many bytes are written at once. */
const PIECE = 256 * 1024;

/** A character of JavaScript takes at most so many bytes of UTF-8. */
const MOST_BYTES = 3;

/**
 * Writes a text file in large pieces, and to the disk before it counts as written. Texts are bytes at once:
 * one that waits keeps what it was cut from, such as a block of the extract.
 */
export class TextWriter {
  readonly #descriptor: number;
  readonly #piece = Buffer.allocUnsafeSlow(PIECE);
  #filled = 0;

  constructor(file: string) {
    this.#descriptor = openSync(file, 'wx');
  }

  write(text: string): void {
    const room = text.length * MOST_BYTES;
    if (room > PIECE - this.#filled) this.#flush();
    if (room > PIECE) this.#put(Buffer.from(text, 'utf8'));
    else this.#filled += this.#piece.write(text, this.#filled, 'utf8');
  }

  close(): void {
    this.#flush();
    fsyncSync(this.#descriptor);
    closeSync(this.#descriptor);
  }

  #flush(): void {
    this.#put(this.#piece.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #put(bytes: Uint8Array): void {
    let written = 0;
    while (written < bytes.length) written += writeSync(this.#descriptor, bytes, written);
  }
}
