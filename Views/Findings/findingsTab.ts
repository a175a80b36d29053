import type { ComponentType, ReactNode } from "react";
import type { Level } from "../../Client/Domain/level";
import type { FindingsPage, PageCursor } from "../../Client/Domain/listing";
import type { Services } from "../../Client/services";

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
  /** Sorts by rank instead of by value, as for levels. Lower comes first in ascending order. */
  rank?(item: T): number;
  /** Preferred width in pixels. */
  readonly width: number;
  /** Share of the room that is left over; absent: keeps its width. */
  readonly grow?: number;
  /** Names the row for screen readers. One column has it. */
  readonly isRowHeader?: boolean;
}

/** One pill of the filter row. An item passes when it has any of the chosen values. */
export interface Filter<T> {
  readonly key: string;
  readonly label: string;
  /** Pinned filters are always on the row; the others come by "Add filter". */
  readonly pinned: boolean;
  valuesOf(item: T): readonly string[];
  /** Values in the order to offer; those not named follow in alphabetical order. */
  readonly order?: readonly string[];
  labelOf?(value: string): string;
}

/** A fact in the strip under the title of the details panel. */
export interface StripFact {
  readonly label: string;
  readonly content: ReactNode;
}

/** Which column the grid is sorted by. */
export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/**
 * All that makes one kind of finding different from the others. Grid, filters, counts, details panel and (later) export
 * are derived from it, so a new tab is one folder and one line in `Tabs/registry.ts`.
 */
export interface FindingsTab<T extends Finding> {
  /** Short and stable: it is part of links to a view. */
  readonly id: string;
  readonly title: string;
  /** One sentence that says what is listed. */
  readonly description: string;
  readonly learnMore: string;
  /** What the findings are called after a number. */
  readonly noun: string;
  /** RBAC action without which the service shows nothing. */
  readonly readAction: string;
  /** Whether only Defender for Containers produces these findings, so that without the plan there are none. */
  readonly needsPlan: boolean;
  /** Worst first. */
  readonly levels: readonly Level[];
  readonly levelTitle: string;
  /** Key of the column and of the filter that hold the level. */
  readonly levelKey: string;
  levelOf(item: T): Level;
  titleOf(item: T): string;
  readonly columns: readonly Column<T>[];
  readonly filters: readonly Filter<T>[];
  readonly sort: Sort;
  /** What depends on the findings themselves: whether the level is a risk or a severity, for example. */
  forItems?(items: readonly T[]): Partial<Pick<FindingsTab<T>, "columns" | "filters" | "levelTitle">>;
  /** Said when the cluster has no such findings. */
  readonly clean: { readonly title: string; readonly text: string };
  loadPage(
    services: Services,
    cursor: PageCursor | undefined,
    signal?: AbortSignal,
  ): Promise<FindingsPage<T>>;
  strip(item: T): readonly StripFact[];
  readonly Details: ComponentType<{ readonly item: T }>;
}

/** A tab as the dashboard sees it, its kind of finding forgotten. */
export interface RegisteredTab {
  readonly id: string;
  readonly title: string;
  /** Everything below the tab strip. */
  readonly Page: ComponentType;
  /** The title with the number of findings. */
  readonly Label: ComponentType;
  /** The worst of them in the findings bar; selects the tab with that level filtered. */
  readonly Tile: ComponentType<{ readonly onSelect: () => void }>;
}
