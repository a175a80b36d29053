/** A property name as a label: `parentProcess` is "Parent process"; of a name that has spaces only the first letter changes. */
export function labelOf(propertyName: string): string {
  if (/\s/.test(propertyName)) {
    return propertyName.charAt(0).toUpperCase() + propertyName.slice(1);
  }
  const words = propertyName
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, " ")
    .split(/[\s_.-]+/)
    .map((word) => (/^[A-Z\d]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The label of each id. Where several ids would have the same label, in any letter case, each has behind it what tells it from
 * the others, by default the id itself: what is called the same is not taken for the same. What nothing tells apart keeps its label.
 */
export function distinctLabels(
  ids: Iterable<string>,
  labelOf: (id: string) => string,
  tellOf: (id: string) => string = (id) => id,
): ReadonlyMap<string, string> {
  const idsByLabel = new Map<string, string[]>();
  for (const id of new Set(ids)) {
    const label = labelOf(id).toLowerCase();
    idsByLabel.set(label, [...(idsByLabel.get(label) ?? []), id]);
  }
  return new Map(
    [...idsByLabel.values()].flatMap((alike) =>
      alike.map((id): [string, string] => {
        const [label, tell] = [labelOf(id), tellOf(id)];
        return [id, alike.length === 1 || tell === "" || tell === label ? label : `${label} (${tell})`];
      }),
    ),
  );
}

/** A name and a value as Defender for Cloud reports them, in its order. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}
