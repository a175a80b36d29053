import {
  usualDays,
  type Assignment,
  type AssignmentChange,
  type DueRule,
  type AssignmentProblem,
} from "../../../Client/Ownership/assignment";
import { dayNumber } from "../../../Client/Core/day";
import { recommendationLevels, type RecommendationLevel } from "../../../Client/Core/level";
import type { OwnedRow, OwnershipAct } from "./ownedRow";

/** Parts of the form that are written together, or left as they are together. */
const draftSections = ["owner", "due", "grace", "eta", "notifications", "ticket"] as const;

export type DraftSection = (typeof draftSections)[number];

/** An assignment as it is being written, everything as entered. */
export interface AssignmentDraft {
  readonly owner: string;
  readonly dueKind: DueRule["kind"];
  readonly days: Readonly<Record<RecommendationLevel, string>>;
  readonly dueDay: Date | undefined;
  readonly isGracePeriod: boolean;
  readonly hasEta: boolean;
  readonly etaDay: Date | undefined;
  readonly justification: string;
  readonly notifiesOwner: boolean;
  readonly notifiesManager: boolean;
  readonly ticketNumber: string;
  readonly ticketLink: string;
  /** What was entered here, or is the same for everything that is written. */
  readonly known: ReadonlySet<DraftSection>;
  /** What was entered here. */
  readonly touched: ReadonlySet<DraftSection>;
}

const usualDaysText = Object.fromEntries(
  recommendationLevels.map((level) => [level, String(usualDays[level])]),
) as AssignmentDraft["days"]; // Every level is there.

const everything: ReadonlySet<DraftSection> = new Set(draftSections);
const nothing: ReadonlySet<DraftSection> = new Set();

/** For a new assignment: due by level, both told by email. All of it will be written. */
export const newDraft: AssignmentDraft = {
  owner: "",
  dueKind: "byLevel",
  days: usualDaysText,
  dueDay: undefined,
  isGracePeriod: false,
  hasEta: false,
  etaDay: undefined,
  justification: "",
  notifiesOwner: true,
  notifiesManager: true,
  ticketNumber: "",
  ticketLink: "",
  known: everything,
  touched: nothing,
};

/** For assignments that are there: what they have in common stands in the form. None are given where they were not read. */
export function draftOf(assignments: readonly Assignment[]): AssignmentDraft {
  const [first] = assignments;
  if (!first) {
    return { ...newDraft, known: nothing };
  }
  const isShared = (section: DraftSection) =>
    assignments.every((assignment) => sectionTexts[section](assignment) === sectionTexts[section](first));
  return {
    ...newDraft,
    owner: first.owner,
    dueKind: "day",
    dueDay: first.due,
    isGracePeriod: first.isGracePeriod,
    hasEta: first.eta !== undefined,
    etaDay: first.eta?.day,
    justification: first.eta?.justification ?? "",
    notifiesOwner: first.notifiesOwner,
    notifiesManager: first.notifiesManager,
    ticketNumber: first.ticket.number === undefined ? "" : String(first.ticket.number),
    ticketLink: first.ticket.link,
    known: new Set(draftSections.filter(isShared)),
  };
}

/** Each section of an assignment as text that is the same where it means the same. */
const sectionTexts: Readonly<Record<DraftSection, (assignment: Assignment) => string>> = {
  owner: ({ owner }) => owner.toLowerCase(),
  due: ({ due }) => dayText(due),
  grace: ({ isGracePeriod }) => `${isGracePeriod}`,
  eta: ({ eta }) => JSON.stringify([dayText(eta?.day), eta?.justification ?? ""]),
  notifications: ({ notifiesOwner, notifiesManager }) => `${notifiesOwner} ${notifiesManager}`,
  ticket: ({ ticket }) => JSON.stringify([ticket.number ?? "", ticket.link]),
};

function dayText(date: Date | undefined): string {
  return date ? String(dayNumber(date)) : "";
}

/** The draft after something was entered in one of its sections. */
export function entered(
  draft: AssignmentDraft,
  section: DraftSection,
  part: Partial<AssignmentDraft>,
): AssignmentDraft {
  return {
    ...draft,
    ...part,
    known: new Set([...draft.known, section]),
    touched: new Set([...draft.touched, section]),
  };
}

/** What the draft asks to be written, of these sections. */
export function changeOf(draft: AssignmentDraft, sections: ReadonlySet<DraftSection>): AssignmentChange {
  const { owner, dueDay: day, etaDay, justification, isGracePeriod, notifiesOwner, notifiesManager } = draft;
  return {
    ...(sections.has("owner") ? { owner } : {}),
    ...(sections.has("due")
      ? { due: draft.dueKind === "day" ? { kind: "day", day } : { kind: "byLevel", days: daysOf(draft) } }
      : {}),
    ...(sections.has("grace") ? { isGracePeriod } : {}),
    ...(sections.has("eta")
      ? { eta: draft.hasEta ? { day: etaDay ?? new Date(NaN), justification } : "none" }
      : {}),
    ...(sections.has("notifications") ? { notifiesOwner, notifiesManager } : {}),
    ...(sections.has("ticket") ? { ticket: ticketOf(draft) } : {}),
  };
}

/** Which sections a save writes: all of a new assignment, only the entered ones of an existing one. */
export function sectionsToWrite(draft: AssignmentDraft, isNew: boolean): ReadonlySet<DraftSection> {
  return isNew ? everything : draft.touched;
}

function daysOf({ days }: AssignmentDraft): Readonly<Record<RecommendationLevel, number>> {
  const numbers = recommendationLevels.map((level) => [level, numberOf(days[level])]);
  return Object.fromEntries(numbers) as Readonly<Record<RecommendationLevel, number>>; // Every level is there.
}

function ticketOf({ ticketNumber, ticketLink }: AssignmentDraft) {
  return {
    number: ticketNumber.trim() === "" ? undefined : numberOf(ticketNumber),
    link: ticketLink.trim(),
  };
}

/** NaN when the text isn't a whole number in digits. */
function numberOf(text: string): number {
  return /^\d+$/.test(text.trim()) ? Number(text.trim()) : NaN;
}

/** What the form for owners is opened for. */
export interface OwnershipRequest {
  readonly act: OwnershipAct;
  /** Tab of the rows. */
  readonly tab: string;
  readonly rows: readonly OwnedRow[];
  /** What was entered before, to go on with; absent: a new form. */
  readonly draft?: AssignmentDraft;
  /** Ids of the assessments to write, of all that the rows stand for; absent: all that fit. */
  readonly only?: ReadonlySet<string>;
}

/** What every section of the form for an assignment gets. */
export interface SectionProps {
  readonly draft: AssignmentDraft;
  /** What is wrong in one of the given ways, in words. */
  readonly problemIn: (...kinds: readonly AssignmentProblem[]) => string | undefined;
  readonly onChange: (section: DraftSection, part: Partial<AssignmentDraft>) => void;
}
