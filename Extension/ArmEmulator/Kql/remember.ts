/** Keeps a value in a map of those that were wanted last, and lets go of the oldest beyond so many. */
export function remember<T>(values: Map<string, T>, key: string, value: T, most: number): void {
  values.delete(key);
  values.set(key, value);
  for (const oldest of values.keys()) {
    if (values.size <= most) {
      break;
    }
    values.delete(oldest);
  }
}
