import { dependenciesOf, versionProblems } from "./amdVersions";

/** What the text of a bundle shows of things that the portal does not allow. */
const forbidden: readonly { readonly pattern: RegExp; readonly problem: string }[] = [
  { pattern: /\beval\s*\(/, problem: "calls eval" },
  { pattern: /\bnew\s+Function\b|(?<![\w.$])Function\s*\(/, problem: "makes a function of a text" },
  // Assigned by React itself only; react-dom and the JSX runtime read it.
  { pattern: /__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED\s*=(?!=)/, problem: "has a copy of React" },
  { pattern: /\bfindFiberByHostInstance\b/, problem: "has a copy of React DOM" },
  {
    pattern: /\bMergeStyles|\bmergeStyles\s*=|__currentFabricBuild|__packages__/,
    problem: "has a copy of Fluent UI",
  },
  { pattern: /\bdefine\.amd\b/, problem: "has a package that defines AMD modules by itself" },
  { pattern: /\.innerHTML\s*=\s*["'`]<script/i, problem: "writes a script into the page" },
];

/** Everything that forbids to ship a bundle, in words. */
export function bundleProblems(file: string, text: string): readonly string[] {
  const found = forbidden.filter(({ pattern }) => pattern.test(text)).map(({ problem }) => problem);
  return [...found, ...versionProblems(dependenciesOf(text))].map((problem) => `${file} ${problem}`);
}
