import { apiVersions } from "../../Server/apiVersions";
import { ArmError } from "../../Server/arm";
import type { ArmContext, Operation, Role } from "../../Server/operation";
import { stableGuid } from "../../World/stableGuid";
import type { Json } from "../../World/world";
import { pageOf } from "../paging";
import { anyScope } from "../scopes";

const pageSize = 100;
const provider = "/{scope}/providers/Microsoft.Authorization";

const read = (kind: "roleAssignments" | "roleDefinitions") =>
  ({
    method: "GET",
    apiVersions: apiVersions[kind],
    action: `Microsoft.Authorization/${kind}/read`,
    scope: anyScope,
  }) as const;

/** The roles of the engineer, the only user. Each role has a definition of its own. */
export const roleOperations: readonly Operation[] = [
  {
    ...read("roleAssignments"),
    path: `${provider}/roleAssignments`,
    handle: (context) => ({ status: 200, body: pageOf(assignmentsOf(context), context.request, pageSize) }),
  },
  {
    ...read("roleDefinitions"),
    path: `${provider}/roleDefinitions`,
    handle: (context) => ({
      status: 200,
      body: pageOf(context.roles.map(definitionOf(context)), context.request, pageSize),
    }),
  },
  {
    ...read("roleDefinitions"),
    path: `${provider}/roleDefinitions/{roleName}`,
    handle(context) {
      const { roleName = "" } = context.place;
      const role = context.roles.find((one) => guidOf("definition", one) === roleName.toLowerCase());
      if (!role) {
        throw new ArmError(
          404,
          "RoleDefinitionDoesNotExist",
          `The role definition '${roleName}' was not found.`,
        );
      }
      return { status: 200, body: definitionOf(context)(role) };
    },
  },
];

/** Those at the scope, above it, and below it; `atScope()` leaves out what is below. */
function assignmentsOf(context: ArmContext): readonly Json[] {
  const { roles, place, request, world } = context;
  const scope = anyScope(place);
  const isInside = (inner: string, outer: string) =>
    `${inner}/`.toLowerCase().startsWith(`${outer}/`.toLowerCase());
  const filter = request.query.get("$filter") ?? "";
  const isOfOther = /principalId eq '([^']*)'/i.exec(filter)?.[1] ?? world.engineer.objectId;
  const isAtScope = /atScope\(\)/i.test(filter);
  return roles
    .filter((role) => isInside(scope, role.scope) || (!isAtScope && isInside(role.scope, scope)))
    .filter(() => isOfOther === world.engineer.objectId)
    .map((role) => ({
      id: `${role.scope}/providers/Microsoft.Authorization/roleAssignments/${guidOf("assignment", role)}`,
      name: guidOf("assignment", role),
      type: "Microsoft.Authorization/roleAssignments",
      properties: {
        roleDefinitionId: definitionIdOf(context, role),
        principalId: world.engineer.objectId,
        principalType: "User",
        scope: role.scope,
      },
    }));
}

const definitionOf =
  (context: ArmContext) =>
  (role: Role): Json => ({
    id: definitionIdOf(context, role),
    name: guidOf("definition", role),
    type: "Microsoft.Authorization/roleDefinitions",
    properties: {
      roleName: `Emulated role ${guidOf("definition", role).slice(0, 8)}`,
      type: "CustomRole",
      description: "What the scenario lets the engineer do.",
      assignableScopes: [role.scope],
      permissions: [
        { actions: role.actions, notActions: role.notActions, dataActions: [], notDataActions: [] },
      ],
    },
  });

const definitionIdOf = ({ world }: ArmContext, role: Role) =>
  `/subscriptions/${world.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${guidOf("definition", role)}`;

const guidOf = (kind: string, role: Role) => stableGuid(JSON.stringify([kind, role]));
