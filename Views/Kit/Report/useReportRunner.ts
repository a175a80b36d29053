import { useCallback, useEffect, useRef, useState } from "react";
import { CancelledError, isCancelled } from "../../../Client/Core/cancelled";
import { failureOf } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import { useDashboard } from "../Session/dashboardContext";
import { formatNumber } from "../Controls/formatNumber";
import { Report as Text } from "./Report.resjson";
import { reportFileName } from "./reportFileName";
import { aboutLines, endText, type ReportRequest } from "./reportRequest";
import { writeReport, type ReportProgress } from "./writeReport";

/** How the newest report stands. */
export type ReportRun =
  | { readonly status: "running"; readonly progress: ReportProgress | undefined }
  | {
      readonly status: "saved";
      readonly name: string;
      readonly rows: number;
      readonly missing: readonly string[];
    }
  | { readonly status: "cancelled" }
  | { readonly status: "failed"; readonly message: string };

export interface ReportRunner {
  readonly run: ReportRun | undefined;
  start(request: ReportRequest): void;
  cancel(): void;
  /** Forgets a report that has ended. */
  dismiss(): void;
}

/** Writes reports for the dashboard, one at a time, even after the form is closed. */
export function useReportRunner(): ReportRunner {
  const { cluster, host } = useDashboard();
  const [run, setRun] = useState<ReportRun>();
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback(
    async (request: ReportRequest): Promise<void> => {
      const running = new AbortController();
      controller.current = running;
      const { signal } = running;
      const title = format(Text.noticeTitle, cluster.name);
      const notice = host.notifyPending({ title, description: Text.begins });
      setRun({ status: "running", progress: undefined });
      try {
        const begunAt = new Date();
        const kinds = await request.begin(signal);
        if (signal.aborted) {
          throw new CancelledError();
        }
        const { parts, rows, missing } = await writeReport(kinds, {
          hasByteOrderMark: request.hasByteOrderMark,
          about: request.saysWhatItIs ? aboutLines(request, cluster, begunAt) : undefined,
          signal,
          onProgress(progress) {
            setRun({ status: "running", progress });
            notice.update({ title, description: progressText(progress) });
          },
        });
        const name = reportFileName(cluster.name, request.name, begunAt);
        host.saveFile({ name, mediaType: "text/csv", parts });
        const end = missing.length === 0 ? "success" : "warning";
        notice.complete({ title, description: endText(name, rows, missing) }, end);
        setRun({ status: "saved", name, rows, missing });
      } catch (error) {
        if (isCancelled(error)) {
          notice.complete({ title, description: Text.noticeCancelled }, "warning");
          setRun({ status: "cancelled" });
          return;
        }
        const { message } = failureOf(error);
        notice.complete({ title, description: format(Text.noticeFailed, message) }, "error");
        setRun({ status: "failed", message });
      }
    },
    [cluster, host],
  );

  return {
    run,
    start: (request) => void start(request),
    cancel: () => controller.current?.abort(),
    dismiss: () => setRun(undefined),
  };
}

export function progressText({ read, total, rows }: ReportProgress): string {
  return format(Text.progress, formatNumber(read), formatNumber(total), formatNumber(rows));
}
