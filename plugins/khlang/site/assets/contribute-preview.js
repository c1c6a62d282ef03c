// A preview of Markdown as the page will show it: marked reads it as the archive does (tests compare the two), and
// elements are built here, never HTML from a string. Raw HTML is left out, as the page leaves out most of it.
(() => {
  const form = ((window.khlang ??= {}).form ??= {});
  const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;
  const ENTITY = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/g;
  const NOTE = /^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?: {2,}|\t).*)*)\n?/gm;
  const SAFE = /^(?:https?:|mailto:)/i;
  let notes = new Map(); // of the text that is shown: name -> Markdown
  let cited = [];

  const element = (name, children = [], own = {}) => {
    const made = Object.assign(document.createElement(name), own);
    made.append(...children);
    return made;
  };
  const words = (text) => text.replace(ENTITY, form.unescaped);
  const cite = (name) => {
    if (!cited.includes(name)) cited.push(name);
    return element("sup", [String(cited.indexOf(name) + 1)]);
  };
  const withNotes = (text) =>
    text.split(/\[\^([^\]\s]+)\]/).flatMap((part, at) => {
      if (at % 2) return notes.has(part) ? [cite(part)] : [`[^${part}]`];
      return part ? [words(part)] : [];
    });
  const link = ({ href, tokens }) =>
    element("a", inline(tokens), SAFE.test(href) ? { href, rel: "noopener", target: "_blank" } : {});

  const INLINE = {
    text: (token) => (token.tokens ? inline(token.tokens) : withNotes(token.text)),
    escape: (token) => [token.text],
    strong: (token) => [element("strong", inline(token.tokens))],
    em: (token) => [element("em", inline(token.tokens))],
    del: (token) => [element("del", inline(token.tokens))],
    codespan: (token) => [element("code", [token.text])],
    br: () => [element("br")],
    link: (token) => [link(token)],
    image: (token) => [`[ภาพ: ${words(token.text)}]`],
    checkbox: ({ checked }) => [element("input", [], { type: "checkbox", disabled: true, checked })],
    html: () => [],
  };
  const inline = (tokens) => tokens.flatMap((token) => INLINE[token.type]?.(token) ?? [token.raw]);

  const quote = (token) => {
    const alert = ALERT.exec(token.text);
    if (!alert) return element("blockquote", blocks(token.tokens));
    const kind = alert[1].toLowerCase();
    const title = element("p", [form.spec.alerts[kind]], { className: "markdown-alert-title" });
    const inside = window.marked.lexer(token.text.slice(alert[0].length));
    return element("div", [title, ...blocks(inside)], { className: `markdown-alert markdown-alert-${kind}` });
  };
  const list = ({ ordered, start, items }) => {
    const shown = items.map((item) => element("li", blocks(item.tokens)));
    return element(ordered ? "ol" : "ul", shown, ordered && start !== 1 ? { start } : {});
  };
  const table = ({ header, rows }) => {
    const row = (cells, name) => element("tr", cells.map(({ tokens, align }) => element(name, inline(tokens), align ? { align } : {})));
    const body = rows.length ? [element("tbody", rows.map((cells) => row(cells, "td")))] : [];
    return element("table", [element("thead", [row(header, "th")]), ...body]);
  };

  const BLOCK = {
    heading: (token) => [element(`h${Math.max(2, token.depth)}`, inline(token.tokens))],
    paragraph: (token) => [element("p", inline(token.tokens))],
    blockquote: (token) => [quote(token)],
    list: (token) => [list(token)],
    table: (token) => [table(token)],
    code: (token) => [element("pre", [element("code", [`${token.text}\n`])])],
    hr: () => [element("hr")],
    space: () => [],
    def: () => [],
    html: () => [],
  };
  const blocks = (tokens) => tokens.flatMap((token) => BLOCK[token.type]?.(token) ?? inline([token]));

  // Elements for the text; the text itself where the browser is too old for marked.
  form.preview = (source) => {
    if (!window.marked) return [element("pre", [source])];
    [notes, cited] = [new Map(), []];
    const text = source.replace(NOTE, (_, name, note) => {
      notes.set(name, note.replace(/^\s+/gm, ""));
      return "";
    });
    const shown = blocks(window.marked.lexer(text));
    if (!cited.length) return shown;
    const listed = cited.map((name) => element("li", blocks(window.marked.lexer(notes.get(name)))));
    return [...shown, element("section", [element("ol", listed)], { className: "footnotes" })];
  };
})();
