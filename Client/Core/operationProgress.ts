/** How far a long-running operation is. */
export interface OperationProgress {
  /** As ARM says it: `InProgress`, `Updating`, `Succeeded`, … */
  readonly status: string;
  /** 0 to 100; `undefined` when the service does not say. */
  readonly percent: number | undefined;
  readonly elapsedSeconds: number;
}
