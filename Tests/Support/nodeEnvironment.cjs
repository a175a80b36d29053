/**
 * Node, with Kusto's parser as a global that all test files of a worker share. The parser builds its grammar at its first query,
 * which takes more than a second; and it reads globals all the time, which is many times slower in the sandbox that jest makes
 * for each file. So it is loaded outside of the sandboxes, once, by the first test that wants it.
 */
const { TestEnvironment } = require("jest-environment-node");

function loadKusto() {
  require("@kusto/language-service-next/bridge.min.js");
  require("@kusto/language-service-next/Kusto.Language.Bridge.min.js");
  return globalThis.Kusto; // Set by the lines above; requiring them again costs nothing.
}

module.exports = class NodeEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.defineProperty(this.global, "Kusto", { configurable: true, get: loadKusto });
  }
};
