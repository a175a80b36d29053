import { kqlLiteral } from "../Domain/kqlLiteral";

/** Alerts of one type in the subscription, whatever they are about, with what suppression rules look at. */
export function reachableAlertsQuery(alertType: string): string {
  return `securityresources
| where type =~ 'microsoft.security/locations/alerts'
| where tostring(coalesce(properties.AlertType, properties.alertType)) =~ ${kqlLiteral(alertType)}
| order by id asc
| project id, properties`;
}
