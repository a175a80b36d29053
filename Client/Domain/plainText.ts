const lineBreaks = /<br\s*\/?>|<\/(?:p|li|div|h[1-6]|ol|ul|pre)>/gi;
/** None of these looks past the next beginning of its kind: on text that only begins, they would take minutes. */
const links = /<a\s([^<>]*)>((?:(?!<a\s).)*?)<\/a>/gis;
const target = /href\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const markdownLinks = /\[([^\][]+)\]\((https?:[^)\s[]+)\)/g;
const emphasis = /(\*\*|__)(?=\S)(.+?)\1/g;
/** Only real tags: a placeholder such as `<pod-name>` in a command must survive. */
const tags = /<\/?(?:a|b|br|code|div|em|h[1-6]|i|li|ol|p|pre|span|strong|u|ul)(?:\s[^<>]*)?>/gi;
const characterNames: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  nbsp: " ",
  quot: '"',
};

/**
 * Lines of a text in which the service may have left HTML or markdown. Markup is dropped, the target of a link stays
 * readable behind its text, and blank lines go. The result is text: nothing in it may be rendered as markup.
 */
export function plainLines(markup: string): readonly string[] {
  return markup
    .replace(links, (_, attributes: string, text: string) => {
      const [, doubleQuoted, singleQuoted] = target.exec(attributes) ?? [];
      return linkText(text, doubleQuoted ?? singleQuoted ?? "");
    })
    .replace(markdownLinks, (_, text: string, href: string) => linkText(text, href))
    .replace(lineBreaks, "\n")
    .replace(tags, "")
    .replace(emphasis, "$2")
    .replace(/&(amp|apos|gt|lt|nbsp|quot|#39);/g, (_, name: string) => characterNames[name] ?? "'")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function linkText(text: string, href: string): string {
  return href === "" || text === href ? text : `${text} (${href})`;
}
