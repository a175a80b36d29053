/** A stretch of a text that may hold HTML. What is quoted, in a command line for example, is never markup. */
export interface TextPart {
  readonly text: string;
  /** Whether it stands between quotation marks or backticks. */
  readonly isQuoted: boolean;
}

type Token =
  | { readonly kind: "text" | "quoted" | "break"; readonly text: string; readonly tag?: undefined }
  | { readonly kind: "open" | "close"; readonly text: string; readonly tag: string; readonly href: string };

/**
 * What is quoted, or a tag with no attribute but those of a link. Of quotation marks, the single one also stands inside of words.
 * No alternative looks past the next beginning of its kind: on text that only begins, they would take minutes.
 */
const tokens =
  /"[^"\n]*"|`[^`\n]*`|(?<![^\s(=:,[])'[^'\n]*'(?![^\s),.;:\]])|<br\s*\/?>|<(\/?)(a|b|code|div|em|h[1-6]|i|li|ol|p|pre|span|strong|u|ul)((?:\s+(?:class|href|rel|style|target|title)\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)\s*>/gi;
const target = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const blocks = /^(?:div|h[1-6]|li|ol|p|pre|ul)$/i;

/**
 * The parts of a text without its HTML marks. Only what can be nothing else is a mark: tags that open and close, and line breaks
 * between words; `<pod-name>`, `cat <i` or `s/<br>/x/` stay as they are. The target of a link stays readable behind its text.
 *
 * Not by DOMPurify, which reads text as a browser does and so drops such evidence; it cleans what is rendered as HTML.
 */
export function withoutHtmlMarks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  const links: OpenLink[] = [];
  for (const token of withPairsOnly(tokensOf(text))) {
    if (token.kind === "text" || token.kind === "quoted") {
      parts.push({ text: token.text, isQuoted: token.kind === "quoted" });
    } else if (isLineBreak(token)) {
      parts.push({ text: "\n", isQuoted: false });
    } else if (token.tag === "a" && token.kind === "open") {
      links.push({ href: token.href, begin: parts.length });
    } else if (token.tag === "a") {
      parts.push(...targetOf(links.pop(), parts));
    }
  }
  return parts;
}

/** A link whose text has begun. */
interface OpenLink {
  readonly href: string;
  /** Index of the first part of its text. */
  readonly begin: number;
}

function isLineBreak({ tag }: Token): boolean {
  return tag === undefined || blocks.test(tag);
}

/** The target of a link that has ended, to stand behind its text; none where the text is the target already. */
function targetOf(link: OpenLink | undefined, parts: readonly TextPart[]): readonly TextPart[] {
  if (!link || link.href === "") {
    return [];
  }
  const { href, begin } = link;
  const isItsOwnText = parts.length === begin + 1 && parts[begin]?.text === href;
  return isItsOwnText ? [] : [{ text: ` (${href})`, isQuoted: false }];
}

function tokensOf(text: string): readonly Token[] {
  const list: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    const [mark, slash, tag, attributes = ""] = match;
    list.push({ kind: "text", text: text.slice(end, match.index) });
    end = match.index + mark.length;
    if (tag !== undefined) {
      const [, doubleQuoted, singleQuoted] = target.exec(attributes) ?? [];
      const href = doubleQuoted ?? singleQuoted ?? "";
      list.push({ kind: slash === "" ? "open" : "close", text: mark, tag: tag.toLowerCase(), href });
    } else if (mark.startsWith("<")) {
      const isBetweenWords = !/[/\\=|]/.test(`${text.charAt(match.index - 1)}${text.charAt(end)}`);
      list.push({ kind: isBetweenWords ? "break" : "text", text: mark });
    } else {
      list.push({ kind: "quoted", text: mark });
    }
  }
  list.push({ kind: "text", text: text.slice(end) });
  return list.filter((token) => token.text !== "");
}

/** The same tokens where a tag that does not open and close is text. */
function withPairsOnly(list: readonly Token[]): readonly Token[] {
  const open = new Map<string, number[]>();
  const paired = new Set<number>();
  list.forEach((token, index) => {
    if (token.kind === "open") {
      const waiting = open.get(token.tag) ?? [];
      waiting.push(index);
      open.set(token.tag, waiting);
    } else if (token.kind === "close") {
      const opening = open.get(token.tag)?.pop();
      if (opening !== undefined) {
        paired.add(opening).add(index);
      }
    }
  });
  return list.map((token, index) => {
    const isTag = token.kind === "open" || token.kind === "close";
    return isTag && !paired.has(index) ? { kind: "text", text: token.text } : token;
  });
}
