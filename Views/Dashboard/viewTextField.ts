/** What links may hold as it is, and what nothing along their way changes. */
const unsafe = /[^A-Za-z0-9-]/g;
const readable = /^(?:_|(?:[A-Za-z0-9-]|_[0-9a-f]{2}|_u[0-9a-f]{4})+)$/;
const escaped = /_(?:u([0-9a-f]{4})|([0-9a-f]{2}))/g;

/**
 * Any text in letters, digits, `-` and `_`, never empty. By code unit and not by code point: half a character, which
 * `encodeURIComponent` refuses, comes through as well.
 */
export function toField(text: string): string {
  return text === "" ? "_" : text.replace(unsafe, escapeUnit);
}

function escapeUnit(unit: string): string {
  const code = unit.charCodeAt(0).toString(16);
  return code.length > 2 ? `_u${code.padStart(4, "0")}` : `_${code.padStart(2, "0")}`;
}

/** Reads what {@link toField} wrote; `undefined` for anything else. */
export function fromField(field: string): string | undefined {
  if (!readable.test(field)) {
    return undefined;
  }
  return field === "_"
    ? ""
    : field.replace(escaped, (_, long?: string, short?: string) =>
        String.fromCharCode(parseInt(long ?? short ?? "", 16)),
      );
}
