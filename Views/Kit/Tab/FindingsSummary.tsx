import type { Listing } from "../../../Client/Core/listing";
import { themeStyles, useStyles } from "../Controls/useStyles";
import type { Finding, FindingsTab, Urgent } from "../Model/findingsTab";
import { LevelSummary } from "./LevelSummary";
import { UrgentCount } from "./UrgentCount";
import { TermButtons } from "../Terms/TermButton";

/** All findings of a tab in a few numbers, regardless of the search and filters. */
export function FindingsSummary<T extends Finding>(props: {
  readonly tab: FindingsTab<T>;
  readonly listing: Listing<T>;
  readonly onShowUrgent: (urgent: Urgent<T>) => void;
}) {
  const { tab, listing, onShowUrgent } = props;
  const classes = useStyles(summaryStyles);
  return (
    <>
      <div className={classes.summary}>
        {tab.Summary ? <tab.Summary listing={listing} /> : <LevelSummary tab={tab} listing={listing} />}
        {tab.urgent && (
          <UrgentCount
            urgent={tab.urgent}
            items={listing.items}
            isPartial={!listing.complete || listing.gaps.length > 0}
            onShow={onShowUrgent}
          />
        )}
      </div>
      {tab.note !== undefined && (
        <p className={classes.note}>
          {tab.note} <TermButtons named={tab.noteTerms ?? []} />
        </p>
      )}
    </>
  );
}

const summaryStyles = themeStyles((theme) => ({
  summary: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "32px",
  },
  note: { margin: 0, lineHeight: 20, color: theme.semanticColors.bodySubtext },
}));
