import { readableLine, readableText, visibleText } from "../../../Client/Core/visibleText";

const readers = { visibleText, readableLine, readableText };

test.each([
  ["an override", "\u202egnp.exe", "\\u{202E}gnp.exe"],
  ["isolates", "\u2066a\u2069", "\\u{2066}a\\u{2069}"],
  ["direction marks", "kube\u200e-\u200fsys\u061ctem", "kube\\u{200E}-\\u{200F}sys\\u{061C}tem"],
  ["no width", "ku\u200bbe\ufeff\u2060", "ku\\u{200B}be\\u{FEFF}\\u{2060}"],
  ["joiners between Latin letters", "ku\u200cb\u200de", "ku\\u{200C}b\\u{200D}e"],
  ["a soft hyphen", "ku\u00adbe", "ku\\u{00AD}be"],
  ["fillers", "\u3164\u115f\u2800", "\\u{3164}\\u{115F}\\u{2800}"],
  ["tags", "a\u{e0041}\u{e007f}", "a\\u{E0041}\\u{E007F}"],
  ["a selector behind a letter", "a\ufe0f", "a\\u{FE0F}"],
  ["wide and thin spaces", "a\u3000b\u2009c", "a\\u{3000}b\\u{2009}c"],
  ["controls", "a\u0000\u001b[31m\u0085", "a\\u{0000}\\u{001B}[31m\\u{0085}"],
  ["separators", "a\u2028b\u2029", "a\\u{2028}b\\u{2029}"],
  ["private and unassigned", "\ue000\u{10ffff}", "\\u{E000}\\u{10FFFF}"],
])("%s stand escaped, wherever a name is read", (_, text, shown) => {
  for (const read of Object.values(readers)) {
    expect(read(text)).toBe(shown);
    expect(read(shown)).toBe(shown);
  }
});

test.each([
  ["Persian", "می\u200cخواهم"],
  ["Hindi", "क्\u200dष"],
  ["Hebrew", "שלום"],
  ["emoji", "👩\u200d💻 ❤\ufe0f 👍🏽\u200d🔧"],
  ["combining letters", "e\u0301"],
  ["spaces that do not break", "12\u202f345\u00a0€"],
])("%s stays as people write it", (_, text) => {
  expect(readableLine(text)).toBe(text);
  expect(readableText(text)).toBe(text);
});

test("lines of a text stay lines; on a line they are escaped, and so is a return by itself", () => {
  expect(readableText("a\r\nb\tc\nd\re")).toBe("a\r\nb\tc\nd\\u{000D}e");
  expect(readableLine("a\nb\tc")).toBe("a\\u{000A}b\\u{0009}c");
});

test("half characters become the sign for them", () => {
  expect(readableLine("a\ud800")).toBe("a\ufffd");
});
