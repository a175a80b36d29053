import type { CveSeverity } from "../../../Client/Vulnerabilities/vulnerability";
import { LevelBadge } from "../../Kit/Controls/LevelBadge";

/** A severity as the grid shows levels; an unrated one has no color. */
export function CveSeverityBadge({ severity }: { readonly severity: CveSeverity }) {
  return severity === "Unknown" ? <>{severity}</> : <LevelBadge level={severity} />;
}
