/** Puts values into a text's numbered places: `format("{0} of {1}", 3, 42)` is "3 of 42". */
export function format(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
