import { DefaultButton } from "@fluentui/react";
import type { Alert } from "../../../Client/Alerts/alert";
import { format } from "../../../Client/Core/format";
import { disabledProps } from "../../Kit/Controls/disabledProps";
import { Alerts } from "./Alerts.resjson";
import { statusLabel } from "./alertLabels";
import { useChangeStatus } from "./useChangeStatus";

/** The status of one alert, and the menu that changes it. A choice that is not allowed names the missing action. */
export function AlertStatusMenu({ alert }: { readonly alert: Alert }) {
  const { choices, change } = useChangeStatus([alert]);
  return (
    <DefaultButton
      text={statusLabel(alert.status)}
      ariaLabel={format(Alerts.statusMenu, statusLabel(alert.status))}
      styles={{ root: { height: 24, padding: "0 4px", minWidth: 0 } }}
      menuProps={{
        items: choices.map(({ status, disabledBecause }) => ({
          key: status,
          text: statusLabel(status),
          ...disabledProps(disabledBecause),
          onClick: () => change(status),
        })),
      }}
    />
  );
}
