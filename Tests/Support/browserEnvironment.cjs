/** jsdom plus the few web platform globals that Node has and jsdom lacks, which the Azure SDK core expects. */
const { TestEnvironment } = require("jest-environment-jsdom");
const { ReadableStream, TransformStream, WritableStream } = require("node:stream/web");
const { TextDecoder, TextEncoder } = require("node:util");

module.exports = class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { ReadableStream, TransformStream, WritableStream, TextDecoder, TextEncoder });
  }
};
