import type { VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { formatMoment } from "../../Kit/Controls/formatDate";
import { ownerFact } from "../../Features/Recommendations/recommendationLabels";
import type { ShownFact } from "../../Kit/Controls/FactList";
import { TermButton } from "../../Kit/Terms/TermButton";
import { controllerText, kindLabels, nameText } from "./componentLabels";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

/** What a component is, where it is and whose it is. */
export function generalFacts(component: VulnerableComponent, hasOwners: boolean): readonly ShownFact[] {
  const { id, kind, place, isManagedByAks, ownership, firstSeen } = component;
  const known = (value: string | undefined) => value || Findings.unknownValue;
  return [
    { name: kindLabels[kind], value: nameText(component) },
    ...(isManagedByAks ? [{ name: Vulnerabilities.factManaged, value: Vulnerabilities.managedAks }] : []),
    ...(place
      ? [
          { name: Vulnerabilities.factImage, value: known(place.image.reference) },
          {
            name: Vulnerabilities.factDigest,
            value: known(place.image.digest),
            about: <TermButton term="imageDigest" />,
          },
          { name: Vulnerabilities.factPod, value: known(place.pod) },
          { name: Vulnerabilities.factController, value: known(controllerText(place)) },
        ]
      : [{ name: Vulnerabilities.factResource, value: id }]),
    ...(hasOwners ? [ownerFact(ownership)] : []),
    { name: Vulnerabilities.factFirstSeen, value: formatMoment(firstSeen), isFormatted: true },
  ];
}
