import type { CveSeverity } from "../../../Client/Vulnerabilities/vulnerability";
import { LevelBadge } from "../../Kit/Controls/LevelBadge";

/** A severity as the grid shows levels; one that nobody rated has no colour. */
export function CveSeverityBadge({ severity }: { readonly severity: CveSeverity }) {
  return severity === "Unknown" ? <>{severity}</> : <LevelBadge level={severity} />;
}
