import { readableText } from "../../../Client/Core/visibleText";
import { entityKinds, type Entity } from "../../../Client/Alerts/alert";
import { format } from "../../../Client/Core/format";
import { FactList } from "../../Kit/Controls/FactList";
import { Section } from "../../Kit/Controls/Section";
import { dividerColor, themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { Alerts } from "./Alerts.resjson";
import { entityKindLabels } from "../../Features/Investigation/entityKindLabels";

/** Related entities, one group per kind with its count. */
export function AlertEntities({ entities }: { readonly entities: readonly Entity[] }) {
  const classes = useStyles(entityStyles);
  if (entities.length === 0) {
    return <p className={classes.none}>{Alerts.noEntities}</p>;
  }
  const groups = entityKinds
    .map((kind) => ({ kind, members: entities.filter((entity) => entity.kind === kind) }))
    .filter(({ members }) => members.length > 0);
  return (
    <>
      {groups.map(({ kind, members }) => (
        <Section
          key={kind}
          level={4}
          startsOpen={false}
          title={format(Alerts.entityGroup, entityKindLabels[kind], members.length)}
        >
          <ul className={classes.members}>
            {members.map((member, index) => (
              <li key={index} className={classes.member}>
                <p className={classes.name}>{readableText(member.name)}</p>
                <FactList facts={member.facts} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

const entityStyles = themeStyles((theme) => ({
  none: { margin: 0 },
  members: { listStyle: "none", margin: 0, padding: 0 },
  member: {
    padding: "8px 0",
    selectors: { "& + &": { borderTop: `1px solid ${dividerColor(theme)}` } },
  },
  name: {
    fontWeight: 600,
    margin: "0 0 8px",
    overflowWrap: "anywhere",
    unicodeBidi: "isolate",
    whiteSpace: "pre-wrap",
  },
}));
