import { dueDay, type Assignment, type AssignmentChange } from "./assignment";
import { dateOf, recordOf, textOf, type JsonRecord } from "../Core/json";
import type { RecommendationLevel } from "../Core/level";

/** An assignment as ARM keeps it. */
export interface StoredAssignment {
  /** The key under which it is read and written. */
  readonly name: string;
  /** All its properties, those that are not known here included. */
  readonly properties: JsonRecord;
}

/** Reads a governance assignment (2022-01-01-preview). `undefined` without a name: nothing could be done to such a one. */
export function storedAssignmentFromWire(value: unknown): StoredAssignment | undefined {
  const record = recordOf(value);
  const name = textOf(record.name);
  return name === undefined ? undefined : { name, properties: recordOf(record.properties) };
}

/** Reads the properties of a governance assignment. What is not given is what the service does without it. */
export function assignmentFromWire(properties: JsonRecord): Assignment {
  const notification = recordOf(properties.governanceEmailNotification);
  const data = recordOf(properties.additionalData);
  const ticketNumber = Number(textOf(data.ticketNumber));
  return {
    owner: textOf(properties.owner) ?? "",
    due: dateOf(properties.remediationDueDate),
    isGracePeriod: properties.isGracePeriod === true,
    eta: etaFromWire(recordOf(properties.remediationEta)),
    notifiesOwner: notification.disableOwnerEmailNotification !== true,
    notifiesManager: notification.disableManagerEmailNotification !== true,
    ticket: {
      number: Number.isSafeInteger(ticketNumber) ? ticketNumber : undefined,
      link: textOf(data.ticketLink) ?? "",
    },
  };
}

function etaFromWire({ eta, justification }: JsonRecord): Assignment["eta"] {
  const day = dateOf(eta);
  return day && { day, justification: textOf(justification) ?? "" };
}

/**
 * The properties to write: those that are there, with the change. `level` and `now` decide a due date by level. A property that
 * the change does not name is sent as it was read.
 */
export function withChange(
  properties: JsonRecord,
  change: AssignmentChange,
  level: RecommendationLevel,
  now: Date,
): JsonRecord {
  const { owner, due, isGracePeriod, eta, notifiesOwner, notifiesManager, ticket } = change;
  const { remediationEta, ...others } = properties;
  const notification = {
    ...(notifiesOwner === undefined ? {} : { disableOwnerEmailNotification: !notifiesOwner }),
    ...(notifiesManager === undefined ? {} : { disableManagerEmailNotification: !notifiesManager }),
  };
  return {
    ...others,
    ...(owner === undefined ? {} : { owner: owner.trim() }),
    ...(due === undefined ? {} : { remediationDueDate: dueDay(due, level, now)?.toISOString() }),
    ...(isGracePeriod === undefined ? {} : { isGracePeriod }),
    ...etaToWire(eta, remediationEta),
    ...merged("governanceEmailNotification", properties, notification),
    ...merged("additionalData", properties, ticket === undefined ? {} : ticketToWire(ticket)),
  };
}

function etaToWire(eta: AssignmentChange["eta"], before: unknown): JsonRecord {
  if (eta === undefined) {
    return before === undefined ? {} : { remediationEta: before };
  }
  return eta === "none"
    ? {}
    : { remediationEta: { eta: eta.day.toISOString(), justification: eta.justification.trim() } };
}

/** `undefined` in the result takes a property away: JSON has no place for it. */
function ticketToWire({ number, link }: { readonly number: number | undefined; readonly link: string }) {
  return { ticketNumber: number, ticketLink: link.trim() || undefined };
}

/** An object inside of the properties with some of its own changed; absent where there is and was nothing in it. */
function merged(name: string, properties: JsonRecord, change: JsonRecord): JsonRecord {
  const before = recordOf(properties[name]);
  return Object.keys(change).length === 0 ? {} : { [name]: { ...before, ...change } };
}
