import { Pivot, PivotItem, type IPivotStyles } from "@fluentui/react";
import { memo } from "react";
import type { RegisteredTab } from "../Kit/Model/findingsTab";
import { themeStyles, useStyles } from "../Kit/Controls/useStyles";
import { Dashboard } from "./Dashboard.resjson";

/** The tab strip with the number of findings on each tab, and the selected tab below it. */
export const DashboardTabs = memo(function DashboardTabs(props: {
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
});

/** Between tabs, in pixels. */
const gap = 24;

/**
 * Its texts begin where the content begins. Where Fluent measures how many tabs fit it counts neither the padding around all, from
 * right to left, nor the gap before the button for the others: so the first is a margin, and the second is a part of the button.
 */
function pivotStyles(itemContainer: string): Partial<IPivotStyles> {
  const link = { height: 36, lineHeight: 36, marginRight: gap };
  const overflowMenuButton = {
    width: gap + 24,
    marginLeft: -gap,
    marginRight: 0,
    paddingLeft: gap,
    paddingRight: 0,
  };
  return { root: { margin: "0 20px" }, link, linkIsSelected: link, overflowMenuButton, itemContainer };
}

const fill = { display: "flex", flexDirection: "column" as const, flex: 1, minHeight: 0 };

const tabStyles = themeStyles(() => ({
  tabs: fill,
  item: { ...fill, selectors: { "> div": fill } },
  page: fill,
}));
