import { dateOf, isRecord, textOf, textsOf, structureOf, type JsonRecord } from "./json";

/** How far the mending is, worst first (Defender for Cloud's governance; unhealthy findings are never "completed"). */
export const ownerStatuses = ["Overdue", "Unassigned", "NoDueDate", "OnTime"] as const;

export type OwnerStatus = (typeof ownerStatuses)[number];

export function isOwnerStatus(text: string): text is OwnerStatus {
  return (ownerStatuses as readonly string[]).includes(text);
}

/** Who has to mend a finding. One that stands for several assessments may have several owners. */
export interface Ownership {
  /** E-mail addresses, in the service's order. */
  readonly owners: readonly string[];
  /** Earliest due date, a day in UTC; `undefined` when there is none. */
  readonly due: Date | undefined;
  readonly status: OwnerStatus;
}

/** The assignments behind a finding. */
export interface Assignments {
  readonly owners: readonly string[];
  readonly due: Date | undefined;
  /** Whether every assessment behind the finding has an owner. */
  readonly all: boolean;
}

/** The official rule: a due date counts until the end of its day in UTC. */
export function ownershipOf({ owners, due, all }: Assignments, now: Date): Ownership {
  return { owners, due, status: statusOf({ owners, due, all }, now) };
}

function statusOf({ owners, due, all }: Assignments, now: Date): OwnerStatus {
  if (due && dayOf(due) < dayOf(now)) {
    return "Overdue";
  }
  if (owners.length === 0 || !all) {
    return "Unassigned";
  }
  return due ? "OnTime" : "NoDueDate";
}

const millisecondsPerDay = 86_400_000;

function dayOf(date: Date): number {
  return Math.floor(date.getTime() / millisecondsPerDay);
}

/** Reads what the list queries say of owners: `owners`, `due`, and how many of `failing` assessments are `assigned`. */
export function ownershipFromRow(row: JsonRecord, now: Date): Ownership {
  const list = structureOf(row.owners);
  const owners = list === undefined || isRecord(list) ? textsOf(row.owners) : textsOf(list);
  const [assigned, failing] = [Number(textOf(row.assigned)), Number(textOf(row.failing))];
  return ownershipOf({ owners, due: dateOf(row.due), all: assigned >= failing }, now);
}
