import { ActionButton, DefaultButton, hiddenContentStyle, Icon, Shimmer } from "@fluentui/react";
import { capabilityNames, type CapabilityName } from "../../../Client/DefenderPlan/capability";
import { format } from "../../../Client/Core/format";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { FormPanel } from "../../Kit/Controls/FormPanel";
import { LiveStatus } from "../../Kit/Controls/LiveStatus";
import { dividerColor, themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { CapabilityDetails } from "./CapabilityDetails";
import { Coverage as Text } from "./Coverage.resjson";
import { capabilityGroups, capabilityLabel, stateOf } from "./coverageTexts";
import { useCoverage } from "./useCoverage";

type Judged = ReturnType<typeof useCoverage>["capabilities"][number];

const stateTexts = { works: Text.works, broken: Text.broken, unknown: Text.unknown } as const;
const stateIcons = {
  works: "SkypeCircleCheck",
  broken: "StatusErrorFull",
  unknown: "Unknown",
} as const;

/** One line for each part of the protection: works, broken because, unknown because; with what was seen, and how to find out. */
export function CoveragePanel({ onClose }: { readonly onClose: () => void }) {
  const classes = useStyles(coverageStyles);
  const { capabilities, isReading, checkAgain } = useCoverage();
  const named = new Map<CapabilityName, Judged>(capabilities.map((one) => [one.name, one]));
  return (
    <FormPanel
      title={Text.title}
      size="wide"
      onDismiss={onClose}
      foot={<DefaultButton text={Text.close} onClick={onClose} />}
    >
      <p className={classes.about}>{Text.about}</p>
      <div className={classes.summary}>
        <LiveStatus text={summaryText(capabilities)} />
        <ActionButton
          text={Text.again}
          iconProps={{ iconName: "Refresh" }}
          disabled={isReading}
          allowDisabledFocus
          styles={{ root: { height: 28 } }}
          onClick={() => {
            if (!isReading) {
              checkAgain();
            }
          }}
        />
      </div>
      {capabilityGroups.map(({ title, names }) => (
        <section key={title} aria-label={title}>
          <h2 className={classes.group}>{title}</h2>
          <ul className={classes.list}>
            {names.map((name) => (
              <CapabilityLine key={name} name={name} judged={named.get(name)} />
            ))}
          </ul>
        </section>
      ))}
    </FormPanel>
  );
}

function CapabilityLine({
  name,
  judged,
}: {
  readonly name: CapabilityName;
  readonly judged: Judged | undefined;
}) {
  const classes = useStyles(coverageStyles);
  const label = capabilityLabel(name);
  if (judged?.reason === undefined) {
    return (
      <li className={classes.line}>
        <Icon iconName="Clock" aria-hidden className={classes.pending} />
        <div className={classes.text}>
          <h3 className={classes.name}>{label}</h3>
          <span className={classes.hidden}>{Text.loading}</span>
          <Shimmer width="60%" />
        </div>
      </li>
    );
  }
  const state = stateOf(judged);
  return (
    <li className={classes.line}>
      <Icon iconName={stateIcons[state]} aria-hidden className={classes[state]} />
      <div className={classes.text}>
        <div className={classes.head}>
          <h3 className={classes.name}>{label}</h3>
          <span className={classes.state}>{stateTexts[state]}</span>
        </div>
        <CapabilityDetails capability={judged} />
      </div>
    </li>
  );
}

function summaryText(capabilities: readonly Judged[]): string {
  const states = capabilities.flatMap((one) => (one.reason === undefined ? [] : [stateOf(one)]));
  const count = (state: string) => formatNumber(states.filter((other) => other === state).length);
  return states.length < capabilityNames.length
    ? format(Text.summaryLoading, formatNumber(states.length), formatNumber(capabilityNames.length))
    : format(Text.summary, count("works"), count("broken"), count("unknown"));
}

const icon = { fontSize: 16, lineHeight: 20, flexShrink: 0 };

const coverageStyles = themeStyles((theme) => ({
  about: { margin: 0, lineHeight: 20 },
  summary: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "0 16px",
    margin: "8px 0 0",
    fontWeight: 600,
  },
  group: { ...theme.fonts.mediumPlus, fontWeight: 600, margin: "16px 0 0" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  line: {
    display: "flex",
    gap: 12,
    padding: "10px 0",
    borderBottom: `1px solid ${dividerColor(theme)}`,
  },
  text: { flex: 1, minWidth: 0, lineHeight: 20, overflowWrap: "anywhere" },
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", gap: "0 16px" },
  name: { ...theme.fonts.medium, fontWeight: 600, lineHeight: 20, margin: 0 },
  state: { fontWeight: 600 },
  hidden: hiddenContentStyle,
  works: { ...icon, color: theme.semanticColors.successIcon },
  broken: { ...icon, color: theme.semanticColors.errorIcon },
  unknown: { ...icon, color: theme.semanticColors.infoIcon },
  pending: { ...icon, color: theme.semanticColors.infoIcon },
}));
