// Numbers as bits, as few as they take. What is written is read back in the same order.

const BYTE = 8;
const GROUP = 3; // bits of a number that is not known to be small, before the bit that tells whether there are more

export class Writer {
  /** @type {number[]} */
  #bits = [];

  /** @param {number} value @param {number} width  at most 53 */
  bits(value, width) {
    for (let place = width - 1; place >= 0; place -= 1) this.#bits.push(Math.floor(value / 2 ** place) % 2);
  }

  /** @param {boolean} value */
  flag(value) {
    this.#bits.push(Number(value));
  }

  /** @param {number} value  a whole number of any size; the small ones are short */
  number(value) {
    const more = value >= 2 ** GROUP;
    this.flag(more);
    this.bits(value % 2 ** GROUP, GROUP);
    if (more) this.number(Math.floor(value / 2 ** GROUP));
  }

  /** All of it, the last byte filled up. */
  get bytes() {
    const bytes = new Uint8Array(Math.ceil(this.#bits.length / BYTE));
    for (const [place, bit] of this.#bits.entries()) {
      bytes[Math.floor(place / BYTE)] |= bit << (BYTE - 1 - (place % BYTE));
    }
    return bytes;
  }
}

export class Reader {
  #place = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }

  /** Throws RangeError after the last bit. */
  flag() {
    const byte = this.bytes[Math.floor(this.#place / BYTE)];
    if (byte === undefined) throw new RangeError("bits");
    const bit = (byte >> (BYTE - 1 - (this.#place % BYTE))) & 1;
    this.#place += 1;
    return bit === 1;
  }

  /** @param {number} width */
  bits(width) {
    let value = 0;
    for (let place = 0; place < width; place += 1) value = value * 2 + Number(this.flag());
    return value;
  }

  number() {
    let [value, unit, more] = [0, 1, true];
    while (more) {
      more = this.flag();
      value += this.bits(GROUP) * unit;
      unit *= 2 ** GROUP;
    }
    return value;
  }
}
