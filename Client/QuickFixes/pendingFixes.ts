import { dateOf, isRecord, recordOf, textOf, type JsonRecord } from "../Core/json";
import { withoutEnded, withoutOverlay, withOverlay, type Overlay, type Overlays } from "../Core/overlays";
import { quickFixNames, type QuickFixName } from "./quickFixKeys";

/** A fix whose assessment may still say otherwise: Defender for Cloud looks again within 30 minutes. */
export interface PendingFix {
  readonly fix: QuickFixName;
  /** When it was done; `undefined`: it is still running. */
  readonly fixedAt: Date | undefined;
  /** Where its long-running operation can be followed; `undefined`: there is none. */
  readonly operationUrl: string | undefined;
  /** Which page follows it; absent or `undefined`: none does. */
  readonly follower?: Follower | undefined;
}

interface Follower {
  /** Another for each page that is open, and each visit. */
  readonly page: string;
  /** The page says again and again that it still follows; after this time it is gone. */
  readonly until: Date;
}

/**
 * By assessment, each since it was begun. Recent writes too, under the same rule of when one is forgotten, but not `RecentWrites`:
 * it is an operation that goes on, with the claim of the page that follows it; the portal keeps it for a day, for all pages of
 * a cluster; and what a page changes is applied anew to what others have stored meanwhile, so it is a value that is replaced.
 */
export type PendingFixes = Overlays<PendingFix>;

export const noPendingFixes: PendingFixes = new Map();

const reevaluation = 30 * 60_000;
/** Milliseconds. A page that hasn't said for so long that it follows a fix is gone. */
const longestSilence = 60_000;
/** Milliseconds. Longer than any operation on a cluster: older entries belong to a forgotten visit. */
const longestMemory = 24 * 60 * 60_000;
/** The portal keeps some 10,000 characters for everything. */
const longestPendingText = 4000;
const version = 1;

/** How a fix stands. `running`: follow its operation. `overdue`: still reported after 30 minutes. */
export function pendingStateOf({ fixedAt }: PendingFix, now: Date): "running" | "waiting" | "overdue" {
  if (!fixedAt) {
    return "running";
  }
  return now.getTime() - fixedAt.getTime() < reevaluation ? "waiting" : "overdue";
}

/**
 * Adds a fix as the newest, replacing the entry of the same assessment. Continuing a fix isn't a second write: the assessment
 * has had no other state in between.
 */
export function withPendingFix(
  fixes: PendingFixes,
  assessmentId: string,
  fix: PendingFix,
  startedAt: Date,
): PendingFixes {
  return withOverlay(withoutOverlay(fixes, assessmentId), assessmentId, fix, startedAt);
}

/** Without those that were done and are no longer reported, and those older than a day. `reported`: failing assessments, complete. */
export function withoutFixed(fixes: PendingFixes, reported: readonly string[], now: Date): PendingFixes {
  const failing = new Set(reported.map((id) => id.toLowerCase()));
  const isShown = (id: string, { fixedAt }: PendingFix) => fixedAt !== undefined && !failing.has(id);
  return withoutEnded(fixes, { isShown, longest: longestMemory, now });
}

/** Whether it can be followed to its end. */
export function isRunning({ fixedAt, operationUrl }: PendingFix): boolean {
  return !fixedAt && operationUrl !== undefined;
}

/** A page that says now that it follows. */
export function followerOf(page: string, now: Date): Follower {
  return { page, until: new Date(now.getTime() + longestSilence) };
}

export function isFollowedBy({ follower }: PendingFix, page: string): boolean {
  return follower?.page === page;
}

/** How long another page may still count on the one that follows a fix, in milliseconds; 0: none follows it, or it has fallen silent. */
export function claimLeft({ follower }: PendingFix, now: Date): number {
  return Math.max(0, (follower?.until.getTime() ?? 0) - now.getTime());
}

/** Without the claims of a page that is gone. */
export function withoutFollower(fixes: PendingFixes, page: string): PendingFixes {
  return new Map(
    [...fixes].map(([id, fix]) => [
      id,
      isFollowedBy(fix.value, page) ? { ...fix, value: { ...fix.value, follower: undefined } } : fix,
    ]),
  );
}

/** With another follower of the running fixes with these ids, in lower case. */
export function withFollower(fixes: PendingFixes, ids: readonly string[], follower: Follower): PendingFixes {
  return new Map(
    [...fixes].map(([id, fix]) => [
      id,
      ids.includes(id) && isRunning(fix.value) ? { ...fix, value: { ...fix.value, follower } } : fix,
    ]),
  );
}

/** As text of at most {@link longestPendingText} characters; the oldest are dropped first. */
export function pendingFixesToText(fixes: PendingFixes): string {
  const entries = [...fixes].map(([id, { value, at }]) => ({
    id,
    fix: value.fix,
    startedAt: at.toISOString(),
    fixedAt: value.fixedAt?.toISOString(),
    operationUrl: value.operationUrl,
    follower: value.follower && {
      page: value.follower.page,
      until: value.follower.until.toISOString(),
    },
  }));
  for (let first = 0; ; first += 1) {
    const text = JSON.stringify({ version, fixes: entries.slice(first) });
    if (text.length <= longestPendingText) {
      return text;
    }
  }
}

/** Reads what {@link pendingFixesToText} wrote. From any other text it reads what it can, at worst nothing. */
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

function entryFrom(entry: JsonRecord): readonly (readonly [string, Overlay<PendingFix>])[] {
  const id = textOf(entry.id)?.toLowerCase();
  const fix = quickFixNames.find((name) => name === entry.fix);
  const startedAt = dateOf(entry.startedAt);
  if (id === undefined || !fix || !startedAt) {
    return [];
  }
  const pending = {
    fix,
    fixedAt: dateOf(entry.fixedAt),
    operationUrl: textOf(entry.operationUrl),
    ...optionalFollower(entry.follower),
  };
  // Neither done nor to be followed: there is nothing to tell of it.
  return pending.fixedAt || pending.operationUrl !== undefined
    ? [[id, { value: pending, at: startedAt, isRepeated: false }]]
    : [];
}

function optionalFollower(value: unknown): Pick<PendingFix, "follower"> {
  const { page, until } = recordOf(value);
  const [name, date] = [textOf(page), dateOf(until)];
  return name !== undefined && date ? { follower: { page: name, until: date } } : {};
}
