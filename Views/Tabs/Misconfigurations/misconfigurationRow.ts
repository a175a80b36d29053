import type { Misconfiguration } from "../../../Client/Domain/misconfiguration";
import type { OwnedRow } from "../../Findings/Ownership/ownedRow";

/** A misconfiguration as somebody's to mend: it is one assessment. */
export function misconfigurationRow({ id, title, ownership }: Misconfiguration): OwnedRow {
  return { id, title, key: { kind: "assessment", id }, ownership };
}
