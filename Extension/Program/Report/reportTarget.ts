import { accessSync, constants, existsSync, statSync } from "node:fs";
import { open, unlink } from "node:fs/promises";
import path from "node:path";
import { format } from "../../../Client/Core/format";
import { CommandLineError } from "../../CommandLine/commandLine";
import { Program as Text } from "../Program.resjson";

/** Where a report goes. */
export interface ReportTarget {
  /** For messages, for example the name of the file. */
  readonly name: string;
  /** Writes the whole report, or rejects and leaves nothing of it in a file. */
  write(parts: readonly Blob[]): Promise<void>;
}

/**
 * A new file that only its owner may read: findings say where a cluster is weak. Throws {@link CommandLineError} when there is such a
 * file, or no folder for it that can be written: before minutes are spent on reading.
 */
export function openFile(file: string): ReportTarget {
  const folder = path.dirname(path.resolve(file));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new CommandLineError(format(Text.folderGone, folder));
  }
  if (existsSync(file)) {
    throw new CommandLineError(format(Text.outTaken, file));
  }
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw notWritten(file, error);
  }
  return {
    name: file,
    write: async (parts) => {
      try {
        await writeNew(file, parts);
      } catch (error) {
        throw notWritten(file, error);
      }
    },
  };
}

/** A folder without rights, a disk that is full or read-only. */
function notWritten(file: string, error: unknown): CommandLineError {
  const { code, message } = error as NodeJS.ErrnoException; // Node's, of a file.
  return new CommandLineError(format(Text.outFailed, file, code ?? message));
}

async function writeNew(file: string, parts: readonly Blob[]): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    for (const part of parts) {
      await handle.write(await bytesOf(part));
    }
    await handle.close();
  } catch (error) {
    await handle.close();
    await unlink(file);
    throw error;
  }
}

export const standardOutput: ReportTarget = {
  name: Text.standardOutput,
  async write(parts) {
    for (const part of parts) {
      const bytes = await bytesOf(part);
      await new Promise<void>((resolve, reject) => {
        process.stdout.write(bytes, (error) => (error ? reject(outputProblem(error)) : resolve()));
      });
    }
  },
};

/** What reads the report may stop before its end, as `head` does. */
function outputProblem(error: NodeJS.ErrnoException): Error {
  return error.code === "EPIPE" ? new CommandLineError(Text.outClosed) : error;
}

async function bytesOf(part: Blob): Promise<Uint8Array> {
  return new Uint8Array(await part.arrayBuffer());
}
