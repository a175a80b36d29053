import { ActionButton } from "@fluentui/react";
import { useForms } from "../Controls/useForms";
import type { ColumnLayout } from "../Model/columnLayout";
import type { Column } from "../Model/findingsTab";
import { formOnUse } from "../Screens/formOnUse";
import { GridTexts } from "./GridOptions.resjson";
import { useDensity } from "./useGridSettings";

const ColumnsOnUse = formOnUse(
  "columns",
  async () => (await import(/* webpackChunkName: "Actions" */ "./ColumnPanel")).ColumnPanel,
);

/** The way to choose which columns a grid shows, how, and how high its rows are. */
export function GridOptions<T>(props: {
  /** All that the grid could show. */
  readonly columns: readonly Column<T>[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
}) {
  const { columns, layout, onLayout } = props;
  const openForm = useForms();
  const [density, changeDensity] = useDensity();
  return (
    <ActionButton
      text={GridTexts.open}
      iconProps={{ iconName: "ColumnOptions" }}
      styles={{ root: { height: 28 } }}
      aria-haspopup="dialog"
      onClick={() =>
        openForm((close) => (
          <ColumnsOnUse
            columns={columns}
            layout={layout}
            density={density}
            onSave={(chosen) => {
              close();
              if (chosen.layout !== layout) {
                onLayout(chosen.layout);
              }
              if (chosen.density !== density) {
                changeDensity(chosen.density);
              }
            }}
            onClose={close}
          />
        ))
      }
    />
  );
}
