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

/** What nobody sees or what changes the order in which others are seen, and half characters. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]|(?! )\p{Zs}/gu;

/** Text whose invisible characters are written as the language writes a code point. Half characters become U+FFFD. */
export function escapeInvisible(text: string, escape: (codePoint: number) => string): string {
  return wellFormed(text).replace(invisible, (character) => escape(character.codePointAt(0) ?? 0));
}

/** No encoding has half characters (lone surrogates), so no file can hold them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

export function hex(codePoint: number, digits: number): string {
  return codePoint.toString(16).padStart(digits, "0");
}

/** Lines of a block, each moved to the right. */
export function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}
