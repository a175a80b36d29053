import { Pivot, PivotItem, type IPivotStyles } from "@fluentui/react";
import type { RegisteredTab } from "../Kit/Model/findingsTab";
import { themeStyles, useStyles } from "../Kit/Controls/useStyles";
import { Dashboard } from "./Dashboard.resjson";

/** The tab strip with the number of findings on each tab, and the selected tab below it. */
export function DashboardTabs(props: {
  readonly tabs: readonly RegisteredTab[];
  readonly selected: string;
  readonly onSelect: (tab: string) => void;
}) {
  const { tabs, selected, onSelect } = props;
  const classes = useStyles(tabStyles);
  return (
    <Pivot
      aria-label={Dashboard.findings}
      data-tour="tabs"
      selectedKey={selected}
      className={classes.tabs}
      styles={pivotStyles(classes.item)}
      overflowBehavior="menu"
      overflowAriaLabel={Dashboard.moreFindings}
      onLinkClick={(item) => {
        if (item?.props.itemKey !== undefined) {
          onSelect(item.props.itemKey);
        }
      }}
    >
      {tabs.map(({ id, title, Label, Page }) => (
        <PivotItem
          key={id}
          itemKey={id}
          headerText={title}
          onRenderItemLink={() => <Label />}
          className={classes.page}
        >
          <Page />
        </PivotItem>
      ))}
    </Pivot>
  );
}

/** Its texts begin where the content begins. */
function pivotStyles(itemContainer: string): Partial<IPivotStyles> {
  const link = { height: 36, lineHeight: 36 };
  return { root: { padding: "0 20px" }, link, linkIsSelected: link, itemContainer };
}

const fill = { display: "flex", flexDirection: "column" as const, flex: 1, minHeight: 0 };

const tabStyles = themeStyles(() => ({
  tabs: fill,
  item: { ...fill, selectors: { "> div": fill } },
  page: fill,
}));
