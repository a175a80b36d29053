import { isResolved, type Ownership, type OwnerStatus } from "../../../Client/Core/ownership";
import {
  deprecatedOn,
  lifecycleOf,
  type Lifecycle,
  type Named,
} from "../../../Client/Core/recommendationLifecycle";
import { readableLine } from "../../../Client/Core/visibleText";
import { format } from "../../../Client/Core/format";
import { formatDay } from "../../Kit/Controls/formatDate";
import { daysLeftText } from "../Ownership/ownershipLabels";
import type { ShownFact } from "../../Kit/Controls/FactList";
import { Recommendations } from "./Recommendations.resjson";

export const statusLabels: Readonly<Record<OwnerStatus, string>> = {
  Overdue: Recommendations.statusOverdue,
  Unassigned: Recommendations.statusUnassigned,
  NoDueDate: Recommendations.statusNoDueDate,
  OnTime: Recommendations.statusOnTime,
  Exempted: Recommendations.statusExempted,
  Completed: Recommendations.statusCompleted,
};

const titleLabels: Readonly<Record<Lifecycle, string | undefined>> = {
  current: undefined,
  deprecated: Recommendations.titleDeprecated,
  successor: Recommendations.titleSuccessor,
};

/** The title in a list, which says when Microsoft deprecated a recommendation, or that it takes the place of such a one. */
export function lifecycleTitle(recommendation: Named): string {
  const { title } = recommendation;
  const words = titleLabels[lifecycleOf(recommendation)];
  return words === undefined ? title : format(words, title, deprecatedOn);
}

/** Email addresses of the owners as a readable list; `undefined` without any. */
export function ownersText({ owners }: Ownership): string | undefined {
  return owners.length === 0 ? undefined : owners.map(readableLine).join(", ");
}

/** The status with the time left, or the time since it was due. */
export function shortStatusText({ status, due }: Ownership): string {
  return due && !isResolved(status)
    ? format(Recommendations.statusWithDays, statusLabels[status], daysLeftText(due, new Date()))
    : statusLabels[status];
}

/** The status with its due date, which is a day in UTC. */
export function statusText({ status, due }: Ownership): string {
  return due && !isResolved(status)
    ? format(Recommendations.statusWithDue, statusLabels[status], formatDay(due))
    : statusLabels[status];
}

/** The owners as a fact of the details. Their status stands above all facts. */
export function ownerFact(ownership: Ownership): ShownFact {
  return { name: Recommendations.columnOwner, value: ownersText(ownership) ?? Recommendations.noOwner };
}
