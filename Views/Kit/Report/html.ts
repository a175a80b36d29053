import { levelShades } from "../Controls/levelColor";
import type { DocumentFormat } from "./documentWriter";

/** The level's color is the edge of its row; its word is among the cells. */
const edges = (mode: "light" | "dark") =>
  Object.entries(levelShades)
    .map(([level, shades]) => `.${level} td:first-child { border-left-color: ${shades[mode]}; }`)
    .join("\n");

const style = `
:root { color-scheme: light dark; font: 14px/1.4 "Segoe UI", system-ui, sans-serif; }
body { margin: 24px; }
dl { display: grid; grid-template-columns: max-content auto; gap: 4px 16px; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8a8886; padding: 4px 8px; text-align: left; vertical-align: top; overflow-wrap: break-word; }
/* The ID gives way: no other word breaks as long as it can. */
td:last-child { overflow-wrap: anywhere; font-size: 12px; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td:first-child { border-left: 4px solid transparent; }
.incomplete { border: 2px solid; padding: 8px 32px; }
${edges("light")}
@media (prefers-color-scheme: dark) {
${edges("dark")}
}
`;

/** One page without scripts and without anything from elsewhere, which prints and follows the reader's light or dark mode. */
export const html: DocumentFormat = {
  head: ({ title, facts, missing, summary }) =>
    [
      '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
      '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
      `<title>${escaped(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n<main>\n`,
      `<h1>${escaped(title)}</h1>\n`,
      list(facts),
      missing.length === 0
        ? ""
        : `<ul class="incomplete" role="alert">${missing.map((text) => `<li>${escaped(text)}</li>`).join("")}</ul>\n`,
      list(summary),
    ].join(""),
  heading: (text) => `<h2>${escaped(text)}</h2>\n`,
  paragraph: (text) => `<p>${escaped(text)}</p>\n`,
  tableHead: (columns) =>
    `<table>\n<thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("")}</tr></thead>\n<tbody>\n`,
  row: (cells, level) =>
    `<tr${level === undefined ? "" : ` class="${level}"`}>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>\n`,
  tableEnd: () => "</tbody>\n</table>\n",
  tail: () => "</main>\n</body>\n</html>\n",
};

function list(pairs: readonly (readonly [string, string])[]): string {
  return `<dl>\n${pairs.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>\n`).join("")}</dl>\n`;
}

const characters: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => characters[character] ?? character);
}
