import { DefaultButton } from "@fluentui/react";
import { useState } from "react";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import { ExternalLink } from "../../Kit/Controls/ExternalLink";
import { usePermission } from "../../Kit/Session/usePermission";
import { Alerts } from "./Alerts.resjson";
import { Suppression } from "../../Features/Suppression/Suppression.resjson";
import { suppressionActions } from "../../Features/Suppression/suppressionActions";
import { SuppressionPanel } from "../../Features/Suppression/SuppressionPanel";

/** What can be done about one alert, at the foot of its details. */
export function AlertActions({ alert }: { readonly alert: AlertDetails }) {
  const { portalLink } = alert;
  const [isSuppressing, setSuppressing] = useState(false);
  const whyNot = usePermission("subscription")(suppressionActions.write);
  return (
    <>
      {portalLink && <ExternalLink href={portalLink}>{Alerts.viewAdditionalDetails}</ExternalLink>}
      <DefaultButton
        text={Suppression.create}
        disabled={whyNot !== undefined}
        allowDisabledFocus
        title={whyNot}
        onClick={() => setSuppressing(true)}
      />
      {isSuppressing && <SuppressionPanel alert={alert} onClose={() => setSuppressing(false)} />}
    </>
  );
}
