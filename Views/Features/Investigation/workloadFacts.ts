import type { Fact } from "../../../Client/Core/label";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import { factLabels } from "../../../Client/Alerts/alertFacts";
import { alertSubjectOf, type AlertSubject } from "../../../Client/Alerts/alertSubject";
import { plainLabel } from "../../../Client/Alerts/distinctFacts";
import { Investigation } from "./Investigation.resjson";

/** What the alert is about, from the namespace down to the image. */
export function workloadFacts(subject: AlertSubject): readonly Fact[] {
  const { namespace, workload, pod, container, image, digest, node, pool, user, sourceIp } = subject;
  const controller = workload && [workload.kind, workload.name].filter(Boolean).join(" ");
  const facts: readonly (readonly [string, string | undefined])[] = [
    [Investigation.workloadNamespace, namespace],
    [Investigation.workloadController, controller],
    [Investigation.workloadPod, pod],
    [Investigation.workloadContainer, container],
    [Investigation.workloadImage, image],
    [Investigation.workloadDigest, digest],
    [Investigation.workloadNode, node],
    [Investigation.workloadPool, pool],
    [Investigation.workloadUser, user],
    [Investigation.workloadIp, sourceIp],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

const { namespace, pod, container, image, digest, node, pool, user, sourceIp } = factLabels;
const ownLabels = new Set<string>(
  [namespace, pod, container, image, digest, node, pool, user, sourceIp].flat(),
);

/** The alert's own facts without those that {@link workloadFacts} say already: the same thing with the same value. */
export function otherFacts<T extends Fact>(alert: AlertDetails, facts: readonly T[]): readonly T[] {
  const subject = alertSubjectOf(alert);
  const said = new Set(workloadFacts(subject).map(({ value }) => value));
  if (subject.image !== undefined && subject.digest !== undefined) {
    // As it is pulled.
    said.add(`${subject.image}@${subject.digest}`);
  }
  return facts.filter(({ name, value }) => !ownLabels.has(plainLabel(name)) || !said.has(value));
}
