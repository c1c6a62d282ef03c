// Text to grams, as khlang/search/grams.py does it, letter for letter: shared vectors tie the two.

const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const TONES = /[\u0e48-\u0e4b]/g;
const THAI = "\u0e01-\u0e3a\u0e40-\u0e4e";
const WORD = "a-z\u00e0-\u00f6\u00f8-\u024f";
const BETWEEN = new RegExp(`([${THAI}])[^${THAI}${WORD}0-9]+(?=[${THAI}])`, "gu"); // older phones cannot look behind
const RUN = new RegExp(`[0-9]+|[${WORD}]+|[${THAI}]+`, "gu");
const LONGEST = 40;

const fold = (text) => {
  const composed = text.normalize("NFC");
  if (!composed.includes("\u0e4d")) return composed;
  return composed.replace(/([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1$2\u0e33").normalize("NFC");
};
const arabic = (text) => text.replace(/[\u0e50-\u0e59]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e20));
const exact = (text) => arabic(fold(text.replace(UNSEEN, "")).toLowerCase()).replace(/([0-9]),(?=[0-9]{3})/g, "$1");
const isThai = (run) => run >= "\u0e01";
const runs = (text) => (exact(text).replace(TONES, "").replace(BETWEEN, "$1").match(RUN) || [])
  .map((run) => (isThai(run) ? run : run.slice(0, LONGEST)));

const lengthOf = (row) => row.reduce((sum, run) => sum + (isThai(run) ? run.length : 1), 0);

const parts = (word) => {
  if (word[0] <= "9" || word.length < 2) return [];
  const marked = `^${word}`;
  return Array.from({ length: marked.length - 2 }, (_, at) => `~${marked.slice(at, at + 3)}`);
};

function grams(row, letters = false) {
  const found = [];
  let before = "";
  for (const run of row) {
    if (isThai(run)) {
      if (before) found.push(before + run[0]);
      for (let at = 0; at + 1 < run.length; at++) found.push(run.slice(at, at + 2));
      for (let at = 0; at + 2 < run.length; at++) found.push(run.slice(at, at + 3));
      if (letters) found.push(...run);
      before = run[run.length - 1];
    } else {
      found.push(run, ...parts(run));
      if (letters && run > "9~") found.push(`~^${run[0]}`);
      if (before) found.push(isThai(before) ? before + run : `${before} ${run}`);
      before = run;
    }
  }
  return found;
}

// The checksum by which the index knows a gram, of 30 bits: of Thai letters alone their places in the
// alphabet, spread by a product; of others their CRC-32.
const PLAIN = new RegExp(`^[${THAI}]{1,3}$`, "u");
const SPREAD = 0x9e3779b1;
const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});
const encoder = new TextEncoder();
const checksum = (gram) => {
  if (PLAIN.test(gram)) return Math.imul([...gram].reduce((packed, letter) => (packed << 7) | (letter.charCodeAt(0) - 0x0e00), 0), SPREAD) >>> 2;
  let crc = 0xffffffff;
  for (const byte of encoder.encode(gram)) crc = (crc >>> 8) ^ CRC[(crc ^ byte) & 255];
  return ~crc >>> 2;
};
