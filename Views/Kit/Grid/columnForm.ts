import { format } from "../../../Client/Core/format";
import { columnsInOrder, usualLayout, withMoved, type ColumnLayout } from "../Model/columnLayout";
import type { Column } from "../Model/findingsTab";
import { GridTexts } from "./GridOptions.resjson";
import { usualSettings, type Density } from "./gridSettings";

/** What is entered in the form for columns. */
export interface ColumnForm {
  readonly layout: ColumnLayout;
  readonly density: Density;
  /** Keys of columns with an invalid width. */
  readonly invalid: readonly string[];
  /** What is said to those who can't see the columns move; empty: nothing. */
  readonly said: string;
  /** How often it was reset: fields begin anew with each. */
  readonly resets: number;
}

type ColumnFormChange<T> =
  | { readonly type: "layout"; readonly layout: ColumnLayout }
  | { readonly type: "density"; readonly density: Density }
  /** `to`: its place among all columns, from 0. */
  | {
      readonly type: "move";
      readonly columns: readonly Column<T>[];
      readonly column: Column<T>;
      readonly to: number;
    }
  | { readonly type: "validity"; readonly key: string; readonly isValid: boolean }
  | { readonly type: "reset" };

export function newColumnForm(shown: Pick<ColumnForm, "layout" | "density">): ColumnForm {
  const { layout, density } = shown;
  return { layout, density, invalid: [], said: "", resets: 0 };
}

export function changeColumnForm<T>(form: ColumnForm, change: ColumnFormChange<T>): ColumnForm {
  switch (change.type) {
    case "layout":
      return { ...form, layout: change.layout };
    case "density":
      return { ...form, density: change.density };
    case "move": {
      const { columns, column, to } = change;
      const ordered = columnsInOrder(columns, form.layout);
      const layout = withMoved(form.layout, columns, column.key, to - ordered.indexOf(column));
      return { ...form, layout, said: format(GridTexts.moved, column.label, to + 1, ordered.length) };
    }
    case "validity": {
      const others = form.invalid.filter((key) => key !== change.key);
      return { ...form, invalid: change.isValid ? others : [...others, change.key] };
    }
    case "reset": {
      const { density } = usualSettings;
      const resets = form.resets + 1;
      return { layout: usualLayout, density, invalid: [], said: GridTexts.wasReset, resets };
    }
  }
}
