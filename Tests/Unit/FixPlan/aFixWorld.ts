import { chooseFixes, type FixStep } from "../../../Client/FixPlan/chooseFixes";
import type { FixWorld, PlannedFinding } from "../../../Client/FixPlan/fixAction";
import { fixTargets } from "../../../Client/FixPlan/fixTargets";
import { fixWorld, type FixInput } from "../../../Client/FixPlan/fixWorld";
import type { Vulnerability, VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { finish } from "../../../Views/Kit/Model/slices";

type Read = Partial<Omit<FixInput, "targets" | "cvesOf">> & {
  /** With their CVEs; `undefined`: they weren't read. */
  readonly components?: readonly (readonly [VulnerableComponent, readonly Vulnerability[] | undefined])[];
  readonly isWhole?: boolean;
};

/** A world of some findings. All of each CVE list were read unless the test says otherwise. */
export function aFixWorld({ components = [], isWhole = true, ...read }: Read): FixWorld {
  const targets = fixTargets(components.map(([component]) => component));
  const cvesBy = new Map(components.map(([{ id }, cves]) => [id, cves]));
  const cvesOf = new Map(
    targets.flatMap(({ key, components: [first] }) => {
      const cves = first && cvesBy.get(first.id);
      return cves ? [[key, { cves, isWhole }] as const] : [];
    }),
  );
  const all = { misconfigurations: [], compliance: [], hasAllComponents: true, ...read };
  return finish(fixWorld({ ...all, targets, cvesOf }));
}

export function planOf(world: FixWorld): readonly FixStep[] {
  return finish(chooseFixes(world));
}

/** Findings as tab and the last part of the id. */
export function namesOf(findings: readonly PlannedFinding[]): readonly string[] {
  return findings.map(({ tab, item }) => `${tab}:${item.id.split("/").at(-1) ?? ""}`).sort();
}
