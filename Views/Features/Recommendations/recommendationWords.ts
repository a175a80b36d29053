import { isSettled, type Ownership, type OwnerStatus } from "../../../Client/Core/ownership";
import type { Remediation } from "../../../Client/Core/recommendation";
import {
  deprecatedOn,
  lifecycleOf,
  type Lifecycle,
  type Named,
} from "../../../Client/Core/recommendationLifecycle";
import { readableLine } from "../../../Client/Core/visibleText";
import { fillIn } from "../../../Client/Core/fillIn";
import { formatDay } from "../../Kit/Controls/formatDate";
import { daysLeftText } from "../Ownership/ownershipWords";
import type { ShownFact } from "../../Kit/Controls/FactList";
import { Recommendations } from "./Recommendations.resjson";

export const statusWords: Readonly<Record<OwnerStatus, string>> = {
  Overdue: Recommendations.statusOverdue,
  Unassigned: Recommendations.statusUnassigned,
  NoDueDate: Recommendations.statusNoDueDate,
  OnTime: Recommendations.statusOnTime,
  Exempted: Recommendations.statusExempted,
  Completed: Recommendations.statusCompleted,
};

export const remediationWords: Readonly<Record<Remediation, string>> = {
  quickFix: Recommendations.remediationQuickFix,
  policy: Recommendations.remediationPolicy,
  manual: Recommendations.remediationManual,
};

const titleWords: Readonly<Record<Lifecycle, string | undefined>> = {
  current: undefined,
  deprecated: Recommendations.titleDeprecated,
  successor: Recommendations.titleSuccessor,
};

/** The title in a list, which says when Microsoft deprecated a recommendation, or that it takes the place of such a one. */
export function lifecycleTitle(recommendation: Named): string {
  const { title } = recommendation;
  const words = titleWords[lifecycleOf(recommendation)];
  return words === undefined ? title : fillIn(words, title, deprecatedOn);
}

/** Owners by e-mail address, as they may be read; `undefined` without any. */
export function ownersText({ owners }: Ownership): string | undefined {
  return owners.length === 0 ? undefined : owners.map(readableLine).join(", ");
}

/** The status with how long there is, or was. */
export function shortStatusText({ status, due }: Ownership): string {
  return due && !isSettled(status)
    ? fillIn(Recommendations.statusWithDays, statusWords[status], daysLeftText(due, new Date()))
    : statusWords[status];
}

/** The status with its due date, which is a day in UTC. */
export function statusText({ status, due }: Ownership): string {
  return due && !isSettled(status)
    ? fillIn(Recommendations.statusWithDue, statusWords[status], formatDay(due))
    : statusWords[status];
}

/** Owner and status as facts of the details. */
export function ownerFacts(ownership: Ownership): readonly ShownFact[] {
  return [
    { name: Recommendations.columnOwner, value: ownersText(ownership) ?? Recommendations.noOwner },
    { name: Recommendations.columnStatus, value: statusText(ownership), isFormatted: true },
  ];
}
