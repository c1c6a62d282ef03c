// What is shown of a document: its title and the stretch of text that says most, with what was asked.

const SNIPPET = 170;
const LEAD = 40;
const PROSE = ["summary", "body", "attachments"]; // a snippet is a sentence, not a name

function hit(record, texts, row, worth) {
  const length = lengthOf(row);
  const enough = length > 8 ? 4 : Math.min(3, length);
  const title = spans(texts[0].marks, worth, enough);
  let best = { text: record.summary || record.body, found: [], value: 0, from: 0 };
  let where = "", most = 0;
  const matched = (field, value) => { if (value > most) [where, most] = [field, value]; };
  matched("title", title.reduce((sum, each) => sum + each.value, 0) * 1.5);
  for (const { field, marks } of worth.size ? texts.slice(1) : []) {
    const found = spans(marks, worth, enough);
    found.forEach((each, at) => {
      let value = 0;
      for (let next = at; next < found.length && found[next].end <= each.start + SNIPPET - LEAD; next++) value += found[next].value;
      matched(field, value);
      if (value > best.value && PROSE.includes(field)) best = { text: marks.text, found, value, from: Math.max(0, each.start - LEAD) };
    });
  }
  const { text, found } = best;
  const space = best.from && text.slice(best.from, best.from + LEAD - 10).indexOf(" ");
  const [from, to] = cluster(text, best.from + (space > 0 ? space + 1 : 0), Math.min(text.length, best.from + SNIPPET));
  const snippet = pieces(text, found, from, to);
  if (from > 0) snippet.unshift({ text: "…", hit: false });
  if (to < text.length) snippet.push({ text: "…", hit: false });
  return {
    url: record.url, title: record.title, unit: record.unit, date: record.date, facets: record.facets,
    marked: pieces(record.title, title), snippet, where,
  };
}
