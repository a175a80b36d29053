import { useMemo, useReducer, useRef } from "react";
import { fillIn } from "../../../Client/Core/fillIn";
import type { Vulnerability } from "../../../Client/Vulnerabilities/vulnerability";
import { usualLayout, withWidth } from "../../Findings/columnLayout";
import { FilterRow } from "../../Findings/FilterRow";
import { FindingsGrid } from "../../Findings/FindingsGrid";
import { Findings } from "../../Findings/Findings.resjson";
import type { Sort } from "../../Findings/findingsTab";
import { formatNumber } from "../../Findings/formatNumber";
import { useDensity } from "../../Findings/GridOptions/useGridSettings";
import { LiveStatus } from "../../Findings/LiveStatus";
import { FilteredToNoneScreen } from "../../Findings/screens";
import { changeTabView, untouchedView } from "../../Findings/tabView";
import type { GridHandle } from "../../Findings/useGridKeyboard";
import { themeStyles, useStyles } from "../../Findings/useStyles";
import { visibleItems } from "../../Findings/visibleItems";
import { cveColumns, cveFilters } from "./cveColumns";
import { CveDetails } from "./CveDetails";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

const list = { columns: cveColumns, filters: cveFilters, noun: Vulnerabilities.cveNoun };
const worstFirst: Sort = { column: "severity", descending: false };

/** All CVEs of a component: sorted, filtered and searched like the findings themselves; one opens below the grid. */
export function CveGrid({ vulnerabilities }: { readonly vulnerabilities: readonly Vulnerability[] }) {
  const classes = useStyles(gridStyles);
  const [view, change] = useReducer(changeTabView, untouchedView);
  const grid = useRef<GridHandle>(null);
  const [density] = useDensity();
  const { search, filters, sort = worstFirst, columns = usualLayout } = view;
  const items = useMemo(
    () => visibleItems({ ...list, sort: worstFirst }, vulnerabilities, { search, filters, sort }),
    [vulnerabilities, search, filters, sort],
  );
  const open = vulnerabilities.find(({ id }) => id === view.open);
  return (
    <>
      <FilterRow tab={list} itemsFor={() => vulnerabilities} view={view} change={change} />
      <LiveStatus text={statusText(items.length, vulnerabilities.length)} />
      {items.length > 0 ? (
        <div className={classes.grid}>
          <FindingsGrid
            title={Vulnerabilities.cveNoun}
            columns={cveColumns}
            items={items}
            sort={sort}
            open={view.open}
            handle={grid}
            density={density}
            widths={columns.widths}
            onResize={(key, width) => change({ type: "columns", columns: withWidth(columns, key, width) })}
            onSort={(chosen) => change({ type: "sort", sort: chosen })}
            onOpen={({ id }) => change({ type: "open", id })}
          />
        </div>
      ) : (
        <FilteredToNoneScreen
          noun={list.noun}
          count={vulnerabilities.length}
          onClear={() => change({ type: "reset" })}
        />
      )}
      {open && (
        <CveDetails
          vulnerability={open}
          onClose={() => {
            change({ type: "close" });
            grid.current?.focusRow(open.id);
          }}
        />
      )}
    </>
  );
}

function statusText(visible: number, total: number): string {
  return visible === total
    ? fillIn(Findings.countAll, formatNumber(total), list.noun)
    : fillIn(Findings.countSome, formatNumber(visible), formatNumber(total), list.noun);
}

const gridStyles = themeStyles(() => ({
  grid: { display: "flex", flexDirection: "column", height: 340 },
}));
