import { useState } from "react";
import type { UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import type { Assignment } from "../../../Client/Ownership/assignment";
import type { UnderlyingAssessments } from "../../../Client/Ownership/ownershipService";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import type { Loadable } from "../../Kit/Model/loadable";
import { useLoadable } from "../../Kit/Session/useLoadable";
import type { OwnershipAct } from "./ownedRow";
import type { OwnershipRequest } from "./assignmentDraft";

/** Of more than these the assignments are not read to fill the form: it then says that they are kept. */
const mostRead = 20;

/** What the rows of a request stand for, read anew for every opening of the form. */
export function useUnderlyingAssessments(
  { rows }: OwnershipRequest,
  isAllowed: boolean,
): Loadable<UnderlyingAssessments> {
  const { services } = useDashboard();
  const [opening] = useState(() => crypto.randomUUID());
  return useLoadable({
    queryKey: ["behind", opening],
    queryFn: ({ signal }) =>
      services.ownership.underlyingAssessments(
        rows.map(({ key }) => key),
        signal,
      ),
    enabled: isAllowed,
  });
}

/** The assignments as they are, to fill the form with; empty where they are too many, and until it is known which. */
export function useCurrent(
  targets: readonly UnderlyingAssessment[] | undefined,
): Loadable<readonly Assignment[]> {
  const { services } = useDashboard();
  const [opening] = useState(() => crypto.randomUUID());
  const wanted = targets && targets.length <= mostRead ? targets : [];
  return useLoadable({
    queryKey: ["assignments", opening, wanted.map(({ id }) => id)],
    queryFn: async ({ signal }) => {
      const read = await Promise.all(wanted.map(({ id }) => services.ownership.get(id, signal)));
      return read.filter((assignment) => assignment !== undefined);
    },
  });
}

/** Which assessments an act is about: of new assignments those without an owner, else those with one. */
export function targetsOf(
  act: OwnershipAct,
  { assessments }: UnderlyingAssessments,
  { replaces, only }: { readonly replaces: boolean; readonly only: OwnershipRequest["only"] },
): readonly UnderlyingAssessment[] {
  const isFitting = ({ current }: UnderlyingAssessment) =>
    act === "assign" ? replaces || !current : current !== undefined;
  return assessments.filter((assessment) => only?.has(assessment.id) ?? isFitting(assessment));
}
