// The page of a search: its whole state is its address, so that it can be shared and gone back to.
"use strict";
(() => {
  const { place, make, marked, address, found, counted, told, start, WHERE } = window.khlang.page;
  const PER_PAGE = 20;
  const one = (selector) => document.querySelector(selector);
  const form = one(".ask"), box = one("#q"), status = one(".found"), results = one(".results");
  const near = one(".near"), pages = one("main .pages"), chosen = one(".chosen");
  const groups = [...document.querySelectorAll("[data-facet]")];
  const names = new Map(groups.map((group) => [group.dataset.facet, new Map(
    [...group.querySelectorAll("[data-value]")].map((row) => [row.dataset.value, row.querySelector("a").textContent]),
  )]));
  const nameOf = (name, value) => names.get(name).get(value) || value;
  let turn = 0, timer = 0;

  function state() {
    const given = new URLSearchParams(location.search), filters = {};
    for (const name of names.keys()) {
      const values = [...new Set(given.getAll(name).filter(Boolean))];
      if (values.length) filters[name] = values;
    }
    return { query: given.get("q") || "", filters, page: Math.max(1, Math.trunc(given.get("page")) || 1) };
  }
  const isEmpty = ({ query, filters }) => !query.trim() && !Object.keys(filters).length;
  const without = (filters, name, value) => {
    const rest = (filters[name] || []).filter((each) => each !== value);
    return Object.fromEntries(Object.entries({ ...filters, [name]: rest }).filter(([, values]) => values.length));
  };
  const link = (text, url, className = "") => {
    const element = make("a", className, text);
    element.href = url;
    return element;
  };

  function showResults({ hits }) {
    results.replaceChildren(...hits.map((hit) => {
      const title = link("", hit.url);
      title.append(...marked(hit.marked));
      return make("li", "entry",
        make("h3", "", title),
        make("p", "", ...marked(hit.snippet)),
        make("p", "meta", ...[hit.unit, hit.date, hit.where && `พบใน${WHERE[hit.where]}`].filter(Boolean).map((each) => make("span", "", each))));
    }));
  }

  // Without counts every choice is offered: nothing has been asked yet.
  function showFacets({ query, filters }, { facets } = {}) {
    for (const group of groups) {
      const name = group.dataset.facet, counts = facets?.[name] || {}, on = filters[name] || [];
      let any = false;
      for (const row of group.querySelectorAll("[data-value]")) {
        const { value } = row.dataset, a = row.querySelector("a"), isOn = on.includes(value);
        const count = counts[value] || 0;
        row.hidden = Boolean(facets) && !count && !isOn;
        any ||= !row.hidden;
        row.querySelector(".n").textContent = facets ? count.toLocaleString("en") : "";
        a.href = address(query, isOn ? without(filters, name, value) : { ...filters, [name]: [...on, value] });
        if (isOn) a.setAttribute("aria-current", "true");
        else a.removeAttribute("aria-current");
      }
      group.hidden = !any;
      if (on.length) group.open = true;
    }
    const chips = Object.entries(filters).flatMap(([name, values]) => values.map((value) => {
      const a = link(`${nameOf(name, value)} ×`, address(query, without(filters, name, value)), "chip");
      a.setAttribute("aria-label", `เลิกจำกัด ${nameOf(name, value)}`);
      return make("li", "", a);
    }));
    chosen.replaceChildren(...chips);
    chosen.hidden = !chips.length;
  }

  function showPages({ query, filters, page }, { total }) {
    const last = Math.ceil(total / PER_PAGE), shown = [];
    if (page > 1) shown.push(link("ก่อนหน้า", address(query, filters, page - 1)));
    if (last > 1) {
      const here = make("span", "", `${page} / ${last}`);
      here.setAttribute("aria-current", "page");
      shown.push(here);
    }
    if (page < last) shown.push(link("ถัดไป", address(query, filters, page + 1)));
    pages.querySelector("ul").replaceChildren(...shown.map((each) => make("li", "", each)));
    pages.hidden = last < 2;
  }

  // What to try where nothing is found: fewer filters, other words, another keyboard, the lists.
  const KEYS = "1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?";
  const THAI = "ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฟหกดเ้่าสวงผปแอิืทมใฝ+๑๒๓๔ู฿๕๖๗๘๙๐\"ฎฑธํ๊ณฯญฐ,ฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ";
  const retyped = (text) => [...text].map((char) => (KEYS.includes(char) ? THAI[KEYS.indexOf(char)] : char)).join("");

  function tries({ query, filters }) {
    const words = query.trim().split(/\s+/), list = [];
    for (const [name, values] of Object.entries(filters)) {
      for (const value of values) list.push([`ไม่จำกัดเฉพาะ ${nameOf(name, value)}`, query, without(filters, name, value)]);
    }
    if (/[a-z]/i.test(query)) list.push([`“${retyped(query)}” (แป้นพิมพ์ไทย)`, retyped(query), filters]);
    if (words.length > 1) for (const word of words.slice(0, 4)) list.push([`“${word}”`, word, filters]);
    else for (const size of [0.75, 0.5]) {
      const cut = words[0].slice(0, Math.ceil(words[0].length * size));
      if (cut.length > 1 && cut !== words[0]) list.push([`“${cut}”`, cut, filters]);
    }
    return list;
  }
  async function showNear(now, mine) {
    const list = make("ul", "bullets");
    for (const [text, query, filters] of tries(now)) {
      const result = await found(query, { filters, limit: 0, facets: false });
      if (mine !== turn) return;
      if (result.total) list.append(make("li", "", link(text, address(query, filters)), ` ${counted(result)}`));
    }
    const browse = make("p", "", link("ดูคลังทั้งหมด", place("archive/").href, "more"));
    near.replaceChildren(...(list.children.length ? [make("p", "", make("b", "", "ลองอย่างนี้"))] : []), list, browse);
    near.hidden = false;
  }

  async function show() {
    const mine = ++turn, now = state();
    if (document.activeElement !== box || box.value.trim() !== now.query.trim()) box.value = now.query;
    near.hidden = true;
    if (isEmpty(now)) {
      status.textContent = "";
      results.replaceChildren();
      pages.hidden = true;
      showFacets(now);
      return;
    }
    status.textContent ||= "กำลังค้น";
    const result = await found(now.query, { filters: now.filters, limit: PER_PAGE, offset: (now.page - 1) * PER_PAGE });
    if (mine !== turn) return;
    const last = Math.ceil(result.total / PER_PAGE);
    if (last && now.page > last) return location.replace(address(now.query, now.filters, last)); // fewer answers than when it was shared
    status.textContent = told(result);
    showResults(result);
    showFacets(now, result);
    showPages(now, result);
    if (!result.total) await showNear(now, mine);
  }
  function visit(url, replace = false) {
    try {
      if (url !== location.href) history[replace ? "replaceState" : "pushState"](null, "", url);
    } catch { // a page of a folder, in some browsers
      if (!replace) location.href = url;
      return;
    }
    show();
  }

  const narrow = one(".narrowing button");
  narrow.addEventListener("click", () => narrow.setAttribute("aria-expanded", String(narrow.getAttribute("aria-expanded") !== "true")));
  box.addEventListener("focus", start);
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => visit(address(box.value.trim(), state().filters), true), 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    visit(address(box.value.trim(), state().filters));
  });
  one("main").addEventListener("click", (event) => {
    const a = event.target.closest("a");
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey || a.pathname !== location.pathname) return;
    event.preventDefault();
    visit(a.href);
    status.scrollIntoView({ block: "nearest" });
  });
  addEventListener("popstate", show);
  show();
})();
