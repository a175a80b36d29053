/** Links that the portal has let be shown. Its runtime logs others as errors (facts: portal-sdk.md §10.9). */
const sanitized = new Set<string>();

export function noteSanitized(link: string): void {
  sanitized.add(link);
}

export function isSanitized(link: string): boolean {
  return sanitized.has(link);
}
