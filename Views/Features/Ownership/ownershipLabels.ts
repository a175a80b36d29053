import type { UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import type { AssignmentProblem } from "../../../Client/Ownership/assignment";
import { daysBetween } from "../../../Client/Core/day";
import { format } from "../../../Client/Core/format";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { OwnershipTexts as Text } from "./Ownership.resjson";

export const problemLabels: Readonly<Record<AssignmentProblem, string>> = {
  ownerMissing: Text.problemOwnerMissing,
  ownerMalformed: Text.problemOwnerMalformed,
  dueMissing: Text.problemDueMissing,
  duePast: Text.problemDuePast,
  daysOutOfRange: Text.problemDays,
  etaDayMissing: Text.problemEtaDayMissing,
  etaPast: Text.problemEtaPast,
  etaJustificationMissing: Text.problemEtaJustification,
  ticketNumberMalformed: Text.problemTicketNumber,
  ticketLinkMalformed: Text.problemTicketLink,
};

/** How long there is until a day in UTC, or since when it has passed. */
export function daysLeftText(due: Date, now: Date): string {
  const days = daysBetween(now, due);
  if (days === 0) {
    return Text.daysLeftNone;
  }
  const count = formatNumber(Math.abs(days));
  if (days > 0) {
    return days === 1 ? Text.daysLeftOne : format(Text.daysLeftMany, count);
  }
  return days === -1 ? Text.daysOverOne : format(Text.daysOverMany, count);
}

/** An assessment with the resource that it is of. */
export function assessmentTitle({ title, resourceId }: UnderlyingAssessment): string {
  return format(Text.taskItem, title, resourceId.split("/").at(-1) ?? resourceId);
}
