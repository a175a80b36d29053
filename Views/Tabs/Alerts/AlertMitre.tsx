import { readableLine } from "../../../Client/Core/visibleText";
import { labelOf } from "../../../Client/Core/label";
import { ExternalLink } from "../../Kit/Controls/ExternalLink";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { Alerts } from "./Alerts.resjson";

/** Tactics by name, techniques by their ATT&CK number with a link to what they are. */
export function AlertMitre(props: {
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
}) {
  const { tactics, techniques } = props;
  const classes = useStyles(mitreStyles);
  if (tactics.length === 0 && techniques.length === 0) {
    return <p className={classes.none}>{Alerts.noMitre}</p>;
  }
  return (
    <dl className={classes.list}>
      {tactics.length > 0 && (
        <div>
          <dt className={classes.term}>{Alerts.tactics}</dt>
          {tactics.map((tactic) => (
            <dd key={tactic} className={classes.item}>
              {readableLine(labelOf(tactic))}
            </dd>
          ))}
        </div>
      )}
      {techniques.length > 0 && (
        <div>
          <dt className={classes.term}>{Alerts.techniques}</dt>
          {techniques.map((technique) => (
            <dd key={technique} className={classes.item}>
              <Technique id={technique} />
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}

/** `T1059.004` has its page at `/techniques/T1059/004/`. Anything that is not such a number stays text. */
function Technique({ id }: { readonly id: string }) {
  const match = /^(T\d{4})(?:\.(\d{3}))?$/.exec(id);
  if (!match) {
    return <>{readableLine(id)}</>;
  }
  const [, technique = "", sub] = match;
  const path = sub === undefined ? technique : `${technique}/${sub}`;
  return <ExternalLink href={`https://attack.mitre.org/techniques/${path}/`}>{id}</ExternalLink>;
}

const mitreStyles = themeStyles((theme) => ({
  none: { margin: 0 },
  list: { display: "flex", flexWrap: "wrap", gap: "12px 48px", margin: 0 },
  term: { color: theme.semanticColors.bodySubtext, fontSize: 12 },
  item: { margin: 0 },
}));
