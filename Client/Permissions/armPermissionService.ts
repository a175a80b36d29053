import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { listArm } from "../Azure/Arm/armLists";
import { armPath } from "../Core/armUrl";
import { permissionFromWire } from "./permissionFromWire";
import type { PermissionService } from "./permissionService";

/** Permissions from `Microsoft.Authorization/permissions` 2022-04-01. */
export function createArmPermissionService(azure: Azure): PermissionService {
  return {
    async at(scope, signal) {
      const values = await listArm(
        azure.arm,
        {
          commandName: "Dashboard/ListPermissions",
          path: armPath`${scope}/providers/Microsoft.Authorization/permissions`,
          apiVersion: apiVersions.permissions,
        },
        signal,
      );
      return values.map(permissionFromWire);
    },
  };
}
