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
