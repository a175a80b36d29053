import { ArmError, type Operation } from "../Server/arm";

/** A Defender plan as it is in force for a resource; here always as the subscription has it. */
export const getPricing: Operation = {
  method: "GET",
  path: "/{scope}/providers/Microsoft.Security/pricings/{plan}",
  apiVersions: ["2024-01-01"],
  action: "Microsoft.Security/pricings/read",
  scope: ({ scope = "" }) => `/${scope}`,
  handle({ world, place, request }) {
    const { scope = "", plan = "" } = place;
    if (plan.toLowerCase() !== "containers") {
      throw new ArmError(404, "ResourceNotFound", `The plan '${plan}' is not one of the emulator.`);
    }
    const subscription = `/subscriptions/${world.subscriptionId}`;
    const isResource = scope.includes("/providers/");
    const { isOn, extensions } = world.containersPlan;
    return {
      status: 200,
      body: {
        id: request.path,
        name: "Containers",
        type: "Microsoft.Security/pricings",
        properties: {
          pricingTier: isOn ? "Standard" : "Free",
          freeTrialRemainingTime: "PT0S",
          ...(isResource ? { inherited: "True", inheritedFrom: subscription } : { enforce: "False" }),
          extensions: isOn ? extensions : [],
        },
      },
    };
  },
};
