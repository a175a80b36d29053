import { withoutHtmlMarks, type TextPart } from "./htmlMarks";

/** None of these looks past the next beginning of its kind: on text that only begins, they would take minutes. */
const markdownLinks = /(?<![\w\])!$])\[([^\][]+)\]\((https?:\/\/[^()[\]\s]+)\)/g;
/** Words of a sentence that begin a line. Anywhere else two stars may be a glob, and two underscores a name such as `__init__`. */
const emphasis = /^((?:\d+[.)]|[-•])\s+)?\*\*(\p{Lu}[\p{L}\p{N} ,'’:-]*)\*\*(?=[\s.,:;!?]|$)/u;
const characters = /&(amp|apos|gt|lt|nbsp|quot|#39);/g;
const characterNames: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  nbsp: " ",
  quot: '"',
};

/**
 * Lines of a text in which the service may have left HTML or markdown, without blank ones. What an alert says is evidence:
 * marks are dropped only where they can be nothing else, and every other character stays. The target of a link stays readable
 * behind its text. The result is text: nothing in it may be rendered as markup.
 */
export function plainLines(markup: string): readonly string[] {
  const parts = withoutHtmlMarks(markup);
  const isHtml = parts.map(({ text }) => text).join("") !== markup;
  const decode = isEscaped(parts, isHtml) ? decoded : (text: string) => text;
  return parts
    .map(({ text, isQuoted }) => decode(isQuoted ? text : withoutMarkdownLinks(text)))
    .join("")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(emphasis, "$1$2"))
    .filter((line) => line !== "");
}

/** Whether the service has escaped the text for HTML: then nothing in it stands as it may not stand there. */
function isEscaped(parts: readonly TextPart[], isHtml: boolean): boolean {
  const text = parts.map((part) => part.text).join("");
  const hasBare = /[<>]/.test(text) || text.replace(characters, "").includes("&");
  return !hasBare && (isHtml || !text.split(/\s+/).some(isAddress));
}

/** In an address or a setting the name of a character may be as the attacker typed it. */
function isAddress(word: string): boolean {
  return /[/=]/.test(word) && word.includes("&");
}

function decoded(text: string): string {
  return text.replace(characters, (_, name: string) => characterNames[name] ?? "'");
}

function withoutMarkdownLinks(text: string): string {
  return text.replace(markdownLinks, (_, label: string, href: string) =>
    label === href ? label : `${label} (${href})`,
  );
}
