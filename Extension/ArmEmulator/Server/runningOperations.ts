import { randomUUID } from "node:crypto";
import type { ArmResponse } from "./arm";

/** A write that takes time. */
export interface LongRunning {
  readonly location: string;
  readonly startedAt: Date;
  readonly finishesAt: Date;
  /** Why it will have failed in the end; absent: it succeeds. */
  readonly error?: { readonly code: string; readonly message: string };
  /** Makes the change, once, when the time has come. */
  finish(): void;
  /** What the write answers in the end. */
  result(): ArmResponse;
}

export interface RunningOperation extends LongRunning {
  readonly finished: boolean;
}

/** The long-running operations of one emulator. */
export interface RunningOperations {
  /** Returns the id under which the operation can be asked for. */
  start(operation: LongRunning): string;
  find(id: string, location: string): RunningOperation | undefined;
  /** Finishes operations that are due, polled for or not. */
  finishDue(now: Date): void;
}

export function createRunningOperations(): RunningOperations {
  const operations = new Map<string, { readonly operation: LongRunning; finished: boolean }>();
  return {
    start(operation) {
      const id = randomUUID();
      operations.set(id, { operation, finished: false });
      return id;
    },
    find(id, location) {
      const found = operations.get(id.toLowerCase());
      return found?.operation.location === location.toLowerCase()
        ? { ...found.operation, finished: found.finished }
        : undefined;
    },
    finishDue(now) {
      for (const entry of operations.values()) {
        if (!entry.finished && now >= entry.operation.finishesAt) {
          entry.operation.finish();
          entry.finished = true;
        }
      }
    },
  };
}
