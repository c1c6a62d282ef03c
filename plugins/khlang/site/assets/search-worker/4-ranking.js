// Which documents answer a question: the rarest grams say it, the texts of the best few judge it.

const WEIGHTS = { title: 4, tags: 3, headings: 2, summary: 2, names: 1, body: 1, attachments: 1 };
const GRAMS = 9;
const POSTINGS = 12000;
const SHARE = 0.3; // of what the best document has of the question
const HOW_MUCH = [0.45, 0.63, 0.77, 0.88];

// Words that make a sentence a question stand in few texts, and say nothing of what is asked for.
const ASKING = /(?:คือ|ว่า|เป็น|ใน|ที่|มี|จาก|ของ|กับ)?(?:อะไร(?:บ้าง)?|อย่างไร(?:บ้าง)?|ยังไง(?:บ้าง)?|เพราะเหตุใด|เพราะอะไร|เมื่อไหร่|เมื่อไร|เมื่อใด|เท่าไหร่|เท่าไร|เท่าใด|ที่ไหน|ทำไม|ใครบ้าง|ใคร|หรือไม่|หรือเปล่า|ไหม(?=\s|$)|กี่(?=คน|ปี|ครั้ง|แห่ง|วัน|เดือน|เมตร|ชนิด|ประเภท|ด้าน|ข้อ|ขั้น|เรื่อง|บาท)|ใด(?=\s|[?]|$)|ไหน(?=\s|[?]|$))/g;
const asked = (text) => {
  const rest = text.replace(ASKING, " ");
  return lengthOf(runs(rest)) > 2 ? rest : text;
};

const idf = (documents, having) => Math.log(1 + (documents - having + 0.5) / (having + 0.5));

// What each gram of a question is worth, and the few that are fetched.
function plan(row, layout, documents) {
  const short = row.length === 1 && row[0].length === 1;
  const names = [...new Set(grams(row, short))];
  const known = names.map((name) => ({ name, gram: checksum(name) }))
    .map((each) => ({ ...each, size: layout.size(each.gram) }));
  const worth = new Map(known.map((each) => [each.name, idf(documents, Math.min(each.size, documents))]));
  const telling = known.filter((each) => each.name.length > 2 || !isThai(each.name[0]));
  const some = (telling.some((each) => each.size) ? telling : known)
    .sort((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
  const chosen = [];
  let cost = 0;
  for (const each of some) {
    if (chosen.length >= GRAMS || (cost && cost + each.size > POSTINGS)) break;
    chosen.push(each);
    cost += each.size;
  }
  return { chosen, worth };
}

// How much of a question a document must have: nearly all of a word, a part of a sentence.
const least = (symbols) => (symbols < 7 ? 0.7 : symbols < 13 ? 0.4 : 0.12);

// Documents in the order of what the fetched grams say, but those that have too little of them.
// `typing` is a word or a number at the end, which may not be typed whole yet: nobody must have it.
function candidates(chosen, documents, symbols, typing) {
  const scores = new Map(), seen = new Map();
  let asked = 0, most = 0;
  // A word that is typed in part stands nowhere, but its beginning does.
  const there = new Set(chosen.filter(({ postings }) => postings?.numbers.length).map(({ name }) => name));
  const isPart = (name) => (name.match(/[a-z\u00e0-\u024f]+/g) || []).some((word) => parts(word).some((part) => there.has(part)));
  const mayLack = (name) => typing && there.size && name.endsWith(typing);
  for (const { name, postings } of chosen) {
    if (!postings?.numbers.length && isPart(name)) continue;
    const weight = Math.max(idf(documents, postings?.numbers.length || 0), 0.05);
    if (!mayLack(name)) asked += weight;
    postings?.numbers.forEach((number, at) => {
      scores.set(number, (scores.get(number) || 0) + weight * HOW_MUCH[postings.levels[at]]);
      seen.set(number, (seen.get(number) || 0) + weight);
    });
  }
  for (const value of seen.values()) most = Math.max(most, value);
  const enough = Math.max(most * SHARE, asked * least(symbols));
  return [...scores].filter(([number]) => seen.get(number) >= enough)
    .map(([number, score]) => [number, score + (symbols < 13 ? seen.get(number) : 0)]) // a word: all of it comes first
    .sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => number);
}

// The longest run of grams of the question in a row of symbols, as what it is worth; `each` hears of
// every symbol, and of the gram that begins there.
function longestRun(marks, worth, each) {
  let run = 0, longest = 0;
  for (let at = 0; at < marks.symbols.length; at++) {
    const [size, gram] = gramAt(marks, at, worth);
    run = size > 1 || (size && !isThai(gram)) ? run + worth.get(gram) : 0;
    longest = Math.max(longest, run);
    each?.(marks.symbols[at], size, gram);
  }
  return longest;
}

// The texts of a document judge it: all grams, the longest stretch of the question, and above all the
// whole of it, the exact spelling, the title.
function judge(texts, row, worth, words) {
  const counts = new Map();
  let length = 0, longest = 0;
  for (const { field, marks } of texts) {
    const weight = WEIGHTS[field];
    if (field === "body" || field === "attachments") length += marks.symbols.length;
    longest = Math.max(longest, longestRun(marks, worth, (symbol, size, gram) => {
      if (size) count(counts, gram, weight);
      if (size === 3) count(counts, gram.slice(0, 2), weight);
      if (size === 2 && !isThai(symbol)) count(counts, symbol, weight);
      if (!isThai(symbol)) for (const part of parts(symbol)) if (worth.has(part)) count(counts, part, weight);
    }));
  }
  const bend = 1.2 * (0.6 + 0.4 * Math.min(length / 600, 4));
  let score = 0.5 * longest;
  for (const [gram, having] of counts) score += (worth.get(gram) || 0) * having / (having + bend);

  const whole = longestRun({ symbols: row.flatMap((run) => (isThai(run) ? [...run] : [run])) }, worth) || 1;
  score += whole * Math.min(1, longest / whole) ** 3;
  const all = exact(texts.map(({ marks }) => marks.text).join("\n")), typed = words.join("");
  if (all.replace(/\s+/g, "").includes(typed)) score += 0.5 * whole;

  const title = [...new Set(grams(runs(texts[0].marks.text)))];
  const sum = (names) => names.reduce((total, gram) => total + (worth.get(gram) ?? 5), 0);
  if (title.length) score += 0.5 * sum(title.filter((gram) => worth.has(gram))) ** 2 / sum(title);
  const spelled = words.reduce((letters, word) => letters + (all.includes(word) ? word.length : 0), 0);
  return score * (1 + 0.15 * spelled / Math.max(1, typed.length));
}

const count = (counts, gram, weight) => counts.set(gram, (counts.get(gram) || 0) + weight);

// The texts of a record in the order of `WEIGHTS`, the title first.
const textsOf = (record) => Object.keys(WEIGHTS)
  .flatMap((field) => [record[field]].flat().map((text) => ({ field, marks: placed(text) })));
