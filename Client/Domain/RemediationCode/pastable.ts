import { canBePasted } from "../shellWord";
import type { CodeSnippet, RemediationCode } from "./codeSnippet";

/** Without the commands that hold characters on which a terminal acts. All other languages escape them. */
export function pastable({ snippets, facts }: RemediationCode): RemediationCode {
  const kept = snippets.filter(isPastable);
  return kept.length === snippets.length
    ? { snippets, facts }
    : { snippets: kept, facts: [...facts, "notPastable"] };
}

function isPastable({ language, text }: CodeSnippet): boolean {
  return (language !== "az" && language !== "shell") || canBePasted(text);
}
