import { Link, MessageBar, MessageBarButton, MessageBarType } from "@fluentui/react";
import { useState } from "react";
import type { MissingConfiguration } from "../../../Client/Core/defenderPlan";
import type { Failure } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import type { Listing } from "../../../Client/Core/listing";
import { missingText } from "../Protection/configurationNames";
import { FailureBanner } from "./FailureBanner";
import { Findings } from "./Findings.resjson";
import { formatTime } from "../Controls/formatDate";
import { formatNumber, nounFor, type Counted } from "../Controls/formatNumber";
import type { Loadable } from "../Model/loadable";
import { themeStyles, useStyles } from "../Controls/useStyles";
import type { Lost } from "../Session/useFindings";
import { useOpenSettings } from "../Session/useOpenSettings";

/** What is missing from a list that is shown all the same. */
export function Banners<T>(props: {
  readonly listing: Listing<T>;
  readonly lost: Lost | undefined;
  readonly recent?: Loadable<unknown> | undefined;
  readonly missing: readonly MissingConfiguration[];
  readonly noun: string;
  readonly counted: Counted;
  /** What search and filters need beyond the list; absent: they need nothing. */
  readonly search?: Loadable<unknown> | undefined;
  /** Said where that could not be read. */
  readonly searchFailed?: string;
}) {
  const { listing, lost, recent, missing, noun, counted, search, searchFailed = "" } = props;
  const classes = useStyles(bannerStyles);
  const openSettings = useOpenSettings();
  return (
    <div className={classes.banners}>
      {lost && <FailureBanner {...lost} text={lostText(lost, listing, { noun, counted })} />}
      <UnreadBanner load={recent} text={Findings.recentFailed} />
      <UnreadBanner load={search} text={searchFailed} />
      {listing.gaps.length > 0 && <GapsBanner gaps={listing.gaps} />}
      {missing.length > 0 && (
        <MessageBar
          messageBarType={MessageBarType.info}
          isMultiline
          actions={<MessageBarButton text={Findings.openSettings} onClick={() => openSettings("cluster")} />}
        >
          {missingText(
            missing,
            { off: Findings.missingFindings, notReported: Findings.unreportedFindings },
            noun,
          )}
        </MessageBar>
      )}
    </div>
  );
}

/** What could not be read, or not again; nothing for all else. */
function UnreadBanner(props: { readonly load: Loadable<unknown> | undefined; readonly text: string }) {
  const { load, text } = props;
  const isUnread = load?.status === "failed" || load?.status === "outdated";
  return isUnread ? <FailureBanner {...load} text={text} /> : null;
}

function lostText<T>(
  lost: Lost,
  listing: Listing<T>,
  { noun, counted }: { readonly noun: string; readonly counted: Counted },
): string {
  if (lost.part === "moved") {
    return format(Findings.moved, formatNumber(listing.unseen ?? 0), noun);
  }
  return lost.part === "refresh"
    ? format(Findings.refreshFailed, formatTime(listing.asOf))
    : format(
        Findings.missingPages,
        formatNumber(listing.items.length),
        formatNumber(listing.total),
        nounFor(listing.total, counted),
      );
}

function GapsBanner({ gaps }: { readonly gaps: readonly Failure[] }) {
  const [shown, setShown] = useState(false);
  const text = gaps.length === 1 ? Findings.gapsOne : format(Findings.gapsMany, formatNumber(gaps.length));
  return (
    <MessageBar messageBarType={MessageBarType.warning} isMultiline>
      {text}{" "}
      {!shown && (
        <Link styles={{ root: { textDecoration: "underline" } }} onClick={() => setShown(true)}>
          {Findings.gapsShow}
        </Link>
      )}
      {shown && (
        <ul>
          {gaps.map((gap, index) => (
            <li key={index}>{gap.message}</li>
          ))}
        </ul>
      )}
    </MessageBar>
  );
}

const bannerStyles = themeStyles(() => ({
  banners: {
    display: "flex",
    flexDirection: "column",
    gap: 8,
    selectors: { "> :first-child": { marginTop: 8 } },
  },
}));
