import { CommandLineError, type CommandLine } from "../../Extension/CommandLine/commandLine";

/** A soak is bounded, whatever was typed. */
const mostMinutes = 240;
const usualMinutes = 5;

/** Minutes of `--minutes N`. Throws {@link CommandLineError} for anything else. */
export function soakMinutes({ texts }: Pick<CommandLine, "texts">): number {
  const { minutes = String(usualMinutes) } = texts;
  if (!/^\d+$/.test(minutes) || Number(minutes) < 1 || Number(minutes) > mostMinutes) {
    throw new CommandLineError(`--minutes must be a number from 1 to ${mostMinutes}, not '${minutes}'.`);
  }
  return Number(minutes);
}
