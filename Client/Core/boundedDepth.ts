/** Deeper than anything that Azure answers, and far less than what readers and writers of JSON can take (some 7,000 levels). */
const deepestLevel = 500;

/** What stands in place of what lay deeper: a text where an object was, which mappers name as unreadable. */
const tooDeep = `[nested deeper than ${deepestLevel} levels]`;

/**
 * A JSON value without what is nested deeper than {@link deepestLevel}, so that one such value does not lose those beside it. The
 * value itself where nothing is.
 */
export function boundedDepth(value: unknown): unknown {
  return isDeep(value) ? cut(value, deepestLevel) : value;
}

/** Without recursion: how deep it may go is the question. */
function isDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestLevel) {
      return true;
    }
    level = level.flatMap(childrenOf);
  }
  return false;
}

function childrenOf(value: unknown): readonly unknown[] {
  return (typeof value === "object" && value !== null ? Object.values(value) : []).filter(isContainer);
}

function isContainer(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function cut(value: unknown, levels: number): unknown {
  if (!isContainer(value)) {
    return value;
  }
  if (levels === 0) {
    return tooDeep;
  }
  if (Array.isArray(value)) {
    return value.map((element) => cut(element, levels - 1));
  }
  const entries = Object.entries(value as object).map(
    ([name, member]: readonly [string, unknown]) => [name, cut(member, levels - 1)] as const,
  );
  return Object.fromEntries(entries);
}
