import { apiVersions } from "../../Server/apiVersions";
import type { ArmContext, Operation } from "../../Server/operation";
import { hasRoleIn } from "../../Server/rights";
import type { Json } from "../../World/world";

const versions = apiVersions.subscriptions;

/** What a client asks first: which subscriptions the account sees, those in which it has a role. Every caller may ask. */
export const subscriptionOperations: readonly Operation[] = [
  {
    method: "GET",
    path: "/subscriptions",
    apiVersions: versions,
    handle(context) {
      const scope = `/subscriptions/${context.world.subscriptionId}`;
      const value = hasRoleIn(context.roles, scope) ? [toWire(context)] : [];
      return { status: 200, body: { value, count: { type: "Total", value: value.length } } };
    },
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
    displayName: "Contoso",
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
