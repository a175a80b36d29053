import { CanceledError } from "../../../Client/Core/failure";
import { loadCode } from "../../../Client/Core/loadCode";
import { format } from "../../../Client/Core/format";
import { formatNumber } from "../Controls/formatNumber";
import { failedIn, type Run, type RunEnd } from "../Operations/operation";
import { Report as Text } from "./Report.resjson";
import { reportFileName } from "./reportFileName";
import { reportFormats } from "./reportFormat";
import { endText, type ReportRequest } from "./reportRequest";
import { writeReport, type ReportProgress } from "./writeReport";

interface SavedReport {
  readonly name: string;
  readonly rows: number;
  /** What is missing from it, in words; empty: nothing. */
  readonly missing: readonly string[];
}

export type ReportRun = Run<ReportRequest, ReportRequest, SavedReport, ReportProgress>;

/** One at a time in a dashboard. */
export const reportKey = "report";

/** Writes a report. It only reads: when canceled it stops at once, and it makes no query outdated. */
export const saveReport: ReportRun["operation"] = {
  items: (request) => [request],
  title: (_, { cluster }) => format(Text.noticeTitle, cluster.name),
  begins: () => Text.begins,
  async run(request, { cluster, host, signal, tell }) {
    const begunAt = new Date();
    const [kinds, { writerOf }] = await Promise.all([
      request.begin(signal),
      loadCode(() => import(/* webpackChunkName: "ReportWriter" */ "./reportWriters")),
    ]);
    if (signal.aborted) {
      throw new CanceledError();
    }
    const { parts, rows, missing } = await writeReport(kinds, {
      writer: writerOf(request, begunAt),
      signal,
      onProgress: tell,
    });
    const { ending, mediaType } = reportFormats[request.format];
    const name = reportFileName(cluster.name, request.name, begunAt, ending);
    host.saveFile({ name, mediaType, parts });
    return { name, rows, missing };
  },
  progressText,
  end(run): RunEnd {
    const saved = savedIn(run);
    if (saved) {
      const { name, rows, missing } = saved;
      return { text: endText(name, rows, missing), end: missing.length === 0 ? "success" : "warning" };
    }
    return failedIn(run)
      ? { text: failedReportText(run), end: "error" }
      : { text: Text.noticeCanceled, end: "warning" };
  },
};

/** The report that a run has saved; `undefined`: none yet, or none at all. */
export function savedIn({ outcomes: [outcome] }: ReportRun): SavedReport | undefined {
  return outcome?.result === "done" ? outcome.value : undefined;
}

/** Why there is none; empty when it was canceled. */
export function failedReportText(run: ReportRun): string {
  const failed = failedIn(run);
  return failed ? format(Text.noticeFailed, failed.failure.message) : "";
}

export function progressText({ read, total, rows }: ReportProgress): string {
  return format(Text.progress, formatNumber(read), formatNumber(total), formatNumber(rows));
}
