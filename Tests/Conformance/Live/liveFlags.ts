import type { CommandSpec } from "../../../Extension/CommandLine/commandLine";

/** `npm run conformance`. All flags but `specs` need `--live`. */
export const conformanceSpec = {
  name: "conformance",
  about:
    "Compare the product and its emulator with what Microsoft publishes or, with --live, the emulator with a tenant.",
  flags: [
    { name: "specs", value: "folder", about: "Folder that has Microsoft's 'specification' in it." },
    { name: "live", about: "Compare with a tenant. It only reads." },
    { name: "cluster", value: "id", about: "ARM ID of the cluster to read." },
    { name: "cloud", value: "name", about: "Azure cloud: public or usgov. Without it: public." },
    { name: "tenant", value: "id", about: "ID or domain of the tenant." },
    { name: "out", value: "folder", about: "Folder of the report. Without it: dist/conformance." },
  ],
  notes: ["Exit codes: 0 nothing is wrong, 1 something is wrong, 2 it couldn't be looked at."],
  examples: ["npm run conformance -- --specs DIR", "npm run conformance -- --live --cluster ID"],
} satisfies CommandSpec;

/** Flags with a text that only `--live` takes. */
export const liveTexts: readonly string[] = ["cluster", "cloud", "tenant", "out"];
