/** What a VEX document is of. */
export interface VexReport {
  /** ARM ID. */
  readonly clusterId: string;
  /** When reading began. */
  readonly createdAt: Date;
  /** What could not be read, in words; empty: nothing. */
  readonly missing: readonly string[];
}
