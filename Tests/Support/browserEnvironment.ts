import { ReadableStream, TransformStream, WritableStream } from "node:stream/web";
import { TextDecoder, TextEncoder } from "node:util";
import { TestEnvironment } from "jest-environment-jsdom";
import { StrictConsole } from "./strictConsole";

interface TaskPort {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(data: unknown): void;
  close(): void;
}

/**
 * As much of a `MessageChannel` as scheduling asks of one: each message is a task of its own. Node's would keep jest running for ever,
 * since React's scheduler never closes its own.
 */
class MessageChannel {
  private isOpen = true;
  readonly port1 = this.portTo(() => this.port2);
  readonly port2: TaskPort = this.portTo(() => this.port1);

  private portTo(other: () => TaskPort): TaskPort {
    return {
      onmessage: null,
      postMessage: (data) => void setImmediate(() => this.isOpen && other().onmessage?.({ data })),
      close: () => {
        this.isOpen = false;
      },
    };
  }
}

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
