// A text as symbols with their places in it: what judges a document, and what is highlighted.

const MARK = /[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0300-\u036f]/;
const digitOf = (code) => (code >= 0x0e50 && code <= 0x0e59 ? code - 0x0e20 : code >= 48 && code <= 57 ? code : 0);
const isUnseen = (code) => code === 0xad || code === 0xfeff || (code >= 0x200b && code <= 0x200f)
  || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2064);
const isLetter = (char) => (char >= "a" && char <= "z") || (char >= "\u00e0" && char <= "\u024f" && char !== "\u00f7");

// Symbols as the grams know them, in three rows: the symbol, where it starts and where it ends.
function placed(text) {
  const symbols = [], starts = [], ends = [];
  let kind = "";
  const add = (char, is, at) => {
    if (is === kind && is !== "thai") {
      const last = symbols.length - 1;
      if (symbols[last].length < LONGEST) symbols[last] += char;
      ends[last] = at + 1;
    } else {
      symbols.push(char);
      starts.push(at);
      ends.push(at + 1);
    }
    kind = is;
  };
  const isNumber = (at) => digitOf(text.charCodeAt(at)) && digitOf(text.charCodeAt(at + 1)) && digitOf(text.charCodeAt(at + 2));
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at), digit = digitOf(code);
    if (digit) add(String.fromCharCode(digit), "number", at);
    else if (code >= 0x0e48 && code <= 0x0e4b) continue;
    else if ((code >= 0x0e01 && code <= 0x0e3a) || (code >= 0x0e40 && code <= 0x0e4e)) add(text[at], "thai", at);
    else if (isUnseen(code) || (code === 44 && kind === "number" && isNumber(at + 1))) continue;
    else {
      const char = text[at].toLowerCase()[0];
      if (isLetter(char)) add(char, "word", at);
      else kind = "";
    }
  }
  return { text, symbols, starts, ends };
}

const joined = (a, b) => (isThai(a) || isThai(b) ? a + b : `${a} ${b}`);

// The longest gram of the question that begins at a symbol, as how many symbols it has and its name.
function gramAt({ symbols }, at, worth) {
  const one = symbols[at], two = symbols[at + 1], three = symbols[at + 2];
  if (isThai(one) && two && isThai(two) && three && isThai(three) && worth.has(one + two + three)) return [3, one + two + three];
  if (two && worth.has(joined(one, two))) return [2, joined(one, two)];
  return worth.has(one) ? [1, one] : [0, ""];
}

// A longer word of a text is worth what the word of the question is that it holds, or that it begins with
// where the last one is a number that is still being typed.
function widen(worth, texts, row, typing) {
  const words = row.filter((run) => !isThai(run) && run.length > 1);
  for (const { marks: { symbols } } of words.length ? texts : []) {
    symbols.forEach((symbol, at) => {
      if (isThai(symbol) || worth.has(symbol)) return;
      const word = words.find((each) => (each[0] > "9" ? symbol.includes(each) : each === typing && symbol.startsWith(each)));
      if (!word) return;
      worth.set(symbol, worth.get(word));
      const before = symbols[at - 1];
      if (before && worth.has(joined(before, word))) worth.set(joined(before, symbol), worth.get(joined(before, word)));
    });
  }
}

const spelling = (text) => exact(text).replace(/\s+/g, "");

// Without spans that differ from the question by their tone marks alone: those are other words (นำ, น้ำ).
function spelledAlike(text, found, query) {
  const toneless = (some) => some.replace(TONES, ""), asked = spelling(query), bare = toneless(asked);
  return asked === bare ? found : found.filter(({ start, end }) => {
    const span = spelling(text.slice(start, end));
    return asked.includes(span) || !bare.includes(toneless(span));
  });
}

// From cluster border to cluster border: no mark is torn from its letter.
const cluster = (text, start, end) => {
  while (start > 0 && MARK.test(text[start])) start--;
  while (end < text.length && MARK.test(text[end])) end++;
  return [start, end];
};

// Spans of a text that the question names: runs of its grams that are long enough to mean it.
function spans(marks, worth, enough) {
  const found = [], { text, symbols, starts, ends } = marks;
  for (let at = 0; at < symbols.length;) {
    let end = at, value = 0, whole = false;
    for (let next = at; next < symbols.length && next <= end; next++) {
      const [length, gram] = gramAt(marks, next, worth);
      if (!length || (next === end && next > at && length < 2) || (length < Math.min(3, enough) && isThai(gram) && isThai(gram[gram.length - 1]))) continue;
      end = Math.max(end, next + length);
      value += worth.get(gram);
      whole ||= !isThai(symbols[next]) || !isThai(symbols[next + length - 1]);
    }
    if (end > at && (whole || end - at >= enough)) {
      const [start, stop] = cluster(text, starts[at], ends[end - 1]);
      found.push({ start, end: stop, value });
    }
    at = Math.max(end, at + 1);
  }
  return found;
}

function pieces(text, found, from = 0, to = text.length) {
  const cut = [];
  let at = from;
  for (const { start, end } of found) {
    if (start < at || end > to) continue;
    if (start > at) cut.push({ text: text.slice(at, start), hit: false });
    cut.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < to) cut.push({ text: text.slice(at, to), hit: false });
  return cut;
}
