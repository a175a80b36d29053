import { daysAfter, daysBetween } from "../Core/day";
import type { RecommendationLevel } from "../Core/level";

/** When the owner expects to be done, and the justification. */
interface RemediationEta {
  /** A day in UTC. */
  readonly day: Date;
  readonly justification: string;
}

/** A ticket in any tracker. Defender for Cloud stores it and does not look after it. */
interface Ticket {
  /** From 0 to 2,147,483,647; `undefined`: none. */
  readonly number: number | undefined;
  /** An address; empty: none. */
  readonly link: string;
}

/** Owner and due date of one assessment (governanceAssignments 2022-01-01-preview). */
export interface Assignment {
  /** Email address; empty: none was given. */
  readonly owner: string;
  /** A day in UTC; `undefined` where the service does not say. */
  readonly due: Date | undefined;
  /** Until it is due the finding does not count in the secure score. */
  readonly isGracePeriod: boolean;
  readonly eta: RemediationEta | undefined;
  /** Whether the owner gets the weekly email. */
  readonly notifiesOwner: boolean;
  /** Whether the owner's manager, as Microsoft Entra ID knows it, gets the weekly email. */
  readonly notifiesManager: boolean;
  readonly ticket: Ticket;
}

/** Due date: one day for all findings, or a number of days from now for each level. */
export type DueRule =
  | { readonly kind: "day"; readonly day: Date | undefined }
  | { readonly kind: "byLevel"; readonly days: DaysByLevel };

type DaysByLevel = Readonly<Record<RecommendationLevel, number>>;

/** What Defender for Cloud's own governance rules propose. */
export const usualDays: DaysByLevel = { Critical: 7, High: 30, Medium: 60, Low: 90 };

/** What to write into assignments. What is absent stays as it is; of a new assignment it is left to the service. */
export interface AssignmentChange {
  readonly owner?: string;
  readonly due?: DueRule;
  readonly isGracePeriod?: boolean;
  /** "none" takes it away. */
  readonly eta?: RemediationEta | "none";
  readonly notifiesOwner?: boolean;
  readonly notifiesManager?: boolean;
  readonly ticket?: Ticket;
}

/** The due day that a rule gives a finding of this level; `undefined` while no day is chosen. */
export function dueDay(rule: DueRule, level: RecommendationLevel, now: Date): Date | undefined {
  return rule.kind === "day" ? rule.day : daysAfter(now, rule.days[level]);
}

/** What is wrong with what was entered. */
export type AssignmentProblem =
  | "ownerMissing"
  | "ownerMalformed"
  | "dueMissing"
  | "duePast"
  | "daysOutOfRange"
  | "etaDayMissing"
  | "etaPast"
  | "etaJustificationMissing"
  | "ticketNumberMalformed"
  | "ticketLinkMalformed";

const longestDays = 3650;
const highestTicket = 2_147_483_647;

/** Everything wrong with a change, in the order of the form; empty: it can be written. Only what it has is looked at. */
export function assignmentProblems(change: AssignmentChange, now: Date): readonly AssignmentProblem[] {
  const { owner, due, eta, ticket } = change;
  return [
    ...(owner === undefined ? [] : ownerProblems(owner)),
    ...(due === undefined ? [] : dueProblems(due, now)),
    ...(eta === undefined || eta === "none" ? [] : etaProblems(eta, now)),
    ...(ticket === undefined ? [] : ticketProblems(ticket)),
  ];
}

/** Whether a text has the form of an email address. Whether the mailbox exists can't be checked here. */
function isEmailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>(),;:"[\]\\]+@[^\s@.,;:<>]+(\.[^\s@.,;:<>]+)+$/.test(text);
}

function ownerProblems(owner: string): readonly AssignmentProblem[] {
  if (owner.trim() === "") {
    return ["ownerMissing"];
  }
  return isEmailAddress(owner.trim()) ? [] : ["ownerMalformed"];
}

function dueProblems(rule: DueRule, now: Date): readonly AssignmentProblem[] {
  if (rule.kind === "byLevel") {
    const isPossible = (days: number) => Number.isInteger(days) && days >= 0 && days <= longestDays;
    return Object.values(rule.days).every(isPossible) ? [] : ["daysOutOfRange"];
  }
  return dayProblems(rule.day, now, "dueMissing", "duePast");
}

function etaProblems({ day, justification }: RemediationEta, now: Date): readonly AssignmentProblem[] {
  return [
    ...dayProblems(day, now, "etaDayMissing", "etaPast"),
    ...(justification.trim() === "" ? (["etaJustificationMissing"] as const) : []),
  ];
}

function dayProblems(
  day: Date | undefined,
  now: Date,
  missing: AssignmentProblem,
  past: AssignmentProblem,
): readonly AssignmentProblem[] {
  if (day === undefined || Number.isNaN(day.getTime())) {
    return [missing];
  }
  return daysBetween(now, day) < 0 ? [past] : [];
}

function ticketProblems({ number, link }: Ticket): readonly AssignmentProblem[] {
  const isNumberWrong =
    number !== undefined && !(Number.isInteger(number) && number >= 0 && number <= highestTicket);
  return [
    ...(isNumberWrong ? (["ticketNumberMalformed"] as const) : []),
    ...(link.trim() === "" || isWebAddress(link.trim()) ? [] : (["ticketLinkMalformed"] as const)),
  ];
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ["https:", "http:"].includes(new URL(text).protocol);
}
