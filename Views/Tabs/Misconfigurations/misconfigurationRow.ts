import type { Misconfiguration } from "../../../Client/Misconfigurations/misconfiguration";
import { isResolved } from "../../../Client/Core/ownership";
import type { OwnedRow } from "../../Features/Ownership/ownedRow";
import { fixRowOf, type FixRow } from "../../Features/QuickFixes/fixRow";

/** A misconfiguration for the owner commands: it stands for one assessment. */
export function misconfigurationRow({ id, title, ownership }: Misconfiguration): OwnedRow {
  return { id, title, key: { kind: "assessment", id }, ownership };
}

/** A misconfiguration of the cluster itself for its quick fix; `undefined` when it has none. */
export function misconfigurationFix(item: Misconfiguration): FixRow | undefined {
  const { id, key, title, resource, ownership } = item;
  const isFailing = resource === undefined && !isResolved(ownership.status);
  return isFailing ? fixRowOf(key, id, title) : undefined;
}
