/**
 * The translator of the bundler, a compiler in machine code: TypeScript's own takes forty times as long. All projects share its
 * results, which depend on nothing else. Types are checked once, by `npm run typecheck`, not again in every worker.
 */
const { createHash } = require("node:crypto");
const { rspack } = require("@rspack/core");
const { version } = require("@rspack/core/package.json");

const settings = {
  sourceMaps: "inline",
  // Found by its caller; a configuration of somebody's home folder has no say.
  swcrc: false,
  configFile: false,
  module: { type: "commonjs" },
};

const compilerOf = (file) => ({
  target: "es2022",
  parser: { syntax: "typescript", tsx: file.endsWith("x") },
  transform: { react: { runtime: "automatic" } },
});

module.exports = {
  process: (text, file) =>
    rspack.experiments.swc.transformSync(text, { ...settings, filename: file, jsc: compilerOf(file) }),
  getCacheKey: (text, file, { instrument }) =>
    createHash("sha256")
      .update(
        [version, JSON.stringify([settings, compilerOf(file)]), String(instrument), file, text].join("\0"),
      )
      .digest("hex"),
};
