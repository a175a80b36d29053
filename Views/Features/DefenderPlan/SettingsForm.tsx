import { DefaultButton, Stack, Toggle } from "@fluentui/react";
import type { ClusterProfile } from "../../../Client/Core/defenderPlan";
import { configurationsOf, type Configuration } from "../../../Client/DefenderPlan/planConfigurations";
import type { PlanEditing } from "../../../Client/DefenderPlan/planEditing";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import {
  withExtension,
  withFix,
  withPlan,
  withProperty,
  type ClusterFix,
} from "../../../Client/DefenderPlan/planDraft";
import { policyAddOnName } from "../../../Client/Core/defenderPlan";
import { themeStyles, useStyles } from "../../Kit/Controls/useStyles";
import { ClusterFixField } from "./ClusterFixField";
import { ConfigurationCard, toggleStyles } from "./ConfigurationCard";
import { EditingNotices } from "./EditingNotices";
import { PlanFacts } from "./PlanFacts";
import { withTags, type PlanForm } from "./planForm";
import { Settings as Text } from "./Settings.resjson";
import type { ClusterFixPlan } from "./useFixPlans";

/** The settings of a scope, to be changed where that is allowed. Nothing is sent from here. */
export function SettingsForm(props: {
  readonly settings: PlanSettings;
  readonly editing: PlanEditing;
  /** `undefined` when the cluster could not be read. */
  readonly profile: ClusterProfile | undefined;
  readonly draft: PlanForm;
  readonly fixPlans: readonly ClusterFixPlan[];
  readonly runningFix: (fix: ClusterFix) => string | undefined;
  readonly onChange: (draft: PlanForm) => void;
  readonly onRemove: () => void;
  readonly onSubscription: () => void;
}) {
  const { settings, editing, profile, draft, onChange, onRemove, onSubscription } = props;
  const { wanted } = draft;
  const classes = useStyles(formStyles);
  const canSave = editing.save.isAllowed;
  const hasOwn = settings.scope === "cluster" && !settings.isInherited;
  return (
    <Stack tokens={{ childrenGap: 12 }}>
      <EditingNotices permit={editing.save} onSubscription={onSubscription} />
      <PlanFacts settings={settings} />
      {hasOwn && editing.remove.isAllowed && (
        <Stack tokens={{ childrenGap: 8 }} horizontalAlign="start">
          {!canSave && <span>{Text.ownUnderOn}</span>}
          <DefaultButton text={Text.removeOwn} onClick={onRemove} />
        </Stack>
      )}
      <section aria-label={Text.planTitle}>
        <Toggle
          label={Text.planTitle}
          inlineLabel
          checked={canSave ? wanted.isOn : settings.isOn}
          disabled={!canSave}
          onText={Text.planOn}
          offText={Text.planOff}
          styles={toggleStyles}
          onChange={(_, isOn = false) => onChange({ ...draft, wanted: withPlan(wanted, isOn) })}
        />
        <p className={classes.text}>{Text.planText}</p>
      </section>
      <section aria-label={Text.configurations}>
        <h2 className={classes.title}>{Text.configurations}</h2>
        {configurationsOf(settings, profile).map((configuration) => (
          <ConfigurationCard
            key={configuration.name}
            configuration={configuration}
            wanted={wanted.extensions.find(({ name }) => name === configuration.name)}
            canEdit={canSave && wanted.isOn && configuration.where === "plan"}
            tags={draft.tags}
            onSwitch={(isEnabled) =>
              onChange({ ...draft, wanted: withExtension(wanted, configuration.name, isEnabled) })
            }
            onProperty={(property, value) =>
              onChange({ ...draft, wanted: withProperty(wanted, configuration.name, property, value) })
            }
            onTags={(text) => onChange(withTags(draft, text))}
          >
            <FixOf {...props} configuration={configuration} />
          </ConfigurationCard>
        ))}
      </section>
    </Stack>
  );
}

type FormProps = Parameters<typeof SettingsForm>[0];

/** The cluster's own part of a configuration, where the cluster is known to lack it. */
function FixOf(props: FormProps & { readonly configuration: Configuration }) {
  const { configuration, profile, draft, editing, fixPlans, runningFix, onChange } = props;
  const fix = fixFor(configuration, profile, draft);
  return fix ? (
    <ClusterFixField
      fix={fix}
      isWanted={draft.wanted.fixes.includes(fix)}
      permit={editing.changeCluster}
      plan={fixPlans.find((plan) => plan.fix === fix)}
      draft={draft.fix}
      running={runningFix(fix)}
      onWant={(isWanted) => onChange({ ...draft, wanted: withFix(draft.wanted, fix, isWanted) })}
      onDraft={(part) => onChange({ ...draft, fix: { ...draft.fix, ...part } })}
    />
  ) : null;
}

function fixFor(
  { name }: Configuration,
  profile: ClusterProfile | undefined,
  { wanted }: PlanForm,
): ClusterFix | undefined {
  if (name === policyAddOnName) {
    return profile?.hasPolicyAddOn === false ? "policyAddOn" : undefined;
  }
  const isSensorWanted =
    wanted.isOn && wanted.extensions.some((extension) => extension.name === name && extension.isEnabled);
  return name === "ContainerSensor" && isSensorWanted && profile?.hasSensor === false
    ? "defenderProfile"
    : undefined;
}

const formStyles = themeStyles((theme) => ({
  title: { ...theme.fonts.mediumPlus, fontWeight: 600, margin: "8px 0 0" },
  text: { margin: 0 },
}));
