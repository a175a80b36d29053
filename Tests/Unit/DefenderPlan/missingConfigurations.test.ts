import {
  missingConfigurations,
  type ClusterProfile,
  type DefenderPlan,
  type MissingConfiguration,
} from "../../../Client/Core/defenderPlan";

const plan = (over: Partial<DefenderPlan> = {}): DefenderPlan => ({
  isOn: true,
  scope: "subscription",
  missing: [],
  ...over,
});
const profile = (hasSensor: boolean, hasPolicyAddOn: boolean): ClusterProfile => ({
  hasSensor,
  hasPolicyAddOn,
});
const inPlan = (name: string, failure?: string): MissingConfiguration => ({ name, where: "plan", failure });
const onCluster = (name: string): MissingConfiguration => ({ name, where: "cluster", failure: undefined });

test.each<[string, DefenderPlan, ClusterProfile | undefined, readonly MissingConfiguration[]]>([
  ["all is there", plan(), profile(true, true), []],
  ["no sensor", plan(), profile(false, true), [onCluster("ContainerSensor")]],
  ["no Azure Policy add-on", plan(), profile(true, false), [onCluster("AzurePolicy")]],
  ["neither", plan(), profile(false, false), [onCluster("ContainerSensor"), onCluster("AzurePolicy")]],
  [
    "the plan's own come first",
    plan({ missing: [inPlan("AgentlessVmScanning", "No rights.")] }),
    profile(false, true),
    [inPlan("AgentlessVmScanning", "No rights."), onCluster("ContainerSensor")],
  ],
  [
    "a sensor that the plan has switched off is missing once, in the plan",
    plan({ missing: [inPlan("ContainerSensor")] }),
    profile(false, true),
    [inPlan("ContainerSensor")],
  ],
  [
    "a sensor that is there although the plan has it switched off",
    plan({ missing: [inPlan("ContainerSensor")] }),
    profile(true, true),
    [inPlan("ContainerSensor")],
  ],
  ["nothing is known of the cluster", plan({ missing: [inPlan("A")] }), undefined, [inPlan("A")]],
  ["without the plan nothing of it is missing", plan({ isOn: false }), profile(false, false), []],
])("%s", (_, of, cluster, expected) => {
  expect(missingConfigurations(of, cluster)).toEqual(expected);
});
