/**
 * `npm run drill`: every source of the dashboard under every fault, and every write. Prints a table of what becomes of each; ends with
 * exit code 1 when something looks right that isn't, or is sent again that may have been carried out.
 */
import { warmUp } from "../../Extension/ArmEmulator/Kql/syntax";
import { runTool } from "../../Extension/CommandLine/runServer";
import { toolSpecs } from "../Support/toolSpecs";
import { drillRead, drillWrite, readFaults, writeFaults, type Verdict } from "./drill";
import { openDrillPage } from "./drillPage";
import { reads } from "./reads";
import { messagesOf, tableOf } from "./table";
import { writes } from "./writes";

async function drill(): Promise<number> {
  warmUp();
  const page = await openDrillPage();
  try {
    const read: Verdict[] = [];
    for (const source of reads) {
      for (const fault of readFaults) {
        read.push(await drillRead(page, source, fault));
      }
    }
    const written: Verdict[] = [];
    for (const source of writes) {
      for (const fault of writeFaults) {
        written.push(await drillWrite(page, source, fault));
      }
    }
    console.log(["Reads", "", ...tableOf(read, readFaults), "", ...messagesOf(read)].join("\n"));
    console.log(["", "Writes", "", ...tableOf(written, writeFaults), "", ...messagesOf(written)].join("\n"));
    return [...read, ...written].some(({ problems }) => problems.length > 0) ? 1 : 0;
  } finally {
    await page.close();
  }
}

void runTool(toolSpecs.drill, drill);
