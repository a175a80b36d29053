import { version } from "fluentui-react-portal/package.json";
import { createRequire } from "node:module";

/**
 * What the portal's Fluent doesn't have of `used`, in words. The newer version here would let it pass, and in the portal it would
 * be `undefined`.
 */
export function fluentProblems(used: readonly string[]): readonly string[] {
  if (used.length === 0) {
    return [];
  }
  // Its CommonJS form: Node doesn't find the parts of the other one.
  const fluent = createRequire(__filename)("fluentui-react-portal") as object;
  return used
    .filter((name) => !(name in fluent))
    .map((name) => `@fluentui/react ${version}, which the portal has, doesn't export ${name}`);
}
