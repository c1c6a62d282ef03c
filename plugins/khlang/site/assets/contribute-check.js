// What is wrong with what was typed, in the words of `khlang check`. Pure: no page, no clock.
// Values: strings and lists by field, `body`, and `attachments` [{file, title, alt, size, head}].
(() => {
  const form = ((window.khlang ??= {}).form ??= {});
  const MB = 1024 * 1024;

  form.fold = (text) => text.normalize("NFC").replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33");
  const arabic = (text) => text.replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50);
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
    checkPersonal(spec, values, tell);
    return found;
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

  // A first look only: the numbers that people really type. The archive's own check knows many more shapes.
  const CITIZEN = /(?<![\d-])[1-8](?:[ -]?\d){12}(?![\d-])/g;
  const PHONE = /(?<![\d-])(?:\+66[ -]?|\(?0)\d(?:[ ().-]{0,2}\d){6,8}(?![\d-])/g;
  const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
  const NUMBER = /^0(?:[689]\d{8}|(?:2\d|3[2-9]|4[2-5]|5[2-6]|7[3-7])\d{6})$/;

  form.isCitizenId = (digits) => {
    const sum = [...digits.slice(0, 12)].reduce((total, digit, index) => total + digit * (13 - index), 0);
    return (11 - (sum % 11)) % 10 === Number(digits[12]);
  };

  function checkPersonal(spec, values, tell) {
    const digitsOf = (text) => arabic(text).replace(/\D/g, "");
    const office = spec.officePhones.map(digitsOf);
    const ours = [...spec.fields.map((each) => each.name), "body"].filter((name) => name !== "contributor" && name !== "with");
    for (const name of ours) {
      const text = arabic([values[name] ?? ""].flat().join("\n"));
      for (const [match] of text.matchAll(CITIZEN)) {
        if (form.isCitizenId(digitsOf(match))) tell("KH-P001", name, { masked: masked(match) });
      }
      for (const [match] of text.matchAll(PHONE)) {
        const digits = match.startsWith("+66") ? `0${digitsOf(match).slice(2)}` : digitsOf(match);
        if (NUMBER.test(digits) && !office.some((each) => each.startsWith(digits))) {
          tell("KH-P002", name, { masked: masked(match), severity: spec.phones });
        }
      }
      for (const [match] of text.matchAll(EMAIL)) {
        if (!spec.officeEmails.includes(match)) tell("KH-P003", name, { masked: masked(match), severity: spec.emails });
      }
    }
  }

  const masked = (text) => text.slice(0, 3) + text.slice(3).replace(/[^\s@.-]/g, "x");
})();
