import { profileFromWire } from "../../../Client/DefenderPlan/profileFromWire";

const sensor = { defender: { securityMonitoring: { enabled: true } } };
const read = (properties: object) =>
  profileFromWire({ id: "/subscriptions/11111111-1111-4111-8111-111111111111", properties });

test.each<[string, object, boolean, boolean]>([
  ["both", { securityProfile: sensor, addonProfiles: { azurepolicy: { enabled: true } } }, true, true],
  ["neither profile: AKS leaves out what is off", {}, false, false],
  ["profiles that are null", { securityProfile: null, addonProfiles: null }, false, false],
  ["a defender profile without monitoring", { securityProfile: { defender: {} } }, false, false],
  [
    "switched off",
    { securityProfile: { defender: { securityMonitoring: { enabled: false } } } },
    false,
    false,
  ],
  ["azurePolicy, as policies spell it", { addonProfiles: { azurePolicy: { enabled: true } } }, false, true],
  ["AZUREPOLICY", { addonProfiles: { AZUREPOLICY: { enabled: true } } }, false, true],
  ["the add-on is installed and off", { addonProfiles: { azurepolicy: { enabled: false } } }, false, false],
  ["another add-on", { addonProfiles: { omsagent: { enabled: true } } }, false, false],
  ["an add-on that is null", { addonProfiles: { azurepolicy: null } }, false, false],
  ["a text is not taken for true", { addonProfiles: { azurepolicy: { enabled: "true" } } }, false, false],
  ["sensor without add-on", { securityProfile: sensor, addonProfiles: {} }, true, false],
])("%s", (_, properties, hasSensor, hasPolicyAddOn) => {
  expect(read(properties)).toEqual({ hasSensor, hasPolicyAddOn, condition: { kind: "ready" } });
});

test("the resource group of its nodes, where AKS names it", () => {
  expect(read({ nodeResourceGroup: "MC_g_c_westeurope" })?.nodeResourceGroup).toBe("MC_g_c_westeurope");
  expect(read({ nodeResourceGroup: " " })?.nodeResourceGroup).toBeUndefined();
});

test.each([undefined, null, "", [], {}, { properties: null }, { properties: [] }, { value: [] }])(
  "%j is no cluster",
  (body) => expect(profileFromWire(body)).toBeUndefined(),
);
