import { DefaultButton, PrimaryButton } from "@fluentui/react";
import { planActions } from "../../../Client/DefenderPlan/planEditing";
import { allowsAction } from "../../../Client/Core/rbac";
import { format } from "../../../Client/Core/format";
import { ExternalLink } from "../../Kit/Controls/ExternalLink";
import { FactList } from "../../Kit/Controls/FactList";
import { useOpenSettings } from "../../Kit/Session/useOpenSettings";
import { usePermissions } from "../../Kit/Session/permissionsQuery";
import { dividerColor, themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { PrerequisiteTexts as Text } from "./Prerequisites.resjson";
import { TermButton } from "../../Kit/Terms/TermButton";

const ways = [
  {
    title: Text.containersTitle,
    scope: Text.containersScope,
    gives: Text.containersGives,
    term: undefined,
    Start: StartHere,
  },
  {
    title: Text.cspmTitle,
    scope: Text.cspmScope,
    gives: Text.cspmGives,
    term: "cspm",
    Start: StartElsewhere,
  },
] as const;

/** In place of the dashboard when no plan would find anything: both ways to begin, and who may take them. */
export function Prerequisites() {
  const classes = useStyles(pageStyles);
  return (
    <section className={classes.page} aria-label={Text.title}>
      <h2 className={classes.title}>{Text.title}</h2>
      <p>{Text.text}</p>
      <h3 className={classes.subtitle}>{Text.waysTitle}</h3>
      <div className={classes.ways}>
        {ways.map(({ title, scope, gives, term, Start }) => (
          <article key={title} className={classes.way}>
            <div className={classes.heading}>
              <h4 className={classes.subtitle}>{title}</h4>
              {term && <TermButton term={term} />}
            </div>
            <FactList
              facts={[
                { name: Text.gives, value: gives },
                { name: Text.scope, value: scope },
                { name: Text.who, value: Text.whoText },
              ]}
            />
            <p className={classes.links}>
              <Start />
            </p>
          </article>
        ))}
      </div>
      <p>
        <OwnRights />
      </p>
      <p className={classes.links}>
        <ExternalLink href={Text.learnMoreLink}>{Text.learnMore}</ExternalLink>
      </p>
    </section>
  );
}

/** Defender for Containers is enabled in its settings, which say who has the right. */
function StartHere() {
  const openSettings = useOpenSettings();
  return (
    <>
      <PrimaryButton text={Text.forCluster} onClick={() => openSettings("cluster", "enable")} />
      <DefaultButton text={Text.forSubscription} onClick={() => openSettings("subscription", "enable")} />
    </>
  );
}

/** Defender CSPM has its settings in Defender for Cloud. */
function StartElsewhere() {
  return <ExternalLink href={Text.openLink}>{Text.open}</ExternalLink>;
}

/** Whether the user has the right to enable it. */
function OwnRights() {
  const rights = usePermissions("subscription", true);
  switch (rights.status) {
    case "loading":
      return null;
    case "failed":
    case "outdated":
      return <>{format(Text.rightsUnknown, rights.failure.message)}</>;
    case "ready":
      return (
        <>
          {allowsAction(rights.value, planActions.save)
            ? Text.mayText
            : format(Text.mayNotText, planActions.save)}
        </>
      );
  }
}

const pageStyles = themeStyles((theme) => ({
  page: { padding: "24px 20px", maxWidth: 960, lineHeight: 20 },
  title: { ...theme.fonts.xLarge, fontWeight: 600, margin: "0 0 8px" },
  heading: { display: "flex", alignItems: "baseline", gap: 4 },
  subtitle: { ...theme.fonts.mediumPlus, fontWeight: 600, margin: "16px 0 8px" },
  ways: { display: "flex", flexWrap: "wrap", gap: 16 },
  way: {
    flex: "1 1 320px",
    padding: "0 16px 16px",
    border: `1px solid ${dividerColor(theme)}`,
    borderRadius: 2,
  },
  links: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 24px", margin: "16px 0 0" },
}));
