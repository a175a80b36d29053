import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  policyDefinitionId,
  policyDefinitions,
} from "../../../Extension/ArmEmulator/World/Authorization/policyDefinitions";
import {
  benchmark,
  findInitiative,
  initiativeId,
} from "../../../Extension/ArmEmulator/World/Authorization/policyInitiative";
import { recommendations } from "../../../Extension/ArmEmulator/World/Security/Assessments/recommendations";

/** Microsoft's definitions, where they are at hand; they are not part of this repository. */
const published = path.resolve(__dirname, "../../../../shared/data/azure-policy");

interface Published {
  readonly name: string;
  readonly properties: {
    readonly displayName: string;
    readonly mode: string;
    readonly metadata: { readonly version: string; readonly category: string };
    readonly parameters: Readonly<
      Record<
        string,
        {
          readonly type: string;
          readonly allowedValues?: unknown;
          readonly defaultValue?: unknown;
          readonly metadata: { readonly displayName: string };
        }
      >
    >;
  };
}

/** What the emulator has of a definition. */
const facts = ({ name, properties: { displayName, mode, metadata, parameters } }: Published) => ({
  name,
  displayName,
  mode,
  version: metadata.version,
  category: metadata.category,
  parameters: Object.fromEntries(
    Object.entries(parameters).map(([parameter, { type, allowedValues, defaultValue, metadata: own }]) => [
      parameter,
      { type: type.toLowerCase(), allowedValues, defaultValue, displayName: own.displayName },
    ]),
  ),
});

const byName = new Map(
  policyDefinitions.map(({ name, version, category, ...properties }) => [
    name,
    facts({ name, properties: { ...properties, metadata: { version, category } } }),
  ]),
);

test("there is a definition behind every recommendation", () => {
  expect([...byName.keys()].sort()).toEqual(recommendations.map(({ policyId }) => policyId).sort());
});

if (existsSync(published)) {
  test("definitions are as Microsoft published them", () => {
    const compared = readdirSync(published)
      .map((file) => JSON.parse(readFileSync(path.join(published, file), "utf8")) as Published)
      .filter(({ name }) => byName.has(name));
    expect(compared).toHaveLength(byName.size);
    for (const definition of compared) {
      expect(byName.get(definition.name)).toEqual(facts(definition));
    }
  });
} else {
  test("there are no published definitions here to compare with", () => {
    expect(existsSync(published)).toBe(false);
  });
}

test("the benchmark gives every definition what it demands, with values that it allows", () => {
  expect(benchmark.members.map(({ policy }) => policy).sort()).toEqual([...byName.keys()].sort());
  for (const { policy, parameters } of benchmark.members) {
    const definition = policyDefinitions.find(({ name }) => name === policy);
    const demanded = Object.entries(definition?.parameters ?? {})
      .filter(([, { defaultValue }]) => defaultValue === undefined)
      .map(([name]) => name);
    expect([policy, Object.keys(parameters)]).toEqual([policy, expect.arrayContaining(demanded)]);
    for (const [name, of] of Object.entries(parameters)) {
      const own = definition?.parameters[name];
      const given = benchmark.parameters[of];
      expect([of, given?.defaultValue]).not.toEqual([of, undefined]);
      for (const value of given?.allowedValues ?? []) {
        expect(own?.allowedValues).toContain(value);
      }
    }
  }
  expect(findInitiative(initiativeId(benchmark.name).toUpperCase())).toBe(benchmark);
  expect(findInitiative(policyDefinitionId(benchmark.name))).toBeUndefined();
});
