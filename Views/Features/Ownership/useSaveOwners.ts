import { standingFor, type UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import type { AssignmentChange } from "../../../Client/Ownership/assignment";
import { format } from "../../../Client/Core/format";
import type { Outcome } from "../../../Client/Core/outcome";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { useSelection } from "../../Kit/Model/selection";
import { useBulk } from "../../Kit/Operations/useBulkRunner";
import { pluralize } from "../../Kit/Controls/pluralize";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import { useShowOwnershipChanges } from "./ownershipChanges";
import { assessmentTitle } from "./ownershipLabels";
import type { OwnershipRequest } from "./ownershipRequest";

/** What to write: an owner, or with "remove" none. */
export type Writing = AssignmentChange | "remove";

/** Writes assignments, one call for each assessment, shown at once on every tab and told of in one notification. */
export function useSaveOwners({ act, tab, rows }: OwnershipRequest) {
  const { services } = useDashboard();
  const bulk = useBulk();
  const [, changeSelection] = useSelection(tab);
  const showChanges = useShowOwnershipChanges();
  const done = new Set<string>();

  return function save(
    targets: readonly UnderlyingAssessment[],
    writing: Writing,
    told: {
      /** What of the rows stays as it is, in words; empty: nothing. */
      readonly skipped: string;
      onFinish(outcomes: readonly Outcome<UnderlyingAssessment>[]): void;
      /** Opens the form again for those that were not written. */
      onEdit(left: readonly UnderlyingAssessment[]): void;
    },
  ): void {
    const now = new Date();
    bulk.start<UnderlyingAssessment>({
      tab,
      items: targets,
      title: (items) => titleOf(act, items, writing),
      titleOf: assessmentTitle,
      skipped: told.skipped,
      act: (assessment) =>
        writing === "remove"
          ? services.governance.remove(assessment)
          : services.governance.assign(assessment, writing, now),
      onDone({ id }) {
        done.add(id);
        showChanges();
      },
      onFinish(outcomes) {
        // A row leaves the selection when everything written for it is done.
        const isLeft = standingFor(targets.filter(({ id }) => !done.has(id)));
        const settled = rows.filter(({ key }) => !isLeft(key));
        changeSelection({ type: "remove", ids: settled.map(({ id }) => id) });
        told.onFinish(outcomes);
      },
      onEdit: told.onEdit,
    });
  };
}

function titleOf(
  act: OwnershipRequest["act"],
  items: readonly UnderlyingAssessment[],
  writing: Writing,
): string {
  const [first] = items;
  const name = first ? assessmentTitle(first) : "";
  const owner = writing === "remove" ? "" : (writing.owner?.trim() ?? "");
  const count = formatNumber(items.length);
  switch (act) {
    case "assign":
      return items.length === 1
        ? format(Text.taskAssignOne, name, owner)
        : format(Text.taskAssignMany, count, owner);
    case "edit":
      return pluralize(items.length, format(Text.taskEditOne, name), Text.taskEditMany);
    case "remove":
      return pluralize(items.length, format(Text.taskRemoveOne, name), Text.taskRemoveMany);
  }
}
