import { ChoiceGroup, DefaultButton, PrimaryButton } from "@fluentui/react";
import { useReducer } from "react";
import { columnsInOrder, type ColumnLayout } from "../Model/columnLayout";
import type { Column } from "../Model/findingsTab";
import { FormPanel } from "../Controls/FormPanel";
import { LiveStatus } from "../Controls/LiveStatus";
import { themeStyles, useStyles } from "../Controls/useStyles";
import { changeColumnForm, newColumnForm } from "./columnForm";
import { ColumnLine } from "./ColumnLine";
import { GridTexts } from "./GridOptions.resjson";
import { densities, type Density } from "./gridSettings";

interface Chosen {
  readonly layout: ColumnLayout;
  readonly density: Density;
}

const densityLabels: Readonly<Record<Density, string>> = {
  normal: GridTexts.densityNormal,
  compact: GridTexts.densityCompact,
};

/** Which columns are shown, in which order and how wide, and how high the rows are. Nothing changes before it is saved. */
export function ColumnPanel<T>(
  props: Chosen & {
    readonly columns: readonly Column<T>[];
    readonly onSave: (chosen: Chosen) => void;
    readonly onClose: () => void;
  },
) {
  const { columns, onSave, onClose } = props;
  const classes = useStyles(panelStyles);
  const [form, dispatch] = useReducer(changeColumnForm<T>, props, newColumnForm);
  const { layout, density, invalid, said, resets } = form;
  const ordered = columnsInOrder(columns, layout);
  const move = (column: Column<T>, to: number) => dispatch({ type: "move", columns, column, to });
  return (
    <FormPanel
      title={GridTexts.title}
      size="usual"
      onDismiss={onClose}
      foot={
        <div className={classes.foot}>
          <PrimaryButton
            text={GridTexts.save}
            disabled={invalid.length > 0}
            onClick={() => onSave({ layout, density })}
          />
          <DefaultButton text={GridTexts.cancel} onClick={onClose} />
          <DefaultButton text={GridTexts.reset} onClick={() => dispatch({ type: "reset" })} />
        </div>
      }
    >
      <ChoiceGroup
        label={GridTexts.density}
        styles={{ flexContainer: classes.choices }}
        options={densities.map((key) => ({ key, text: densityLabels[key] }))}
        selectedKey={density}
        onChange={(_, option) => {
          const chosen = densities.find((name) => name === option?.key);
          dispatch({ type: "density", density: chosen ?? density });
        }}
      />
      <div className={classes.head}>
        <h2 className={classes.title}>{GridTexts.columns}</h2>
        <span className={classes.widths} aria-hidden>
          {GridTexts.widths}
        </span>
      </div>
      <ol key={resets} className={classes.columns} aria-label={GridTexts.columns}>
        {ordered.map((column, position) => (
          <ColumnLine
            key={column.key}
            column={column}
            layout={layout}
            onChange={(next) => dispatch({ type: "layout", layout: next })}
            onValid={(isValid) => dispatch({ type: "validity", key: column.key, isValid })}
            onUp={position === 0 ? undefined : () => move(column, position - 1)}
            onDown={position === ordered.length - 1 ? undefined : () => move(column, position + 1)}
          />
        ))}
      </ol>
      <LiveStatus text={said} />
      <p className={classes.hint}>{GridTexts.hint}</p>
    </FormPanel>
  );
}

const panelStyles = themeStyles((theme) => ({
  foot: { display: "flex", flexWrap: "wrap", gap: 8 },
  choices: { display: "flex", gap: 24 },
  head: { display: "flex", alignItems: "baseline", margin: "20px 0 4px" },
  title: { ...theme.fonts.medium, fontWeight: 600, flex: 1, margin: 0 },
  // Over the fields: as wide as one and the two buttons beside it.
  widths: { width: 160, color: theme.semanticColors.bodySubtext },
  columns: { listStyle: "none", margin: 0, padding: 0 },
  hint: { color: theme.semanticColors.bodySubtext, margin: "8px 0" },
}));
