// The item as files: its id, its Markdown, and the zip that `khlang import` takes (docs/decisions/0020-parcel.md).
(() => {
  const form = ((window.khlang ??= {}).form ??= {});
  const PLAIN = /^(?:[a-z][a-z0-9.-]*|[ก-ฮเ-ไ][ก-ฮะ-ฺเ-๎ ]*[ก-ฮะ-ฺเ-๎])$/;
  const WORDS_OF_YAML = new Set(["null", "true", "false", "yes", "no", "on", "off", "y", "n"]);
  const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  form.drawId = (unit) =>
    `${unit}-${[...crypto.getRandomValues(new Uint8Array(5))].map((byte) => LETTERS[byte % 32]).join("")}`;

  const yaml = (value) => {
    if (Array.isArray(value)) return `[${value.map(yaml).join(", ")}]`;
    return PLAIN.test(value) && !WORDS_OF_YAML.has(value) ? value : JSON.stringify(value);
  };

  // What office texts mean and Markdown would run together: lines that begin with ๑. or (1), and bullets of Word.
  const NUMBERED = /^ {0,3}(?:[๐-๙]+[.)]|\([๐-๙0-9]{1,2}\))\s*\S/;
  const BULLET = /^(\s*)[•●▪■◦‣·–]\s+(?=\S)/;
  form.asMarkdown = (text) => {
    const lines = text.split("\n").map((line) => line.replace(BULLET, "$1- "));
    const ends = (line) => !line.trim() || /^\s*(?:#{1,6}\s|```|\|)|(?:\\| {2})$/.test(line);
    return lines.map((line, at) => (NUMBERED.test(lines[at + 1] ?? "") && !ends(line) ? `${line}\\` : line)).join("\n");
  };

  form.pathOf = (id, values) => `content/items/${values.fiscal_year}/${values.unit}/${id}/index.md`;

  form.markdown = (spec, values, day) => {
    const lines = ["---"];
    for (const field of spec.fields) {
      const value = values[field.name] ?? "";
      if (value.length && value !== field.default) lines.push(`${field.name}: ${field.number ? value : yaml(value)}`);
    }
    if (values.attachments?.length) {
      lines.push("attachments:");
      for (const { file, title, alt } of values.attachments) {
        lines.push(`  - file: ${yaml(file)}`, `    title: ${yaml(title || file)}`);
        if (alt) lines.push(`    alt: ${yaml(alt)}`);
      }
    }
    lines.push("history:", `  - ${day} ${spec.state}`, "---", "", values.body.trim(), "");
    return lines.join("\n");
  };

  const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
    for (let bit = 0; bit < 8; bit++) index = index & 1 ? (index >>> 1) ^ 0xedb88320 : index >>> 1;
    return index;
  });
  const crc32 = (bytes) => {
    let crc = ~0;
    for (const byte of bytes) crc = TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
    return ~crc >>> 0;
  };
  const record = (...fields) => {
    const bytes = new Uint8Array(fields.reduce((total, [size]) => total + size, 0));
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const [size, value] of fields) {
      if (size === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += size;
    }
    return bytes;
  };

  // Stored, not compressed: pictures and office files are compressed already. Names are UTF-8 (flag 0x0800); the day is 1 January 1980.
  form.zip = (entries) => {
    const parts = [];
    const directory = [];
    let offset = 0;
    for (const { name, bytes } of entries) {
      const path = new TextEncoder().encode(name);
      const common = [[2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 33], [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, path.length], [2, 0]];
      const local = record([4, 0x04034b50], ...common);
      directory.push(record([4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), path);
      parts.push(local, path, bytes);
      offset += local.length + path.length + bytes.length;
    }
    const size = directory.reduce((total, each) => total + each.length, 0);
    const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, size], [4, offset], [2, 0]);
    return new Blob([...parts, ...directory, end], { type: "application/zip" });
  };
})();
