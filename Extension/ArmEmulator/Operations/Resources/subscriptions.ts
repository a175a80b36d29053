import { apiVersions } from "../../Server/apiVersions";
import type { ArmContext, Operation } from "../../Server/operation";
import type { Json } from "../../World/world";

const versions = apiVersions.subscriptions;

/** What a client asks first: which subscriptions the account sees. Every caller may. */
export const subscriptionOperations: readonly Operation[] = [
  {
    method: "GET",
    path: "/subscriptions",
    apiVersions: versions,
    handle: (context) => ({
      status: 200,
      body: { value: [toWire(context)], count: { type: "Total", value: 1 } },
    }),
  },
  {
    method: "GET",
    path: "/subscriptions/{subscriptionId}",
    apiVersions: versions,
    action: "Microsoft.Resources/subscriptions/read",
    handle: (context) => ({ status: 200, body: toWire(context) }),
  },
];

function toWire({ world: { subscriptionId, tenantId } }: ArmContext): Json {
  return {
    id: `/subscriptions/${subscriptionId}`,
    subscriptionId,
    tenantId,
    displayName: "Contoso Production",
    state: "Enabled",
    subscriptionPolicies: {
      locationPlacementId: "Public_2014-09-01",
      quotaId: "EnterpriseAgreement_2014-09-01",
      spendingLimit: "Off",
    },
    authorizationSource: "RoleBased",
    managedByTenants: [],
  };
}
