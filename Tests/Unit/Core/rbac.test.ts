import { allowsAction, type Permission } from "../../../Client/Core/rbac";

const action = "Microsoft.Security/locations/alerts/read";
const role = (actions: string[], notActions: string[] = []): Permission => ({ actions, notActions });

test.each<[string, Permission[], boolean]>([
  ["no role", [], false],
  ["owner", [role(["*"])], true],
  ["reader", [role(["*/read"])], true],
  ["security reader, other letter case", [role(["microsoft.security/*/READ"])], true],
  ["exact action", [role([action])], true],
  ["a wildcard inside", [role(["Microsoft.Security/*/alerts/read"])], true],
  ["another provider", [role(["Microsoft.ContainerService/*"])], false],
  ["an action that only starts alike", [role(["Microsoft.Security/locations/alerts/rea"])], false],
  ["dots are not wildcards", [role(["Microsoft?Security/*"]), role(["MicrosoftXSecurity/*"])], false],
  ["taken away again by the same role", [role(["*"], ["Microsoft.Security/*"])], false],
  [
    "taken away by one role, granted by another",
    [role(["*"], ["Microsoft.Security/*"]), role([action])],
    true,
  ],
])("%s", (_, permissions, allowed) => {
  expect(allowsAction(permissions, action)).toBe(allowed);
});
