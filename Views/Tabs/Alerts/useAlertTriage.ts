import type { Alert } from "../../../Client/Alerts/alert";
import { Investigation } from "../../Features/Investigation/Investigation.resjson";
import { useOpenLogs } from "../../Features/Investigation/OpenLogsButton";
import type { Selected } from "../../Kit/Model/findingsTab";
import { useFetchDetails } from "../../Kit/Session/useDetails";
import { noOffer, type TriageOffer, type TriageOffers } from "../../Kit/Triage/triage";
import { readAlert } from "./readAlert";
import { Alerts } from "./Alerts.resjson";
import { statusCommand } from "./useAlertCommands";
import { useChangeStatus } from "./useChangeStatus";

/** What keys do to alerts. A status that is set by key can be undone for five seconds. */
export function useAlertTriage({ items, hidden }: Selected<Alert>): TriageOffers {
  const { held } = useChangeStatus(items, hidden);
  return {
    status: statusCommand(items, held),
    owner: noOffer(Alerts.noOwners),
    fix: noOffer(Alerts.noFixes),
    logs: useLogs(items),
  };
}

function useLogs(items: readonly Alert[]): TriageOffer {
  const [only] = items;
  const fetchDetails = useFetchDetails();
  const { said, start } = useOpenLogs(() =>
    // It isn't offered without an alert.
    fetchDetails(...readAlert(only?.id ?? "")),
  );
  return {
    text: Investigation.logsOpen,
    disabledBecause: items.length === 1 ? undefined : Alerts.logsOfOne,
    onSelect: start,
    said,
  };
}
