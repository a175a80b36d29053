import { MessageBar, MessageBarType } from "@fluentui/react";
import { FindingsView } from "./FindingsView";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { LoadingScreen } from "../Screens/LoadingScreen";
import { unreachable } from "../Model/loadable";
import {
  AwaitingScanScreen,
  CleanScreen,
  FailedScreen,
  NeverScannedScreen,
  NoPermissionScreen,
  NodesUnread,
  NotCoveredScreen,
  PartlyCoveredScreen,
} from "../Screens/screens";
import { nodesText } from "../Protection/useNodeSight";
import type { Screen } from "../Screens/screen";
import { useScreen } from "../Screens/useScreen";
import { TabDescription } from "./TabDescription";
import { themeStyles, useStyles } from "../Controls/useStyles";

/** Everything below the tab strip, for any kind of finding. */
export function FindingsTabPage<T extends Finding>({ tab }: { readonly tab: FindingsTab<T> }) {
  const classes = useStyles(pageStyles);
  return (
    <div className={classes.page}>
      <CurrentScreen tab={tab} />
    </div>
  );
}

/** Screens that what is filed of the nodes might add to. "clean" says it among its doubts. */
const mayLackNodes: ReadonlySet<Screen<unknown>["kind"]> = new Set([
  "awaitingScan",
  "findings",
  "neverScanned",
  "partlyCovered",
]);

function CurrentScreen<T extends Finding>({ tab }: { readonly tab: FindingsTab<T> }) {
  const shown = useScreen(tab);
  const notice = mayLackNodes.has(shown.screen.kind) ? nodesText(shown.nodes, tab.noun) : undefined;
  return (
    <>
      {shown.screen.kind !== "findings" && <TabDescription tab={tab} />}
      {notice !== undefined && (
        <MessageBar messageBarType={MessageBarType.warning} isMultiline styles={noticeStyles}>
          {notice}
          <NodesUnread nodes={shown.nodes} />
        </MessageBar>
      )}
      <ScreenOf tab={tab} shown={shown} />
    </>
  );
}

const noticeStyles = { root: { marginTop: 8 } };

function ScreenOf<T extends Finding>(props: {
  readonly tab: FindingsTab<T>;
  readonly shown: ReturnType<typeof useScreen<T>>;
}) {
  const { tab, shown } = props;
  const { screen, refreshing, nodes, rights } = shown;
  switch (screen.kind) {
    case "loading":
      return <LoadingScreen noun={tab.noun} columns={tab.columns.length} />;
    case "noPermission":
      return <NoPermissionScreen noun={tab.noun} scope={tab.readScope} {...screen} />;
    case "failed":
      return <FailedScreen noun={tab.noun} {...screen} />;
    case "clean":
      return (
        <CleanScreen {...tab.clean} noun={tab.noun} doubts={screen.doubts} nodes={nodes} rights={rights} />
      );
    case "notCovered":
      return <NotCoveredScreen noun={tab.noun} plans={tab.coverage.plans} />;
    case "partlyCovered":
      return <PartlyCoveredScreen noun={tab.noun} missing={screen.missing} />;
    case "neverScanned":
      return <NeverScannedScreen {...neverScannedLabels(tab)} />;
    case "awaitingScan":
      return (
        <AwaitingScanScreen
          noun={tab.noun}
          since={screen.since}
          needsFoundationalCspm={needsFoundationalCspm(tab)}
        />
      );
    case "findings":
      return <FindingsView tab={tab} {...screen} refreshing={refreshing} />;
    default:
      return unreachable(screen);
  }
}

function neverScannedLabels<T extends Finding>({ neverScanned, clean }: FindingsTab<T>) {
  return neverScanned ?? clean;
}

function needsFoundationalCspm<T extends Finding>({ neverScanned }: FindingsTab<T>): boolean {
  return neverScanned?.needsFoundationalCspm ?? false;
}

const pageStyles = themeStyles(() => ({
  page: {
    display: "flex",
    flexDirection: "column",
    flex: 1,
    minHeight: 0,
    padding: "4px 20px 0",
    // Only the grid gives way; where even that is not enough, the page scrolls.
    selectors: { "> *": { flexShrink: 0 } },
  },
}));
