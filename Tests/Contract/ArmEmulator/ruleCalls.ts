import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { call, json, type Answer } from "./plainHttp";

/** Calls about suppression rules. */
export const ruleVersion = "api-version=2019-01-01-preview";

export const rulesOf = ({ world }: ArmEmulator): string =>
  `/subscriptions/${world.subscriptionId}/providers/Microsoft.Security/alertsSuppressionRules`;

export const ruleCall = (
  emulator: ArmEmulator,
  method: "GET" | "PUT" | "DELETE",
  name: string,
  properties?: unknown,
): Promise<Answer> =>
  call(
    emulator,
    `${rulesOf(emulator)}/${encodeURIComponent(name)}?${ruleVersion}`,
    properties === undefined ? { method } : json(method, { properties }),
  );

export const rule = { alertType: "*", reason: "Noise", state: "Enabled" } as const;

/** Names of the rules that a list has. */
export async function listed(emulator: ArmEmulator, query = ""): Promise<readonly string[]> {
  const { body } = await call(emulator, `${rulesOf(emulator)}?${ruleVersion}${query}`);
  return (body.value as readonly { readonly name: string }[]).map(({ name }) => name);
}
