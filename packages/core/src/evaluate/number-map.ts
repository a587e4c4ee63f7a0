/** A power of two, and more than twice the values that are kept: a search ends soon. */
const PLACES = 1 << 14;

/** Values by three numbers: asked on every record, where a map of maps would take much longer. */
export class NumberMap<T> {
  readonly #places = new Int32Array(PLACES);
  readonly #keys: number[] = [0, 0, 0];
  readonly #values: (T | undefined)[] = [undefined];

  get(a: number, b: number, c: number): T | undefined {
    return this.#values[this.#places[this.#placeOf(a, b, c)] as number];
  }

  /** There may be half as many values as places. */
  set(a: number, b: number, c: number, value: T): void {
    this.#places[this.#placeOf(a, b, c)] = this.#values.length;
    this.#keys.push(a, b, c);
    this.#values.push(value);
  }

  #placeOf(a: number, b: number, c: number): number {
    const keys = this.#keys;
    let place = Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c, 0xc2b2ae35);
    place = (place ^ (place >>> 15)) & (PLACES - 1);
    for (;;) {
      const at = 3 * (this.#places[place] as number);
      if (at === 0 || (keys[at] === a && keys[at + 1] === b && keys[at + 2] === c)) return place;
      place = (place + 1) & (PLACES - 1);
    }
  }
}
