import { Link } from "@fluentui/react";
import type { Capability } from "../../../Client/DefenderPlan/capability";
import { checkFor } from "../../../Client/DefenderPlan/capabilityCheck";
import { format } from "../../../Client/Core/format";
import { CodeBlock } from "../../Kit/Controls/CodeBlock";
import { FactList } from "../../Kit/Controls/FactList";
import { Section } from "../../Kit/Controls/Section";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { useOpenSettings } from "../../Kit/Session/useOpenSettings";
import { Coverage as Text } from "./Coverage.resjson";
import { capabilityLabel, evidenceFact, isFixedInSettings, reasonText } from "./coverageTexts";

/** Why a part of the protection is as it is, what was seen, what fixes it, and how to find out what Azure doesn't tell. */
export function CapabilityDetails({ capability }: { readonly capability: Capability }) {
  const classes = useStyles(detailStyles);
  const { cluster } = useDashboard();
  const openSettings = useOpenSettings();
  const { name, reason, evidence } = capability;
  const label = capabilityLabel(name);
  const check = checkFor(capability, cluster);
  return (
    <>
      <p className={classes.reason}>{reasonText(capability)}</p>
      {evidence.length > 0 && (
        <div className={classes.evidence}>
          <FactList facts={evidence.map(evidenceFact)} />
        </div>
      )}
      {isFixedInSettings(reason) && (
        <Link className={classes.link} onClick={() => openSettings("cluster")}>
          {Text.openSettings}
        </Link>
      )}
      {check && (
        <Section title={format(Text.howToCheck, label)} level={4} startsOpen={false}>
          {Text[`${check.about}Check`]}
          <CodeBlock code={check.command} copyLabel={format(Text.copyCommand, label)} />
        </Section>
      )}
    </>
  );
}

const detailStyles = themeStyles(() => ({
  reason: { margin: 0 },
  evidence: { marginTop: 8 },
  link: { textDecoration: "underline" },
}));
