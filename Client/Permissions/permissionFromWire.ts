import { isRecord, textsOf } from "../Domain/json";
import type { Permission } from "../Domain/rbac";

/** Reads one element of a permissions list (2022-04-01). An element that is not an object grants nothing. */
export function permissionFromWire(value: unknown): Permission {
  const record = isRecord(value) ? value : {};
  return { actions: textsOf(record.actions), notActions: textsOf(record.notActions) };
}
