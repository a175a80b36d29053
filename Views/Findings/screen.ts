import type { Failure } from "../../Client/Domain/failure";
import { allowsAction, type Permission } from "../../Client/Domain/rbac";
import type { Loadable } from "./loadable";
import type { Findings } from "./useFindings";

/** What a tab shows. The kinds are different screens because they are different truths. */
export type Screen<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "noPermission"; readonly action: string; readonly failure?: Failure; retry(): void }
  | { readonly kind: "failed"; readonly failure: Failure; retry(): void }
  /** Nothing found, and it was possible to find something. */
  | { readonly kind: "clean"; readonly rightsUnknown: boolean }
  | { readonly kind: "findings"; readonly findings: Findings<T> };

/**
 * Decides between the screens. An empty answer alone proves nothing: Resource Graph answers 200 without rows to those who
 * may not read them, so "clean" needs the rights as well.
 */
export function screenOf<T>(
  load: Loadable<Findings<T>>,
  rights: Loadable<readonly Permission[]>,
  readAction: string,
  refresh: () => void,
): Screen<T> {
  if (load.status === "loading") {
    return { kind: "loading" };
  }
  if (load.status === "failed") {
    const { failure, retry } = load;
    return failure.kind === "forbidden"
      ? { kind: "noPermission", action: failure.missingAction ?? readAction, failure, retry }
      : { kind: "failed", failure, retry };
  }
  const { listing, lost } = load.value;
  if (listing.total > 0 || listing.gaps.length > 0 || lost || !listing.complete) {
    return { kind: "findings", findings: load.value };
  }
  if (rights.status === "loading") {
    return { kind: "loading" };
  }
  if (rights.status === "ready" && !allowsAction(rights.value, readAction)) {
    return { kind: "noPermission", action: readAction, retry: refresh };
  }
  return { kind: "clean", rightsUnknown: rights.status === "failed" };
}
