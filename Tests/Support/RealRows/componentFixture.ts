import type { Vulnerability, VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import type { RealRow } from "./row";

/** What must be true on every screen of one CVE. */
export type ExpectedCve = Partial<Omit<Vulnerability, "nodes">> & {
  readonly cveId: string;
  readonly nodes?: Partial<NonNullable<Vulnerability["nodes"]>>;
};

/** Rows of one component in a published form, and what they say. */
export interface ComponentFixture {
  readonly name: string;
  readonly rows: readonly RealRow[];
  readonly component: Pick<VulnerableComponent, "id" | "kind" | "name" | "place" | "isManagedByAks">;
  /** Worst first. */
  readonly cves: readonly ExpectedCve[];
  /** How many parts cannot be read, and must be named. */
  readonly unreadable: number;
}
