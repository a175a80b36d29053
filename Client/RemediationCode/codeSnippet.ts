import { placeholder } from "../Core/codeValue";
import { escapeInvisible } from "../Core/visibleText";

type CodeLanguage = "az" | "bicep" | "dockerfile" | "markdown" | "shell" | "terraform" | "yaml";

interface SnippetFile {
  readonly language: CodeLanguage;
  readonly fileName: string;
}

const files = {
  fixAz: { language: "az", fileName: "remediation.sh" },
  fixBicep: { language: "bicep", fileName: "remediation.bicep" },
  fixTerraform: { language: "terraform", fileName: "remediation.tf" },
  patch: { language: "yaml", fileName: "kustomization.yaml" },
  policyAz: { language: "az", fileName: "policy-assignment.sh" },
  policyBicep: { language: "bicep", fileName: "policy-assignment.bicep" },
  policyTerraform: { language: "terraform", fileName: "policy-assignment.tf" },
  updates: { language: "markdown", fileName: "updates.md" },
  packages: { language: "dockerfile", fileName: "Dockerfile.updates" },
  dependencies: { language: "shell", fileName: "update-dependencies.sh" },
  image: { language: "yaml", fileName: "kustomization.yaml" },
} as const satisfies Readonly<Record<string, SnippetFile>>;

export type SnippetKey = keyof typeof files;

const mediaTypes: Readonly<Record<CodeLanguage, string>> = {
  az: "application/x-sh",
  bicep: "text/plain",
  dockerfile: "text/plain",
  markdown: "text/markdown",
  shell: "application/x-sh",
  terraform: "text/plain",
  yaml: "application/yaml",
};

/** Text to be taken over into a repository or a shell. It holds no secrets, and names nothing but what is on the screen. */
export interface CodeSnippet {
  /** What it is for; each at most once among the snippets of a finding. */
  readonly key: SnippetKey;
  readonly language: CodeLanguage;
  /** Made of letters, dots and dashes alone: no value enters it. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
}

/**
 * What the reader must know of the snippets, or of their absence. `rbacIsFixed`: Kubernetes RBAC is chosen when a cluster is
 * created. `policyUnknown`: the parameters of the policy are not known here. `workloadUnknown`: a patch names a placeholder.
 * `notPastable`: a name has characters on which a terminal acts, so there are no commands. `onlyListed`: some updates are in
 * the list alone. `noFixes`: no version that closes a vulnerability is known.
 */
type CodeFact =
  "noFixes" | "notPastable" | "onlyListed" | "policyUnknown" | "rbacIsFixed" | "workloadUnknown";

/** A remediation as code. Without snippets and without facts nothing is known. */
export interface RemediationCode {
  readonly snippets: readonly CodeSnippet[];
  readonly facts: readonly CodeFact[];
}

export function codeSnippet(key: SnippetKey, text: string): CodeSnippet {
  const { language, fileName } = files[key];
  return { key, language, fileName, mediaType: mediaTypes[language], text };
}

export function hasPlaceholder({ text }: CodeSnippet): boolean {
  return text.includes(placeholder);
}

/** What there is to say of a finding; `undefined` stands for a snippet that a name does not fit into. */
interface WrittenCode {
  readonly snippets: readonly (CodeSnippet | undefined)[];
  readonly facts: readonly CodeFact[];
}

/** Without the commands that could not be written, and with the word that they are missing. */
export function pastable({ snippets, facts }: WrittenCode): RemediationCode {
  const kept = snippets.filter((snippet) => snippet !== undefined);
  return { snippets: kept, facts: kept.length === snippets.length ? facts : [...facts, "notPastable"] };
}

/** Texts as comment lines. Nothing can end a line, so nothing can leave its comment. */
export function commentLines(mark: "#" | "//", ...texts: readonly string[]): string {
  return texts.map((text) => `${mark} ${escapeInvisible(text, () => "\ufffd")}\n`).join("");
}
