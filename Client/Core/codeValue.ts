/** Name of a parameter of the snippet, in camel case; each language writes it in its own way. */
export class Reference {
  constructor(readonly name: string) {}
}

export type CodeValue =
  boolean | number | string | null | Reference | readonly CodeValue[] | { readonly [key: string]: CodeValue };

export type CodeObject = Readonly<Record<string, CodeValue>>;

/** `Array.isArray` leaves readonly arrays among what is no array. */
export function isList(value: CodeValue): value is readonly CodeValue[] {
  return Array.isArray(value);
}

/** Puts `by` before each line that is not empty. */
export function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

/** Stands in values that only the reader can choose. No API accepts it, so that a forgotten one fails and does nothing. */
export const placeholder = "CHANGE-ME";

/** An object as JSON sends it: dates are texts, and what is `undefined` isn't there. */
export function asSent(body: object): CodeObject {
  return JSON.parse(JSON.stringify(body)) as CodeObject;
}
