// The files of the index, as khlang/search/index.py writes them.

const SLOT_BITS = 15;
const MOST = 1536;

const hex = (number, length) => number.toString(16).padStart(length, "0");
const slotOf = (gram) => gram >>> (30 - SLOT_BITS);

// How common each slot is, and from that which slots share a file: a block of them as long as it
// is small enough, halved until it is.
class Layout {
  constructor(packed) {
    if (packed.length !== 1 << (SLOT_BITS - 1)) throw new Error("truncated");
    let sums = new Int32Array(1 << SLOT_BITS);
    for (let slot = 0; slot < sums.length; slot++) sums[slot] = (3 << (slot & 1 ? packed[slot >> 1] >> 4 : packed[slot >> 1] & 15)) >> 2;
    this.levels = [sums];
    while (sums.length > 1) {
      const below = sums;
      sums = new Int32Array(below.length / 2);
      for (let at = 0; at < sums.length; at++) sums[at] = below[2 * at] + below[2 * at + 1];
      this.levels.push(sums);
    }
  }
  // About how many postings the slot of a gram has; 0 where the gram stands nowhere.
  size(gram) {
    return this.levels[0][slotOf(gram)];
  }
  path(gram) {
    const slot = slotOf(gram);
    let level = SLOT_BITS;
    while (level && this.levels[level][slot >> level] > MOST) level--;
    return `grams/${hex((slot >> level) << level, 4)}-${hex(level, 1)}.bin`;
  }
}

// A file as postings by gram, which are read when somebody asks. Throws where it is cut off.
class Shard {
  constructor(data) {
    this.data = data;
    this.places = new Map();
    let at = 0, gram = 0;
    const varint = () => {
      let value = 0, scale = 1, byte;
      do {
        if (at >= data.length) throw new Error("truncated");
        byte = data[at++];
        value += (byte & 127) * scale;
        scale *= 128;
      } while (byte > 127);
      return value;
    };
    const head = varint(), end = at + head;
    for (let from = end; at < end;) {
      gram += varint();
      const to = from + varint();
      if (to > data.length) throw new Error("truncated");
      this.places.set(gram, [from, to]);
      from = to;
    }
  }
  // Numbers of documents, and how much of the gram each has, from 0 to 3.
  postings(gram) {
    const [from, to] = this.places.get(gram) || [0, 0], numbers = [], levels = [];
    for (let at = from, number = 0; at < to;) {
      let value = 0, scale = 1, byte;
      do {
        byte = this.data[at++];
        value += (byte & 127) * scale;
        scale *= 128;
      } while (byte > 127);
      number += Math.floor(value / 4);
      numbers.push(number);
      levels.push(value % 4);
    }
    return { numbers, levels };
  }
}
