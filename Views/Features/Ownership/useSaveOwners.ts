import { standingFor, type UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import type { AssignmentChange } from "../../../Client/Ownership/assignment";
import type { Outcome } from "../../../Client/Core/runItems";
import { format } from "../../../Client/Core/format";
import { formatNumber, pluralize } from "../../Kit/Controls/formatNumber";
import { useChangeSelection } from "../../Kit/Model/selection";
import { Bulk } from "../../Kit/Operations/Bulk.resjson";
import { bulkConcurrency, leftOf, type Operation, type Run } from "../../Kit/Operations/operation";
import { useOperation } from "../../Kit/Operations/useOperations";
import { ownerRights } from "./ownerRights";
import { OwnershipTexts as Text } from "./Ownership.resjson";
import { showOwnershipChanges } from "./ownershipChanges";
import { assessmentTitle } from "./ownershipLabels";
import type { OwnershipRequest } from "./assignmentDraft";
import { allServices } from "../../Kit/Session/dashboardContext";

/** What to write: an owner, or with "remove" none. */
type Writing = AssignmentChange | "remove";

interface OwnersChange {
  /** Of the form that asked. */
  readonly opening: string;
  readonly act: OwnershipRequest["act"];
  readonly targets: readonly UnderlyingAssessment[];
  readonly writing: Writing;
  /** When it was asked for: days are counted from it. */
  readonly now: Date;
  /** What of the rows stays as it is, in words; empty: nothing. */
  readonly skipped: string;
}

/** An assessment that a save did not write. */
export type FailedWrite = Extract<Outcome<UnderlyingAssessment>, { result: "failed" | "notSent" }>;

export type OwnersRun = Run<OwnersChange, UnderlyingAssessment, void, never>;

/** Writes assignments: one call for each assessment, shown at once on every tab. */
const saveOwners: Operation<OwnersChange, UnderlyingAssessment> = {
  items: ({ targets }) => targets,
  title: (targets, { act, writing }) => titleOf(act, targets, writing),
  titleOf: assessmentTitle,
  rights: ownerRights,
  begins: () => Bulk.pending,
  concurrency: bulkConcurrency,
  skipped: ({ skipped }) => skipped,
  run(assessment, { input: { writing, now }, services }) {
    const { ownership } = allServices(services);
    return writing === "remove" ? ownership.remove(assessment) : ownership.assign(assessment, writing, now);
  },
  overlay: (_, { queries, services }) => showOwnershipChanges(queries, allServices(services).ownership),
};

/** Writes assignments for the rows of a request, which leave the selection as they are done. */
export function useSaveOwners({ act, tab, rows }: OwnershipRequest) {
  const { runOf, start, cancel } = useOperation(saveOwners);
  const changeSelection = useChangeSelection(tab);
  const run = runOf(tab);
  return {
    /** The save of the tab that is under way. */
    running: run?.status === "ended" ? undefined : run,
    /** What the last save of a form did not write. */
    leftOf: (opening: string): readonly FailedWrite[] =>
      run?.status === "ended" && run.input.opening === opening
        ? run.outcomes.filter((outcome) => outcome.result !== "done")
        : [],
    /** How much the newest save was about. */
    total: run?.items.length ?? 0,
    cancel: () => cancel(tab),
    save(
      change: Pick<OwnersChange, "opening" | "targets" | "writing" | "skipped">,
      told: OwnersRun["told"],
    ): void {
      start(
        tab,
        { ...change, act, now: new Date() },
        {
          ...told,
          onEnd(run) {
            // A row leaves the selection when everything written for it is done.
            const isLeft = standingFor(leftOf(run));
            const ended = rows.filter(({ key }) => !isLeft(key));
            changeSelection({ type: "remove", ids: ended.map(({ id }) => id) });
            told.onEnd?.(run);
          },
        },
      );
    },
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
