import type { CodeFact, CodeSnippet, RemediationCode } from "./codeSnippet";

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
