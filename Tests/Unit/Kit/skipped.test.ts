import type { UnderlyingAssessment } from "../../../Client/Ownership/underlyingAssessment";
import type { OwnedRow } from "../../../Views/Features/Ownership/ownedRow";
import { skippedTexts } from "../../../Views/Features/Ownership/skipped";
import { unowned } from "../../Support/findings";

const underlying = (name: string, owner?: string, resource = "/other"): UnderlyingAssessment => ({
  id: `/a/${name}`,
  title: name,
  level: "High",
  resourceId: resource,
  recommendation: name,
  isVulnerability: resource !== "/other",
  current: owner === undefined ? undefined : { owner, due: undefined },
});
const row = (name: string): OwnedRow => ({
  id: name,
  title: `Row ${name}`,
  key: { kind: "assessment", id: `/a/${name}` },
  ownership: unowned,
});

test("nothing is said where everything is written", () => {
  const all = [underlying("x"), underlying("y", "ada@contoso.com")];
  expect(skippedTexts("assign", [row("x"), row("y")], all, all)).toEqual([]);
});

test("who keeps what is named, with the rows that it is behind", () => {
  const all = [underlying("x"), underlying("y", "ada@contoso.com")];
  expect(skippedTexts("assign", [row("x"), row("y")], all, all.slice(0, 1))).toEqual([
    "1 recommendation keeps its owner (ada@contoso.com). It's behind: Row y.",
  ]);
});

test("a row that is written in part is named too", () => {
  const web: OwnedRow = { ...row("web"), key: { kind: "resource", id: "/web" } };
  const all = [
    underlying("1", "ada@contoso.com", "/web"),
    underlying("2", "bob@contoso.com", "/web"),
    underlying("3", undefined, "/web"),
  ];
  expect(skippedTexts("assign", [web], all, all.slice(2))).toEqual([
    "2 recommendations keep their owners (ada@contoso.com and bob@contoso.com). They're behind: Row web.",
  ]);
});

test.each(["edit", "remove"] as const)("what has no owner is skipped by %s, the first few by name", (act) => {
  const all = ["a", "b", "c", "d", "e"].map((name) => underlying(name));
  const owned = underlying("f", "ada@contoso.com");
  const rows = [...all, owned].map(({ title }) => row(title));
  expect(skippedTexts(act, rows, [...all, owned], [owned])).toEqual([
    "5 recommendations have no owner and aren't changed. They're behind: Row a, Row b, Row c, and 2 more.",
  ]);
});

test("so is a selected row that nothing fails behind", () => {
  const all = [underlying("x")];
  expect(skippedTexts("assign", [row("x"), row("done")], all, all)).toEqual([
    "There's nothing to change for Row done.",
  ]);
});
