export type AlertStatusName = "Active" | "InProgress" | "Resolved" | "Dismissed";

export interface AlertState {
  /** What happened to its status since it was generated, the latest last. */
  changes: readonly AlertChange[];
}

interface AlertChange {
  readonly status: AlertStatusName;
  readonly at: Date;
}
