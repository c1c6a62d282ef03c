// What is wrong with what was typed, in the words of `khlang check`. Pure: no page, no clock.
// Values: strings and lists by field, `body`, and `attachments` [{file, title, alt, size, head}].
(() => {
  const form = ((window.khlang ??= {}).form ??= {});
  const MB = 1024 * 1024;

  // As the archive folds a text; and without characters that nobody sees, which come with what is pasted.
  const UNSEEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
  form.fold = (text) => text.replace(UNSEEN, "").normalize("NFC").replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33");
  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const suffixOf = (name) => (name.lastIndexOf(".") > 0 ? name.slice(name.lastIndexOf(".")).toLowerCase() : "");

  form.check = (spec, values) => {
    const found = [];
    const tell = (code, field, given = {}) => {
      const { severity, th, hint } = spec.messages[code];
      found.push({
        code, field, severity: given.severity ?? severity, message: fill(th, given), hint: given.hint ?? fill(hint, given),
      });
    };
    for (const field of spec.fields) {
      const given = [values[field.name] ?? []].flat().filter((each) => each !== "");
      const example = field.key && !field.list && values.unit ? `${values.unit}-01` : field.example;
      const told = { key: field.name, label: field.label, example, state: spec.state, state_th: spec.stateTh };
      if (!given.length && field.required) tell("KH-F002", field.name, told);
      else if (!given.length && field.since) tell("KH-F020", field.name, told);
      given.forEach((value, index) => {
        const key = field.list ? `${field.name}.${index}` : field.name;
        const length = [...value].length;
        if (length > field.max) tell("KH-F005", field.name, { key, length, limit: field.max });
        else if (field.pattern && !new RegExp(`^(?:${field.pattern})$`).test(value)) {
          tell("KH-F006", field.name, { key, value: field.private ? "…" : value, shape: field.shape });
        } else if (field.name === "contributor" && values.unit && value.slice(0, -3) !== values.unit) {
          tell("KH-K001", field.name, { unit: value.slice(0, -3) });
        }
      });
    }
    for (const joint of values.with ?? []) {
      if (!/-\d\d$/.test(joint)) continue; // told already
      if (!spec.units.includes(joint.slice(0, -3))) tell("KH-K002", "with");
      else if (joint === values.contributor) tell("KH-K003", "with");
    }
    const year = values.fiscal_year;
    for (const topic of values.topics ?? []) {
      if (year && spec.topicsOfYear[year] && !spec.topicsOfYear[year].includes(topic)) tell("KH-C021", "topics", { topic, year });
    }
    if (year && values.unit && spec.unitsOfYear[year] && !spec.unitsOfYear[year].includes(values.unit)) {
      tell("KH-C023", "unit", { unit: values.unit, year });
    }
    const attachments = values.attachments ?? [];
    for (const format of values.formats ?? []) {
      if (spec.needsNote.includes(format) && !values.format_note) tell("KH-F021", "format_note", { format });
    }
    if (values.origin === "existing" && !values.existing_kind) tell("KH-F022", "existing_kind", { kinds: spec.existingKinds });
    if (values.byline && !values.consent) tell("KH-F023", "consent");
    if (values.video?.startsWith("https://") && !spec.videos.some((each) => new RegExp(`^(?:${each})$`).test(values.video))) {
      tell("KH-L016", "video");
    }
    if (!(values.body ?? "").trim() && !attachments.length && !values.video) {
      tell("KH-F024", "body", { state: spec.state, state_th: spec.stateTh });
    }
    for (const each of attachments) checkFile(spec, each, tell);
    if (window.marked) checkBody(values.body ?? "", new Set(attachments.map((each) => each.file)), tell);
    checkPersonal(spec, values, tell);
    return found;
  };

  // Pictures and links of the text, as marked reads them.
  function checkBody(body, files, tell) {
    const found = [];
    window.marked.walkTokens(window.marked.lexer(body), (token) => {
      if (token.type === "image" || (token.type === "link" && !token.autolink)) found.push(token);
    });
    const words = (tokens) => tokens.map((token) => (token.tokens ? words(token.tokens) : token.text ?? token.raw)).join("");
    for (const token of found) {
      const href = decoded(token.href);
      const isImage = token.type === "image";
      const file = href.replace(/^\.\//, "").split(isImage ? "\n" : "#")[0];
      if (isImage && !token.text.trim()) tell("KH-L010", "body", { src: / /.test(href) ? `<${href}>` : href });
      if (!isImage && (!href || !words(token.tokens))) tell("KH-L017", "body");
      else if (/^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/.test(href)) {
        if (!/^https?:\/\/[^/?#@]/i.test(href)) tell("KH-L014", "body", { href });
        else if (isImage) tell("KH-L012", "body");
      } else if (isImage ? !files.has(file) : !href.startsWith("#") && !files.has(file)) {
        tell(isImage ? "KH-L011" : "KH-L013", "body", isImage ? { src: href } : { href });
      }
    }
  }

  const decoded = (address) => {
    try {
      return decodeURIComponent(address);
    } catch {
      return address;
    }
  };

  function checkFile(spec, { file, alt, size, head }, tell) {
    const suffix = suffixOf(file);
    const kind = spec.files[suffix];
    if (!kind) {
      const allowed = Object.keys(spec.files).join(", ");
      tell("KH-L003", "attachments", { suffix: suffix || file, allowed, hint: spec.instead[suffix] });
      return;
    }
    if (kind.image && !alt) tell("KH-L007", "attachments", { file });
    if (size === 0) tell("KH-L006", "attachments", { file });
    else if (size > kind.limit) {
      const shown = Math.ceil((size / MB) * 10) / 10;
      tell("KH-L005", "attachments", { file, size: shown, limit: kind.limit / MB });
    } else if (head && !kind.magic.some(([at, magic]) => head.slice(at * 2, at * 2 + magic.length) === magic)) {
      tell("KH-L004", "attachments", { file, suffix });
    }
  }

  const CODES = {
    "citizen-id": "KH-P001", phone: "KH-P002", email: "KH-P003", "bank-account": "KH-P004", address: "KH-P005", "line-id": "KH-P006",
  };

  // In everything that readers would see.
  function checkPersonal(spec, values, tell) {
    const look = (text, field) => {
      for (const { kind, masked } of form.personal(text ?? "", spec.office)) {
        tell(CODES[kind], field, { masked, severity: spec.severities[kind] });
      }
    };
    for (const { name, searched } of spec.fields) {
      if (searched) [values[name] ?? []].flat().forEach((text) => look(text, name));
    }
    for (const { file, title, alt } of values.attachments ?? []) {
      [file, title, alt].forEach((text) => look(text, "attachments"));
    }
    look(values.body, "body");
  }
})();
