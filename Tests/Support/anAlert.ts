import type { Alert, AlertDetails } from "../../Client/Alerts/alert";

const prefix =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.Security/locations/westeurope/alerts/";

/** An alert; tests state only what matters to them. `name` makes its id. */
export function anAlert({ name = "a", ...over }: Partial<Alert> & { readonly name?: string } = {}): Alert {
  return {
    id: prefix + name,
    title: `Alert ${name}`,
    severity: "High",
    status: "Active",
    alertType: "K8S_Test",
    startTime: new Date("2026-11-20T10:00:00Z"),
    updatedTime: new Date("2026-11-20T11:00:00Z"),
    compromisedEntity: "prod",
    ...over,
  };
}

export function alertDetails(alert: Alert, over: Partial<AlertDetails> = {}): AlertDetails {
  return {
    ...alert,
    description: `What happened in ${alert.title}`,
    mitigationSteps: [],
    facts: [],
    tactics: [],
    techniques: [],
    entities: [],
    resourceIds: [],
    rawEntities: [],
    unreadable: [],
    endTime: undefined,
    generatedTime: undefined,
    portalLink: undefined,
    ...over,
  };
}
