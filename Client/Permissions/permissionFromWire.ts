import { isRecord, textsOf } from "../Core/json";
import type { Permission } from "../Core/rbac";

/** Reads one element of a permissions list (2022-04-01). An element that is not an object grants nothing. */
export function permissionFromWire(value: unknown): Permission {
  const record = isRecord(value) ? value : {};
  return { actions: textsOf(record.actions), notActions: textsOf(record.notActions) };
}
