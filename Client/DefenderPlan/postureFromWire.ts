import { isPlanOn, pricingProperties } from "./pricingParts";

/** What of posture management a subscription has. `foundational`: the free tier; `defender`: Defender CSPM, which includes it. */
type Posture = "none" | "foundational" | "defender";

/**
 * Reads the pricing of the plan `CloudPosture`; `absent` stands for ARM's 404. `undefined` when it doesn't say.
 *
 * Assumption, here alone: foundational CSPM is opt-in for new subscriptions since 2026-10-27, and how the API shows that it was
 * never enabled is unpublished. It is taken for off where the subscription has no such pricing. The tier Free means it is on, as
 * it has always meant.
 */
export function postureFromWire(body: unknown): Posture | undefined {
  if (body === absent) {
    return "none";
  }
  const isOn = isPlanOn(pricingProperties(body));
  return isOn === undefined ? undefined : isOn ? "defender" : "foundational";
}

export const absent = Symbol("no pricing");
