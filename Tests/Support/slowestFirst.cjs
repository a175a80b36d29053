/**
 * The order in which jest starts test files: what takes long first, so that no worker is still busy with it when the others have
 * nothing left. Where a run before is remembered, by how long each took. From nothing, by size, which jest takes for it; these files
 * take many times as long as their size says, the longest first.
 */
const { default: Sequencer } = require("@jest/test-sequencer");

const longest = [
  "Contract/ArmEmulator/conformance.test.ts",
  "AzureCli/commands.test.ts",
  "AzureCli/snippets.test.ts",
  "Contract/Program/package.test.ts",
  "Contract/ArmEmulator/drill.test.ts",
  "AzureCli/azureMode.test.ts",
  "Contract/AzureMode/pickCluster.test.ts",
  "Contract/Program/container.test.ts",
  "AzureCli/signIn.test.ts",
  "Contract/ArmEmulator/commandLine.test.ts",
  "Architecture/importRules.test.ts",
];

const rankOf = ({ path }) => {
  const at = longest.findIndex((name) => path.replaceAll("\\", "/").endsWith(`/Tests/${name}`));
  return at < 0 ? longest.length : at;
};

module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((left, right) => rankOf(left) - rankOf(right));
  }
};
