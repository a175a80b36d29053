/**
 * Node, with Kusto's parser as a global that all test files of a worker share. The parser builds its grammar at its first query,
 * which takes more than a second; and it reads globals all the time, which is many times slower in the sandbox that jest makes
 * for each file. So it is loaded outside of the sandboxes, once, by the first test that wants it. Nothing may be logged as an error
 * or a warning. `process.env` of a sandbox is a copy; `setInherited` changes what programs inherit that libraries start.
 */
const { TestEnvironment } = require("jest-environment-node");
const { StrictConsole } = require("./strictConsole");

function loadKusto() {
  require("@kusto/language-service-next/bridge.min.js");
  require("@kusto/language-service-next/Kusto.Language.Bridge.min.js");
  return globalThis.Kusto; // Set by the lines above; requiring them again costs nothing.
}

/** `undefined` removes the variable. */
function setInherited(name, value) {
  if (value === undefined) {
    delete process.env[name];
  } else {
    process.env[name] = value;
  }
}

module.exports = class NodeEnvironment extends TestEnvironment {
  console = new StrictConsole();

  async setup() {
    await super.setup();
    this.console.watch(this.global.console);
    this.global.setInherited = setInherited;
    Object.defineProperty(this.global, "Kusto", { configurable: true, get: loadKusto });
  }

  handleTestEvent(event, state) {
    return this.console.handle(event, state);
  }

  async teardown() {
    await super.teardown();
    this.console.end();
  }
};
