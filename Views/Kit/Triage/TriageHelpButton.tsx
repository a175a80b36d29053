import { IconButton } from "@fluentui/react";
import { useForms } from "../Controls/useForms";
import { formOnUse } from "../Screens/formOnUse";
import { TriageTexts as Text } from "./Triage.resjson";

/** The list of keys. */
export const HelpOnUse = formOnUse(
  "keys",
  async () => (await import(/* webpackChunkName: "Actions" */ "./TriageHelp")).TriageHelp,
);

/** Opens the list of keys, also while they're off. */
export function TriageHelpButton() {
  const openForm = useForms();
  return (
    <IconButton
      iconProps={{ iconName: "KeyboardClassic" }}
      ariaLabel={Text.open}
      title={Text.open}
      aria-haspopup="dialog"
      styles={{ root: { width: 28, height: 28 } }}
      onClick={() => openForm((close) => <HelpOnUse onClose={close} />)}
    />
  );
}
