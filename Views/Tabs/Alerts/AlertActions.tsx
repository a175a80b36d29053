import { DefaultButton } from "@fluentui/react";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import { ExternalLink } from "../../Kit/Controls/ExternalLink";
import { useForms } from "../../Kit/Controls/useForms";
import { usePermission } from "../../Kit/Operations/rights";
import { Alerts } from "./Alerts.resjson";
import { OpenLogsButton } from "../../Features/Investigation/OpenLogsButton";
import { Suppression } from "../../Features/Suppression/Suppression.resjson";
import { formOnUse } from "../../Kit/Screens/formOnUse";
import { ruleRights } from "../../Features/Suppression/useSuppression";

const SuppressionOnUse = formOnUse(
  "suppression",
  async () =>
    (await import(/* webpackChunkName: "Actions" */ "../../Features/Suppression/SuppressionPanel"))
      .SuppressionPanel,
);

/** What can be done about one alert, at the foot of its details. */
export function AlertActions({ alert }: { readonly alert: AlertDetails }) {
  const { portalLink } = alert;
  const openForm = useForms();
  const [whyNot] = usePermission(ruleRights, [{ act: "create" }]);
  return (
    <>
      {portalLink && <ExternalLink href={portalLink}>{Alerts.viewAdditionalDetails}</ExternalLink>}
      <DefaultButton
        text={Suppression.create}
        disabled={whyNot !== undefined}
        allowDisabledFocus
        title={whyNot}
        onClick={() => openForm((close) => <SuppressionOnUse alert={alert} onClose={close} />)}
      />
      <OpenLogsButton alert={alert} />
    </>
  );
}
