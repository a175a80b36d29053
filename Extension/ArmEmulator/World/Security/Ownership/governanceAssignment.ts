/** Who has to fix what one assessment found, and until when. */
export interface GovernanceAssignment {
  readonly id: string;
  /** As it was written first; ARM does not tell letter cases apart. */
  readonly name: string;
  readonly assessmentId: string;
  /** What became of it, the latest last. Changed by writes. */
  versions: readonly AssignmentVersion[];
}

interface AssignmentVersion {
  /** As they were saved, with whatever else was in them; `undefined`: it was deleted. */
  readonly properties: Readonly<Record<string, unknown>> | undefined;
  readonly at: Date;
}
