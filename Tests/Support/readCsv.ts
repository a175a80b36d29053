import { parse } from "csv-parse/sync";

/** The records of a CSV file, read by a parser that has nothing to do with what wrote it. It refuses what is not RFC 4180. */
export function readCsv(text: string, { ragged = false }: { readonly ragged?: boolean } = {}): string[][] {
  return parse(text, { bom: true, relax_column_count: ragged, skip_empty_lines: false });
}

/** The whole text of a file in parts, its byte order mark included. */
export async function textOfParts(parts: readonly (string | Blob)[]): Promise<string> {
  const buffers = await Promise.all(
    parts.map(async (part) =>
      typeof part === "string" ? Buffer.from(part) : Buffer.from(await bytesOf(part)),
    ),
  );
  return Buffer.concat(buffers).toString("utf8");
}

/** jsdom's Blob has no `arrayBuffer`. */
function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  if (typeof blob.arrayBuffer === "function") {
    return blob.arrayBuffer();
  }
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer); // What `readAsArrayBuffer` gives.
    reader.onerror = () => reject(reader.error ?? new Error("The file could not be read."));
    reader.readAsArrayBuffer(blob);
  });
}

/** What other list separators than the file's own make of it, for readers that forgive everything. */
export function readCsvWith(text: string, delimiter: string): string[][] {
  return parse(text, {
    bom: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
  });
}

/** The cells of a reader that knows quotes nowhere, and those of one that takes them away everywhere. */
export function cellsWithoutQuotes(text: string, delimiter: string): readonly string[] {
  const cells = text.split(/[\r\n]/).flatMap((line) => line.split(delimiter));
  return [...cells, ...cells.map((cell) => cell.replaceAll('"', ""))];
}

/** Whether a spreadsheet may take a cell for a formula, forgiving what stands in front. */
export function isFormula(cell: string): boolean {
  return /^[\s"\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell);
}

/** A text without the apostrophes that a report puts before formulas. */
export function unguarded(text: string): string {
  return text
    .replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, "")
    .replace(/((?:^|[;|\t\r\n])[;|"\s\p{Cc}\p{Cf}]*)'(?=[=+\-@＝＋－＠])/gu, "$1");
}
