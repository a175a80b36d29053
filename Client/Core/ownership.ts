import { daysBetween } from "./day";
import { countOf, dateOf, isRecord, structureOf, textOf, textsOf, type JsonRecord } from "./json";

/**
 * Progress of the remediation, the most urgent first (the official logic of Defender for Cloud's governance). The last
 * two are for findings that no longer fail.
 */
export const ownerStatuses = [
  "Overdue",
  "Unassigned",
  "NoDueDate",
  "OnTime",
  "Exempted",
  "Completed",
] as const;

export type OwnerStatus = (typeof ownerStatuses)[number];

export function isOwnerStatus(text: string): text is OwnerStatus {
  return (ownerStatuses as readonly string[]).includes(text);
}

/** How a finding that does not fail any more came to its end. */
type ResolvedStatus = Extract<OwnerStatus, "Exempted" | "Completed">;

export function isResolved(status: OwnerStatus): status is ResolvedStatus {
  return status === "Exempted" || status === "Completed";
}

/** Owners of a finding. One that stands for several assessments may have several owners. */
export interface Ownership extends Assigned {
  readonly status: OwnerStatus;
}

/** The assignments behind a finding. */
interface Assigned {
  /** Email addresses, in the service's order. */
  readonly owners: readonly string[];
  /** Earliest due date, a day in UTC; `undefined` when there is none. */
  readonly due: Date | undefined;
  /** How many assessments behind the finding fail. */
  readonly failing: number;
  /** How many of these have an owner. */
  readonly assigned: number;
}

/** A due date counts until the end of its day in UTC. */
export function ownershipOf(assigned: Assigned, now: Date): Ownership {
  return { ...assigned, status: statusOf(assigned, now) };
}

function statusOf({ owners, due, failing, assigned }: Assigned, now: Date): OwnerStatus {
  if (due && daysBetween(now, due) < 0) {
    return "Overdue";
  }
  if (owners.length === 0 || assigned < failing) {
    return "Unassigned";
  }
  return due ? "OnTime" : "NoDueDate";
}

/**
 * Reads what the list queries say of owners: `owners`, `due`, and how many of `failing` assessments are `assigned`. A row that
 * does not fail any more says in `resolved` how that came.
 */
export function ownershipFromRow(row: JsonRecord, now: Date): Ownership {
  const list = structureOf(row.owners);
  const owners = list === undefined || isRecord(list) ? textsOf(row.owners) : textsOf(list);
  const assigned = {
    owners,
    due: dateOf(row.due),
    failing: countOf(row.failing),
    assigned: countOf(row.assigned),
  };
  const resolved = textOf(row.resolved) ?? "";
  return isOwnerStatus(resolved) && isResolved(resolved)
    ? { ...assigned, status: resolved }
    : ownershipOf(assigned, now);
}
