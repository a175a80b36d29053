import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readManifest } from "../../../Extension/build/extensionManifest";
import { root } from "../../../Extension/build/outputs";
import { portalFiles } from "../../../Extension/build/portalFiles";
import { readStrings } from "../../../Extension/build/portalStrings";
import { readTranslations } from "../../../Extension/build/translations";

/** The recipe "A language" of CONTRIBUTING.md: a folder with translated copies of the files in `locales`. */
const manifest = readManifest(root);
const english = readStrings(root, manifest.stringSource);

let tree: string;
beforeEach(() => {
  tree = mkdtempSync(path.join(tmpdir(), "locales-"));
});
afterEach(() => rmSync(tree, { recursive: true }));

/** Puts a translated file where the recipe says. */
function deliver(language: string, name: string, texts: object): void {
  const folder = path.join(tree, "Locales", language);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.resjson`), JSON.stringify(texts));
}

const built = () => new Map(portalFiles(manifest, english, readTranslations(tree, english)));

test("a translated file makes a language: its texts, English where there is none yet, and its own bundle", () => {
  const { defenderForCloud = "", extension = "" } = english.Manifest ?? {};
  deliver("de", "Manifest", {
    "Manifest.defenderForCloud": "Microsoft Defender für Cloud",
    "_Manifest.defenderForCloud.comment": "A product name.",
  });
  const files = built();
  expect(JSON.parse(files.get("locales/de/Manifest.resjson") ?? "")).toMatchObject({
    "Manifest.defenderForCloud": "Microsoft Defender für Cloud",
    "Manifest.extension": extension,
  });
  expect(files.get("modules/de/Strings.js")).toContain('"Microsoft Defender für Cloud"');
  expect(files.get("modules/en/Strings.js")).toContain(JSON.stringify(defenderForCloud));
  const sources = [...files.keys()].filter((file) => /^locales\/\w+\.resjson$/.test(file));
  expect(sources.length).toBeGreaterThan(20);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(sources.map((file) => file.replace("locales/", "locales/de/"))),
  );
});

test("without a folder there are English and the pseudo-language", () => {
  const languages = [...built().keys()].filter((file) => file.endsWith("/Strings.js"));
  expect(languages).toEqual(["modules/en/Strings.js", "modules/qps-ploc/Strings.js"]);
});

const [texts, key, withPlace] = Object.entries(english).flatMap(([name, all]) =>
  Object.entries(all)
    .filter(([, text]) => text.includes("{0}"))
    .map(([one, text]) => [name, one, text] as const),
)[0] ?? ["", "", ""];

test.each<[string, string, string, object, string]>([
  ["a text that is gone", "de", "Manifest", { "Manifest.gone": "Weg" }, "no text Manifest.gone"],
  ["a file that is gone", "de", "Gone", { "Gone.title": "Weg" }, "no text Gone.title"],
  ["a name of every object", "de", "Manifest", { "Manifest.constructor": "x" }, "no text"],
  ["a lost placeholder", "de", texts, { [`${texts}.${key}`]: "Weg" }, `placeholders of "${withPlace}"`],
  ["something that is no text", "de", "Manifest", { "Manifest.extension": 1 }, "placeholders of"],
  ["English itself", "en", "Manifest", {}, "the build makes en itself"],
])("%s is refused by name", (_, language, name, content, problem) => {
  deliver(language, name, content);
  expect(() => built()).toThrow(problem);
});
