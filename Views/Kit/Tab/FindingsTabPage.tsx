import { ExternalLink } from "../Controls/ExternalLink";
import { FindingsView } from "./FindingsView";
import { Findings } from "../Screens/Findings.resjson";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { LoadingScreen } from "../Screens/LoadingScreen";
import { unreachable } from "../Model/loadable";
import {
  AwaitingScanScreen,
  CleanScreen,
  FailedScreen,
  NeverScannedScreen,
  NoPermissionScreen,
  NotCoveredScreen,
  PartlyCoveredScreen,
} from "../Screens/screens";
import { useScreen } from "../Screens/useScreen";
import { themeStyles, useStyles } from "../Controls/useStyles";

/** Everything below the tab strip, for any kind of finding. */
export function FindingsTabPage<T extends Finding>({ tab }: { readonly tab: FindingsTab<T> }) {
  const classes = useStyles(pageStyles);
  return (
    <div className={classes.page}>
      <p className={classes.description}>
        {tab.description} <ExternalLink href={tab.learnMore}>{Findings.learnMore}</ExternalLink>
      </p>
      <CurrentScreen tab={tab} />
    </div>
  );
}

function CurrentScreen<T extends Finding>({ tab }: { readonly tab: FindingsTab<T> }) {
  const { screen, refreshing } = useScreen(tab);
  switch (screen.kind) {
    case "loading":
      return <LoadingScreen noun={tab.noun} columns={tab.columns.length} />;
    case "noPermission":
      return <NoPermissionScreen noun={tab.noun} scope={tab.readScope} {...screen} />;
    case "failed":
      return <FailedScreen noun={tab.noun} {...screen} />;
    case "clean":
      return <CleanScreen {...tab.clean} noun={tab.noun} doubts={screen.doubts} />;
    case "notCovered":
      return <NotCoveredScreen noun={tab.noun} plans={tab.coverage.plans} />;
    case "partlyCovered":
      return <PartlyCoveredScreen noun={tab.noun} missing={screen.missing} />;
    case "neverScanned":
      return <NeverScannedScreen {...(tab.neverScanned ?? tab.clean)} />;
    case "awaitingScan":
      return (
        <AwaitingScanScreen
          noun={tab.noun}
          since={screen.since}
          needsFoundationalCspm={tab.neverScanned?.needsFoundationalCspm ?? false}
        />
      );
    case "findings":
      return <FindingsView tab={tab} {...screen} refreshing={refreshing} />;
    default:
      return unreachable(screen);
  }
}

const pageStyles = themeStyles(() => ({
  page: {
    display: "flex",
    flexDirection: "column",
    flex: 1,
    minHeight: 0,
    padding: "0 20px",
    // Only the grid gives way; where even that is not enough, the page scrolls.
    selectors: { "> *": { flexShrink: 0 } },
  },
  description: { margin: "12px 0 0" },
}));
