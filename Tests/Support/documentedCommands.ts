/** A command that a document shows, and where. */
export interface DocumentedCommand {
  readonly file: string;
  /** Without comments, and without what is optional or stands for something else. */
  readonly command: string;
}

/** Programs whose commands documents show; what begins otherwise is no command. */
const programs = /^(?:npm|npx|az|docker|node|git|aks-security-dashboard) (?=\S)/;

/** All commands of a document: the lines of its code blocks and its code in lines, each part of `a && b` by itself. */
export function commandsIn(file: string, text: string): readonly DocumentedCommand[] {
  const blocks = [...text.matchAll(/^ *```[^\n]*\n([^]*?)^ *```/gm)].flatMap(([, block = ""]) =>
    block.split("\n"),
  );
  const spans = [...text.replace(/^ *```[^]*?^ *```/gm, "").matchAll(/`([^`\n]+)`/g)].map(
    ([, span = ""]) => span,
  );
  return [...blocks, ...spans]
    .map((line) => line.trim().replace(/\s+#\s.*$/, ""))
    .flatMap((line) => line.split(" && "))
    .map((command) => command.trim().replace(/\[(--[^\]]*)\]/g, "$1"))
    .filter((command) => programs.test(command))
    .map((command) => ({ file, command }));
}

/** The words of a command, as a shell makes them: a quoted text is one, and a command in it stands for what it prints. */
export function wordsOf(command: string): readonly string[] {
  const words = command.replace(/"\$\([^)]*\)"/g, "ID").match(/"[^"]*"|\S+/g) ?? [];
  return words.map((word) => word.replace(/^"|"$/g, ""));
}

/** What documents write where a value has to be chosen, with one that is possible. */
const placeholders: Readonly<Record<string, string>> = {
  ID: "/subscriptions/3f1c6b2e-7d84-4a59-9e20-5b8c0d9a1e47/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/c",
  N: "3001",
  NAME: "huge",
  DIR: ".",
  // A cloud that the Azure CLI of a machine may know.
  emulator: "public",
};

export function withValues(words: readonly string[]): readonly string[] {
  return words.map((word) => placeholders[word] ?? word);
}
