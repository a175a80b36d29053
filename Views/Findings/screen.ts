import type { DefenderPlan } from "../../Client/Domain/defenderPlan";
import type { Failure } from "../../Client/Domain/failure";
import { allowsAction, type Permission } from "../../Client/Domain/rbac";
import type { Loadable } from "./loadable";
import type { Findings } from "./useFindings";

/** What a tab shows. The kinds are different screens because they are different truths. */
export type Screen<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "noPermission"; readonly action: string; readonly failure?: Failure; retry(): void }
  | { readonly kind: "failed"; readonly failure: Failure; retry(): void }
  /** Nothing found, because nothing looks. */
  | { readonly kind: "notCovered" }
  /** Nothing found, and it was possible to find something; `doubts` names what could not be verified of that. */
  | { readonly kind: "clean"; readonly doubts: readonly Doubt[] }
  | { readonly kind: "findings"; readonly findings: Findings<T> };

export type Doubt = "rights" | "plan";

export interface ScreenQuestion<T> {
  readonly load: Loadable<Findings<T>>;
  readonly rights: Loadable<readonly Permission[]>;
  readonly plan: Loadable<DefenderPlan>;
  /** RBAC action without which the service shows nothing. */
  readonly readAction: string;
  /** Whether only the plan produces these findings. */
  readonly needsPlan: boolean;
  refresh(): void;
}

/**
 * Decides between the screens. An empty answer alone proves nothing: Resource Graph answers 200 without rows to those who
 * may not read them, and without the plan there is nothing to read. So "clean" needs the rights and the plan as well.
 */
export function screenOf<T>(question: ScreenQuestion<T>): Screen<T> {
  const { load, readAction } = question;
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
  const isEmpty = listing.total === 0 && listing.gaps.length === 0 && listing.complete && !lost;
  return isEmpty ? emptyScreen(question) : { kind: "findings", findings: load.value };
}

function emptyScreen<T>({ rights, plan, readAction, needsPlan, refresh }: ScreenQuestion<T>): Screen<T> {
  if (rights.status === "loading" || (needsPlan && plan.status === "loading")) {
    return { kind: "loading" };
  }
  if (rights.status === "ready" && !allowsAction(rights.value, readAction)) {
    return { kind: "noPermission", action: readAction, retry: refresh };
  }
  if (needsPlan && plan.status === "ready" && !plan.value.isOn) {
    return { kind: "notCovered" };
  }
  const doubts: Doubt[] = [];
  if (rights.status === "failed") {
    doubts.push("rights");
  }
  if (needsPlan && plan.status === "failed") {
    doubts.push("plan");
  }
  return { kind: "clean", doubts };
}
