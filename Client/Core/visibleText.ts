/** Invisible characters, and those that change the order in which others are shown; without the space and half characters. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** Text whose invisible characters are written as the language writes a code point. Half characters become U+FFFD. */
export function escapeInvisible(text: string, escape: (codePoint: number) => string): string {
  return wellFormed(text).replace(invisible, (character) => escape(character.codePointAt(0) ?? 0));
}

/** No encoding has half characters (lone surrogates), so no file can hold them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

/** Whether every character of the text is seen, and seen in its place. */
export function isVisible(text: string): boolean {
  return escapeInvisible(text, () => "") === text;
}

/**
 * A name as people may read it: what would be invisible, or turn others around, stands as its code point, `\u{202E}`. `most`:
 * how many characters are shown of it.
 */
export function visibleText(text: string, most = Infinity): string {
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  return escapeInvisible(cut, shownCodePoint);
}

function shownCodePoint(codePoint: number): string {
  return `\\u{${hex(codePoint, 4).toUpperCase()}}`;
}

/** Scripts whose letters join, or are kept apart, by characters that have no shape of their own. */
const joiningScripts =
  "Arab Syrc Mand Nkoo Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Mymr Khmr".split(" ");
const joining = `[${joiningScripts.map((script) => `\\p{Script_Extensions=${script}}`).join("")}]`;
const pictograph = "\\p{Extended_Pictographic}";

/** Characters without a shape but with a visible effect: joiners in such a script or an emoji, and non-breaking spaces. */
const seen = [
  `(?<=${joining})[\\u200c\\u200d](?=${joining})`,
  `(?<=[${pictograph}\\p{Emoji_Modifier}]\\ufe0f?)\\u200d(?=${pictograph})`,
  `(?<=${pictograph})\\ufe0f`,
  "[\\u00a0\\u202f]",
].join("|");
/** Nothing to look for in most names. */
const ascii = /^[ -~]*$/;
const inLine = new RegExp(`(${seen})|${invisible.source}`, "gu");
const inText = new RegExp(`(${seen}|\\r?\\n|\\t)|${invisible.source}`, "gu");

/**
 * A name from the service on a line of the screen: as {@link visibleText}, but what people write in their own script stays,
 * such as the joiners of Persian, Hindi and emoji. Not for dates and numbers that `Intl` wrote: some regions' hold direction marks.
 */
export function readableLine(text: string): string {
  return ascii.test(text) ? text : wellFormed(text).replace(inLine, escapeUnseen);
}

/** The same for a text of the service that may have several lines: line breaks and tabs stay too. */
export function readableText(text: string): string {
  return wellFormed(text).replace(inText, escapeUnseen);
}

function escapeUnseen(character: string, kept: string | undefined): string {
  return kept ?? shownCodePoint(character.codePointAt(0) ?? 0);
}

export function hex(codePoint: number, digits: number): string {
  return codePoint.toString(16).padStart(digits, "0");
}
