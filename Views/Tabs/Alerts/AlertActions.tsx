import { DefaultButton } from "@fluentui/react";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import { ExternalLink } from "../../Kit/Controls/ExternalLink";
import { useForms } from "../../Kit/Controls/useForms";
import { usePermission } from "../../Kit/Session/usePermission";
import { Alerts } from "./Alerts.resjson";
import { OpenLogsButton } from "../../Features/Investigation/OpenLogsButton";
import { Suppression } from "../../Features/Suppression/Suppression.resjson";
import { suppressionActions } from "../../Features/Suppression/suppressionActions";
import { SuppressionPanel } from "../../Features/Suppression/SuppressionPanel";

/** What can be done about one alert, at the foot of its details. */
export function AlertActions({ alert }: { readonly alert: AlertDetails }) {
  const { portalLink } = alert;
  const openForm = useForms();
  const whyNot = usePermission("subscription")(suppressionActions.write);
  return (
    <>
      {portalLink && <ExternalLink href={portalLink}>{Alerts.viewAdditionalDetails}</ExternalLink>}
      <DefaultButton
        text={Suppression.create}
        disabled={whyNot !== undefined}
        allowDisabledFocus
        title={whyNot}
        onClick={() => openForm((close) => <SuppressionPanel alert={alert} onClose={close} />)}
      />
      <OpenLogsButton alert={alert} />
    </>
  );
}
