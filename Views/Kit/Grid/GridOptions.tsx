import { ActionButton } from "@fluentui/react";
import { useState } from "react";
import type { ColumnLayout } from "../Model/columnLayout";
import type { Column } from "../Model/findingsTab";
import { ColumnPanel } from "./ColumnPanel";
import { GridTexts } from "./GridOptions.resjson";
import { useDensity } from "./useGridSettings";

/** The way to choose which columns a grid shows, how, and how high its rows are. */
export function GridOptions<T>(props: {
  /** All that the grid could show. */
  readonly columns: readonly Column<T>[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
}) {
  const { columns, layout, onLayout } = props;
  const [isOpen, setOpen] = useState(false);
  const [density, changeDensity] = useDensity();
  return (
    <>
      <ActionButton
        text={GridTexts.open}
        iconProps={{ iconName: "ColumnOptions" }}
        styles={{ root: { height: 28 } }}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <ColumnPanel
          columns={columns}
          layout={layout}
          density={density}
          onSave={(chosen) => {
            setOpen(false);
            if (chosen.layout !== layout) {
              onLayout(chosen.layout);
            }
            if (chosen.density !== density) {
              changeDensity(chosen.density);
            }
          }}
          onCancel={() => setOpen(false)}
        />
      )}
    </>
  );
}
