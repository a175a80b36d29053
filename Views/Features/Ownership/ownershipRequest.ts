import type { AssignmentDraft } from "./assignmentDraft";
import type { OwnedRow, OwnershipAct } from "./ownedRow";

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
