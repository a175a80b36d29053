import type { RefObject } from "react";
import { useForms } from "../Controls/useForms";
import type { RegisteredTab } from "../Model/findingsTab";
import { ReportOnUse } from "../Report/ReportOnUse";
import { TriageTexts as Text } from "./Triage.resjson";
import { HelpOnUse } from "./TriageHelpButton";
import { useTriage } from "./triageContext";
import type { TriageCommand } from "./triageKeys";
import { useTriageKeys } from "./useTriageKeys";
import { useUndo } from "./useUndo";

/** Makes the keys work on a page of findings; it shows nothing itself. */
export function TriageKeys(props: {
  readonly page: RefObject<HTMLElement>;
  readonly tabs: readonly RegisteredTab[];
  /** The one that is selected. */
  readonly tab: RegisteredTab;
}) {
  const { page, tabs, tab } = props;
  const { setting, say, surface } = useTriage();
  const openForm = useForms();
  const undo = useUndo();
  const run = (command: TriageCommand, isRepeated: boolean): boolean => {
    if (command !== "close") {
      say("");
    }
    switch (command) {
      case "export":
        openForm((close) => <ReportOnUse tabs={tabs} tab={tab} onClose={close} />);
        return true;
      case "help":
        openForm((close) => <HelpOnUse onClose={close} />);
        return true;
      case "undo":
        undo();
        return true;
      default:
        if (surface.current) {
          return surface.current.run(command, isRepeated);
        }
        say(Text.noneListed);
        return true;
    }
  };
  useTriageKeys(page, setting.isOn, run);
  return null;
}
