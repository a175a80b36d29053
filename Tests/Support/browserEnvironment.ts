import { ReadableStream, TransformStream, WritableStream } from "node:stream/web";
import { TextDecoder, TextEncoder } from "node:util";
import { MessageChannel } from "node:worker_threads";
import { TestEnvironment } from "jest-environment-jsdom";
import { StrictConsole } from "./strictConsole";

/**
 * jsdom plus the few web platform globals that Node has and jsdom lacks, which the Azure SDK core expects. Nothing may be logged
 * as an error or a warning.
 */
export default class BrowserEnvironment extends TestEnvironment {
  private readonly console = new StrictConsole();

  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, {
      ReadableStream,
      TransformStream,
      WritableStream,
      TextDecoder,
      TextEncoder,
      MessageChannel,
    });
    this.console.watch(this.global.console);
  }

  handleTestEvent(...[event, state]: Parameters<StrictConsole["handle"]>): Promise<void> {
    return this.console.handle(event, state);
  }

  override async teardown(): Promise<void> {
    await super.teardown();
    this.console.end();
  }
}
