/**
 * Node, with Kusto's parser as a global that all test files of a worker share. The parser builds its grammar at its first query,
 * which takes more than a second; and it reads globals all the time, which is many times slower in the sandbox that jest makes
 * for each file. So it is loaded outside of the sandboxes, once, by the first test that wants it. Nothing may be logged as an error
 * or a warning. `process.env` of a sandbox is a copy; `setInherited` changes what programs inherit that libraries start.
 */
const { TestEnvironment } = require("jest-environment-node");
const { StrictConsole } = require("./strictConsole");

function loadKusto() {
  if (!globalThis.Kusto) {
    require("@kusto/language-service-next/bridge.min.js");
    require("@kusto/language-service-next/Kusto.Language.Bridge.min.js");
    rememberParsed(globalThis.Kusto.Language.KustoCode); // Set by the lines above.
  }
  return globalThis.Kusto;
}

const mostParsed = 200;

/**
 * Most test files ask the emulator the queries that others asked: what the parser made of a text, for tables of the same columns,
 * is kept for all files of a worker. `graph` is the database of the emulator, which has nothing but tables.
 */
function rememberParsed(KustoCode) {
  const parse = KustoCode.ParseAndAnalyze.bind(KustoCode);
  const parsed = new Map();
  const schemas = new WeakMap();
  const schemaOf = (globals) => {
    const known = schemas.get(globals) ?? describeTables(globals.Database);
    schemas.set(globals, known);
    return known;
  };
  KustoCode.ParseAndAnalyze = (text, globals) => {
    if (globals.Database.Name !== "graph") {
      return parse(text, globals);
    }
    const key = `${schemaOf(globals)}\n${text}`;
    const code = parsed.get(key) ?? parse(text, globals);
    parsed.delete(key);
    parsed.set(key, code);
    if (parsed.size > mostParsed) {
      parsed.delete(parsed.keys().next().value);
    }
    return code;
  };
}

/** Names and columns of the tables of a database, as text. */
function describeTables(database) {
  const items = (list) => Array.from({ length: list.Count }, (_, at) => list.getItem(at));
  const tables = items(database.Members).map((table) => [
    table.Name,
    items(table.Columns).map(({ Name, Type }) => `${Name}:${Type.Name}`),
  ]);
  return JSON.stringify([database.Name, tables]);
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
