import type { Level } from "../../../Client/Core/level";
import type { Services } from "../../../Client/services";
import type { VexEntry } from "../../../Client/Vulnerabilities/Vex/vexEntry";
import type { TabContext } from "../Model/tabContext";

/** A cell of a report. `undefined`: not known, and empty. */
export type ReportCell = string | number | ReportDate | undefined;

/** A date, as the page writes it and as it is. */
interface ReportDate {
  readonly text: string;
  readonly at: Date;
}

/** A cell of a table of text. */
export type CsvValue = string | number | undefined;

/** What a finding is an instance of, the same in every cluster: a detection, a recommendation, a CVE. */
export interface FindingRule {
  readonly id: string;
  readonly title: string;
}

/** A finding, or a part of one, as programs know it, whatever its columns are called. */
interface ReportedFinding {
  readonly id: string;
  /** Of the part of the finding, unique in it; `undefined`: the row is the whole finding. */
  readonly partId: string | undefined;
  readonly title: string;
  /** `undefined`: not rated. */
  readonly level: Level | undefined;
  /** Whether it is still to be worked on. */
  readonly isOpen: boolean;
  /** `undefined`: its kind says all. */
  readonly rule: FindingRule | undefined;
  /** That something has a CVE, made when it is asked for; absent: it is no such finding. */
  readonly vexEntry?: () => VexEntry;
}

export interface ReportRow {
  readonly cells: readonly ReportCell[];
  readonly finding: ReportedFinding;
}

/** Rows of some findings: one each, or one for each part of theirs. */
export interface ReportRows {
  readonly rows: readonly ReportRow[];
  /** Parts that could not be read. */
  readonly unreadable: number;
}

export interface ReportPage extends ReportRows {
  /** Findings of the page that were looked at, whether or not they could be read. */
  readonly read: number;
  /** Findings that are in the report. */
  readonly written: number;
  /** Findings that could not be read. */
  readonly gaps: number;
}

/** One kind of finding in a report: its columns, and its rows page by page. */
export interface ReportKind {
  /** Of its tab. */
  readonly id: string;
  readonly title: string;
  /** What its findings are called after a number. */
  readonly noun: string;
  readonly headers: readonly string[];
  /** Names of the columns for programs, in the same order. They stay the same in other languages. */
  readonly keys: readonly string[];
  /** How many findings there are to read. */
  readonly total: number;
  /** Rejects with the failure of the page that could not be read. */
  pages(signal: AbortSignal): AsyncGenerator<ReportPage>;
}

/** Input of a report of one kind, besides the findings. */
export interface KindOptions {
  readonly services: Services;
  readonly context: TabContext;
  /** Whether each part of a finding gets its own row, where there are such parts. */
  readonly withParts: boolean;
}

/** What the parts of a finding add to its row, where a report lists them: the CVEs of a vulnerable component. */
export interface ReportParts<T> {
  readonly headers: readonly string[];
  /** As {@link ReportKind.keys}. */
  readonly keys: readonly string[];
  /** How many findings are read at once. */
  readonly groupSize: number;
  read(services: Services, items: readonly T[], signal: AbortSignal): Promise<ReadParts>;
}

/** A part of a finding. */
interface ReportPart {
  /** Unique in its finding. */
  readonly id: string;
  readonly cells: readonly ReportCell[];
  /** `undefined`: not rated. */
  readonly level: Level | undefined;
  readonly rule: FindingRule;
  readonly vexEntry: () => VexEntry;
}

interface ReadParts {
  /** By the finding's id; a finding without an entry has none. */
  readonly parts: ReadonlyMap<string, readonly ReportPart[]>;
  readonly unreadable: number;
}

/** What of a tab can be reported as it is on the page. */
export interface TabReport {
  readonly title: string;
  readonly noun: string;
  /** Why the list cannot be reported as it is shown, as a sentence; `undefined`: it can. */
  readonly unshownBecause: string | undefined;
  /** How many findings search and filters let through. */
  readonly shown: number;
  readonly selected: number;
  /** Search and filters in words; empty: none. */
  readonly narrowing: readonly string[];
  readonly hasParts: boolean;
  shownKind(options: KindOptions): Promise<ReportKind>;
  selectedKind(options: KindOptions): Promise<ReportKind>;
}
