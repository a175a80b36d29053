import { readableLine } from "../../../Client/Core/visibleText";
import { cellText } from "./cellText";
import type { Column, Finding, FindingsTab } from "./findingsTab";

type Searched<T extends Finding> = Pick<FindingsTab<T>, "columns" | "depth">;

/** Whether a finding matches: every word must occur in some column, or in what was read beyond them, in any letter case. */
export function searchTest<T extends Finding>(tab: Searched<T>, search: string): (item: T) => boolean {
  const words = search
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => readableLine(tab.depth?.wordOf(word) ?? word).toLowerCase());
  if (words.length === 0) {
    return () => true;
  }
  return (item) => {
    const text = searchedText(tab, item);
    return words.every((word) => text.includes(word));
  };
}

/** What is searched of findings, by the columns that make it: most of the time of a search goes into formatting dates. */
const known = new WeakMap<readonly Column<never>[], WeakMap<Finding, string>>();

/**
 * All that is searched of a finding, in lower case and made once. No word goes over the end of a line, and each text is a line of
 * its own. Findings and columns never change, and columns are of one tab.
 */
export function searchedText<T extends Finding>({ columns, depth }: Searched<T>, item: T): string {
  const texts = known.get(columns) ?? new WeakMap<Finding, string>();
  known.set(columns, texts);
  const text =
    texts.get(item) ??
    [...columns.map((column) => cellText(column, item)), ...(depth?.textsOf(item) ?? []).map(readableLine)]
      .map((line) => line.toLowerCase())
      .join("\n");
  texts.set(item, text);
  return text;
}
