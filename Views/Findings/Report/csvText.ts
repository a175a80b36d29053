import { unparse } from "papaparse";
import type { CsvValue } from "./report";

/** Tells Excel that the text is UTF-8. */
export const byteOrderMark = "\uFEFF";

/** The library's own pattern lets a formula through that has a line break in it (papaparse 5.7.1). */
const formula = /^[=+\-@\t\r]/;

/**
 * Rows as RFC 4180: CRLF after each, quotes where needed. Text that a spreadsheet would take for a formula (it begins with one
 * of = + - @, a tab or a carriage return) gets an apostrophe in front; numbers stay numbers.
 */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return rows.length === 0
    ? ""
    : `${unparse(
        rows.map((row) => [...row]),
        { newline: "\r\n", escapeFormulae: formula },
      )}\r\n`;
}
