import { readFileSync } from "node:fs";
import path from "node:path";
import { bannedWords, stiffWords } from "../Support/documents";
import {
  commentsOf,
  namesIn,
  testTitlesIn,
  textsOf,
  unusualNames,
  lastsWithoutComma,
  withoutSingular,
} from "../Support/productTexts";
import { root, trackedFiles } from "../Support/trackedFiles";

/** What the product says, on screen and to its developers, is plain American English with plural forms. */
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const sources = trackedFiles().filter((file) => /^(?:Client|Views|Extension)\/.*\.(?:tsx?|mjs)$/.test(file));
const tests = trackedFiles().filter((file) => /^Tests\/.*\.(?:tsx?|mjs)$/.test(file));
/** These two say which words are meant. */
const aboutWords = /^Tests\/(?:Architecture\/(?:words|docs)\.test|Support\/productTexts)\.ts$/;
const textFiles = sources.filter((file) => file.endsWith(".resjson.ts"));

/** The number is a constant above 1, a share, one of thousands, more than one of several, or the placeholder is a name. */
const neverOne: readonly string[] = [
  "Messages.tooManyPages",
  "AzureMode.listening",
  "Controls.cutText",
  "Access.reopened",
  "NodePools.shareOfNodes",
  "QuickFix.refusalTooManyRanges",
  "Alerts.alreadyOne",
  "Sideload.folderOpen",
  "Findings.nodesUnknown",
  "Findings.nodesUnknownIn",
];

test("texts have none of the words that the product doesn't use", () => {
  expect(textFiles.length).toBeGreaterThan(30);
  const found = textFiles.flatMap((file) =>
    [...textsOf(read(file))].flatMap(([key, text]) =>
      [...bannedWords(text), ...stiffWords(text)].map((word) => `${file} ${key}: ${word}`),
    ),
  );
  expect(found).toEqual([]);
});

test("lists of three have a comma before their last word", () => {
  const found = textFiles.flatMap((file) =>
    [...textsOf(read(file))].flatMap(([key, text]) =>
      lastsWithoutComma(text).map((words) => `${path.basename(file, ".resjson.ts")}.${key}: ${words}`),
    ),
  );
  expect(found).toEqual([]);
});

test("neither have comments", () => {
  expect(sources.length).toBeGreaterThan(500);
  const found = sources.flatMap((file) =>
    bannedWords(commentsOf(read(file)).replace(/\s+/g, " ")).map((word) => `${file}: ${word}`),
  );
  expect(found).toEqual([]);
});

test("neither have comments of tests and titles of tests", () => {
  expect(tests.length).toBeGreaterThan(400);
  const found = tests
    .filter((file) => !aboutWords.test(file))
    .flatMap((file) => {
      const source = read(file);
      return [commentsOf(source).replace(/\s+/g, " "), ...testTitlesIn(source)]
        .flatMap(bannedWords)
        .map((word) => `${file}: ${word}`);
    });
  expect(found).toEqual([]);
});

test("names in code are American, and the usual ones; what Azure sends under another name stays", () => {
  /** Of ARM's states, in both spellings. */
  const ofAzure: readonly string[] = ["Client/Core/operationState.ts cancelled: canceled"];
  const found = [...sources, ...tests].flatMap((file) =>
    unusualNames(namesIn(read(file))).map((name) => `${file} ${name}`),
  );
  expect(found).toEqual(ofAzure);
});

test("so are names of files and folders", () => {
  const parts = new Set(trackedFiles().flatMap((file) => file.split("/")));
  expect(unusualNames(parts)).toEqual([]);
});

test("numbers before nouns have a form for 1", () => {
  const found = textFiles.flatMap((file) =>
    withoutSingular(textsOf(read(file))).map((key) => `${path.basename(file, ".resjson.ts")}.${key}`),
  );
  expect(found.sort()).toEqual([...neverOne].sort());
});

describe("what would be wrong is noticed", () => {
  test("in a text", () => {
    const texts = textsOf('export enum A {\n  one = "Nobody is here.",\n  two =\n    "Fine \\"x\\"",\n}\n');
    expect([...texts.keys()]).toEqual(["one", "two"]);
    expect(bannedWords(texts.get("one") ?? "")).toEqual(["Nobody"]);
  });

  test.each([
    ["It does not start, e.g. here.", ["does not", "e.g."]],
    ["It doesn't start, and does nothing if `it is not` on.", []],
  ])("in the words of %j", (text, words) => expect(stiffWords(text)).toEqual(words));

  test.each([
    ["Owner, Contributor or Security Admin of it", ["Owner, Contributor or Security"]],
    ["its state, taints and events.", ["state, taints and events"]],
    ["Owner, Contributor, or Reader", []],
    ["To the owner, about open and overdue findings", []],
    ["If it runs, enter a name and an owner.", []],
  ])("in the list of %j", (text, words) => expect(lastsWithoutComma(text)).toEqual(words));

  test.each([
    ["/** Whoever comes. */\nconst a = 1;", ["Whoever"]],
    ["/**\n * It is\n * switched\n * off.\n */", ["switched off"]],
    ["f(a); // Somebody's.", ["Somebody"]],
    ["/** `nobody` is a value. */ const nobody = `shall`;", []],
  ])("in the comment of %j", (source, words) =>
    expect(bannedWords(commentsOf(source).replace(/\s+/g, " "))).toEqual(words),
  );

  test("in the title of a test", () => {
    const source = 'describe.each([1])("a %s", f);\ntest("b", f);\ntest.skip(`c`, f);\nrun("d");';
    expect(testTitlesIn(source)).toEqual(["a %s", "b", "c"]);
  });

  test.each([
    ["const isCancelled = 1;", ["isCancelled: canceled"]],
    [
      "interface IssuerBehaviour { readonly colourRules: string }",
      ["IssuerBehaviour: -or", "colourRules: -or"],
    ],
    [
      "carryOutFix(heldIn, { settledChanges });",
      ["carryOutFix: apply", "heldIn: assigned, current", "settledChanges: resolved"],
    ],
    ["const mayNot = useMay(oneOrMany);", ["useMay: usePermission", "oneOrMany: pluralize"]],
    ['const authorized = await Promise.allSettled(["cancelled"]);', []],
    ["const threshold = upheld(carryAll, outOfCarry);", []],
  ])("in a name of %j", (source, names) => expect(unusualNames(namesIn(source))).toEqual(names));

  test("in the name of a file", () =>
    expect(unusualNames(["authorisedSend.test.ts", "NeighbourPage.tsx", "registry.ts"])).toEqual([
      "authorisedSend.test.ts: -ize",
      "NeighbourPage.tsx: -or",
    ]));

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["a plural alone", { rows: "{0} rows" }, ["rows"]],
    ["a plural behind a word", { left: "{0} more rows of {1}" }, ["left"]],
    ["a plural with its singular", { rowsOne: "1 row", rowsMany: "{0} rows" }, []],
    ["a number that ends the text", { rows: "Rows: {0}" }, []],
    ["a name before a verb", { named: "{0} is {1}" }, []],
  ])("%s", (_, texts, keys) => expect(withoutSingular(new Map(Object.entries(texts)))).toEqual(keys));
});
