import { differencesIn, type CallReport, type LiveReport } from "./liveReport";

/** The report for people. Everything in it is in the JSON too. */
export function markdownOf(report: LiveReport): string {
  const { calls, notAsked, specification, worlds, cloud } = report;
  const compared = calls.filter(({ places }) => places > 0);
  const others = calls.filter(({ places }) => places === 0);
  return [
    "# Conformance with a tenant",
    "",
    `${cloud}, compared with the emulator (${worlds.join(", ")}). ${compared.length} of ${calls.length} calls could be compared; ${differencesIn(report)} differences.`,
    "`*` stands for the keys of a map, `?` for a name that no public list has, `[]` for the items of a list.",
    "",
    ...compared.flatMap(sectionOf),
    "## Not compared",
    "",
    ...others.map((one) => `- ${titleOf(one)}: ${statusesIn(one)}`),
    ...notAsked.map((call) => `- ${call}: not sent, for it is neither a GET nor a query of Resource Graph`),
    ...(others.length + notAsked.length === 0 ? ["Nothing."] : []),
    "",
    "## Microsoft's OpenAPI",
    "",
    ...(specification === undefined
      ? ["There was none to compare with: name its folder with --specs."]
      : specification.map(
          ({ operation, status, code, path, times }) =>
            `- ${operation} ${status}: ${code} at ${path === "" ? "/" : path} (${times})`,
        )),
    ...(specification?.length === 0 ? ["No differences."] : []),
    "",
  ].join("\n");
}

function sectionOf(call: CallReport): readonly string[] {
  const { headers, differences, places } = call;
  return [
    `## ${titleOf(call)}`,
    "",
    `${statusesIn(call)}. ${places} places.`,
    "",
    ...headers.map(
      ({ name, tenant }) => `- header ${name}: only the ${tenant ? "tenant" : "emulator"} sends it`,
    ),
    ...(headers.length > 0 ? [""] : []),
    ...(differences.length > 0 ? ["| | path | tenant | emulator |", "|---|---|---|---|"] : []),
    ...differences.map(
      ({ kind, path, tenant, emulator }) => `| ${kind} | ${path || "(answer)"} | ${tenant} | ${emulator} |`,
    ),
    ...(differences.length > 0 ? [""] : []),
  ];
}

const titleOf = ({ call, method, apiVersion }: CallReport) => `${call} (${method}, ${apiVersion})`;

function statusesIn({ statuses }: CallReport): string {
  return Object.entries(statuses)
    .map(([status, times]) => `${times} × ${status}`)
    .join(", ");
}
