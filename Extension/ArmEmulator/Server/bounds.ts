/** Far more than any body of ARM has, and far less than what writing JSON can take. */
export const deepestLevel = 500;

/** Whether a JSON value is nested deeper than {@link deepestLevel}. Found without recursion. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestLevel) {
      return true;
    }
    level = level.flatMap(partsOf).filter(isContainer);
  }
  return false;
}

function partsOf(value: unknown): readonly unknown[] {
  return isContainer(value) ? Object.values(value) : [];
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
