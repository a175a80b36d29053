import type { Failure } from "../../../Client/Core/failure";

/**
 * Something a service is asked for. `refreshing`: it is being read again while the old value stays on screen. `outdated`: reading it
 * again failed, so that what shows the value must also say how old it is and why there is none newer.
 */
export type Loadable<T> =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly failure: Failure; retry(): void }
  | { readonly status: "ready"; readonly value: T; readonly refreshing: boolean }
  | Outdated<T>;

export interface Outdated<T> {
  readonly status: "outdated";
  readonly value: T;
  /** When the value was read. */
  readonly readAt: Date;
  /** Why it could not be read again. */
  readonly failure: Failure;
  readonly refreshing: boolean;
  retry(): void;
}

/**
 * The value, whether or not it is up to date; `undefined` when there is none. For what does not show the value itself, or is checked
 * again by the service: what shows it goes through {@link Loadable.status}.
 */
export function lastKnown<T>(load: Loadable<T>): T | undefined {
  return load.status === "ready" || load.status === "outdated" ? load.value : undefined;
}

/** The same with another value, wherever there is one. */
export function mapLoadable<T, R>(load: Loadable<T>, map: (value: T) => R): Loadable<R> {
  switch (load.status) {
    case "ready":
    case "outdated":
      return { ...load, value: map(load.value) };
    default:
      return load;
  }
}

/** Ends an exhaustive `switch`: a case that the compiler knows to be impossible. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
