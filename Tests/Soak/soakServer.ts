import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { FromPortal, ServerFigures } from "./portalProcess";

export interface SoakServer {
  readonly url: string;
  readonly clusterId: string;
  measure(): Promise<ServerFigures>;
  close(): Promise<void>;
}

/** Starts the local portal in a process of its own. Rejects when that ends before it listens. */
export async function startSoakServer(): Promise<SoakServer> {
  const child = fork(path.join(__dirname, "portalProcess.ts"), {
    execArgv: ["--expose-gc", "--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  const next = async (): Promise<FromPortal> => {
    const gone = ended.then(() => Promise.reject(new Error("The process of the local portal has ended.")));
    const [message] = (await Promise.race([once(child, "message"), gone])) as [FromPortal];
    return message;
  };
  const started = await next();
  if (started.type !== "started") {
    throw new Error("The process of the local portal told no address.");
  }
  return {
    url: started.url,
    clusterId: started.clusterId,
    async measure() {
      const answer = next();
      child.send("measure");
      const measured = await answer;
      if (measured.type !== "measured") {
        throw new Error("The process of the local portal told no figures.");
      }
      return measured.figures;
    },
    async close() {
      child.disconnect();
      await ended;
    },
  };
}
