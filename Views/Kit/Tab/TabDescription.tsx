import { ExternalLink } from "../Controls/ExternalLink";
import { themeStyles, useStyles } from "../Controls/useStyles";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { Findings } from "../Screens/Findings.resjson";

/** What a tab lists, and where to learn more of it. */
export function TabDescription<T extends Finding>({
  tab,
}: {
  readonly tab: Pick<FindingsTab<T>, "description" | "learnMore">;
}) {
  const classes = useStyles(descriptionStyles);
  return (
    <p className={classes.description}>
      {tab.description} <ExternalLink href={tab.learnMore}>{Findings.learnMore}</ExternalLink>
    </p>
  );
}

const descriptionStyles = themeStyles(() => ({ description: { margin: 0, lineHeight: 20 } }));
