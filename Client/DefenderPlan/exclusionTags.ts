import { isRecord, structureOf } from "../Core/json";

/** A tag whose machines the agentless scan leaves out. */
export interface ExclusionTag {
  readonly key: string;
  readonly value: string;
}

/**
 * Reads `ExclusionTags`, which is JSON in a text; absent is none. `undefined` when it cannot be read as a whole: then it may be
 * shown, and not edited.
 */
export function exclusionTagsOf(text: string | undefined): readonly ExclusionTag[] | undefined {
  if (text === undefined) {
    return [];
  }
  const list = structureOf(text);
  const tags = Array.isArray(list) ? list.map(tagOf) : [undefined];
  return tags.every((tag) => tag !== undefined) ? tags : undefined;
}

/** The text of `ExclusionTags` for these tags, spelled as the service does. */
export function exclusionTagsText(tags: readonly ExclusionTag[]): string {
  return JSON.stringify(tags.map(({ key, value }) => ({ Key: key, Value: value })));
}

/** One with more to it than key and value would lose that when it is written again. */
function tagOf(element: unknown): ExclusionTag | undefined {
  const { Key: key, Value: value = "", ...others } = isRecord(element) ? element : {};
  const isWhole = typeof key === "string" && typeof value === "string" && Object.keys(others).length === 0;
  return isWhole ? { key, value } : undefined;
}
