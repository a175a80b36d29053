/**
 * A module of the portal that has what it is known to export, and nothing else: asking for anything else is noted and fails, as
 * it would not in the portal, where it is simply `undefined` and fails later.
 */
export function strictModule(
  name: string,
  standIn: object,
  known: readonly string[],
  note: (problem: string) => void,
): object {
  return new Proxy(
    {},
    {
      get(_, key) {
        if (key === "__esModule") {
          return true;
        }
        if (typeof key === "symbol" || known.includes(key)) {
          return Reflect.get(standIn, key) as unknown;
        }
        const problem = `${name} is not known to export ${key}`;
        note(problem);
        throw new Error(problem);
      },
    },
  );
}
