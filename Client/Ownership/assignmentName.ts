/**
 * Under which name the first assignment of an assessment is made. All who make one at once take the same, or there would be two of
 * them. `assignmentKey` is "the assessment key" in the specification and another GUID in its example: this is the only place that
 * chooses.
 */
export function firstName(assessmentId: string): string {
  return assessmentId.split("/").at(-1) ?? assessmentId;
}
