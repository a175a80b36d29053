import { isUsual, type ColumnLayout } from "../Kit/Model/columnLayout";
import { tabViewOf, type DashboardView } from "../Kit/Model/dashboardView";
import { untouchedView, type TabView } from "../Kit/Model/tabView";
import { toField } from "./viewTextField";

/**
 * A view as text for a link. Parts are separated by `~`, the fields of a part by `.`; none of these is changed in an address.
 *
 *     1~t.alerts~q.crypto~f.severity.High.Medium~d.startTime~o.<id>~v.compliance~h.owner~z
 *
 * The version; `t` the selected tab, `v` another one; then, of that tab, `q` search, `f` a filter and its values, `a` or `d` the
 * column it is sorted by, `c` the order of its columns, `h` those hidden, `w` their widths, `o` the open finding; `z` the end.
 * Each part is read by itself, so that a link that was cut or changed still says what it can.
 */
export const viewTextVersion = "1";

/** Addresses may be longer; chats and mails cut them. */
export const longestViewText = 8000;

/** The text of a view; empty for the usual one, `undefined` where it would be too long for a link. `first`: the usual tab. */
export function viewToText(view: DashboardView, first: string): string | undefined {
  const others = Object.keys(view.tabs).filter((id) => id !== view.tab);
  const own = partsOf(tabViewOf(view, view.tab));
  const rest = others.flatMap((id) => {
    const parts = partsOf(tabViewOf(view, id));
    return parts.length === 0 ? [] : [part("v", id), ...parts];
  });
  if (view.tab === first && own.length + rest.length === 0) {
    return "";
  }
  const text = [viewTextVersion, part("t", view.tab), ...own, ...rest, "z"].join("~");
  return text.length > longestViewText ? undefined : text;
}

function partsOf({ search, filters, sort, columns, open }: TabView): readonly string[] {
  return [
    ...(search === untouchedView.search ? [] : [part("q", search)]),
    ...Object.entries(filters).map(([key, values]) => part("f", key, ...values)),
    ...(sort ? [part(sort.descending ? "d" : "a", sort.column)] : []),
    ...(columns ? layoutParts(columns) : []),
    ...(open === undefined ? [] : [part("o", open)]),
  ];
}

function layoutParts(layout: ColumnLayout): readonly string[] {
  const { order, hidden, widths } = layout;
  return [
    // An empty order means the default columns, overriding the reader's settings.
    ...(order.length > 0 || isUsual(layout) ? [part("c", ...order)] : []),
    ...(hidden.length > 0 ? [part("h", ...hidden)] : []),
    ...(Object.keys(widths).length > 0
      ? [part("w", ...Object.entries(widths).flatMap(([key, width]) => [key, String(width)]))]
      : []),
  ];
}

function part(kind: string, ...fields: readonly string[]): string {
  return [kind, ...fields.map(toField)].join(".");
}
