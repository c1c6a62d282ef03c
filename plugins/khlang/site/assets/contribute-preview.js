// A preview of Markdown: headings, lists, quotes, bold, links. Builds elements and text, never HTML from a string.
(() => {
  const form = ((window.khlang ??= {}).form ??= {});
  const INLINE = /\*\*([^*]+)\*\*|!\[([^\]]*)\]\([^)]*\)|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

  const element = (name, ...children) => {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  };
  const inline = (text) => {
    const parts = [];
    let at = 0;
    for (const match of text.matchAll(INLINE)) {
      parts.push(text.slice(at, match.index));
      if (match[1]) parts.push(element("strong", match[1]));
      else if (match[3]) parts.push(Object.assign(element("a", match[3]), { href: match[4], rel: "noopener", target: "_blank" }));
      else parts.push(`[ภาพ: ${match[2]}]`);
      at = match.index + match[0].length;
    }
    return [...parts, text.slice(at)];
  };
  const block = (text) => {
    const lines = text.split("\n");
    const heading = /^(#{1,6})\s+(.*)$/.exec(lines[0]);
    if (heading) {
      const made = element(`h${Math.max(2, heading[1].length)}`, ...inline(heading[2]));
      return lines.length > 1 ? [made, ...block(lines.slice(1).join("\n"))] : [made];
    }
    for (const [mark, name] of [[/^[-*]\s+/, "ul"], [/^\d+[.)]\s+/, "ol"]]) {
      if (lines.every((line) => mark.test(line))) {
        return [element(name, ...lines.map((line) => element("li", ...inline(line.replace(mark, "")))))];
      }
    }
    if (lines.every((line) => line.startsWith(">"))) {
      return [element("blockquote", ...block(lines.map((line) => line.replace(/^>\s?/, "")).join("\n")))];
    }
    return [element("p", ...inline(lines.join(" ")))];
  };

  form.preview = (text) => text.trim().split(/\n\s*\n/).filter(Boolean).flatMap(block);
})();
