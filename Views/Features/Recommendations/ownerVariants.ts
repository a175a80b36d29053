import { dayNumber } from "../../../Client/Core/day";
import { format } from "../../../Client/Core/format";
import { isOwnerStatus, ownerStatuses, type Ownership } from "../../../Client/Core/ownership";
import type { Column, Filter, Urgent } from "../../Kit/Model/findingsTab";
import { formatNumber, pluralize } from "../../Kit/Controls/formatNumber";
import { Recommendations } from "./Recommendations.resjson";
import { ownersText, shortStatusText, statusText, statusLabels } from "./recommendationLabels";
import { OwnershipTexts as Text } from "../Ownership/Ownership.resjson";

interface Owned {
  readonly ownership: Ownership;
}

const farAway = 1_000_000;

/** By status, within each what is due first. */
function statusRank({ status, due }: Ownership): number {
  return ownerStatuses.indexOf(status) * 2 * farAway + (due ? Math.min(dayNumber(due), farAway) : farAway);
}

/** Columns of findings that can have an owner. */
export const ownerColumns: readonly Column<Owned>[] = [
  {
    key: "owner",
    label: Recommendations.columnOwner,
    value: ({ ownership }) => ownersText(ownership),
    width: 115,
    least: 90,
    isLong: true,
  },
  {
    key: "status",
    label: Recommendations.columnStatus,
    value: ({ ownership }) => statusLabels[ownership.status],
    text: ({ ownership }) => statusText(ownership),
    render: ({ ownership }) => shortStatusText(ownership),
    rank: ({ ownership }) => statusRank(ownership),
    width: 125,
    least: 90,
    isLong: true,
  },
];

/** The official statuses; with a choice it also finds what does not fail any more. */
export const statusFilter: Filter<Owned> = {
  key: "status",
  label: Recommendations.columnStatus,
  pinned: true,
  valuesOf: ({ ownership }) => [ownership.status],
  order: ownerStatuses,
  labelOf: (value) => (isOwnerStatus(value) ? statusLabels[value] : value),
};

export const ownerFilter: Filter<Owned> = {
  key: "owner",
  label: Recommendations.filterOwner,
  pinned: false,
  valuesOf: ({ ownership }) => (ownership.owners.length === 0 ? [""] : ownership.owners),
  labelOf: (value) => value || Recommendations.noOwner,
};

const whose = { mine: Text.mine, others: Text.others, noOwner: Text.noOwner } as const;

function isWhose(value: string): value is keyof typeof whose {
  return Object.hasOwn(whose, value);
}

/** Filters by whether the signed-in user is the owner. */
export function mineFilter(me: string): Filter<Owned> {
  const isMe = (owner: string) => owner.toLowerCase() === me.toLowerCase();
  return {
    key: "mine",
    label: Text.filterMine,
    pinned: true,
    valuesOf: ({ ownership: { owners } }) =>
      owners.length === 0
        ? ["noOwner"]
        : [...(owners.some(isMe) ? ["mine"] : []), ...(owners.every(isMe) ? [] : ["others"])],
    order: Object.keys(whose),
    labelOf: (value) => (isWhose(value) ? whose[value] : value),
  };
}

/** How many findings are overdue. */
export const overdue: Urgent<Owned> = {
  filter: statusFilter.key,
  value: "Overdue",
  isUrgent: ({ ownership }) => ownership.status === "Overdue",
  text(count, isPartial) {
    if (isPartial) {
      return format(Text.overdueSoFar, formatNumber(count));
    }
    return count === 0 ? Text.overdueNone : pluralize(count, Text.overdueOne, Text.overdueMany);
  },
};
