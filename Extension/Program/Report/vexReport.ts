import { failureOf, isCanceled } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import type { FindingsPage } from "../../../Client/Core/listing";
import type { Services } from "../../../Client/services";
import { cycloneDx } from "../../../Client/Vulnerabilities/Vex/cycloneDx";
import { openVex } from "../../../Client/Vulnerabilities/Vex/openVex";
import { vexEntryOf, type VexEntry } from "../../../Client/Vulnerabilities/Vex/vexEntry";
import type { VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import type { ReportProgress } from "../../../Views/Kit/Report/writeReport";
import { CommandLineError } from "../../CommandLine/commandLine";
import { Program as Text } from "../Program.resjson";

/** Documents of CVEs and of nothing else. */
export type VexFormat = "cyclonedx" | "openvex";

interface VexOptions {
  readonly clusterId: string;
  readonly createdAt: Date;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ReportProgress) => void;
}

/** As many as one query takes. */
const groupSize = 25;

/**
 * The CVEs of the cluster as a document. What could not be read is said in it. Throws {@link CommandLineError} where there is nothing to
 * write: OpenVEX has no document without statements.
 */
export async function vexReport(kind: VexFormat, services: Services, options: VexOptions) {
  const { entries, missing } = await readEntries(services, options);
  if (entries.length === 0 && missing.length > 0) {
    throw new CommandLineError(format(Text.nothingRead, missing.join(" ")));
  }
  if (entries.length === 0 && kind === "openvex") {
    throw new CommandLineError(Text.nothingStated);
  }
  const { clusterId, createdAt } = options;
  const document = kind === "openvex" ? openVex : cycloneDx;
  const json = JSON.stringify(document({ clusterId, createdAt, missing }, entries), undefined, 1);
  return { parts: [new Blob([json, "\n"])], rows: entries.length, missing };
}

async function readEntries({ vulnerabilities }: Services, { signal, onProgress }: VexOptions) {
  const entries: VexEntry[] = [];
  const sums = { read: 0, gaps: 0, unreadable: 0 };
  let lost: string | undefined;
  try {
    let page: FindingsPage<VulnerableComponent> | undefined;
    do {
      page = await vulnerabilities.listPage(page?.next, signal);
      sums.gaps += page.gaps.length;
      for (let start = 0; start < page.items.length; start += groupSize) {
        const group = page.items.slice(start, start + groupSize);
        const { byComponent, unreadable } = await vulnerabilities.cvesOf(group, signal);
        sums.unreadable += unreadable;
        entries.push(
          ...group.flatMap((one) => (byComponent.get(one.id) ?? []).map((cve) => vexEntryOf(one, cve))),
        );
        sums.read += group.length;
        onProgress({ read: sums.read, total: page.total, rows: entries.length });
      }
    } while (page.next);
  } catch (error) {
    if (isCanceled(error)) {
      throw error;
    }
    lost = failureOf(error).message;
  }
  const missing = [
    ...(lost === undefined ? [] : [format(Text.vexLost, lost)]),
    ...(sums.gaps === 0 ? [] : [format(Text.vexGaps, String(sums.gaps))]),
    ...(sums.unreadable === 0 ? [] : [format(Text.vexUnreadable, String(sums.unreadable))]),
  ];
  return { entries, missing };
}
