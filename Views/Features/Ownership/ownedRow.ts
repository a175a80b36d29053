import type { FindingKey } from "../../../Client/Ownership/underlyingAssessment";
import type { Ownership } from "../../../Client/Core/ownership";

/** A finding as assigning it sees it, its kind forgotten. */
export interface OwnedRow {
  /** Within its tab. */
  readonly id: string;
  readonly title: string;
  readonly key: FindingKey;
  readonly ownership: Ownership;
}

/** What can be done about who owns something. */
export const ownershipActs = ["assign", "edit", "remove"] as const;

export type OwnershipAct = (typeof ownershipActs)[number];

export function isFullyOwned({ ownership }: OwnedRow): boolean {
  return ownership.owners.length > 0 && ownership.assigned >= ownership.failing;
}

export function hasOwner({ ownership }: OwnedRow): boolean {
  return ownership.owners.length > 0;
}
