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
    return { parts: new Map([...byComponent].map(([id, cves]) => [id, cves.map(partOf)])), unreadable };
  },
};

function partOf(cve: Vulnerability) {
  const { id, severity, cveId } = cve;
  return {
    id,
    cells: cveColumns.map((column) => cellValue(column, cve)),
    level: severity === "Unknown" ? undefined : severity,
    rule: { id: cveId, title: cveId },
  };
}
