import { componentCode } from "../../../Client/RemediationCode/componentCode";
import { misconfigurationCode } from "../../../Client/RemediationCode/misconfigurationCode";
import type { CodeSnippet, RemediationCode } from "../../../Client/RemediationCode/codeSnippet";
import { componentKinds } from "../../../Client/Vulnerabilities/vulnerability";
import { recommendations } from "../../../Extension/ArmEmulator/World/Security/Assessments/recommendations";
import { meaningOf, meaningsOf } from "../../Support/codeReaders";
import { aVulnerability } from "../../Support/findings";
import { controlNames, hostileNames } from "../../Support/hostileNames";
import { clusterNamed, componentsNamed, marker, renamed } from "./subjects";

/** Names of at most 128 characters: longer titles are cut, as another test shows. */
const names = [
  ...hostileNames,
  ...controlNames,
  "$${x}",
  "$$${x}",
  "%{if}",
  "%%{x}",
  "$",
  'a$"',
  "\\${x}",
  "x $",
]
  .map((name) => [...name].slice(0, 120).join(""))
  .map((name) => [JSON.stringify(name).slice(0, 60), name] as const);

/** Every snippet there is, with one name for everything that a name can be given to. */
function everyCode(name: string): readonly RemediationCode[] {
  const cluster = clusterNamed(name);
  const vulnerability = aVulnerability("CVE-2026-1", {
    // A package without a name has no code at all, as is shown below.
    packageName: name || "package",
    installed: [name],
    fixedVersion: `1.${name}2`,
  });
  return [
    ...recommendations.map(({ key, policyId }) =>
      misconfigurationCode({ key, title: name, policyId }, cluster, componentsNamed(name)),
    ),
    misconfigurationCode({ key: name, title: name, policyId: "0123abcd" }, cluster, []),
    ...componentKinds.map((kind) =>
      componentCode(
        {
          kind,
          name,
          isManagedByAks: false,
          place: {
            namespace: name,
            pod: name,
            controllerKind: name,
            controllerName: name,
            image: { reference: `r.azurecr.io/${name}:1`, digest: name },
          },
        },
        [vulnerability],
        cluster,
      ),
    ),
  ];
}

/** Commands with these are omitted, and packages whose names are none. */
const everyTime = ({ language }: CodeSnippet) =>
  ["bicep", "markdown", "terraform", "yaml"].includes(language);
const isCommand = ({ language }: CodeSnippet) => language === "az";

function meanings(code: readonly RemediationCode[], isWanted: (snippet: CodeSnippet) => boolean) {
  const wanted = code.map(({ snippets }) => snippets.filter(isWanted));
  const read = meaningsOf(wanted.flat()).values();
  return wanted.map((snippets) => Object.fromEntries(snippets.map(({ key }) => [key, read.next().value])));
}

/** Nothing invisible, and nothing that the CLI reads as a file, as help, as nothing or as quotes. */
const isForAz = (name: string) =>
  /^[\p{L}\p{N}/_.([{-]/u.test(name) &&
  !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name) &&
  !["null", "--"].includes(name);

const declared = meanings(everyCode(marker), everyTime);
const commands = meanings(everyCode(marker), isCommand);

/** In Markdown what no one sees cannot be escaped, only shown. */
const shown = (name: string) => name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd") || " ";

test("there are snippets in every language to look at", () => {
  const keys = everyCode(marker).flatMap(({ snippets }) => snippets.map(({ key }) => key));
  expect([...new Set(keys)].sort()).toEqual([
    ...["fixAz", "fixBicep", "fixTerraform", "image", "packages", "patch"],
    ...["policyAz", "policyBicep", "policyTerraform", "updates"],
  ]);
  expect(JSON.stringify(declared).split(marker).length).toBeGreaterThan(130);
});

test.each(names)("%s means what any other name means, in every declared language", (_, name) => {
  const found = meanings(everyCode(name), everyTime);
  found.forEach((snippets, index) => {
    const { updates: list, ...rest } = snippets;
    const { updates: expectedList, ...expectedRest } = declared[index] ?? {};
    expect(rest).toEqual(renamed(expectedRest, name));
    const listOf = (value: string) => (value === "" ? " " : value);
    expect(list).toEqual(
      (expectedList as readonly (readonly string[])[] | undefined)?.map((spans) =>
        spans.map((span, at) =>
          listOf(
            shown(span.replaceAll(marker, () => (at === 0 && spans.length > 1 ? name || "package" : name))),
          ),
        ),
      ),
    );
  });
});

test.each(names)("%s reaches the Azure CLI as it is, or no command holds it", (_, name) => {
  const found = meanings(everyCode(name), isCommand);
  expect(found).toEqual(isForAz(name) ? renamed(commands, name) : found.map(() => ({})));
});

test.each([...controlNames, "@/etc/passwd", "@x", "'x", "??", "null", "--", "\u202egnp.exe"])(
  "%j: it is said that commands are missing",
  (name) => {
    const [code] = everyCode(name);
    expect(code?.facts).toEqual(["notPastable"]);
  },
);

test.each(names)("%s is in no command for packages unless it is the name of one", (_, name) => {
  const isName = /^[a-z0-9][a-z0-9+.-]+$/.test(name || "package") && name.length < 98;
  const ofContainer = everyCode(name).find(({ snippets }) => snippets.some(({ key }) => key === "image"));
  expect(ofContainer?.snippets.some(({ key }) => key === "packages")).toBe(isName);
  expect(ofContainer?.facts).toEqual(isName ? [] : ["onlyListed"]);
});

test("a package without a name is in no code", () => {
  const unnamed = aVulnerability("CVE-2026-0001", { packageName: "", fixedVersion: "2" });
  const component = { kind: "container", name: "web", place: undefined, isManagedByAks: false } as const;
  const code = componentCode(component, [unnamed], clusterNamed("prod"));
  expect(code).toEqual({ snippets: [], facts: ["noFixes"] });
});

test("no comment holds a line that is none", () => {
  for (const [, name] of names) {
    for (const { language, text } of everyCode(name).flatMap(({ snippets }) => snippets)) {
      const mark = language === "bicep" ? "//" : "#";
      const comments = text.split(/\r\n|[\r\n\u0085\u2028\u2029]/).filter((line) => line.startsWith(mark));
      expect(comments.filter((line) => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([]);
    }
  }
});

test("a title is cut where Azure would refuse it", () => {
  const code = misconfigurationCode(
    { key: "new", title: "🐳".repeat(200), policyId: "0123" },
    clusterNamed("x"),
    [],
  );
  const bicep = code.snippets.find(({ key }) => key === "policyBicep");
  expect(bicep && meaningOf(bicep)).toMatchObject({
    resources: { assignment: { body: { properties: { displayName: "🐳".repeat(128) } } } },
  });
});
