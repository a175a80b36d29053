import { Link } from "@fluentui/react";
import type { RelatedAlerts } from "../../../Client/Alerts/alertService";
import { readableLine } from "../../../Client/Core/visibleText";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import { format } from "../../../Client/Core/format";
import type { RelatedAlert, SharedThing } from "../../../Client/Alerts/relatedAlerts";
import { CopyButton } from "../../Kit/Controls/CopyButton";
import { useChangeTabView } from "../../Kit/Model/dashboardView";
import { formatMoment } from "../../Kit/Controls/formatDate";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { lastKnown } from "../../Kit/Model/loadable";
import { LoadedPart } from "../../Kit/Screens/LoadedPart";
import { Section } from "../../Kit/Controls/Section";
import { useDetails } from "../../Kit/Session/useDetails";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { entityKindLabels } from "./entityKindLabels";
import { Investigation } from "./Investigation.resjson";

/** Alerts that belong together with this one, as a story in the order of time, with their number. It opens when there are any. */
export function RelatedSection({ alert }: { readonly alert: AlertDetails }) {
  const related = useDetails("relatedAlerts", alert.id, ({ alerts }, signal) =>
    alerts.related(alert, signal),
  );
  const count = lastKnown(related)?.alerts.length;
  const title =
    count === undefined
      ? Investigation.sectionRelated
      : format(Investigation.sectionRelatedMany, formatNumber(count));
  return (
    <Section title={title} startsOpen={count !== undefined && count > 0}>
      <LoadedPart
        load={related}
        loadingText={Investigation.relatedLoading}
        failedText={Investigation.relatedFailed}
      >
        {(value) => <Story alert={alert} related={value} />}
      </LoadedPart>
    </Section>
  );
}

interface Chapter {
  readonly alert: AlertDetails;
  /** `undefined`: it is the alert in question itself. */
  readonly shared: readonly SharedThing[] | undefined;
}

function Story({ alert, related }: { readonly alert: AlertDetails; readonly related: RelatedAlerts }) {
  const classes = useStyles(storyStyles);
  const chapters = chaptersOf(alert, related.alerts);
  return (
    <>
      <p className={classes.text}>
        {related.alerts.length === 0 ? Investigation.relatedNone : Investigation.relatedIntro}
      </p>
      {related.unreadable > 0 && (
        <p className={classes.text}>
          {format(Investigation.relatedUnreadable, formatNumber(related.unreadable))}
        </p>
      )}
      {related.alerts.length > 0 && (
        <>
          <ol className={classes.story} aria-label={Investigation.relatedTimeline}>
            {chapters.map((chapter) => (
              <ChapterLine key={chapter.alert.id} {...chapter} />
            ))}
          </ol>
          <CopyButton text={storyText(chapters)} label={Investigation.relatedCopy} />
        </>
      )}
    </>
  );
}

function ChapterLine({ alert, shared }: Chapter) {
  const classes = useStyles(storyStyles);
  const change = useChangeTabView("alerts");
  const title = readableLine(alert.title);
  return (
    <li className={classes.chapter} aria-current={shared === undefined ? "true" : undefined}>
      <span className={classes.time}>{timeText(alert)}</span>
      <span>
        {shared === undefined ? (
          <strong>{title}</strong>
        ) : (
          <Link
            styles={{ root: { textDecoration: "underline" } }}
            aria-label={format(Investigation.relatedOpen, title)}
            onClick={() => change({ type: "open", id: alert.id })}
          >
            {title}
          </Link>
        )}
        {` (${[alert.severity, becauseText(shared)].join("; ")})`}
      </span>
    </li>
  );
}

function chaptersOf(alert: AlertDetails, related: readonly RelatedAlert[]): readonly Chapter[] {
  const timeOf = ({ startTime }: AlertDetails) => startTime?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return [{ alert, shared: undefined }, ...related].sort(
    (left, right) => timeOf(left.alert) - timeOf(right.alert),
  );
}

function timeText({ startTime }: AlertDetails): string {
  return startTime ? formatMoment(startTime) : Investigation.timeUnknown;
}

function becauseText(shared: readonly SharedThing[] | undefined): string {
  if (shared === undefined) {
    return Investigation.relatedThis;
  }
  const things = shared.map(({ kind, name }) => {
    const label = kind === "workload" ? Investigation.workloadKind : entityKindLabels[kind];
    return format(Investigation.relatedThing, label, readableLine(name));
  });
  return format(Investigation.relatedShares, things.join(", "));
}

/** The story for a chat or a ticket: one line per alert. */
function storyText(chapters: readonly Chapter[]): string {
  return chapters
    .map(({ alert, shared }) =>
      format(
        Investigation.relatedLine,
        alert.startTime?.toISOString() ?? Investigation.timeUnknown,
        readableLine(alert.title),
        [alert.severity, becauseText(shared)].join("; "),
      ),
    )
    .join("\n");
}

const storyStyles = themeStyles((theme) => ({
  text: { margin: "0 0 8px" },
  story: { listStyle: "none", margin: 0, padding: 0 },
  chapter: { display: "flex", gap: 12, padding: "4px 0", overflowWrap: "anywhere", unicodeBidi: "isolate" },
  time: { color: theme.semanticColors.bodySubtext, flex: "0 0 150px" },
}));
