import type { ImageUse } from "../../../Client/Vulnerabilities/vulnerability";
import { Findings } from "../../Kit/Screens/Findings.resjson";
import { SimpleTable } from "../../Kit/Controls/SimpleTable";
import { controllerText } from "./componentLabels";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

/** Where else in the cluster the same image runs, and so has the same vulnerabilities. */
export function ImageUses({ uses }: { readonly uses: readonly ImageUse[] | undefined }) {
  if (uses === undefined) {
    return <p>{Vulnerabilities.imageUnknown}</p>;
  }
  if (uses.length === 0) {
    return <p>{Vulnerabilities.imageNowhere}</p>;
  }
  return (
    <SimpleTable
      caption={Vulnerabilities.imageTable}
      headers={[
        Vulnerabilities.imageNamespace,
        Vulnerabilities.imageWorkload,
        Vulnerabilities.imageContainer,
      ]}
      rows={uses.map(({ place, container }) => [
        place.namespace || Findings.unknownValue,
        controllerText(place) || Findings.unknownValue,
        container,
      ])}
    />
  );
}
