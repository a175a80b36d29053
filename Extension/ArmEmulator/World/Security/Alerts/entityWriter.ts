/** Where Defender for Cloud keeps the data: numbers of entities begin with it (facts: real-data.md §3). */
const ascLocation = "westeurope";

/** Kinds of assets; the service marks them as such. */
const assets: ReadonlySet<string> = new Set(["azure-resource", "host", "K8s-pod"]);

export type Entity = Readonly<Record<string, unknown>>;

/**
 * Numbers entities as Newtonsoft does: an object is written once, with a `$id`, and referred to wherever else it occurs. The first
 * numbers of an alert are those of its resource identifiers.
 */
export interface EntityWriter {
  write(type: string, facts: Entity): Entity;
}

export function createEntityWriter(identifiers: number): EntityWriter {
  let last = identifiers;
  return {
    write(type, facts) {
      last += 1;
      return { $id: `${ascLocation}_${last}`, ...facts, asset: assets.has(type), type };
    },
  };
}

export const reference = ({ $id }: Entity): Entity => ({ $ref: $id });
