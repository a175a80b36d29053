export type Entity = Readonly<Record<string, unknown>>;

/** Numbers entities as Newtonsoft does: an object is written once, with a `$id`, and referred to wherever else it occurs. */
export interface EntityWriter {
  write(type: string, facts: Entity): Entity;
}

export function createEntityWriter(): EntityWriter {
  let last = 0;
  return {
    write(type, facts) {
      last += 1;
      return { $id: String(last), ...facts, type };
    },
  };
}

export const reference = ({ $id }: Entity): Entity => ({ $ref: $id });
