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

/** Text as a report writes it: never a formula. */
export function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
