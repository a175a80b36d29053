import { readFileSync } from "node:fs";
import path from "node:path";
import { readManifest } from "../../../Extension/build/extensionManifest";
import { root } from "../../../Extension/build/outputs";
import { viewSyntax } from "../../../Extension/build/viewSyntax";

/** The form in which the portal's toolchain reads a view from its file. */
const head = `import * as React from "react";
import { ContextPaneWidth, withContextPaneWidth, withForExport } from "@microsoft/azureportal-reactview/ReactView";
`;
const body = `${head}
interface ViewParameters {
  id: string;
  view?: string;
}

interface ViewProps {
  parameters: ViewParameters;
  closeView?: () => void;
}

const View: React.FC<ViewProps> = ({ parameters }) => <p>{parameters.id}</p>;

export default withContextPaneWidth(withForExport(View), ContextPaneWidth.Large);
`;

const read = (text: string) => viewSyntax("View.ReactView.tsx", text);
const changed = (from: string | RegExp, to: string) => {
  const text = body.replace(from, to);
  expect(text).not.toBe(body);
  return read(text);
};

test("a constant of type React.FC with plain interfaces, in wrappers of the SDK, is read whole", () => {
  expect(read(body)).toEqual({
    wrappers: ["withContextPaneWidth", "withForExport"],
    wrapperArguments: { withContextPaneWidth: ["ContextPaneWidth.Large"], withForExport: [] },
    parameters: {
      id: { type: "string", required: true },
      view: { type: "string", required: false },
    },
    problems: [],
  });
});

test.each<[string, string | RegExp, string]>([
  ["inline parameters", "parameters: ViewParameters", "parameters: { id: string; view?: string }"],
  ["inline props", "React.FC<ViewProps>", "React.FC<{ parameters: ViewParameters }>"],
  ["a function expression", /= \(\{ parameters.*/, "= function View(props) { return null; };"],
  ["numbers and booleans", "view?: string", "count: number;\n  isNew?: boolean"],
  ["no wrapper", /export default .*/, "export default View;"],
])("%s can be read as well", (_, from, to) => expect(changed(from, to).problems).toEqual([]));

test.each<[string, string | RegExp, string, RegExp]>([
  [
    "a function declaration",
    /const View.*/,
    "function View(props: ViewProps) {}",
    /View must be declared as const View: React\.FC/,
  ],
  [
    "no type",
    "View: React.FC<ViewProps> = ({ parameters })",
    "View = ({ parameters }: ViewProps)",
    /must be declared as/,
  ],
  ["another component type", "React.FC<ViewProps>", "ComponentType<ViewProps>", /must be declared as/],
  ["a variable", "const View", "let View", /must be declared as/],
  ["a made component", /= \(\{ parameters.*/, "= React.memo(Inner);", /must be declared as/],
  ["no props", "React.FC<ViewProps>", "React.FC", /must be declared as/],
  ["imported props", /interface ViewProps/, "interface Other", /the props must be an interface of this file/],
  ["generic props", "React.FC<ViewProps>", "React.FC<Props<ViewParameters>>", /interface of this file/],
  [
    "a utility type as props",
    "React.FC<ViewProps>",
    "React.FC<Readonly<ViewProps>>",
    /interface of this file/,
  ],
  [
    "a generic interface",
    "interface ViewParameters",
    "interface ViewParameters<T>",
    /interface of this file/,
  ],
  [
    "an interface that extends",
    "interface ViewParameters",
    "interface ViewParameters extends Base",
    /interface of this file/,
  ],
  [
    "an interface in two parts",
    "interface ViewProps",
    "interface ViewParameters { more: string }\ninterface ViewProps",
    /interface of this file/,
  ],
  ["a type alias", "interface ViewParameters {", "type ViewParameters = {", /interface of this file/],
  [
    "partial parameters",
    "parameters: ViewParameters",
    "parameters: Partial<ViewParameters>",
    /interface of this file/,
  ],
  ["no parameters", "parameters: ViewParameters;", "", /interface of this file/],
  ["more props", "closeView?: () => void", "theme: string", /gives a view no theme/],
  ["an enum", "view?: string", "view?: Tab", /parameter view must be a string/],
  ["a union of texts", "view?: string", 'view?: "a" | "b"', /parameter view must be/],
  ["an optional by union", "view?: string", "view: string | undefined", /parameter view must be/],
  ["a generic", "view?: string", "view?: Array<string>", /parameter view must be/],
  ["a mapped type", "view?: string", "view?: { [K in Keys]: string }", /parameter view must be/],
  ["a function", "view?: string", "view?(): string", /parameter view must be/],
  ["an index", "view?: string", "[name: string]: string", /must be a string/],
  ["no type of a parameter", "view?: string", "view?", /parameter view must be/],
  ["a wrapper of our own", "withForExport(View)", "withSession(View)", /withSession is no wrapper/],
  [
    "a wrapper of another module",
    "azureportal-reactview/ReactView",
    "azureportal-reactview/Az",
    /withForExport is no wrapper/,
  ],
  [
    "a renamed wrapper",
    "withForExport }",
    "withProvisioning as withForExport }",
    /withForExport is no wrapper/,
  ],
  ["a width that is computed", "ContextPaneWidth.Large)", "width(1))", /takes literals only, not width\(1\)/],
  ["a width of a variable", "ContextPaneWidth.Large)", "width)", /takes literals only, not width/],
  ["a default function", /export default .*/, "export default function View2() {}", /must name a constant/],
  [
    "a default class",
    /export default .*/,
    "export default class A extends React.Component {}",
    /must name a constant/,
  ],
  ["a default arrow", /export default .*/, "export default () => null;", /must name a constant/],
  ["a wrapper around nothing", "withForExport(View)", "withForExport()", /must name a constant/],
  ["a list of exports", /export default .*/, "export { View as default };", /has no default export/],
  ["no export", /export default .*/, "", /has no default export/],
])("%s is refused", (_, from, to, problem) => {
  expect(changed(from, to).problems.join("\n")).toMatch(problem);
});

test.each(readManifest(root).views)("$name is in that form", ({ entry, contextPaneWidth }) => {
  const { problems, wrapperArguments } = read(readFileSync(path.join(root, entry), "utf8"));
  expect(problems).toEqual([]);
  expect(wrapperArguments.withContextPaneWidth?.[0]).toBe(
    contextPaneWidth && `ContextPaneWidth.${contextPaneWidth}`,
  );
});

test.each([
  "closeView: (data: { changed: boolean }) => void;",
  "closeView?: (data: ViewParameters) => void;",
])("what a view returns is read from %s", (declared) => {
  expect(changed("closeView?: () => void;", declared).problems).toEqual([]);
});

test.each([
  "closeView: Function;",
  "closeView(data: { changed: boolean }): void;",
  "closeView: (data: Changed) => void;",
  "closeView: (data: { done: () => void }) => void;",
  "closeView: (data: Record<string, string>) => void;",
  "closeView: (data: { a: string }, more: { b: string }) => void;",
])("what a view returns can't be read from %s", (declared) => {
  expect(changed("closeView?: () => void;", declared).problems).toEqual([
    expect.stringContaining("closeView must be a function"),
  ]);
});

test("the pane that the dashboard opens says how wide it is", () => {
  const widths = readManifest(root).views.map(({ name, contextPaneWidth }) => [name, contextPaneWidth]);
  expect(widths).toContainEqual(["PlanSettings.ReactView", "Medium"]);
});
