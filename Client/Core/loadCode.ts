import { FailureError } from "./failure";
import { Loading } from "./Loading.resjson";
import { once } from "./once";

/** Code that is loaded on first use. Rejects with {@link FailureError} where it can't be loaded; the next call tries again. */
export async function loadCode<M>(load: () => Promise<M>): Promise<M> {
  try {
    return await load();
  } catch {
    throw new FailureError({ kind: "offline", message: Loading.codeNotLoaded });
  }
}

type Asynchronous<S> = { readonly [K in keyof S]: (...given: never[]) => Promise<unknown> };

/** A service whose code is loaded when it is first asked for something. Where that fails, the question rejects as {@link loadCode} does. */
export function loadedOnUse<S extends Asynchronous<S>>(load: () => Promise<S>): S {
  const service = once(() => loadCode(load));
  const methodNamed =
    (name: keyof S) =>
    async (...given: never[]) => {
      const loaded: Asynchronous<S> = await service();
      return loaded[name](...given);
    };
  return new Proxy({} as S, {
    // A service isn't a promise; of anything else, callers name what it has.
    get: (_, name) => (name === "then" ? undefined : methodNamed(name as keyof S)),
  });
}
