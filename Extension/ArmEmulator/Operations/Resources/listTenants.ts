import type { Operation } from "../../Server/operation";

/** The tenants that the caller has an account in: the one of this world, and those that have invited the engineer. */
export const listTenants: Operation = {
  method: "GET",
  path: "/tenants",
  apiVersions: ["2020-01-01", "2022-12-01"],
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
