/** What every command line says of itself. */
export enum CommandLineTexts {
  badPort = "--port must be a number from 0 to 65535, not '{0}'.",
  commandUsage = "[flags]",
  examples = "Examples:",
  helpFlag = "Show this help.",
  portFlag = "Port to listen on. 0 picks a free one. Without it: {0}.",
  portTaken = "Port {0} is taken. Choose another one with --port.",
  programHelp = "Without a command: {0}. Each command has its own --help.\nExit codes: 0 done as asked, 1 something was found or is missing, 2 the command line is wrong or the command can't run.",
  programUsage = "[command] [flags]",
  seeHelp = "--help lists all commands.",
  unreadable = "The command line can't be read.",
  versionFlag = "Show the version.",
}
