import { dateOf, isRecord, textOf, type JsonRecord } from "../Core/json";
import { quickFixNames, type QuickFixName } from "../Core/quickFixKeys";

/** A fix whose assessment may still say otherwise: Defender for Cloud looks again within 30 minutes. */
export interface PendingFix {
  readonly fix: QuickFixName;
  readonly startedAt: Date;
  /** When it was done; `undefined`: it is still running. */
  readonly fixedAt: Date | undefined;
  /** Where its long-running operation can be followed; `undefined`: there is none. */
  readonly operationUrl: string | undefined;
}

/** By assessment id, in lower case. The oldest come first. */
export type PendingFixes = ReadonlyMap<string, PendingFix>;

export const noPendingFixes: PendingFixes = new Map();

/**
 * `running`: follow its operation. `waiting`: fixed, until Defender for Cloud looks again. `overdue`: still reported after 30
 * minutes. `turned`: no longer reported, so there is nothing to remember.
 */
type PendingState = "running" | "waiting" | "overdue" | "turned";

const reevaluation = 30 * 60_000;
/** Longer than any operation on a cluster: whatever is older is about a visit that nobody remembers. */
const longestMemory = 24 * 60 * 60_000;
/** The portal keeps some 10,000 characters for everything. */
export const longestPendingText = 4000;
const version = 1;

/** How a fix stands. `isReported` is whether the assessment is among the failing ones; a list that is not complete cannot tell. */
export function pendingStateOf(pending: PendingFix, isReported: boolean, now: Date): PendingState {
  if (!pending.fixedAt) {
    return "running";
  }
  if (!isReported) {
    return "turned";
  }
  return now.getTime() - pending.fixedAt.getTime() < reevaluation ? "waiting" : "overdue";
}

export function pendingFixOf(fixes: PendingFixes, assessmentId: string): PendingFix | undefined {
  return fixes.get(assessmentId.toLowerCase());
}

/** With one more, which becomes the youngest, in place of what was known of the same assessment. */
export function withPendingFix(fixes: PendingFixes, assessmentId: string, fix: PendingFix): PendingFixes {
  return new Map([...withoutPendingFix(fixes, assessmentId), [assessmentId.toLowerCase(), fix]]);
}

export function withoutPendingFix(fixes: PendingFixes, assessmentId: string): PendingFixes {
  return new Map([...fixes].filter(([id]) => id !== assessmentId.toLowerCase()));
}

/** Without those that have turned, and those from so long ago that they say nothing. `reported`: failing ones, complete. */
export function withoutEnded(fixes: PendingFixes, reported: readonly string[], now: Date): PendingFixes {
  const failing = new Set(reported.map((id) => id.toLowerCase()));
  return new Map(
    [...fixes].filter(
      ([id, fix]) =>
        pendingStateOf(fix, failing.has(id), now) !== "turned" &&
        now.getTime() - fix.startedAt.getTime() < longestMemory,
    ),
  );
}

/** As text of at most {@link longestPendingText} characters; the oldest are left out first. */
export function pendingFixesToText(fixes: PendingFixes): string {
  const entries = [...fixes].map(([id, fix]) => ({
    id,
    fix: fix.fix,
    startedAt: fix.startedAt.toISOString(),
    fixedAt: fix.fixedAt?.toISOString(),
    operationUrl: fix.operationUrl,
  }));
  for (let first = 0; ; first += 1) {
    const text = JSON.stringify({ version, fixes: entries.slice(first) });
    if (text.length <= longestPendingText) {
      return text;
    }
  }
}

/** Reads what {@link pendingFixesToText} wrote. Whatever else it is given, it reads what can be read, at worst nothing. */
export function pendingFixesFromText(text: string | undefined): PendingFixes {
  const stored = parse(text);
  const list: readonly unknown[] =
    stored?.version === version && Array.isArray(stored.fixes) ? stored.fixes : [];
  return new Map(list.filter(isRecord).flatMap(entryFrom));
}

function parse(text: string | undefined): JsonRecord | undefined {
  try {
    const parsed: unknown = JSON.parse(text ?? "");
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function entryFrom(entry: JsonRecord): readonly (readonly [string, PendingFix])[] {
  const id = textOf(entry.id)?.toLowerCase();
  const fix = quickFixNames.find((name) => name === entry.fix);
  const startedAt = dateOf(entry.startedAt);
  if (id === undefined || !fix || !startedAt) {
    return [];
  }
  const pending = {
    fix,
    startedAt,
    fixedAt: dateOf(entry.fixedAt),
    operationUrl: textOf(entry.operationUrl),
  };
  // Neither done nor to be followed: there is nothing to tell of it.
  return pending.fixedAt || pending.operationUrl !== undefined ? [[id, pending]] : [];
}
