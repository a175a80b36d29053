import {
  DefaultButton,
  Dropdown,
  MessageBar,
  MessageBarType,
  Panel,
  PanelType,
  useTheme,
} from "@fluentui/react";
import { useState } from "react";
import { format } from "../../../Client/Core/format";
import { themeStyles, useStyles } from "../../../Views/Kit/Controls/useStyles";
import { Faults } from "./Faults.resjson";
import { isOf, withFault, type FaultOrder, type SendFaults } from "./faults";
import { faultLabel, faultsOfReads, readSources, writeSources, type FaultSource } from "./faultSources";
import { Shell } from "./Shell.resjson";
import { useFaults, type FaultControl } from "./useFaults";

/** The scenario's name with the number of faults; opens the choice of a fault for each source. */
export function FaultsMenu(props: {
  /** Which world the page shows. */
  readonly subject: string;
  readonly send: SendFaults;
  readonly className?: string;
}) {
  const { subject, send, className } = props;
  const control = useFaults(send);
  const [isOpen, setOpen] = useState(false);
  const count = control.state?.faults.length ?? 0;
  return (
    <>
      <DefaultButton
        className={className ?? ""}
        text={count === 0 ? subject : format(Faults.button, subject, count)}
        iconProps={{ iconName: count === 0 ? "Settings" : "Warning" }}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          control.refresh();
          setOpen(true);
        }}
      />
      {isOpen && <FaultsPanel control={control} onClose={() => setOpen(false)} />}
    </>
  );
}

const allSources: readonly FaultSource[] = [...Object.values(readSources), ...Object.values(writeSources)];

function FaultsPanel(props: { readonly control: FaultControl; readonly onClose: () => void }) {
  const { state, hasFailed, change } = props.control;
  const { isInverted } = useTheme();
  const classes = useStyles(panelStyles);
  const { faults = [], names = [] } = state ?? {};
  const elsewhere = faults.filter((order) => !allSources.some((source) => isOf(source, order))).length;
  const group = (title: string, sources: readonly FaultSource[], offered: readonly string[]) => (
    <section aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      {sources.map((source) => (
        <FaultOfSource key={source.label} {...{ source, offered, faults, change }} />
      ))}
    </section>
  );
  return (
    <Panel
      isOpen
      isLightDismiss
      type={PanelType.smallFixedFar}
      headerText={Faults.title}
      closeButtonAriaLabel={Shell.close}
      overlayProps={{ isDarkThemed: isInverted }}
      onDismiss={props.onClose}
      isFooterAtBottom
      onRenderFooterContent={() => (
        <DefaultButton text={Faults.clear} disabled={faults.length === 0} onClick={() => change(() => [])} />
      )}
    >
      <p>{Faults.intro}</p>
      {hasFailed && <MessageBar messageBarType={MessageBarType.error}>{Faults.failed}</MessageBar>}
      <p role="status">{faults.length === 0 ? Faults.noneSet : format(Faults.set, faults.length)}</p>
      {elsewhere > 0 && <p>{format(Faults.elsewhere, elsewhere)}</p>}
      {group(Faults.reads, Object.values(readSources), names)}
      {group(
        Faults.writes,
        Object.values(writeSources),
        names.filter((name) => !faultsOfReads.includes(name)),
      )}
    </Panel>
  );
}

const noFault = "";

function FaultOfSource(props: {
  readonly source: FaultSource;
  readonly offered: readonly string[];
  readonly faults: readonly FaultOrder[];
  readonly change: FaultControl["change"];
}) {
  const { source, offered, faults, change } = props;
  const selected = faults.find((order) => isOf(source, order))?.fault ?? noFault;
  const options = [noFault, ...offered].map((name) => ({
    key: name,
    text: name === noFault ? Faults.none : faultLabel(name),
  }));
  return (
    <Dropdown
      label={source.label}
      selectedKey={selected}
      options={options}
      disabled={offered.length === 0}
      onChange={(_, option) => {
        const fault = option?.key === noFault ? undefined : option?.key.toString();
        change((now) => withFault(now, source, fault));
      }}
    />
  );
}

const panelStyles = themeStyles((theme) => ({
  heading: { ...theme.fonts.mediumPlus, fontWeight: 600, margin: "16px 0 0" },
}));
