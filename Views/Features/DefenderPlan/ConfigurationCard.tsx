import { Checkbox, DefaultButton, MessageBar, MessageBarType, Stack, Toggle } from "@fluentui/react";
import type { ReactNode } from "react";
import { format } from "../../../Client/Core/format";
import type { Configuration, ConfigurationProperty } from "../../../Client/DefenderPlan/planConfigurations";
import { exclusionTagsOf } from "../../../Client/DefenderPlan/exclusionTags";
import { ownOf } from "../../../Client/Core/json";
import type { ExtensionDraft } from "../../../Client/DefenderPlan/planDraft";
import { labelOf, termOf } from "../../Kit/Protection/configurationNames";
import { themeStyles, useStyles, dividerColor } from "../../Kit/Controls/useStyles";
import { ExclusionTagsField } from "./ExclusionTagsField";
import { Settings as Text } from "./Settings.resjson";
import { configurationLabels, propertyLabel, sourceText, valueText } from "./settingsLabels";
import { TermButton } from "../../Kit/Terms/TermButton";

/** One configuration of the plan: what it provides, its current state, and its draft state. */
export function ConfigurationCard(props: {
  readonly configuration: Configuration;
  /** Its draft state; `undefined` when it isn't part of the plan. */
  readonly wanted: ExtensionDraft | undefined;
  /** Whether it may be changed now; without the plan there is nothing to configure. */
  readonly canEdit: boolean;
  /** Text of the exclusion tags as entered; `undefined`: not touched. */
  readonly tags: string | undefined;
  readonly onSwitch: (isEnabled: boolean) => void;
  readonly onProperty: (property: string, value: string) => void;
  readonly onTags: (text: string) => void;
  /** What else can be done about it, in the cluster. */
  readonly children?: ReactNode;
}) {
  const { configuration, wanted, canEdit, children } = props;
  const { name, operation } = configuration;
  const classes = useStyles(cardStyles);
  const label = labelOf(name);
  const words = configurationLabels(name);
  const isOn = canEdit && wanted ? wanted.isEnabled : configuration.isOn;
  return (
    <section className={classes.card} aria-label={label}>
      <OnOrOff {...props} isOn={isOn} />
      <p className={classes.text}>
        {words ? words.gives : Text.unknownExtension} <TermOf name={name} />
      </p>
      {words && isOn === false && <p className={classes.text}>{words.blind}</p>}
      <p className={classes.quiet}>
        {isOn === configuration.isOn ? sourceText(configuration) : Text.notSavedYet}
        {operation && !operation.hasFailed && ` ${Text.lastSucceeded}`}
      </p>
      <Warnings {...configuration} />
      {isOn === true &&
        configuration.properties.map((property) => (
          <PropertyField key={property.name} {...props} property={property} />
        ))}
      {children}
    </section>
  );
}

/** A choice about what isn't known to be on or off, which a switch could not show. */
function EnableOrDisable(props: { readonly label: string; readonly onSwitch: (isOn: boolean) => void }) {
  const { label, onSwitch } = props;
  return (
    <Stack horizontal tokens={{ childrenGap: 8 }}>
      {[true, false].map((isOn) => {
        const text = isOn ? Text.enableConfiguration : Text.disableConfiguration;
        return (
          <DefaultButton
            key={text}
            text={text}
            ariaLabel={`${text} ${label}`}
            onClick={() => onSwitch(isOn)}
          />
        );
      })}
    </Stack>
  );
}

type CardProps = Parameters<typeof ConfigurationCard>[0];

/** A switch, or for what isn't known to be on or off a choice. */
function OnOrOff(props: CardProps & { readonly isOn: boolean | undefined }) {
  const { configuration, wanted, canEdit, onSwitch, isOn } = props;
  const classes = useStyles(cardStyles);
  const label = labelOf(configuration.name);
  if (isOn !== undefined) {
    return (
      <Toggle
        label={label}
        inlineLabel
        checked={isOn}
        disabled={!canEdit || !wanted}
        onText={Text.configOn}
        offText={Text.configOff}
        styles={toggleStyles}
        onChange={(_, checked = false) => onSwitch(checked)}
      />
    );
  }
  return (
    <>
      <p className={classes.unknown}>
        <strong>{label}</strong> {configuration.from === "notListed" ? Text.notReported : Text.configUnknown}
      </p>
      {canEdit && wanted && <EnableOrDisable label={label} onSwitch={onSwitch} />}
    </>
  );
}

function Warnings({ operation, isMissingOnCluster }: Configuration) {
  return (
    <>
      {operation?.hasFailed && (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          {format(Text.lastFailed, operation.message)}
        </MessageBar>
      )}
      {isMissingOnCluster && (
        <MessageBar messageBarType={MessageBarType.warning} isMultiline>
          {Text.missingOnCluster}
        </MessageBar>
      )}
    </>
  );
}

function PropertyField(props: CardProps & { readonly property: ConfigurationProperty }) {
  const { property, wanted, canEdit, tags, onProperty, onTags } = props;
  const { name, kind, value } = property;
  const now = (wanted && ownOf(wanted.properties, name)) ?? value;
  const isUsable = canEdit && wanted !== undefined;
  switch (kind) {
    case "switch":
      return (
        <Stack horizontal verticalAlign="center" tokens={{ childrenGap: 4 }} styles={propertyStyles}>
          <Checkbox
            label={propertyLabel(name)}
            checked={now?.toLowerCase() === "true"}
            disabled={!isUsable}
            onChange={(_, checked = false) => onProperty(name, checked ? "True" : "False")}
          />
          <TermOf name={name} />
        </Stack>
      );
    case "tags": {
      const known = exclusionTagsOf(value);
      return known ? (
        <ExclusionTagsField tags={known} text={tags} canEdit={isUsable} onChange={onTags} />
      ) : (
        <p>{format(Text.tagsUnreadable, value ?? "")}</p>
      );
    }
    case "unknown":
      return <p>{format(Text.property, propertyLabel(name), valueText(value))}</p>;
  }
}

function TermOf({ name }: { readonly name: string }) {
  const term = termOf(name);
  return term ? <TermButton term={term} /> : null;
}

const propertyStyles = { root: { marginTop: 8 } } as const;

/** The name at the left, the switch at the right. */
export const toggleStyles = {
  root: { marginBottom: 4 },
  label: { flex: 1, order: 0, selectors: { "&&": { fontWeight: 600 } } },
} as const;

const cardStyles = themeStyles((theme) => ({
  card: { padding: "12px 0", borderBottom: `1px solid ${dividerColor(theme)}` },
  text: { margin: "0 0 4px" },
  quiet: { margin: "0 0 4px", fontSize: 12, color: theme.semanticColors.bodySubtext },
  unknown: { margin: "0 0 4px" },
}));
