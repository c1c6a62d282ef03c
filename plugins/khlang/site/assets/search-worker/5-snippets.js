// What is shown of a document: its title and the stretch of text that says most, with what was asked.

const SNIPPET = 170;
const LEAD = 40;
const PROSE = ["summary", "body", "attachments"]; // a snippet is a sentence, not a name

// Browsers know where Thai words end, most of them: no snippet begins, and no highlight if it can be
// helped, in the middle of one.
const WORDS = Intl.Segmenter ? new Intl.Segmenter("th", { granularity: "word" }) : null;
const AROUND = 30; // letters on either side, so that the first word is seen whole
function borders(text, start, end) {
  const space = text.lastIndexOf(" ", start - 1) + 1, from = start - space > 3 * AROUND ? start - AROUND : space;
  return WORDS ? [...WORDS.segment(text.slice(from, end + AROUND))].map(({ index }) => from + index).filter((at) => at >= start && at <= end) : [];
}
const LEAST = 3; // letters of a highlight that is made shorter
const trimmed = (text, found, query) => found.map((span) => {
  const { start, end } = span, inside = borders(text, start, end);
  if (!inside.length || spelling(text.slice(start, end)).includes(spelling(query))) return span; // a part of a word was asked for
  const begins = inside.find((at) => text[at] !== " "), first = begins <= end - LEAST ? begins : start;
  const ends = inside[inside.length - 1];
  return { ...span, start: first, end: end < text.length && ends >= first + LEAST ? ends : end };
});

function hit(record, texts, row, worth, query) {
  const length = lengthOf(row);
  const enough = length > 8 ? 4 : Math.min(3, length);
  const loose = texts.map(({ field, marks }) => ({ field, text: marks.text, found: spans(marks, worth, enough) }));
  const alike = loose.map((each) => ({ ...each, found: spelledAlike(each.text, each.found, query) }));
  const [{ found: title }, ...others] = alike.some((each) => each.found.length) ? alike : loose;
  let best = { text: record.summary || record.body, found: [], value: 0, from: 0 };
  let where = "", most = 0;
  const matched = (field, value) => { if (value > most) [where, most] = [field, value]; };
  matched("title", title.reduce((sum, each) => sum + each.value, 0) * 1.5);
  for (const { field, text, found } of worth.size ? others : []) {
    found.forEach((each, at) => {
      let value = 0;
      for (let next = at; next < found.length && found[next].end <= each.start + SNIPPET - LEAD; next++) value += found[next].value;
      matched(field, value);
      if (value > best.value && PROSE.includes(field)) best = { text, found, value, from: Math.max(0, each.start - LEAD) };
    });
  }
  const { text, found } = best;
  const space = best.from && text.slice(best.from, best.from + LEAD - 10).indexOf(" ");
  const first = space > 0 ? best.from + space + 1 : borders(text, best.from, best.from + LEAD)[0] ?? best.from;
  const end = Math.min(text.length, best.from + SNIPPET), last = end < text.length ? borders(text, end - AROUND, end).pop() ?? end : end;
  const [from, to] = cluster(text, best.from ? first : 0, last);
  const snippet = pieces(text, trimmed(text, found.filter((each) => each.start >= from && each.end <= to), query), from, to);
  if (from > 0) snippet.unshift({ text: "…", hit: false });
  if (to < text.length) snippet.push({ text: "…", hit: false });
  return {
    url: record.url, title: record.title, unit: record.unit, date: record.date, facets: record.facets,
    marked: pieces(record.title, trimmed(record.title, title, query)), snippet, where,
  };
}
