/**
 * The label of each id. Where several ids would have the same label, in whatever letter case, each has its id behind it: what is
 * called the same is not taken for the same.
 */
export function distinctLabels(
  ids: Iterable<string>,
  labelOf: (id: string) => string,
): ReadonlyMap<string, string> {
  const idsByLabel = new Map<string, string[]>();
  for (const id of new Set(ids)) {
    const label = labelOf(id).toLowerCase();
    idsByLabel.set(label, [...(idsByLabel.get(label) ?? []), id]);
  }
  return new Map(
    [...idsByLabel.values()].flatMap((alike) =>
      alike.map((id): [string, string] => {
        const label = labelOf(id);
        return [id, alike.length === 1 || label === id ? label : `${label} (${id})`];
      }),
    ),
  );
}
