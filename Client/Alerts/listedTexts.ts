import { isRecord, property, structureOf, textOf } from "../Core/json";

export interface ListedTexts {
  readonly texts: readonly string[];
  /** How many elements say nothing that a person could read. */
  readonly unreadable: number;
}

/** Where the actions of older alerts keep their words, best first. */
const wordKeys = ["displayValue", "displayName", "label", "text", "title", "description", "value"] as const;

/**
 * The texts of a list, however it is wrapped: a list, one text, one text that is a JSON list, JSON texts inside of a list, and JSON
 * of actions such as `{"kind":"openBlade","displayValue":"Open …","extension":"…"}`, of which only the words are for a person
 * (facts: real-data.md §3).
 */
export function listedTexts(value: unknown): ListedTexts {
  if (value === undefined || value === null) {
    return { texts: [], unreadable: 0 };
  }
  if (Array.isArray(value)) {
    const all = value.map(listedTexts);
    return {
      texts: all.flatMap(({ texts }) => texts),
      unreadable: all.reduce((sum, { unreadable }) => sum + unreadable, 0),
    };
  }
  if (isRecord(value)) {
    const words = wordKeys.map((key) => textOf(property(value, key))).find((text) => text !== undefined);
    return words === undefined ? { texts: [], unreadable: 1 } : listedTexts(words);
  }
  const text = textOf(value);
  if (text === undefined) {
    return { texts: [], unreadable: 0 };
  }
  const structure = looksLikeJson(text) ? structureOf(text) : undefined;
  if (structure !== undefined) {
    return listedTexts(structure);
  }
  return looksLikeJson(text) ? { texts: [], unreadable: 1 } : { texts: [text], unreadable: 0 };
}

/** Whether a text begins as JSON of a list or an object does: `[1] See …` and `{namespace} is …` do not. */
function looksLikeJson(text: string): boolean {
  return /^\s*(?:\[\s*(?:["{[]|\])|\{\s*(?:"|\}))/.test(text);
}
