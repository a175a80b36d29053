import type { AssignmentProblem } from "../../../Client/Ownership/assignment";
import type { AssignmentDraft, DraftSection } from "./assignmentDraft";

/** What every section of the form for an assignment gets. */
export interface SectionProps {
  readonly draft: AssignmentDraft;
  /** What is wrong in one of the given ways, in words. */
  readonly problemIn: (...kinds: readonly AssignmentProblem[]) => string | undefined;
  readonly onChange: (section: DraftSection, part: Partial<AssignmentDraft>) => void;
}
