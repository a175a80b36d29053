import type { DocumentFormat } from "./documentWriter";

/** Markdown as GitHub and Azure DevOps show it. */
export const markdown: DocumentFormat = {
  head: ({ title, facts, missing, summary }) =>
    [
      `# ${escaped(title)}\n\n`,
      ...facts.map(([name, value]) => `- **${escaped(name)}**: ${escaped(value)}\n`),
      ...(missing.length === 0 ? [] : ["\n", ...missing.map((text) => `> - ⚠️ ${escaped(text)}\n`)]),
      "\n",
      ...summary.map(([kind, counts]) => `- **${escaped(kind)}**: ${escaped(counts)}\n`),
    ].join(""),
  heading: (text) => `\n## ${escaped(text)}\n\n`,
  paragraph: (text) => `${escaped(text)}\n`,
  tableHead: (columns) =>
    `${line(columns)}${line(
      columns.map(() => "---"),
      String,
    )}`,
  row: (cells) => line(cells),
  tableEnd: () => "",
  tail: () => "",
};

function line(cells: readonly string[], text = escaped): string {
  return `| ${cells.map((cell) => text(cell)).join(" | ")} |\n`;
}

/** A space without width, by its name: GitHub reads references in the text that it has made of the markup, escapes and all. */
const apart = "&#8203;";

/**
 * Text that means itself: no markup, no HTML, and on one line. Nor does an address become a link, a name with @ call a person, or a
 * number with # or GH- refer to an issue, all of which GitHub does without any markup.
 */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~!&$]/g, "\\$&")
    .replace(/@|#(?=\d)|(?<=\bgh)-(?=\d)/gi, `$&${apart}`)
    .replace(/:(?=\/\/)/g, "&#58;")
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}&#46;`)
    .replace(/\s+/g, " ")
    .trim();
}
