/** Which rows are selected, and the ways to change that. */
export interface GridSelection<T> {
  isSelected(item: T): boolean;
  /** What the checkbox of a row is called. */
  labelOf(item: T): string;
  /** With `shiftKey`: from the row that was toggled last to this one. */
  toggle(item: T, event: { readonly shiftKey: boolean }): void;
  /** Whether all rows are selected; `undefined`: some. */
  readonly all: boolean | undefined;
  readonly allLabel: string;
  /** Selects all rows. */
  selectAll(): void;
  /** Selects all rows, or none when all are. */
  toggleAll(): void;
}
