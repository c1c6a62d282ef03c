// The search itself. `read` gives the bytes of a file of the index, by its path below search/.

const FACETS = ["category", "issue", "topic", "unit", "fiscal_year", "format", "origin"];
const LONGEST_QUERY = 200;
const BEST = 16;
const FIRST = 0x23;

function engine(read) {
  const kept = new Map();
  const once = (path, make) => {
    if (!kept.has(path)) {
      const promise = read(path).then(make);
      promise.catch(() => kept.delete(path));
      kept.set(path, promise);
    }
    return kept.get(path);
  };
  const json = (path) => once(path, (data) => JSON.parse(new TextDecoder().decode(data)));
  const shard = (path) => once(path, (data) => new Shard(data));
  const record = (number) => once(`documents/${number.toString(16)}.json`, (data) => {
    const content = JSON.parse(new TextDecoder().decode(data));
    return { content, texts: textsOf(content) };
  });
  const places = () => once("facets/numbers.json", (data) => {
    let number = 0;
    return new Map(JSON.parse(new TextDecoder().decode(data)).map((gap, at) => [(number += gap), at]));
  });
  // By number of a document: its values in a column.
  async function column(name) {
    const [at, { values, rows }] = await Promise.all([places(), json(`facets/${name}.json`)]);
    return (number) => values[rows.charCodeAt(at.get(number)) - FIRST] || [];
  }
  const columns = async (names) => new Map(await Promise.all(names.map(async (name) => [name, await column(name)])));

  const basics = () => Promise.all([json("index.json"), once("commonness.bin", (data) => new Layout(data))]);

  async function matching(row, typing, attempt) {
    const [meta, layout] = await basics();
    const { chosen, worth } = plan(row, layout, meta.documents);
    await Promise.all(chosen.filter((each) => each.size).map(async (each) => {
      const found = await attempt(shard(layout.path(each.gram)));
      if (!found) return;
      each.postings = found.postings(each.gram);
      worth.set(each.name, idf(meta.documents, each.postings.numbers.length));
    }));
    return { ranked: candidates(chosen, meta.documents, lengthOf(row), typing), worth };
  }

  async function everything() {
    const [at, day] = await Promise.all([places(), column("day")]);
    const days = new Map([...at.keys()].map((number) => [number, day(number)[0] || ""]));
    return [...at.keys()].sort((a, b) => (days.get(a) < days.get(b) ? 1 : days.get(a) > days.get(b) ? -1 : a - b));
  }

  // The best few, judged by their texts, before the others in the order of their grams.
  async function judged(ranked, row, worth, words, typing, records) {
    const best = ranked.slice(0, BEST);
    const found = await Promise.all(best.map(records));
    const scores = new Map();
    for (const each of found) if (each) widen(worth, each.texts, row, typing);
    found.forEach((each, at) => each && scores.set(best[at], judge(each.texts, row, worth, words)));
    return [...[...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || a - b), ...ranked.slice(BEST)];
  }

  async function search(query, options) {
    const { filters, limit = 10, offset = 0, facets = true } = options || {};
    let incomplete = false;
    const attempt = (promise) => promise.catch(() => { incomplete = true; });
    const text = String(query ?? "").slice(0, LONGEST_QUERY), row = runs(asked(text.normalize("NFC")));
    const last = row[row.length - 1], typing = last?.length > 1 && !isThai(last) && exact(text).endsWith(last) ? last : "";
    const words = exact(text).split(/\s+/).filter((word) => runs(word).length);
    const wanted = Object.entries(filters || {})
      .map(([name, values]) => [name, [values].flat().filter((value) => value != null && value !== "").map(String)])
      .filter(([name, values]) => FACETS.includes(name) && values.length);
    const whole = (value, least, most) => Math.min(Math.max(Math.trunc(Number(value)) || 0, least), most);
    const count = whole(limit, 0, 100), from = whole(offset, 0, 1e6);

    let ranked = [], worth = new Map();
    if (row.length) ({ ranked = [], worth = new Map() } = await attempt(matching(row, typing, attempt)) || {});
    else if (!text.trim()) ranked = await attempt(everything()) || [];

    const few = row.length > 0 && !wanted.length && ranked.length <= BEST;
    const needed = few ? [] : facets ? FACETS : wanted.map(([name]) => name);
    const known = needed.length && ranked.length ? await attempt(columns(needed)) : null;
    const passes = (number, without) => wanted.every(([name, values]) =>
      name === without || (known?.get(name)(number) || []).some((value) => values.includes(value)));
    const before = ranked;
    if (wanted.length) ranked = ranked.filter((number) => passes(number));

    const loaded = new Map();
    const records = async (number) => {
      if (!loaded.has(number)) loaded.set(number, await attempt(record(number)));
      return loaded.get(number);
    };
    if (row.length) ranked = await judged(ranked, row, worth, words, typing, records);
    const shown = (await Promise.all(ranked.slice(from, from + count).map(records))).filter(Boolean);

    const counts = Object.fromEntries(FACETS.map((name) => [name, {}]));
    for (const number of facets && (few || known) ? before : []) {
      for (const name of FACETS) {
        if (!few && !passes(number, name)) continue;
        const values = few ? loaded.get(number)?.content.facets[name] : known.get(name)(number);
        for (const value of values || []) counts[name][value] = (counts[name][value] || 0) + 1;
      }
    }
    // What lies behind the best was judged by a few of its grams alone.
    const estimated = row.length > 0 && ranked.length > BEST;
    return { total: ranked.length, estimated, hits: shown.map(({ content, texts }) => hit(content, texts, row, worth, text)), facets: counts, incomplete };
  }
  // What every search needs, read while the reader is still typing.
  search.begin = () => basics().catch(() => {});
  return search;
}
