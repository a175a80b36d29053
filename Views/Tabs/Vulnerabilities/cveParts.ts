/** Code that is loaded when a report is written. */
import { vexEntryOf } from "../../../Client/Vulnerabilities/Vex/vexEntry";
import type { Vulnerability, VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { format } from "../../../Client/Core/format";
import type { ReportParts } from "../../Kit/Report/report";
import { Report } from "../../Kit/Report/Report.resjson";
import { cellValue } from "../../Kit/Report/reportSheet";
import { cveColumns } from "./cveColumns";

/** The CVEs of vulnerable components in a report, with the columns that their grid has. */
export const cveParts: ReportParts<VulnerableComponent> = {
  headers: cveColumns.map(({ label }) => format(Report.cveColumn, label)),
  keys: cveColumns.map(({ key }) => `cve.${key}`),
  groupSize: 25,
  async read({ vulnerabilities }, components, signal) {
    const { byComponent, unreadable } = await vulnerabilities.cvesOf(components, signal);
    const parts = components.map((component) => {
      const cves = byComponent.get(component.id) ?? [];
      return [component.id, cves.map((cve) => partOf(component, cve))] as const;
    });
    return { parts: new Map(parts), unreadable };
  },
};

function partOf(component: VulnerableComponent, cve: Vulnerability) {
  const { id, severity, cveId } = cve;
  return {
    id,
    cells: cveColumns.map((column) => cellValue(column, cve)),
    level: severity === "Unknown" ? undefined : severity,
    rule: { id: cveId, title: cveId },
    vexEntry: () => vexEntryOf(component, cve),
  };
}
