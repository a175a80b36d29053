import { suppressionFields } from "../../Extension/ArmEmulator/World/Security/Suppression/suppressionFields";

/** A text of an alert, with the field that a suppression rule calls it. */
export interface EntityFact {
  readonly field: string;
  readonly text: string;
}

/**
 * What an alert's entities say that a rule may ask for. Found by searching the whole list, without our code and without the
 * emulator's: what both overlook is here.
 */
export function entityFacts(list: unknown): readonly EntityFact[] {
  const facts: EntityFact[] = [];
  const waiting: unknown[] = [list];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) {
      continue;
    }
    const entries = Object.entries(value) as readonly (readonly [string, unknown])[];
    const kind = entries.find(([key]) => key === "type")?.[1];
    for (const [key, text] of entries) {
      waiting.push(text);
      const field = `entities.${String(kind).replaceAll("-", "")}.${key}`.toLowerCase();
      if (typeof text === "string" && text !== "" && suppressionFields.includes(field)) {
        facts.push({ field, text });
      }
    }
  }
  return facts;
}
