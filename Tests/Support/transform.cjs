/**
 * ts-jest, with results that all projects share: they turn TypeScript into the same JavaScript, and ts-jest itself would keep it by
 * the settings of the whole project. Types are checked once, by `npm run typecheck`, not again in every worker.
 */
const { createHash } = require("node:crypto");
const { TsJestTransformer } = require("ts-jest");
const { version } = require("ts-jest/package.json");
const { version: typescriptVersion } = require("typescript/package.json");
const { compilerOptions } = require("../../tsconfig.base.json");

const tsconfig = { ...compilerOptions, module: "commonjs", isolatedModules: true };
const settings = JSON.stringify([version, typescriptVersion, tsconfig]);
const tsJest = new TsJestTransformer({ tsconfig });

module.exports = {
  process: (text, file, options) => tsJest.process(text, file, options),
  getCacheKey: (text, file, { instrument }) =>
    createHash("sha256")
      .update([settings, String(instrument), file, text].join("\0"))
      .digest("hex"),
};
