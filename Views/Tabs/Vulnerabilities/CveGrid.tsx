import { useMemo, useReducer, useRef } from "react";
import { format } from "../../../Client/Core/format";
import type { Vulnerability } from "../../../Client/Vulnerabilities/vulnerability";
import { usualLayout, withWidth } from "../../Kit/Model/columnLayout";
import { FilterRow } from "../../Kit/Filters/FilterRow";
import { FindingsGrid } from "../../Kit/Grid/FindingsGrid";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import type { Sort } from "../../Kit/Model/findingsTab";
import { formatNumber, nounFor } from "../../Kit/Controls/formatNumber";
import { useDensity } from "../../Kit/Grid/useGridSettings";
import { LiveStatus } from "../../Kit/Controls/LiveStatus";
import { FilteredToNoneScreen } from "../../Kit/Screens/screens";
import { changeTabView, untouchedView } from "../../Kit/Model/tabView";
import type { GridHandle } from "../../Kit/Grid/useGridKeyboard";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { visibleItems } from "../../Kit/Model/visibleItems";
import { cveColumns, cveFilters } from "./cveColumns";
import { CveDetails } from "./CveDetails";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

const list = { columns: cveColumns, filters: cveFilters, noun: Vulnerabilities.cveNoun };
const counted = { one: Vulnerabilities.cveOne, many: Vulnerabilities.cveNoun };
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
          counted={counted}
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
  const noun = nounFor(total, counted);
  return visible === total
    ? format(Findings.countAll, formatNumber(total), noun)
    : format(Findings.countSome, formatNumber(visible), formatNumber(total), noun);
}

const gridStyles = themeStyles(() => ({
  grid: { display: "flex", flexDirection: "column", height: 340 },
}));
