import { format } from "../../../Client/Core/format";
import type { ClusterScope } from "../../../Client/Core/clusterScope";
import { formatNumber } from "../Controls/formatNumber";
import type { KindOptions, ReportKind } from "./report";
import { hasPartsOnly, type ReportFormatName } from "./reportFormat";
import type { RegisteredTab } from "../Model/findingsTab";
import { wholeKind } from "./reportKind";
import { Report as Text } from "./Report.resjson";
import type { LostKind } from "./writeReport";

export type ReportScope = "all" | "tab" | "selection";

/** A report that was asked for. */
export interface ReportRequest {
  readonly cluster: ClusterScope;
  readonly format: ReportFormatName;
  /** Of the file's name; "all": the cluster has no other findings. */
  readonly name: string;
  /** What it is of, in words. */
  readonly scope: string;
  readonly narrowing: readonly string[];
  /** Of a CSV file. */
  readonly hasByteOrderMark: boolean;
  /** Of a CSV file: whether it begins with what it is. All others do. */
  readonly saysWhatItIs: boolean;
  /** Begins to read; a kind that cannot be read takes nothing from the others. */
  begin(signal: AbortSignal): Promise<readonly (ReportKind | LostKind)[]>;
}

/** Those whose findings a format can have. */
export function tabsOf<T extends Pick<RegisteredTab, "withKind">>(
  tabs: readonly T[],
  format: ReportFormatName,
): readonly T[] {
  return hasPartsOnly(format)
    ? tabs.filter(({ withKind }) => withKind(({ reportParts }) => reportParts !== undefined))
    : tabs;
}

/** How the kinds of a whole report are begun: all at once, so that the portal makes one call of their first pages. */
export async function beginAll(
  tabs: readonly Pick<RegisteredTab, "title" | "withKind">[],
  options: KindOptions,
  signal: AbortSignal,
): Promise<readonly (ReportKind | LostKind)[]> {
  const begun = await Promise.allSettled(
    tabs.map((tab) => tab.withKind((kind) => wholeKind(kind, options, signal))),
  );
  return begun.map((result, index) =>
    result.status === "fulfilled"
      ? result.value
      : { title: tabs[index]?.title ?? "", error: result.reason as unknown },
  );
}

/** What a report says of itself. */
export function aboutLines(
  { cluster, scope, narrowing }: Pick<ReportRequest, "cluster" | "scope" | "narrowing">,
  at: Date,
): readonly (readonly [string, string])[] {
  return [
    [Text.aboutCluster, cluster.id],
    [Text.aboutSubscription, cluster.subscriptionId],
    [Text.aboutScope, scope],
    [Text.aboutFilter, narrowing.length === 0 ? Text.aboutFilterNone : narrowing.join("; ")],
    [Text.aboutTime, at.toISOString()],
  ];
}

/** How a report that ended is told, with its file's name and rows. */
export function endText(name: string, rows: number, missing: readonly string[]): string {
  return missing.length === 0
    ? format(Text.noticeDone, name, formatNumber(rows))
    : format(Text.noticeIncomplete, name, formatNumber(rows), missing.join(" "));
}
