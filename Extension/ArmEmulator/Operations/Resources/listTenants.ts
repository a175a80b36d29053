import { apiVersions } from "../../Server/apiVersions";
import type { Operation } from "../../Server/operation";

/** The tenants that the caller has an account in: the one of this world, and those that have invited the engineer. */
export const listTenants: Operation = {
  method: "GET",
  path: "/tenants",
  apiVersions: apiVersions.subscriptions,
  handle: ({ world }) => ({
    status: 200,
    body: {
      value: [{ tenantId: world.tenantId, displayName: "Contoso" }, ...world.guestTenants].map((tenant) => ({
        id: `/tenants/${tenant.tenantId}`,
        tenantCategory: "Home",
        ...tenant,
      })),
    },
  }),
};
