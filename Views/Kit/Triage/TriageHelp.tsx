import { DefaultButton, MessageBar, Stack, Toggle } from "@fluentui/react";
import { FormPanel } from "../Controls/FormPanel";
import { SimpleTable } from "../Controls/SimpleTable";
import { themeStyles, useStyles } from "../Controls/useStyles";
import { TriageTexts as Text } from "./Triage.resjson";
import { useTriage } from "./triageContext";
import { triageKeys, type TriageCommand } from "./triageKeys";

const commandTexts: Readonly<Record<TriageCommand, string>> = {
  next: Text.commandNext,
  previous: Text.commandPrevious,
  select: Text.commandSelect,
  status: Text.commandStatus,
  owner: Text.commandOwner,
  fix: Text.commandFix,
  logs: Text.commandLogs,
  export: Text.commandExport,
  search: Text.commandSearch,
  undo: Text.commandUndo,
  close: Text.commandClose,
  help: Text.commandHelp,
};

/** Lists the keys, and turns them off and on. */
export function TriageHelp({ onClose }: { readonly onClose: () => void }) {
  const { setting } = useTriage();
  const classes = useStyles(helpStyles);
  const shown = triageKeys.map(({ key, command }) => [
    <kbd key={key} className={classes.key}>
      {key === "Escape" ? Text.escape : key.toUpperCase()}
    </kbd>,
    commandTexts[command],
  ]);
  return (
    <FormPanel
      title={Text.title}
      size="usual"
      onDismiss={onClose}
      foot={<DefaultButton text={Text.close} onClick={onClose} />}
    >
      <Stack tokens={{ childrenGap: 12 }}>
        <Toggle
          label={Text.toggle}
          onText={Text.on}
          offText={Text.off}
          checked={setting.isOn}
          onChange={(_, isOn = false) => setting.change(isOn)}
          styles={{ root: { marginBottom: 0 } }}
        />
        {setting.isNotKept && <MessageBar>{Text.notKept}</MessageBar>}
        <p className={classes.text}>{Text.about}</p>
        <SimpleTable
          caption={Text.tableLabel}
          headers={[Text.columnKey, Text.columnCommand]}
          rows={[...shown, [Text.arrows, Text.commandArrows]]}
        />
        <p className={classes.text}>{Text.aboutUndo}</p>
        <p className={classes.text}>{Text.aboutReader}</p>
      </Stack>
    </FormPanel>
  );
}

const helpStyles = themeStyles((theme) => ({
  text: { margin: 0, lineHeight: 20 },
  key: {
    ...theme.fonts.medium,
    display: "inline-block",
    minWidth: 12,
    padding: "0 6px",
    border: `1px solid ${theme.semanticColors.inputBorder}`,
    borderRadius: 2,
    textAlign: "center",
  },
}));
