import type { CommandSpec } from "../CommandLine/commandLine";

const notes = ["Exit codes: 0 built, 1 the build failed, 2 the command line is wrong."];

/** The command lines of builds, by their npm scripts. */
export const buildSpecs = {
  build: {
    name: "build",
    about: "Bundle the local portal into dist/localPortal.",
    flags: [{ name: "development", about: "Leave the bundle readable." }],
    examples: ["npm run build", "npm run build -- --development"],
    notes,
  },
  "build:portal": {
    name: "build:portal",
    about: "Build what the Azure portal gets, in dist/portal.",
    flags: [
      {
        name: "whole",
        about: "Put what is loaded on first use into the views, for a portal whose loader doesn't find it.",
      },
    ],
    examples: ["npm run build:portal", "npm run build:portal -- --whole"],
    notes,
  },
  package: {
    name: "package",
    about: "Pack the program into dist, as one file for npx.",
    flags: [],
    examples: ["npm run package"],
    notes,
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type BuildName = keyof typeof buildSpecs;

export function isBuild(text: string): text is BuildName {
  return Object.hasOwn(buildSpecs, text);
}
