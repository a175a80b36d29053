import { format } from "../../../Client/Core/format";
import { useRuns } from "../Operations/useOperations";
import { TriageTexts as Text } from "./Triage.resjson";
import { useTriage } from "./triageContext";

/** Takes back the newest change that isn't sent yet, and says so. */
export function useUndo(): () => void {
  const { held, takeBack } = useRuns();
  const { say } = useTriage();
  return () => {
    const last = held.at(-1);
    if (last) {
      takeBack(last.id);
    }
    say(last ? format(Text.takenBack, last.run.title) : Text.nothingToUndo);
  };
}
