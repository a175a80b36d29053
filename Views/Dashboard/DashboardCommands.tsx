import { CommandBar, type ICommandBarItemProps } from "@fluentui/react";
import { useQueryClient } from "@tanstack/react-query";
import { Dashboard } from "./Dashboard.resjson";

/** The command bar. Only what works is on it. */
export function DashboardCommands() {
  const queries = useQueryClient();
  const items: ICommandBarItemProps[] = [
    {
      key: "refresh",
      text: Dashboard.refresh,
      iconProps: { iconName: "Refresh" },
      onClick: () => void queries.refetchQueries({ type: "active" }),
    },
    external("overview", Dashboard.overview, Dashboard.overviewLink),
    external("guides", Dashboard.guides, Dashboard.guidesLink),
  ];
  return (
    <CommandBar
      items={items}
      ariaLabel={Dashboard.commands}
      overflowButtonProps={{ ariaLabel: Dashboard.more }}
      styles={{ root: { padding: "0 8px", height: 40 } }}
    />
  );
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
