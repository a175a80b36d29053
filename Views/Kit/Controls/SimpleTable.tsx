import type { ReactNode } from "react";
import { readableLine } from "../../../Client/Core/visibleText";
import { dividerColor, themeStyles, useStyles } from "./useStyles";

/** A short table, for details. Longer lists are grids. */
export function SimpleTable(props: {
  /** What it lists, for screen readers. */
  readonly caption: string;
  readonly headers: readonly string[];
  /** Cells in the order of the headers. A plain text counts as one of the service: what `Intl` formatted is an element. */
  readonly rows: readonly (readonly ReactNode[])[];
}) {
  const { caption, headers, rows } = props;
  const classes = useStyles(tableStyles);
  return (
    <div className={classes.scroller}>
      <table className={classes.table} aria-label={caption}>
        <thead>
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col" className={classes.header}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={headers[column]} className={classes.cell}>
                  {typeof cell === "string" ? readableLine(cell) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const tableStyles = themeStyles((theme) => ({
  scroller: { overflowX: "auto" },
  table: { ...theme.fonts.medium, borderCollapse: "collapse", width: "100%" },
  header: {
    fontWeight: 600,
    textAlign: "start",
    padding: "4px 12px 4px 0",
    // A word stays whole; what is too wide for its place scrolls.
    overflowWrap: "normal",
    wordBreak: "keep-all",
    borderBottom: `1px solid ${dividerColor(theme)}`,
  },
  // Names come from deployments: isolate their text direction, show them as they are.
  cell: {
    padding: "4px 12px 4px 0",
    verticalAlign: "top",
    overflowWrap: "break-word",
    unicodeBidi: "isolate",
    borderBottom: `1px solid ${dividerColor(theme)}`,
  },
}));
