import type { Failure } from "../../../Client/Core/failure";

/** Something a service is asked for. `refreshing`: the value is being read again while the old one stays on screen. */
export type Loadable<T> =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly failure: Failure; retry(): void }
  | { readonly status: "ready"; readonly value: T; readonly refreshing: boolean };

/** Ends an exhaustive `switch`: a case that the compiler knows to be impossible. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
