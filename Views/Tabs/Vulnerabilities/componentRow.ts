import type { VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import type { OwnedRow } from "../../Features/Ownership/ownedRow";
import { nameText } from "./componentLabels";

/** A component for the owner commands: all assessments of its vulnerabilities. */
export function componentRow(component: VulnerableComponent): OwnedRow {
  const { id, ownership } = component;
  return { id, title: nameText(component), key: { kind: "resource", id }, ownership };
}
