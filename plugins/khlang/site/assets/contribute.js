// The page /contribute/: reads the form, keeps a draft on this device, tells what is wrong, makes the files. Sends nothing.
(() => {
  const { form: tools } = window.khlang;
  const page = document.getElementById("contribute");
  const spec = (tools.spec = JSON.parse(document.getElementById("form-spec").textContent));
  const find = (selector) => page.querySelector(selector);
  const KEY = "khlang-contribute";
  const ADDRESS_LIMIT = 7000; // longer addresses are refused by hosts
  const inChat = /\bLine\//.test(navigator.userAgent); // LINE's own browser, which saves no files
  const SETTLE = 400; // milliseconds until a press is over
  let files = []; // [{file, title, alt, size, head, blob}]
  let id = "";

  // Drafts: text in localStorage, files in IndexedDB. A browser that forbids either still has a working form.
  const store = (kind, act) =>
    new Promise((done) => {
      try {
        const opened = indexedDB.open(KEY, 1);
        opened.onupgradeneeded = () => opened.result.createObjectStore("files");
        opened.onerror = () => done();
        opened.onsuccess = () => {
          try {
            const asked = act(opened.result.transaction("files", kind).objectStore("files"));
            asked.onsuccess = () => done(asked.result);
            asked.onerror = () => done();
          } catch {
            done(); // a private window that keeps no files
          }
        };
      } catch {
        done();
      }
    });
  const keep = () => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ id, values: read(), sections: sections() }));
      find(".saved").textContent = "เก็บร่างไว้ในเครื่องนี้แล้ว เครื่องที่ใช้ร่วมกันให้ล้างแบบฟอร์มเมื่อส่งเสร็จ";
    } catch {
      find(".saved").textContent = "เบราว์เซอร์นี้เก็บร่างไม่ได้ อย่าปิดหน้านี้จนกว่าจะบันทึกไฟล์";
    }
  };
  const keepFiles = () => store("readwrite", (table) => table.put(files, "files"));

  const sections = () => [...page.querySelectorAll("[data-section]")].map((each) => [each.dataset.section, each.value]);
  const controls = (name) => [...page.querySelectorAll(`[name="${name}"]`)];

  function read() {
    const values = {};
    for (const field of spec.fields) {
      const [first, ...others] = controls(field.name);
      if (!first) continue;
      const typed = tools.fold(first.value).split(/\s+/).join(" ").trim();
      if (field.kind === "many") values[field.name] = [first, ...others].filter((each) => each.checked).map((each) => each.value);
      else if (field.kind === "words") values[field.name] = [...new Set(typed.split(/[,，、]/).map((word) => word.trim()).filter(Boolean))];
      else values[field.name] = typed;
    }
    const parts = sections().map(([heading, text]) => (text.trim() ? `## ${heading}\n\n${tools.asMarkdown(tools.fold(text).trim())}\n` : ""));
    return { ...values, body: parts.filter(Boolean).join("\n"), attachments: files };
  }

  function restore({ id: kept, values, sections: texts }) {
    id = kept;
    for (const field of spec.fields) {
      const value = values[field.name] ?? "";
      for (const control of controls(field.name)) {
        if (field.kind === "many") control.checked = value.includes(control.value);
        else control.value = Array.isArray(value) ? value.join(", ") : value;
      }
    }
    lay(values.category, texts);
  }

  // The record form of a category. What is written stays, under its old heading where the new form has none.
  function lay(category, written = sections()) {
    const asked = spec.sections[category] ?? spec.sections[""];
    const texts = new Map(written.filter(([, text]) => text.trim()));
    const others = [...texts.keys()].filter((heading) => !asked.some(([each]) => each === heading));
    const fields = [...asked, ...others.map((heading) => [heading, ""])].map(([heading, help], at) => {
      const text = Object.assign(document.createElement("textarea"), { id: `s-${at}`, rows: 4, value: texts.get(heading) ?? "" });
      text.dataset.section = heading;
      const field = Object.assign(document.createElement("div"), { className: "field" });
      const label = Object.assign(document.createElement("label"), { htmlFor: text.id, textContent: heading });
      field.append(label, Object.assign(document.createElement("p"), { className: "soft", textContent: help }), text);
      return field;
    });
    find(".sections").replaceChildren(...fields);
  }

  // Keys as the form calls them; and cures that speak of lines in a file, where the field itself is the cure.
  const names = new Map([...spec.fields, { name: "alt", label: spec.attachment.alt }].map(({ name, label }) => [name, label]));
  const named = (text) =>
    text.replace(/([a-z_]+)(?:\.\d+)?( \([^)]*\))?/g, (typed, key) => (names.has(key) ? `“${names.get(key)}”` : typed));
  const HERE = {
    "KH-F002": "", "KH-F020": "", "KH-F021": "", "KH-F022": "เลือกในข้อมูลเพิ่มเติม",
    "KH-F023": "ขอความยินยอมเป็นหนังสือ แล้วกรอกวันที่ หรือลบชื่อที่แสดง",
    "KH-L007": "บอกสิ่งที่ภาพแสดง สำหรับผู้ที่มองไม่เห็น",
    "KH-C021": "เลือกหัวข้อของปีนั้น หรือไม่เลือก", "KH-C023": "ตรวจปีงบประมาณและหน่วยงาน หรือแจ้งผู้ดูแลคลัง",
  };
  const cure = ({ code, hint }) => {
    if (code.startsWith("KH-P")) return " ลบออก ถ้าเป็นของสำนักงาน หรือเจ้าของยินยอมเป็นหนังสือ ให้แจ้งผู้ดูแลคลัง";
    const told = HERE[code] ?? named(hint);
    return told && ` ${told}`;
  };

  function show(found, only) {
    const fields = [...spec.fields.map((each) => each.name), "body", "attachments"];
    for (const name of fields.filter((each) => !only || each === only)) {
      const told = document.getElementById(`e-${name}`);
      if (!told) continue;
      const own = found.filter((each) => each.field === name);
      told.replaceChildren(...own.map((each) => Object.assign(document.createElement("span"), { textContent: `${named(each.message)}${cure(each)}` })));
      told.hidden = !own.length;
      for (const control of controls(name)) {
        control.setAttribute("aria-invalid", String(own.some((each) => each.severity === "error")));
        control.setAttribute("aria-describedby", `e-${name}`);
      }
    }
  }

  function list() {
    const rows = files.map((each, index) => {
      const row = document.createElement("li");
      const name = Object.assign(document.createElement("b"), { textContent: `${each.file} (${Math.ceil(each.size / 1024).toLocaleString("th-TH")} KB)` });
      const inputs = ["title", ...(spec.files[`.${each.file.split(".").pop().toLowerCase()}`]?.image ? ["alt"] : [])].map((key) => {
        const label = Object.assign(document.createElement("label"), { textContent: spec.attachment[key] });
        const input = Object.assign(document.createElement("input"), { type: "text", value: each[key] ?? "", autocomplete: "off" });
        input.dataset.of = key;
        input.addEventListener("change", () => {
          each[key] = tools.fold(input.value).trim();
          keepFiles();
          show(tools.check(spec, read()), "attachments");
        });
        label.append(input);
        return label;
      });
      const remove = Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: "ไม่แนบไฟล์นี้" });
      remove.addEventListener("click", () => {
        files.splice(index, 1);
        keepFiles();
        list();
      });
      row.append(name, ...inputs, remove);
      return row;
    });
    find(".files").replaceChildren(...rows);
    show(tools.check(spec, read()), "attachments");
  }

  async function add(chosen) {
    for (const blob of chosen) {
      let file = tools.fold(blob.name).replace(/[/\\\x00-\x1f]/g, "-").slice(-120);
      for (let number = 2; files.some((each) => each.file === file); number++) file = `${number}-${blob.name}`;
      const head = new Uint8Array(await blob.slice(0, 16).arrayBuffer());
      const hex = [...head].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      files.push({ file, title: file.replace(/\.[^.]*$/, ""), alt: "", size: blob.size, head: hex, blob });
    }
    keepFiles();
    list();
  }

  async function make() {
    const values = read();
    const found = tools.check(spec, values);
    const errors = found.filter((each) => each.severity === "error");
    show(found);
    const box = find(".faults");
    box.hidden = !found.length;
    find(".result").hidden = Boolean(errors.length);
    box.querySelector("b").textContent = errors.length ? `ยังมี ${errors.length} จุดที่ต้องแก้` : "ส่งได้ แต่ควรดูจุดเหล่านี้ก่อน";
    box.querySelector("ul").replaceChildren(...found.map(link));
    if (errors.length) {
      box.focus();
      return;
    }
    if (!id.startsWith(`${values.unit}-`) || id.length !== values.unit.length + 6) id = tools.drawId(values.unit);
    keep();
    const day = new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10); // in Bangkok
    const text = tools.markdown(spec, values, day);
    const encode = (each) => new TextEncoder().encode(each);
    if (inChat) find(".markdown").scrollIntoView({ block: "nearest" });
    const entries = [
      { name: "khlang.json", bytes: encode(`${JSON.stringify({ schema: 1 })}\n`) },
      { name: `${id}/index.md`, bytes: encode(text) },
    ];
    for (const each of files) entries.push({ name: `${id}/${each.file}`, bytes: new Uint8Array(await each.blob.arrayBuffer()) });
    offer(values, text, tools.zip(entries));
  }

  function link(each) {
    const line = document.createElement("li");
    const target = document.getElementById(`f-${each.field}`) ?? document.getElementById(each.field === "body" ? "s-0" : "f-files");
    const anchor = Object.assign(document.createElement("a"), { href: `#${target.id}`, textContent: named(each.message) });
    anchor.addEventListener("click", (event) => {
      event.preventDefault();
      target.closest("details:not([open])")?.setAttribute("open", "");
      target.scrollIntoView({ block: "center" });
      target.focus();
    });
    line.append(anchor, cure(each));
    return line;
  }

  function offer(values, text, zip) {
    const result = find(".result");
    const name = `${id}.zip`;
    result.querySelector("code").textContent = id;
    const anchor = result.querySelector(".zip");
    if (anchor.href) URL.revokeObjectURL(anchor.href);
    Object.assign(anchor, { href: URL.createObjectURL(zip), download: name });
    const typed = text.replace("---\n", `---\n# ${tools.pathOf(id, values)}\n`); // where it belongs, for whoever takes it in
    result.querySelector(".markdown").value = typed;
    result.querySelector(".apart").hidden = !files.length;
    const parcel = new File([zip], name, { type: "application/zip" });
    const share = result.querySelector(".share");
    share.hidden = !navigator.canShare?.({ files: [parcel] });
    share.onclick = () => navigator.share({ files: [parcel], title: values.title }).catch(() => {});
    result.querySelector(".copy").onclick = () => copy(typed);
    const host = result.querySelector(".host");
    if (host) host.onclick = async () => {
      await copy(text);
      window.open(address(tools.pathOf(id, values), text), "_blank", "noopener");
    };
    result.focus();
  }

  async function copy(text) {
    let copied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      find(".markdown").focus();
      find(".markdown").select();
      copied = document.execCommand("copy");
    }
    find(".told").textContent = copied
      ? "คัดลอกแล้ว วางในแชตหรือในหน้าสร้างไฟล์ได้เลย"
      : "เบราว์เซอร์นี้คัดลอกให้ไม่ได้ กดค้างที่ข้อความด้านล่าง เลือกทั้งหมด แล้วคัดลอก";
  }

  // The host's page for a new file: the path is filled in, and the text where it fits an address.
  function address(path, text) {
    const base = spec.repository.replace(/(?:\.git)?\/*$/, "");
    if (spec.isGitlab) return `${base}/-/new/main?file_name=${encodeURIComponent(path)}`; // takes no text
    const short = `${base}/new/main?filename=${encodeURIComponent(path)}`;
    const long = `${short}&value=${encodeURIComponent(text)}`;
    return long.length > ADDRESS_LIMIT ? short : long;
  }

  page.addEventListener("submit", (event) => {
    event.preventDefault();
    make();
  });
  page.addEventListener("change", (event) => {
    find(".result").hidden = true;
    if (event.target.name === "category") lay(event.target.value);
    keep();
    // Not at once: a message that appears under a finger moves what the finger is about to press.
    const { name } = event.target;
    if (name) setTimeout(() => show(tools.check(spec, read()), name), SETTLE);
  });
  find("#f-files").addEventListener("change", async (event) => {
    await add([...event.target.files]);
    event.target.value = "";
  });
  const preview = () => {
    if (find(".preview").open) find(".preview .prose").replaceChildren(...tools.preview(read().body));
  };
  find(".preview").addEventListener("toggle", preview);
  page.addEventListener("input", preview);
  find(".clear").addEventListener("click", async () => {
    if (!confirm("ล้างทุกช่องและร่างที่เก็บไว้ในเครื่องนี้หรือไม่")) return;
    page.reset();
    lay("", []);
    [files, id] = [[], ""];
    try {
      localStorage.removeItem(KEY);
    } catch {
      // nothing was kept
    }
    await store("readwrite", (table) => table.clear());
    list();
    show([]);
    find(".faults").hidden = find(".result").hidden = true;
    find(".saved").textContent = "ล้างแล้ว";
  });
  // Anywhere on the page: a file dropped beside the frame would else replace the form by itself.
  for (const name of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(name, (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      find(".drop").classList.toggle("over", name === "dragover");
      if (name === "drop") add([...event.dataTransfer.files]);
    });
  }

  (async () => {
    lay("", []);
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      if (kept) restore(kept);
    } catch {
      // no draft, or one of another kind: an empty form
    }
    files = (await store("readonly", (table) => table.get("files"))) ?? [];
    list();
    show([]);
    page.hidden = false;
    if (inChat) find(".chat").hidden = false;
    if (inChat && location.protocol === "https:") {
      const outside = new URL(location.href);
      outside.searchParams.set("openExternalBrowser", "1"); // LINE then hands the page to the browser of the telephone
      Object.assign(find(".chat a"), { href: outside.href, hidden: false });
    }
  })();
})();
