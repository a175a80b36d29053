/**
 * What was written a moment ago, laid over lists that may not show it yet: Resource Graph and the assessments of Defender for Cloud
 * lag behind ARM. By ARM id, in lower case; the oldest come first.
 */
export type Overlays<V> = ReadonlyMap<string, Overlay<V>>;

export interface Overlay<V> {
  readonly value: V;
  readonly at: Date;
  /** It follows another write that no list has shown yet: a list with its value may be from before both, and proves nothing. */
  readonly isRepeated: boolean;
}

/** How long Resource Graph may show the old value after a write, in milliseconds; beyond, it is believed again. */
export const resourceGraphLag = 15 * 60_000;

export function overlayOf<V>(overlays: Overlays<V>, id: string): Overlay<V> | undefined {
  return overlays.get(id.toLowerCase());
}

/** With one more write, which becomes the youngest, in place of an earlier one to the same id. */
export function withOverlay<V>(overlays: Overlays<V>, id: string, value: V, at: Date): Overlays<V> {
  const isRepeated = overlayOf(overlays, id) !== undefined;
  return new Map([...withoutOverlay(overlays, id), [id.toLowerCase(), { value, at, isRepeated }]]);
}

export function withoutOverlay<V>(overlays: Overlays<V>, id: string): Overlays<V> {
  return new Map([...overlays].filter(([key]) => key !== id.toLowerCase()));
}

/** The one rule of when a write is forgotten: a list shows it, or it is older than `longest` milliseconds. */
export function withoutEnded<V>(
  overlays: Overlays<V>,
  rule: {
    readonly isShown: (id: string, value: V) => boolean;
    readonly longest: number;
    readonly now: Date;
  },
): Overlays<V> {
  const { isShown, longest, now } = rule;
  return new Map(
    [...overlays].filter(
      ([id, { value, at, isRepeated }]) =>
        now.getTime() - at.getTime() <= longest && (isRepeated || !isShown(id, value)),
    ),
  );
}
