import { authorizedIpRangesFix } from "../../../Client/QuickFixes/authorizedIpRangesFix";
import { aLiveCluster } from "../../Support/aLiveCluster";
import { bodyOf, linesOf, liveWith, ready, refusalOf, warningsOf } from "./planSupport";

const office = { ranges: ["20.50.2.0/24"], callerIp: "20.50.2.9" };
const planFor = (properties: object, input: { ranges: readonly string[]; callerIp: string | undefined }) =>
  authorizedIpRangesFix.plan(liveWith({ ...properties }), input);

test("ranges are written in CIDR notation, each once, in their order", () => {
  const ranges = ["20.50.2.77/24", " 52.1.2.3", "20.50.2.0/24", "52.1.2.3/32"];
  const live = liveWith({ apiServerAccessProfile: { disableRunCommand: true } });
  const plan = ready(authorizedIpRangesFix.plan(live, { ...office, ranges }));
  expect(linesOf(plan)).toEqual([
    'properties.apiServerAccessProfile.authorizedIPRanges: - -> ["20.50.2.0/24","52.1.2.3/32"]',
  ]);
  expect(bodyOf(plan).properties).toHaveProperty("apiServerAccessProfile.disableRunCommand", true);
  expect(authorizedIpRangesFix.isFixed(live)).toBe(false);
  expect(authorizedIpRangesFix.isFixed({ ...live, body: bodyOf(plan) })).toBe(true);
});

test.each([
  ["alreadyFixed", { apiServerAccessProfile: { authorizedIPRanges: ["1.2.3.4/32"] } }],
  ["privateCluster", { apiServerAccessProfile: { enablePrivateCluster: true } }],
  ["basicLoadBalancer", { networkProfile: { loadBalancerSku: "Basic" } }],
  ["nodePublicIps a", { agentPoolProfiles: [{ name: "a", enableNodePublicIP: true }, { name: "b" }] }],
])("a cluster that cannot have ranges is refused: %s", (refusal, properties) => {
  expect(refusalOf(planFor(properties, office))).toBe(refusal);
});

test("a private cluster has what the recommendation asks for", () => {
  const isFixed = (apiServerAccessProfile: object) =>
    authorizedIpRangesFix.isFixed(liveWith({ apiServerAccessProfile }));
  expect(isFixed({ enablePrivateCluster: true })).toBe(true);
  expect([isFixed({ enablePrivateCluster: false }), isFixed({ authorizedIPRanges: [] })]).toEqual([
    false,
    false,
  ]);
});

test.each([
  ["noRanges", []],
  ["invalidRanges 1.2.3 2001:db8::/32", ["1.2.3", "20.50.2.0/24", "2001:db8::/32"]],
  ["invalidRanges ", [""]],
])("refused: %s", (refusal, ranges) => {
  expect(refusalOf(planFor({}, { ...office, ranges }))).toBe(refusal);
});

test("as many ranges as AKS takes are taken, one more is not; what is said twice counts once", () => {
  const some = (count: number) =>
    Array.from({ length: count }, (_, index) => `20.50.${index % 256}.${index >> 8}`);
  expect(refusalOf(planFor({}, { ...office, ranges: [...some(200), ...some(200)] }))).toBe("ready");
  expect(refusalOf(planFor({}, { ...office, ranges: some(201) }))).toBe("tooManyRanges 200");
});

const outbound = (outboundType: string) => ({
  networkProfile: { loadBalancerSku: "standard", outboundType },
});

test.each([
  ["nothing", {}, office, []],
  ["the caller outside", {}, { ...office, callerIp: "20.50.3.1" }, ["callerLockedOut 20.50.3.1"]],
  ["an unknown caller", {}, { ...office, callerIp: undefined }, ["callerUnknown"]],
  [
    "only the cluster itself",
    {},
    { ranges: ["0.0.0.0/32"], callerIp: "20.50.2.9" },
    ["onlyOwnEgress", "callerLockedOut 20.50.2.9"],
  ],
  ["the cluster itself and an office", {}, { ...office, ranges: ["0.0.0.0/32", "20.50.2.0/24"] }, []],
  ["everybody", {}, { ...office, ranges: ["0.0.0.0/0"] }, ["wideRanges 0.0.0.0/0"]],
  [
    "a private network",
    {},
    { ...office, ranges: ["10.0.0.0/8", "20.50.2.0/24", "192.168.0.0/16"] },
    ["wideRanges 10.0.0.0/8", "privateRanges 10.0.0.0/8 192.168.0.0/16"],
  ],
  ["a firewall in front", outbound("userDefinedRouting"), office, ["egressNotAdded userDefinedRouting"]],
  ["the usual way out", outbound("LoadBalancer"), office, []],
  [
    "nodes with addresses of a prefix",
    { agentPoolProfiles: [{ name: "a", enableNodePublicIP: true, nodePublicIPPrefixID: "/p" }] },
    office,
    ["nodePrefixes a"],
  ],
])("warnings for %s", (_, properties, input, expected) => {
  expect(warningsOf(ready(planFor(properties, input)))).toEqual(expected);
});

test("who says nothing of the load balancer has AKS's default, which will do", () => {
  expect(refusalOf(authorizedIpRangesFix.plan(aLiveCluster(), office))).toBe("ready");
  expect(refusalOf(planFor({ networkProfile: {} }, office))).toBe("ready");
});
