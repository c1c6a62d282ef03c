// window.khlang.search, and the search box of every page. Nothing is loaded before the box is used:
// the search itself is a worker, which reads what it needs of the index.
"use strict";
(() => {
  const script = document.currentScript, root = new URL("../", script.src);
  const khlang = (window.khlang = window.khlang || {});
  const BROKEN = "โหลดดัชนีค้นหาได้ไม่ครบ ผลอาจขาดบางเรื่อง";
  const WHERE = {
    title: "ชื่อเรื่อง", summary: "บทคัดย่อ", body: "เนื้อหา", headings: "หัวข้อ", tags: "คำสำคัญ",
    names: "หมวดหรือหน่วยงาน", attachments: "ไฟล์แนบ",
  };

  // A folder shows no page by itself: there an address names its file.
  const place = (path) => new URL(location.protocol === "file:" && path.endsWith("/") ? `${path}index.html` : path, root);

  let ask = null;
  function start() {
    if (ask) return ask;
    const worker = new Worker(new URL(document.documentElement.dataset.worker, location.href));
    const waiting = new Map();
    let last = 0;
    worker.onmessage = ({ data: { id, result, error } }) => {
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error) reject(new Error(error));
      else resolve(result);
    };
    worker.onerror = () => {
      waiting.forEach(({ reject }) => reject(new Error("search")));
      ask = null;
    };
    ask = (query, options) => new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      worker.postMessage({ id: last, query, options });
    });
    return ask;
  }
  khlang.search = async (query, options) => {
    const result = await start()(String(query ?? ""), JSON.parse(JSON.stringify(options || {})));
    return { ...result, hits: result.hits.map((hit) => ({ ...hit, url: place(hit.url).href })) };
  };

  // What the box and the page of a search both need.
  const make = (tag, className = "", ...content) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };
  const marked = (parts) => parts.map(({ text, hit }) => (hit ? make("mark", "", text) : text));
  const address = (query, filters = {}, page = 1) => {
    const url = place("search/");
    if (query) url.searchParams.set("q", query);
    for (const [name, values] of Object.entries(filters)) for (const value of values) url.searchParams.append(name, value);
    if (page > 1) url.searchParams.set("page", page);
    return url.href;
  };
  const nothing = { total: 0, estimated: false, hits: [], facets: {}, incomplete: true };
  const found = (query, options) => khlang.search(query, options).catch(() => nothing);
  const counted = ({ total, estimated }) => `${estimated ? "ประมาณ " : ""}${total.toLocaleString("en")} เรื่อง`;
  const told = (result) => [
    result.total ? `พบ${result.estimated ? "" : " "}${counted(result)}` : "ไม่พบเรื่องที่ตรง",
    ...(result.incomplete ? [BROKEN] : []),
  ].join(" · ");
  khlang.page = { place, make, marked, address, found, counted, told, start, WHERE };

  const form = document.querySelector(".find");
  if (!form) return;
  const box = form.querySelector("input"), list = form.querySelector("ul"), status = form.querySelector("output");
  let turn = 0, active = -1, timer = 0;

  function close() {
    clearTimeout(timer);
    turn++;
    active = -1;
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }
  function choose(next) {
    const options = [...list.children];
    options[active]?.setAttribute("aria-selected", "false");
    active = next < -1 ? options.length - 1 : next >= options.length ? -1 : next;
    options[active]?.setAttribute("aria-selected", "true");
    options[active]?.scrollIntoView({ block: "nearest" });
    if (active < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", options[active].id);
  }
  function option(url, ...content) {
    const element = make("li", "", ...content);
    element.id = `found-${list.children.length}`;
    element.dataset.url = url;
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    list.append(element);
  }
  async function show() {
    const mine = ++turn, query = box.value.trim();
    if (!query) return close();
    const result = await found(query, { limit: 6, facets: false });
    if (mine !== turn) return;
    const kept = list.hidden ? undefined : list.children[active]?.dataset.url;
    list.replaceChildren();
    for (const hit of result.hits) {
      option(hit.url, make("b", "", ...marked(hit.marked)), make("span", "", ...marked(hit.snippet)),
        make("small", "", [hit.unit, hit.where && `พบใน${WHERE[hit.where]}`].filter(Boolean).join(" · ")));
    }
    option(address(query), make("b", "", result.total > result.hits.length ? `ดูผลทั้งหมด ${counted(result)}` : "เปิดหน้าค้นหา"),
      ...(result.total ? [] : [make("span", "", told(result))]));
    active = -1;
    choose([...list.children].findIndex((each) => each.dataset.url === kept)); // late results leave the choice
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    status.textContent = told(result);
  }
  const go = () => { location.href = list.children[active]?.dataset.url ?? address(box.value.trim()); };

  box.addEventListener("focus", start);
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 90); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) show();
      else choose(active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      go();
    }
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-url]");
    if (chosen) location.href = chosen.dataset.url;
  });
})();
