import { FailureError } from "../../../Client/Core/failure";
import { cycloneDx } from "../../../Client/Vulnerabilities/Vex/cycloneDx";
import { openVex } from "../../../Client/Vulnerabilities/Vex/openVex";
import type { VexEntry } from "../../../Client/Vulnerabilities/Vex/vexEntry";
import type { ProgramReport } from "./jsonWriter";
import { Report as Text } from "./Report.resjson";
import type { ReportOptions } from "./writeReport";

const documents = { cyclonedx: cycloneDx, openvex: openVex } as const;

/**
 * A document of CVEs and of nothing else. Its statements go over images, so none is written before all are read. Its head throws
 * {@link FailureError} for OpenVEX without a CVE: that has no document without statements.
 */
export function vexWriter(
  format: keyof typeof documents,
  { clusterId, createdAt }: ProgramReport,
): ReportOptions["writer"] {
  return () => {
    const entries: VexEntry[] = [];
    return {
      takes: ({ finding }) => finding.vexEntry !== undefined,
      rows(_, rows) {
        entries.push(...rows.flatMap(({ finding }) => finding.vexEntry?.() ?? []));
        return "";
      },
      head(missing) {
        if (entries.length === 0 && format === "openvex") {
          const message = missing.length === 0 ? Text.nothingStated : missing.join(" ");
          throw new FailureError({ kind: "unexpected", message });
        }
        const document = documents[format]({ clusterId, createdAt, missing }, entries);
        return `${JSON.stringify(document, undefined, 1)}\n`;
      },
      tail: () => "",
    };
  };
}
