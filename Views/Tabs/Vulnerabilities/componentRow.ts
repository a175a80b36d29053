import type { VulnerableComponent } from "../../../Client/Domain/vulnerability";
import type { OwnedRow } from "../../Findings/Ownership/ownedRow";

/** A component as somebody's to mend: all assessments of its vulnerabilities. */
export function componentRow({ id, name, ownership }: VulnerableComponent): OwnedRow {
  return { id, title: name, key: { kind: "resource", id }, ownership };
}
