import type { LogTables } from "./logQuery";

/** Where logs of the cluster go. */
export interface LogWorkspace {
  /** ARM id of a Log Analytics workspace. */
  readonly id: string;
  /** Which tables hold the audit log there, if it is collected at all. */
  readonly tables: LogTables;
  /** What names the workspace: Defender's sensor, Container Insights, or a diagnostic setting of the cluster. */
  readonly source: "defender" | "containerInsights" | "diagnosticSettings";
}

/** The logs of the cluster. */
export interface InvestigationService {
  /**
   * The workspace that the cluster names; `undefined` when everything that could name one was read and nothing does. Rejects
   * with `FailureError` when none was found and something could not be read, or with `AbortError` when canceled.
   */
  workspace(signal?: AbortSignal): Promise<LogWorkspace | undefined>;
}
