import {
  CommandBar,
  type ICommandBarItemProps,
  type ICommandBarStyles,
  type IContextualMenuItem,
} from "@fluentui/react";
import { useQueryClient } from "@tanstack/react-query";
import { FixPlanOnUse } from "../Features/FixPlan/FixPlanOnUse";
import { disabledProps } from "../Kit/Controls/disabledProps";
import type { RegisteredTab } from "../Kit/Model/findingsTab";
import { Report } from "../Kit/Report/Report.resjson";
import { useForms } from "../Kit/Controls/useForms";
import { ReportOnUse } from "../Kit/Report/ReportOnUse";
import type { CommandChoice, TabCommand } from "../Kit/Model/tabCommand";
import { useSafeLinks } from "../Kit/Session/useSafeLinks";
import { useOpenSettings } from "../Kit/Session/useOpenSettings";
import { themeStyles, useStyles } from "../Kit/Controls/useStyles";
import { Dashboard } from "./Dashboard.resjson";
import { useClusterGone } from "./ClusterGone";
import { useCopyLink } from "./useCopyLink";

/** Pages outside of the dashboard. */
const pages = [
  { key: "overview", text: Dashboard.overview, link: Dashboard.overviewLink },
  { key: "guides", text: Dashboard.guides, link: Dashboard.guidesLink },
];
const pageLinks = pages.map(({ link }) => link);

interface CommandsProps {
  readonly tabs: readonly RegisteredTab[];
  /** The one that is selected. */
  readonly tab: RegisteredTab;
  /** Text of what is seen, for a link; `undefined`: it would be too long. */
  readonly link: string | undefined;
}

/** The command bar: what can be done on the selected tab, then what can be done everywhere. Only what works is on it. */
export function DashboardCommands(props: CommandsProps) {
  // Nothing can be done about a cluster that doesn't exist.
  return useClusterGone() ? null : <Commands {...props} />;
}

function Commands(props: CommandsProps) {
  const { tabs, tab, link } = props;
  const queries = useQueryClient();
  const commands = tab.useCommands();
  const openSettings = useOpenSettings();
  const openForm = useForms();
  const copyLink = useCopyLink(link);
  const safeLinks = useSafeLinks(pageLinks);
  const classes = useStyles(roomStyles);
  const items: ICommandBarItemProps[] = [
    ...commands.map(toItem),
    {
      key: "fixPlan",
      text: Dashboard.fixPlan,
      iconProps: { iconName: "BulletedList2" },
      onClick: () => openForm((close) => <FixPlanOnUse tabs={tabs} onClose={close} />),
    },
    {
      key: "settings",
      text: Dashboard.settings,
      iconProps: { iconName: "Settings" },
      onClick: () => openSettings("cluster"),
    },
    {
      key: "report",
      text: Report.command,
      iconProps: { iconName: "Download" },
      onClick: () => openForm((close) => <ReportOnUse tabs={tabs} tab={tab} onClose={close} />),
    },
    {
      key: "refresh",
      text: Dashboard.refresh,
      iconProps: { iconName: "Refresh" },
      onClick: () => void queries.refetchQueries({ type: "active" }),
    },
    copyLink.item,
    ...pages.flatMap(({ key, text, link: page }) => {
      const href = safeLinks.get(page);
      return href === undefined ? [] : [external(key, text, href)];
    }),
  ];
  return (
    <div className={classes.room}>
      <CommandBar
        items={items}
        ariaLabel={Dashboard.commands}
        overflowButtonProps={{ ariaLabel: Dashboard.more }}
        styles={barStyles}
      />
      {copyLink.report}
    </div>
  );
}

/** Fluent draws the bar after it has measured it: its room is there before, so that nothing moves. */
const roomStyles = themeStyles(() => ({ room: { flexShrink: 0, minHeight: 41 } }));

/** Fluent measures the bar once, maybe before the fonts of icons are there: icons take their room all the same. */
const barStyles: ICommandBarStyles = {
  root: {
    padding: "0 8px",
    height: 40,
    selectors: { ".ms-Button-icon": { width: 16 }, ".ms-Button-menuIcon": { width: 12 } },
  },
};

/** A command that cannot be used stays in reach of the keyboard, so that its reason can be read. */
function toItem({ key, text, icon, disabledBecause, onSelect: does }: TabCommand): ICommandBarItemProps {
  return {
    key,
    text,
    iconProps: { iconName: icon },
    allowDisabledFocus: true,
    ...disabledProps(disabledBecause),
    ...(typeof does === "function"
      ? { onClick: disabledBecause === undefined ? does : () => undefined }
      : { subMenuProps: { items: does.map(toMenuItem) } }),
  };
}

function toMenuItem({ key, text, disabledBecause, onChoose }: CommandChoice): IContextualMenuItem {
  return {
    key,
    text,
    ...disabledProps(disabledBecause),
    onClick: onChoose,
  };
}

function external(key: string, text: string, href: string): ICommandBarItemProps {
  return {
    key,
    text,
    href,
    target: "_blank",
    rel: "noopener noreferrer",
    iconProps: { iconName: "NavigateExternalInline" },
  };
}
