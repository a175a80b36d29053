/**
 * Lints texts as if they were files, without the rules that need types: JSON list of {file, code} on stdin, list of message
 * lists on stdout. jest cannot load ESLint's configuration itself.
 */
import { readFileSync } from "node:fs";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

const cases = JSON.parse(readFileSync(0, "utf8"));
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });
const lint = async ({ file, code }) => {
  const [result] = await eslint.lintText(code, { filePath: file });
  return result.messages;
};
process.stdout.write(JSON.stringify(await Promise.all(cases.map(lint))));
