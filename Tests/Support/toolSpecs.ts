import type { CommandSpec } from "../../Extension/CommandLine/commandLine";

/** The command lines of tools that only developers run. */
export const toolSpecs = {
  check: {
    name: "check",
    about: "Format, lint, types, and the tests nearest to what changed since origin/main.",
    flags: [{ name: "all", about: "Run every test that depends on what changed." }],
    examples: ["npm run check", "npm run check -- --all"],
    notes: ["Exit codes: 0 passed, 1 something failed, 2 the command line is wrong."],
  },
  soak: {
    name: "soak",
    about: "Use the dashboard in a browser again and again, and say whether anything grows.",
    flags: [{ name: "minutes", value: "number", about: "How long, from 1 to 240. Without it: 5." }],
    examples: ["npm run soak -- --minutes 15"],
    notes: ["Exit codes: 0 nothing grows, 1 something grows, 2 the command line is wrong or a round failed."],
  },
  drill: {
    name: "drill",
    about: "Put every source and every write of the page under every fault, and print what the page says.",
    flags: [],
    examples: ["npm run drill"],
    notes: [
      "Exit codes: 0 no problem, 1 something looks right that isn't or is sent twice, 2 the command line is wrong.",
    ],
  },
  pictures: {
    name: "pictures",
    about: "Render the README's pictures from the running product.",
    flags: [],
    examples: ["npm run pictures"],
    notes: ["Exit codes: 0 written, 2 the command line is wrong or there is no browser."],
  },
  bench: {
    name: "bench",
    about: "Print every figure of speed, beside what it was when the goals were set.",
    flags: [
      { name: "rounds", value: "number", about: "How often each is measured, from 1 to 100. Without it: 5." },
      {
        name: "only",
        value: "part",
        isRepeatable: true,
        about: "Measure these parts, with commas: weights, start, opening, list, queries, or fixPlan.",
      },
    ],
    examples: ["npm run bench", "npm run bench -- --only list --rounds 3"],
    notes: ["Exit codes: 0 measured, 2 the command line is wrong or a part couldn't be measured."],
  },
  "bench:csv": {
    name: "bench:csv",
    about: "Print how long a CSV report of 50,000 findings takes in a browser, and its memory.",
    flags: [],
    examples: ["npm run bench:csv"],
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;
