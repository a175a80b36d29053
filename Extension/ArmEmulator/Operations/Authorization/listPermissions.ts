import { apiVersions } from "../../Server/apiVersions";
import { rolesAt } from "../../Server/rights";
import { anyScope } from "../scopes";
import type { Operation } from "../../Server/operation";

/** Rights of the caller at a scope. Every user may read their own. */
export const listPermissions: Operation = {
  method: "GET",
  path: "/{scope}/providers/Microsoft.Authorization/permissions",
  apiVersions: apiVersions.permissions,
  handle({ roles, place }) {
    const value = rolesAt(roles, anyScope(place)).map(({ actions, notActions }) => ({
      actions,
      notActions,
      dataActions: [],
      notDataActions: [],
    }));
    return { status: 200, body: { value } };
  },
};
