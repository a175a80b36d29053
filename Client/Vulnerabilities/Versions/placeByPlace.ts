/** Orders two lists by the first place where they differ. The shorter list has `undefined` where it has ended. */
export function comparePlaceByPlace<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (left: T | undefined, right: T | undefined) => number,
): number {
  const places = Math.max(left.length, right.length);
  for (let place = 0; place < places; place += 1) {
    const order = compare(left[place], right[place]);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}
