import { unparse } from "papaparse";
import type { CsvValue } from "./report";

/** Tells Excel that the text is UTF-8. */
export const byteOrderMark = "\uFEFF";

/** What a spreadsheet takes for a formula, in either width, and what it may skip in front of one. */
const risky = /^[=+\-@\t\r\n＝＋－＠]/;
const formula = /[=+\-@＝＋－＠]/;
/** Text between formula characters, in pieces: what may stand between a separator and a cell's text, and everything else. */
const pieces = /[;|"\s\p{Cc}\p{Cf}]+|[^;|"\s\p{Cc}\p{Cf}]+/gu;
const beginsCell = /[;|\t\r\n]/;

/**
 * Rows as RFC 4180: CRLF after each, quotes where needed. Text that a spreadsheet would take for a formula (it begins with one
 * of = + - @ in either width, a tab or a line break) gets an apostrophe in front; numbers stay numbers.
 *
 * Which character separates is not the file's choice: Excel takes the list separator of the computer's region, which is a
 * semicolon in much of the world, and then sees no quotes but those at a line's beginning. So text gets an apostrophe also
 * where another separator, or a line break, would make a formula of the rest of it.
 */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return rows.length === 0
    ? ""
    : `${unparse(
        rows.map((row) => row.map((value) => (typeof value === "string" ? guarded(value) : value))),
        { newline: "\r\n" },
      )}\r\n`;
}

function guarded(text: string): string {
  const inner = text.replace(pieces, (piece, at: number) => {
    const isBeginning = at === 0 ? isGap(piece) : beginsCell.test(piece);
    return isBeginning && formula.test(text.charAt(at + piece.length)) ? `${piece}'` : piece;
  });
  return risky.test(text) ? `'${inner}` : inner;
}

function isGap(piece: string): boolean {
  return /^[;|"\s\p{Cc}\p{Cf}]/u.test(piece);
}
