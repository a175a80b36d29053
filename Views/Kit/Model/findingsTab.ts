import type { Counted } from "../Controls/formatNumber";
import type { TabContext } from "./tabContext";
import type { Loadable } from "./loadable";
import type { ComponentType, ReactNode } from "react";
import type { Level } from "../../../Client/Core/level";
import type { FindingsPage, Listing, PageCursor } from "../../../Client/Core/listing";
import type { FirstServices } from "../../../Client/services";
import type { FindingDepth } from "./findingDepth";
import type { FindingRule, ReportParts } from "../Report/report";
import type { TabCommand } from "./tabCommand";
import type { LaterCode } from "../Session/useCode";
import type { TriageOffers } from "../Triage/triage";
import type { TermName } from "../Terms/terms";

/** What every finding has. */
export interface Finding {
  /** ARM id, or another id that is unique within its tab. */
  readonly id: string;
}

export type CellValue = string | number | Date | undefined;

/** A column of the grid. `value` serves sorting, searching, filtering and export; `render` is only looks. */
export interface Column<T> {
  readonly key: string;
  readonly label: string;
  /** `undefined`: not known. It sorts last in both directions. */
  value(item: T): CellValue;
  render?(item: T): ReactNode;
  /** Text of the value where its own text is not what is shown, a date for example. */
  text?(item: T): string;
  /** Sorts by rank instead of by value, as for levels. Lower comes first in ascending order; `undefined` sorts last. */
  rank?(item: T): number | undefined;
  /** Preferred width in pixels. */
  readonly width: number;
  /** Narrowest width in pixels at which it can still be read, where all columns don't fit; absent: {@link width}. */
  readonly least?: number;
  /** Share of the room that is left over; absent: keeps its width. */
  readonly grow?: number;
  /** Its texts are long: where there is no room on one line they take two, in smaller type. */
  readonly isLong?: true;
  /** Names the row for screen readers. One column has it. */
  readonly isRowHeader?: boolean;
}

/** One pill of the filter row. An item passes when it has any of the chosen values. */
export interface Filter<T> {
  readonly key: string;
  readonly label: string;
  /** Pinned filters are always on the row; the others come by "Add filter". */
  readonly pinned: boolean;
  /** It isn't offered: what leads to a list chooses its values. */
  readonly isUnoffered?: true;
  valuesOf(item: T): readonly string[];
  /** Values in the order to offer; those not named follow in alphabetical order. */
  readonly order?: readonly string[];
  labelOf?(value: string): string;
  /** What tells a value from another one of the same label; absent: the value itself. */
  tellOf?(value: string): string;
}

/** A fact in the strip under the title of the details panel. */
export interface StripFact {
  readonly label: string;
  readonly content: ReactNode;
}

/** A plan of Defender for Cloud that finds something. */
export type FindingPlan = "containers" | "cspm";

/** Plans that must be enabled for findings to be found. */
export interface Coverage {
  /** One of these plans must be on for findings of this kind; empty: they are found without any plan. */
  readonly plans: readonly FindingPlan[];
  /** Configurations without which some of them are not found, by the names of `MissingConfiguration`. */
  readonly configurations: readonly string[];
}

/** What a tab may show differently for some findings. */
export type TabVariant<T extends Finding> = Pick<
  FindingsTab<T>,
  | "columns"
  | "filters"
  | "levelTitle"
  | "levelTerm"
  | "note"
  | "noteTerms"
  | "strip"
  | "urgent"
  | "resolvedFilter"
>;

/** Which column the grid is sorted by. */
export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** A value of a filter whose findings need attention first. The tab shows their number, and a press on it filters for them. */
export interface Urgent<T> {
  readonly filter: string;
  readonly value: string;
  isUrgent(item: T): boolean;
  /** How many there are, in words; `isPartial` while more may come. */
  text(count: number, isPartial: boolean): string;
}

/** What of the findings is still to be worked on, where lists hold more than that. */
export interface OpenFindings<T> {
  isOpen(item: T): boolean;
  /** The column in which the server counts them, and its value for those that are open. */
  readonly counted: { readonly column: string; readonly value: string };
  /** The filters that the list opens with: they let every open finding through. */
  filters(items: readonly T[]): Readonly<Record<string, readonly string[]>>;
  /** Said where none of them is open; `{0}` of the text is their number. */
  readonly none: ScreenText & { readonly showAll: string };
}

/** Title and text of a screen that takes the place of the grid. */
interface ScreenText {
  readonly title: string;
  readonly text: string;
}

/** Findings with what was changed here and lists do not show yet. */
export interface CurrentItems<T> {
  readonly items: readonly T[];
  /** What was read of how much of it the lists show by now. */
  readonly recent: Loadable<unknown>;
}

/**
 * All that makes one kind of finding different from the others. Grid, filters, counts, details panel and the CSV report
 * are derived from it, so a new tab is one folder and one line in `Views/Tabs/registry.ts`.
 */
export interface FindingsTab<T extends Finding> {
  /** Short and stable: it is part of links to a view. */
  readonly id: string;
  readonly title: string;
  /** One sentence that says what is listed. */
  readonly description: string;
  readonly learnMore: string;
  /** What the findings are called; `counted`: what is listed, after a number. */
  readonly noun: string;
  readonly counted: Counted;
  /** RBAC action without which the service shows nothing. */
  readonly readAction: string;
  /** Where the action must be allowed. Those who may act at the one may act at the other, not the reverse. */
  readonly readScope: "resourceGroup" | "subscription";
  /** RBAC action that shows those about nodes, in the cluster's node resource group. Absent: none of them are. */
  readonly nodesReadAction?: string;
  readonly coverage: Coverage;
  /** Worst first. */
  readonly levels: readonly Level[];
  readonly levelTitle: string;
  /** What of the title a newcomer may not know; absent: nothing. */
  readonly levelTerm?: TermName | undefined;
  /** Key of the column and of the filter that hold the level. */
  readonly levelKey: string;
  levelOf(item: T): Level;
  titleOf(item: T): string;
  /** What it is an instance of: reports for programs group by it. Absent: of its kind. */
  ruleOf?(item: T): FindingRule;
  readonly columns: readonly Column<T>[];
  readonly filters: readonly Filter<T>[];
  readonly sort: Sort;
  /** What depends on the findings or the plans: whether the level is a risk or a severity, for example. */
  forItems?(items: readonly T[], context: TabContext): TabVariant<T>;
  /** Takes the place of the summary by level. */
  readonly Summary?: ComponentType<{ readonly listing: Listing<T> }>;
  /** Findings that need attention before others, shown beside the summary; absent: the tab has none. */
  readonly urgent?: Urgent<T> | undefined;
  /**
   * Key of the filter that finds what does not fail any more: such findings are on screen only while it has a choice. Absent:
   * they are not shown.
   */
  readonly resolvedFilter?: string | undefined;
  /** What is open of the findings: numbers are of these, and the list opens with them. Absent: all of them. */
  readonly open?: OpenFindings<T>;
  /** What search and some filters need beyond the list; absent: the list has all of it. */
  readonly depth?: FindingDepth<T>;
  /** A line above the grid; absent: none. */
  readonly note?: string | undefined;
  /** What of the line a newcomer may not know; absent: nothing. */
  readonly noteTerms?: readonly TermName[] | undefined;
  /** A line under the grid; absent: none. */
  readonly footnote?: string;
  /** Width of the details panel in pixels; absent: the usual one. */
  readonly panelWidth?: number;
  /** Said when the cluster has no such findings. */
  readonly clean: ScreenText;
  /** Said when nothing was ever checked; absent: the service does not tell whether anything was. */
  readonly neverScanned?: NeverScannedText;
  loadPage(
    services: FirstServices,
    cursor: PageCursor | undefined,
    signal?: AbortSignal,
  ): Promise<FindingsPage<T>>;
  strip(item: T): readonly StripFact[];
  /** `load`: loads its code; absent: it's here. */
  readonly Details: ComponentType<{ readonly item: T }> & { readonly load?: () => Promise<unknown> };
  /** Loads what a report lists below a finding where it is asked to; absent: findings have no such parts. */
  readonly reportParts?: () => Promise<ReportParts<T>>;
  /** A hook that brings findings up to date with what was changed here and lists do not show yet; absent: they are as read. */
  readonly useCurrent?: (items: readonly T[]) => CurrentItems<T>;
  /** A hook that gives the commands for what is selected; absent: there are none, and none of these findings can be selected. */
  readonly useCommands?: (selected: Selected<T>) => readonly TabCommand[];
  /**
   * A hook that gives what keys do to findings: to those that are selected, else to the current one. It's loaded with the first press of
   * such a key, and in use as long as what one press asks for. Absent: these keys do nothing.
   */
  readonly triage?: LaterCode<(target: Selected<T>) => TriageOffers>;
}

/** The findings that a command would act on. */
export interface Selected<T> {
  readonly items: readonly T[];
  /** Those of them that the search and filters hide. */
  readonly hidden: readonly T[];
}

/** What is said when nothing was ever checked. */
export interface NeverScannedText extends ScreenText {
  /** Whether foundational CSPM does the checking: when it's off, waiting doesn't help. Absent: no. */
  readonly needsFoundationalCspm?: boolean;
}

/** A tab as the dashboard sees it, its kind of finding forgotten. */
export interface RegisteredTab {
  readonly id: string;
  readonly title: string;
  /** Keys of all columns that the tab can show with any plans. */
  readonly columnKeys: readonly string[];
  /** Keys of all filters that the tab may have. */
  readonly filterKeys: readonly string[];
  /** Reads the pages that follow the first; stands once on the page and shows nothing. */
  readonly FurtherPages: ComponentType;
  /** Everything below the tab strip. */
  readonly Page: ComponentType;
  /** The title with the number of findings. */
  readonly Label: ComponentType;
  /** The worst of them in the findings bar; selects the tab with that level filtered. */
  readonly Tile: ComponentType<{ readonly onSelect: () => void }>;
  /** A hook that gives the commands of the tab for what is selected on it. */
  readonly useCommands: () => readonly TabCommand[];
  /** What `take` makes of the kind of finding: for what only some of the time needs to know it, such as reports. */
  readonly withKind: <R>(take: <T extends Finding>(tab: FindingsTab<T>) => R) => R;
}
