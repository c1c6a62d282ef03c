// Personal data in plain text, as `khlang check` finds them: plugins/khlang/privacy, told again for the browser.
// tests/site/test_contribute.py puts every shape of tests/privacy before both. No lookbehind: telephones of 2020 know none.
(() => {
  const form = ((window.khlang ??= {}).form ??= {});
  const DASHES = "\\-\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d_";
  const IGNORED = "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff";
  const BLANKS = " \\u00a0\\u2000-\\u200a\\u202f\\u3000";
  const LETTER = "\\p{L}\\p{N}_";
  const EDGE = `(?:^|[^${LETTER}])`; // \b, which knows no Thai here
  const INVISIBLE = new RegExp(`[${IGNORED}]`, "g");
  const whole = (source, flags = "") => new RegExp(`^(?:${source})$`, flags);
  const label = (words, reach) => new RegExp(`(?:${words})[^\\d\\n]{0,${reach}}$`, "iu");
  const last = (list) => list[list.length - 1];
  const shapes = (text) => new Set(text.trim().split(/\s+/));

  // The text with Arabic digits and without escapes, every character still in its place.
  const PADDING = "\u2060";
  const ELEMENT = /<(?:\/?(?:a|abbr|b|code|del|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|u|wbr)\b[^<>\d]{0,80}|!--[^<>\d]{0,80}--|br\s{0,3}\/?)>/gi;
  const padded = (first, length) => first + PADDING.repeat(Math.max(0, length - first.length));
  form.unescaped = (entity) => new DOMParser().parseFromString(entity, "text/html").documentElement.textContent;
  const isDigit = (code) => /^\p{Nd}$/u.test(String.fromCodePoint(code));
  const arabic = (char) => {
    const code = char.codePointAt(0);
    if (code >= 0x1d7ce && code <= 0x1d7ff) return padded(String((code - 0x1d7ce) % 10), 2); // bold, in five styles
    let value = 0;
    while (value < 9 && isDigit(code - value - 1)) value++;
    return padded(String(value), char.length);
  };
  const plain = (text) =>
    text
      .replace(ELEMENT, (tag) => padded(/^<br/i.test(tag) ? "\n" : PADDING, tag.length))
      .replace(/&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});/g, (entity) => {
        const char = form.unescaped(entity);
        return [...char].length === 1 ? padded(char, entity.length) : entity;
      })
      .replace(/%(2[0-9A-F]|3[0-9])/gi, (_, code) => padded(String.fromCharCode(parseInt(code, 16)), 3))
      .replace(/\\(?=[!-/:-@[-`{-~\n])/g, PADDING)
      .replace(/(?![0-9])\p{Nd}/gu, arabic);

  // Runs of digits with what divides them.
  const GROUP = new RegExp(`[0-9](?:[${IGNORED}]{0,12}[0-9])*`, "g");
  const LONGEST_GAP = 24;
  const NEW_LINE = `[${BLANKS}]{0,3}\\r?\\n[${BLANKS}\\t>]{0,8}`;
  const BETWEEN = [
    ["blank", whole(`[${BLANKS}]{1,3}`)],
    ["dash", whole(`[${BLANKS}]{0,2}[${DASHES}]{1,2}(?:[${BLANKS}]{0,2}|${NEW_LINE})|${NEW_LINE}[${DASHES}]`)],
    ["dot", whole("[.\\u00b7\\u2022\\u2027\\u2219]")],
    ["paren", whole(`[${BLANKS}]?\\(|\\)[${DASHES}]?[${BLANKS}]?|\\)[${BLANKS}]?[${DASHES}]`)],
    ["break", whole(NEW_LINE)],
    ["bullet", whole(`${NEW_LINE}[${DASHES}][${BLANKS}]`)],
  ];
  const gapOf = (between) => {
    if (between.length === LONGEST_GAP) return null;
    const visible = between.replace(INVISIBLE, "");
    const bare = visible.replace(/[*`]|~~/g, "");
    if (!bare) return { kind: "mark", tight: true, breaks: false, joins: true };
    if (bare !== visible && bare.includes("\n")) return null;
    const kind = BETWEEN.find(([, pattern]) => pattern.test(bare))?.[0];
    if (!kind) return null;
    const tight = (kind === "dash" || kind === "dot") && bare.length === 1;
    return { kind, tight, breaks: bare.includes("\n"), joins: kind === "break" };
  };

  class Run {
    constructor(groups, gaps) {
      Object.assign(this, { groups, gaps, digits: groups.map((each) => each.digits).join(""), offsets: [0] });
      for (const { digits } of groups) this.offsets.push(last(this.offsets) + digits.length);
      this.groupAt = new Map(this.offsets.map((offset, at) => [offset, at]));
    }

    // Whole groups from `first` on with `total` digits together that may be a number: asked before anything is built.
    window(first, total, fits) {
      const start = this.offsets[first];
      const behind = this.groupAt.get(start + total);
      return behind > first && fits(this.digits.slice(start, start + total)) ? new Stretch(this, first, behind - 1) : null;
    }

    *windows(total, fits) {
      for (let first = 0; first < this.groups.length; first++) {
        const window = this.window(first, total, fits);
        if (window) yield window;
      }
    }
  }

  // Groups `first` to `final` of a run, which may be one number.
  class Stretch {
    constructor(run, first, final) {
      const groups = run.groups.slice(first, final + 1);
      const gaps = run.gaps.slice(first, final);
      const parts = [groups[0].digits];
      gaps.forEach((gap, at) => {
        if (gap.joins) parts.push(parts.pop() + groups[at + 1].digits);
        else parts.push(groups[at + 1].digits);
      });
      const kinds = new Set(gaps.map((gap) => gap.kind));
      const others = new Set([...kinds].filter((kind) => kind !== "break"));
      Object.assign(this, {
        run, first, final, groups, gaps, parts, kinds,
        dividers: others.size ? others : kinds,
        lengths: parts.map((part) => part.length),
        digits: run.digits.slice(run.offsets[first], run.offsets[final + 1]),
        start: groups[0].start,
        end: last(groups).end,
        undivided: first === final,
        breaks: gaps.filter((gap) => gap.breaks).length,
        alone: first === 0 && final === run.groups.length - 1,
        before: first > 0 ? run.gaps[first - 1] : null,
        behind: run.gaps[final] ?? null,
      });
    }

    is(...kinds) {
      return this.dividers.size === kinds.length && kinds.every((kind) => this.dividers.has(kind));
    }
  }

  const runsOf = (text) => {
    const runs = [];
    let groups = [];
    let gaps = [];
    for (const match of text.matchAll(GROUP)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (groups.length) {
        const from = last(groups).end;
        const gap = gapOf(text.slice(from, Math.min(start, from + LONGEST_GAP)));
        if (gap) gaps.push(gap);
        else {
          runs.push(new Run(groups, gaps));
          [groups, gaps] = [[], []];
        }
      }
      groups.push({ digits: match[0].replace(INVISIBLE, ""), start, end });
    }
    return groups.length ? [...runs, new Run(groups, gaps)] : runs;
  };

  const DAY = /^(?:0?[1-9]|[12][0-9]|3[01])$/;
  const MONTH = /^(?:0?[1-9]|1[0-2])$/;
  const YEAR = /^(?:19|20|2[4-6])[0-9]{2}$/;
  const holdsDate = (parts) =>
    parts.some((part, at) => {
      const [month, last] = [parts[at + 1], parts[at + 2]];
      return last && MONTH.test(month) && ((DAY.test(part) && YEAR.test(last)) || (YEAR.test(part) && DAY.test(last)));
    });

  // What stands around a number.
  const follows = (text, at, pattern) =>
    !/[\d\n]/.test(text.slice(Math.max(0, at - 2), at)) && pattern.test(text.slice(Math.max(0, at - 60), at));
  const inAmount = (text, { undivided, gaps, groups, start }) =>
    !undivided && !gaps[0].tight && groups[0].digits.length === 3 &&
    /(?:^|[^\d-])\d{1,3}(?:,\d{3})*,$/.test(text.slice(Math.max(0, start - 20), start));
  const lettersBefore = (text, at) => /[A-Za-z]*$/.exec(text.slice(Math.max(0, at - 80), at))[0];
  const lettersBehind = (text, at) => /^[A-Za-z]*/.exec(text.slice(at, at + 80))[0];

  // Telephone numbers.
  const NUMBER = /^0(?:[689][0-9]{8}|(?:2[0-9]|3[2-9]|4[2-5]|5[2-6]|7[3-7])[0-9]{6})$/;
  const MOBILE_PARTS = shapes(`10 3,7 2,8 1,9 4,6 6,4 5,5 3,3,4 2,4,4 3,4,3 4,3,3 1,4,5 1,5,4 2,3,5 3,2,5 3,5,2
    1,4,4,1 3,3,2,2 3,2,2,3 2,4,2,2 1,3,3,3 1,2,3,4 2,2,3,3`);
  const FIXED_PARTS = shapes(`9 3,6 2,7 1,8 4,5 5,4 6,3 2,3,4 3,3,3 1,4,4 2,4,3 3,2,4 3,4,2 1,3,5
    1,2,3,3 3,2,2,2 3,3,1,2 1,1,3,4 2,3,2,2`);
  const DOTTED_PARTS = shapes(`3,3,4 2,4,4 3,4,3 2,3,4 3,3,3 1,4,4 3,2,2,3 3,7 3,6 1,4,5 4,3,3 3,3,2,2 1,4,4,1
    3,2,4 1,2,3,3 3,2,2,2`);
  const PARTS_IN_ROWS = shapes("3,7 2,8 3,3,4 2,4,4 3,4,3 3,3,2,2 3,2,2,3 3,6 2,7 2,3,4 3,3,3 1,4,4 2,4,3 3,2,4");
  const PARTS_IN_ADDRESSES = shapes("3,3,4 2,4,4 2,3,4 1,4,4");
  const PHONE_NAMED = label(
    `โทร|มือถือ|เบอร์|ติดต่อ|สอบถาม|แฟกซ์|แฟ็กซ์|สายตรง|พร้อมเพย์|ไลน์|${EDGE}tel|phone|mobile|${EDGE}call|${EDGE}fax|whatsapp|promptpay|${EDGE}line|☎|📞|📱`, 24);
  const NO_PHONE = label(
    `รหัส|เลขที่|เลขรหัส|ครุภัณฑ์|สารบบ|จดแจ้ง|ทะเบียน|สัญญา|บัญชี|account|a/c|e-?GP|${EDGE}ISBN|${EDGE}ISSN|อ้างอิง|ใบเสร็จ|อนุญาต|${EDGE}code|${EDGE}no\\.|${EDGE}serial`, 14);
  const TOUCHES = /^(?:tel|phone|mobile|call|fax|line|t|m)$/i;
  const CONTACT = /(?:wa\.me\/|whatsapp\.com\/send\S*=|line\.me\/ti\/p\/~|promptpay\.io\/|[?&](?:tel|phone|mobile)=)[+\u2060]{0,3}$/i;
  const EXTENSION = /^\s{0,3}(?:ต่อ|กด|ext\.?|x|#)\s{0,2}\d{1,5}(?!\d)/i;
  const UNTIL = /^\s{0,2}ถึง\s{0,2}\d{1,4}(?!\d)/;

  const withPlus = (text, start) => {
    for (const width of [1, 2]) {
      if (/^[+＋]\s*$/.test(text.slice(Math.max(0, start - width), start))) return start - width;
    }
    return start;
  };
  const linked = (text, at) => CONTACT.test(text.slice(Math.max(0, at - 60), at));
  const abroadAt = (text, { digits, start }) => {
    if (!digits.startsWith("66")) return digits.startsWith("0066");
    return withPlus(text, start) < start || linked(text, start) || follows(text, start, PHONE_NAMED);
  };
  const isRange = ({ run, final }) =>
    run.gaps[final].kind === "dash" && !run.gaps[final + 1]?.tight && run.groups[final + 1].digits.length <= 4;
  const bounded = (text, window) => {
    const before = lettersBefore(text, window.start);
    if (before && !TOUCHES.test(before)) return false;
    if (lettersBehind(text, window.end) && !EXTENSION.test(text.slice(window.end))) return false;
    if (window.before?.tight) return false;
    return !window.behind?.tight || isRange(window);
  };
  const inRow = ({ run, first, parts, lengths, before }) => {
    const followsDay = before && run.groups[first - 1].digits.length <= 2;
    return (followsDay && /^2[456][0-9]{2}$/.test(parts[1])) || !PARTS_IN_ROWS.has(lengths.join());
  };
  const dividedLikeAPhone = (text, window) => {
    if (window.undivided) return !follows(text, window.start, NO_PHONE);
    const { parts, lengths, kinds, gaps } = window;
    const known = (window.digits.length === 10 ? MOBILE_PARTS : FIXED_PARTS).has(lengths.join());
    const dashed = lengths.length <= 5 && Math.max(...lengths) > 2 &&
      gaps.every((gap) => gap.kind === "dash" && (gap.tight || gap.breaks));
    const boxes = Math.max(...lengths) === 1 && window.alone && window.is("dash");
    if (!known && !dashed && !boxes) return false;
    if (kinds.has("dot") && !(window.is("dot") && DOTTED_PARTS.has(lengths.join()))) return false;
    if (!window.is("dash") && parts.filter((part) => /^2[456][0-9]{2}$/.test(part)).length > 1) return false;
    if (window.is("blank") && !window.alone && inRow(window)) return false;
    const runsOver = window.breaks > Number(!kinds.has("break") || window.alone);
    return !runsOver && !holdsDate(parts) && !inAmount(text, window);
  };
  const phoneFrom = (reading, run, first, named) => {
    const { text } = reading;
    if (!/^(?:0[2-9]|66|0066)/.test(run.digits.slice(run.offsets[first], run.offsets[first] + 4))) return null;
    const abroad = abroadAt(text, run.groups[first]);
    const atHome = (digits) => (abroad ? digits.replace(/^(?:00)?66(0?)([0-9]*)$/, "0$2") : digits);
    for (const total of abroad ? [10, 11, 12, 13, 14] : [10, 9]) {
      const window = run.window(first, total, (digits) => NUMBER.test(atHome(digits)));
      if (!window) continue;
      const meant = () => PARTS_IN_ADDRESSES.has(window.lengths.join()) || linked(text, window.start);
      const isNamed = () => window.groups.length <= 10 && (named || follows(text, window.start, PHONE_NAMED));
      if ((abroad || dividedLikeAPhone(text, window) || isNamed()) && bounded(text, window) &&
        (!reading.inAddress(window.start) || meant())) return window;
    }
    return null;
  };
  const phones = function* (reading) {
    const { text } = reading;
    for (const run of reading.runs) {
      let named = false;
      for (let first = 0; first < run.groups.length; first++) {
        const window = phoneFrom(reading, run, first, named);
        if (!window) continue;
        let start = withPlus(text, window.start);
        const typed = text.slice(start, window.end);
        if (text[start - 1] === "(" && typed.split(")").length > typed.split("(").length) start--;
        let [final, end] = [window.final, window.end];
        if (window.behind?.tight) end = run.groups[++final].end;
        for (const tail of [UNTIL, EXTENSION]) end += tail.exec(text.slice(end, end + 20))?.[0].length ?? 0;
        while (run.groups[final + 1]?.start < end) final++;
        yield { start, end, core: [start, window.end] };
        [first, named] = [final, true];
      }
    }
  };

  // Citizen IDs.
  const NO_ID = label(
    `สารบบ|อ\\.?\\s?ย\\.|จดแจ้ง|ครุภัณฑ์|บาร์โค้ด|barcode|${EDGE}EAN|${EDGE}GTIN|${EDGE}ISBN|${EDGE}ISSN|${EDGE}DOI|พัสดุ|tracking|สัญญา|e-?GP|รหัสโครงการ|รหัสงบประมาณ|รหัสบัญชี`, 20);
  const COORDINATES = new RegExp(`(?:พิกัด|${EDGE}UTM|${EDGE}4[678]\\s?[NPQ](?![${LETTER}]))[^\\n]{0,24}$`, "iu");
  const COMPANY = label(`นิติบุคคล|ผู้เสียภาษี|ทะเบียนพาณิชย์|วิสาหกิจชุมชน|tax\\s?(?:payer\\s?)?(?:ID|no)|${EDGE}TIN`, 30);
  const ID_NAMED = new RegExp(
    "(?:ประจำตัวประชาชน|บัตรประชาชน|เลขประชาชน|เลข(?:ที่)?บัตร|บัตรประจำตัว|ปชช|13 ?หลัก|citizen|ID ?card|national ?ID|identification)" +
      `[^\\d\\n]{0,30}(\\d(?:[^${LETTER}|\\t]{0,4}\\d){12})(?!\\d)`, "giu");
  const CARD_IN_CELLS = /\d([ \t]{0,2}(?:[|,/:;~\t]|\.[ ])[ \t]{0,2})\d{4}\1\d{5}\1\d{2}\1\d(?!\d)/g;
  // One digit a cell, as in the boxes of a form; a cell between may hold a dash.
  const BOXES = /\d(?: {0,2}[|\t][ \t|\u2013-]{0,6}\d){12}(?!\d)/g;
  const CELL_BEFORE = /\d {0,2}[|\t][ \t|\u2013-]{0,6}$/;
  const CELL_BEHIND = /^ {0,2}[|\t][ \t|\u2013-]{0,6}\d/;
  const BLANK_ID_PARTS = shapes("1,2,2,5,2,1 1,4,5,3 1,4,8 1,12");

  form.isCitizenId = (digits) => {
    const sum = [...digits.slice(0, 12)].reduce((total, digit, index) => total + digit * (13 - index), 0);
    return (11 - (sum % 11)) % 10 === Number(digits[12]);
  };
  const isBook = (digits) =>
    /^97[89]/.test(digits) && [...digits].reduce((total, digit, at) => total + digit * (at % 2 ? 3 : 1), 0) % 10 === 0;
  const isPartOfKey = ({ run, first, final, before, behind }) =>
    (before?.tight || behind?.tight) && [run.groups[first - 1], run.groups[final + 1]].some((group) => group?.digits.length > 13);
  const touchesOnlyWords = (text, { start, end }) => {
    const [before, behind] = [lettersBefore(text, start), lettersBehind(text, end)];
    if (before && /\d/.test(text[start - before.length - 1] ?? "")) return false;
    if (behind && /\d/.test(text[end + behind.length] ?? "")) return false;
    return before.length + behind.length <= 12 && !(before && behind);
  };
  const dividedOtherwise = (window) => {
    const { parts, lengths, dividers, digits, run, first, final } = window;
    const around = [window.before, window.behind].filter(Boolean).map((gap) => gap.kind);
    if (window.groups.length === 13) {
      return ![run.groups[first - 1], run.groups[final + 1]].some((group) => group?.digits.length === 1);
    }
    if (holdsDate(parts) || window.breaks > 1 || (window.breaks && around.includes("break"))) return false;
    if ([...dividers].every((kind) => kind === "blank" || kind === "mark") || window.is("break")) {
      if (BLANK_ID_PARTS.has(lengths.join())) return true;
      const tidy = parts.length <= 4 && lengths.join() !== "6,7" && !parts.some((part) => /^25[4-7][0-9]$/.test(part));
      return tidy && window.alone && digits[0] !== "0";
    }
    if (dividers.size > 1 || around.some((kind) => dividers.has(kind)) || digits[0] === "0") return false;
    if (window.is("dash")) return lengths.join() !== "2,1,5,1,4";
    return window.is("dot") && parts.length > 2;
  };
  const dividedLikeAnId = (reading, window) => {
    const { text } = reading;
    const { start, digits } = window;
    if (!touchesOnlyWords(text, window) || (digits[0] === "0" && follows(text, start, COMPANY))) return false;
    const card = [window.lengths, window.groups.map((group) => group.digits.length)];
    if (card.some((lengths) => lengths.join() === "1,4,5,2,1")) return true;
    if (follows(text, start, NO_ID) || inAmount(text, window) || isBook(digits) || isPartOfKey(window)) return false;
    if (window.undivided || window.is("mark")) return true;
    return dividedOtherwise(window) && !COORDINATES.test(text.slice(Math.max(0, start - 40), start)) && !reading.inAddress(start);
  };
  const citizenIds = function* (reading) {
    const { text } = reading;
    for (const run of reading.runs) {
      let behind = 0;
      for (const window of run.windows(13, form.isCitizenId)) {
        if (window.first >= behind && dividedLikeAnId(reading, window)) {
          yield window;
          behind = window.final + 1;
        }
      }
    }
    const valid = (typed) => form.isCitizenId(typed.replace(/\D/g, ""));
    for (const match of text.matchAll(ID_NAMED)) {
      const end = match.index + match[0].length;
      if (valid(match[1])) yield { start: end - match[1].length, end };
    }
    for (const match of matches(text, CARD_IN_CELLS, (before) => !/\d$/.test(before))) {
      if (valid(match[0])) yield { start: match.index, end: match.index + match[0].length };
    }
    for (const match of matches(text, BOXES, (before) => !/\d$/.test(before) && !CELL_BEFORE.test(before))) {
      const end = match.index + match[0].length;
      if (!CELL_BEHIND.test(text.slice(end, end + 12)) && valid(match[0])) yield { start: match.index, end };
    }
  };

  // All matches before which the text is as it must be.
  const matches = function* (text, pattern, fits) {
    const search = new RegExp(pattern);
    for (let match; (match = search.exec(text)); ) {
      if (fits(text.slice(Math.max(0, match.index - 12), match.index), match[0])) yield match;
      else search.lastIndex = match.index + 1;
    }
  };

  // Bank accounts.
  const BANKS = `เลขที่บัญชี|เลขบัญชี|หมายเลขบัญชี|บัญชี|ธนาคาร|พร้อมเพย์|กรุงไทย|ออมสิน|ธ\\.?\\s?ก\\.?\\s?ส\\.?|กสิกร|ไทยพาณิชย์|promptpay|account|a/c|${EDGE}bank|${EDGE}KTB|${EDGE}SCB|${EDGE}BAAC|${EDGE}GSB|${EDGE}KBank`;
  const ACCOUNT_NAMED = label(BANKS, 45);
  const NO_ACCOUNT = label("รหัส|ครุภัณฑ์|สารบบ|จดแจ้ง|ผู้เสียภาษี|นิติบุคคล|ISBN|ISSN|โครงการ|งบประมาณ", 12);
  const NAMED_BEHIND = new RegExp(`^[^\\d\\n]{0,20}(?:${BANKS})`, "iu");
  const BLANK_ACCOUNT_PARTS = shapes("3,1,5,1 3,6,1 3,7 3,1,6 3,3,4 3,3,3,1 4,4,4 3,9 2,3,1,5,1 3,3,6 3,3,3,3 4,4,4,3");
  const isAccount = (text, window) => {
    const { start, end, parts } = window;
    if (!follows(text, start, ACCOUNT_NAMED) && !NAMED_BEHIND.test(text.slice(end, end + 60))) return false;
    if (follows(text, start, NO_ACCOUNT) || window.before?.tight || window.behind?.tight) return false;
    if (lettersBefore(text, start) || lettersBehind(text, end)) return false;
    const usual = parts.length === 1 || window.is("dash") || BLANK_ACCOUNT_PARTS.has(window.lengths.join());
    return usual && !holdsDate(parts);
  };
  const accounts = function* ({ text, runs }) {
    if (!new RegExp(BANKS, "iu").test(text)) return;
    for (const run of runs) {
      for (const length of [10, 12, 15]) {
        for (const window of run.windows(length, () => true)) {
          if (window.groups.length <= 6 && isAccount(text, window)) yield window;
        }
      }
    }
  };

  // E-mail addresses.
  const AT = "(?:@|%40|\\s?\\(at\\)\\s?)";
  const DOT = "(?:\\.|\\s?\\(dot\\)\\s?)";
  const LABEL = `[A-Za-z0-9${IGNORED}-]{1,63}`;
  const EMAIL = new RegExp(
    `[A-Za-z0-9_][A-Za-z0-9._%+${IGNORED}-]{0,63}${AT}${LABEL}(?:${DOT}${LABEL}){0,4}${DOT}[A-Za-z0-9]{2,24}(?![A-Za-z0-9])`, "gi");
  const INSIDE_A_WORD = new RegExp(`[A-Za-z0-9._%+${IGNORED}-]$`);
  const FILE_ENDING = /\.(?:png|jpe?g|webp|gif|svg|pdf|docx|pptx|xlsx|mp[34])$/i;
  const emails = function* ({ text }) {
    for (const match of matches(text, EMAIL, (before) => !INSIDE_A_WORD.test(before))) {
      const address = match[0].replace(FILE_ENDING, "");
      if (/[.)]\s?[A-Za-z]{2,24}$/.test(address)) yield { start: match.index, end: match.index + address.length };
    }
  };

  // LINE ids of persons; those with @ are of official accounts.
  const LINE = "(?:line|ไลน์)";
  const ID = "(?:id|ไอดี)";
  const LINE_NAMED = new RegExp(
    `(?:${LINE}[\\s.-]{0,2}${ID}|${ID}[\\s.-]{0,2}${LINE})\\s{0,2}` +
      "(?:(?:[:=：]|คือ)\\s{0,2}([a-z0-9._-]{3,30})|([a-z0-9._-]*[0-9._-][a-z0-9._-]*))(?![a-z0-9@])", "gi");
  const lineIds = function* ({ text }) {
    for (const match of text.matchAll(LINE_NAMED)) {
      const id = match[1] ?? match[2];
      const end = match.index + match[0].length;
      if (/[a-z0-9]/i.test(id)) yield { start: end - id.length, end };
    }
    for (const match of text.matchAll(/line\.me\/(?:R\/)?ti\/p\/~?([a-z0-9._-]{3,40})/gi)) {
      const end = match.index + match[0].length;
      yield { start: end - match[1].length, end };
    }
  };

  // House addresses.
  const NO_ORDER = "(?!\\d{1,4}\\s?/\\s?2[45]\\d\\d(?!\\d))";
  const HOUSE = "\\d{1,4}(?:\\s?/\\s?\\d{1,4})?";
  const VILLAGE = "(?:หมู่(?!บ้าน)(?:\\s?ที่)?|ม\\.)\\s{0,2}\\d{1,2}(?!\\d)";
  const STREET = "(?:ถนน|ถ\\.|ซอย|ซ\\.|ตรอก)\\s?[^\\s\\d,]{2,40}";
  const SUBDISTRICT = "[^\\n]{0,40}?(?:ตำบล|ต\\.|แขวง|อำเภอ|อ\\.)";
  const ADDRESS = new RegExp(
    `บ้านเลขที่\\s{0,2}:?\\s{0,2}${NO_ORDER}${HOUSE}(?:\\s{1,2}(?:${VILLAGE}|${STREET}))?` +
      `|เลขที่\\s{0,2}${NO_ORDER}${HOUSE}\\s{0,2}${VILLAGE}` +
      `|${NO_ORDER}\\d{1,4}\\s?/\\s?\\d{1,4}\\s{0,2}${VILLAGE}(?=${SUBDISTRICT})`, "g");
  const addresses = function* ({ text }) {
    const fits = (before, typed) => !(/^\d/.test(typed) ? /[\d/.,:-]$/ : /^เ/.test(typed) ? /(?:หนังสือ|คำสั่ง)$/ : /(?!)/).test(before);
    for (const match of matches(text, ADDRESS, fits)) yield { start: match.index, end: match.index + match[0].length };
  };

  // One spelling for all of a datum, and how much of it may be shown.
  const SEPARATORS = new RegExp(`[\\s${DASHES}${IGNORED}.,:/()+]`, "g");
  const identity = (typed) => {
    const folded = plain(typed).trim().toLowerCase();
    if (folded.includes("@")) return folded.replace(/\s/g, "").replace(INVISIBLE, "");
    const bare = folded.replace(SEPARATORS, "");
    return /^(?:\+|00)66/.test(folded) ? `0${bare.replace(/^(?:00)?(?:66)?0?/, "")}` : bare;
  };
  const SHOWN = { "citizen-id": [3, 1], phone: [2, 2], "bank-account": [1, 2], address: [0, 0] };
  const masked = (typed, kind) => {
    if (kind === "line-id") return typed[0] + "•".repeat(typed.length - 1);
    if (kind === "email") {
      return typed.replace(/[^@.()\s](?=.*[@.(])/g, (char, at) => (at && /[^@.()\s]/.test(typed[at - 1]) ? "•" : char));
    }
    const [first, last] = SHOWN[kind];
    const digits = typed.match(/\d/g).length;
    let seen = 0;
    return typed.replace(/\d/g, (digit) => (seen++ < first || seen > digits - last ? digit : "x"));
  };

  const FINDERS = { "citizen-id": citizenIds, phone: phones, "bank-account": accounts, email: emails, "line-id": lineIds, address: addresses };

  // [{kind, start, end, masked}] in their order, without what is the office's own (spellings as `identity` gives them).
  form.personal = (typed, office = []) => {
    const text = plain(typed);
    const links = [...text.matchAll(/(?:https?:\/\/|www\.)[^\s<>"'\u0e00-\u0e7f]{1,2000}/gi)].map((match) => [match.index, match.index + match[0].length]);
    const reading = { text, runs: runsOf(text), inAddress: (at) => links.some(([from, to]) => from <= at && at < to) };
    const found = Object.entries(FINDERS).flatMap(([kind, finder], rank) => [...finder(reading)].map((each) => ({ kind, rank, ...each })));
    found.sort((one, other) => one.rank - other.rank || one.start - one.end - (other.start - other.end) || one.start - other.start);
    const taken = new Uint8Array(text.length);
    const kept = found.filter(({ start, end }) => {
      const free = !taken.subarray(start, end).includes(1);
      if (free) taken.fill(1, start, end);
      return free;
    });
    return kept
      .sort((one, other) => one.start - other.start)
      .filter(({ start, end, core = [start, end] }) => ![[start, end], core].some((span) => office.includes(identity(text.slice(...span)))))
      .map(({ kind, start, end }) => {
        const shown = masked(text.slice(start, end), kind).replace(INVISIBLE, "");
        return { kind, start, end, masked: shown.split(/\s+/).filter(Boolean).join(" ") };
      });
  };
})();
