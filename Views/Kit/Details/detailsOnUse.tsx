import type { ComponentType } from "react";
import type { Finding } from "../Model/findingsTab";
import { Findings } from "../Screens/Findings.resjson";
import { useCode } from "../Session/useCode";
import { LoadedDetails } from "./LoadedDetails";

type Details<T> = ComponentType<{ readonly item: T }>;
type DetailsOnUse<T> = Details<T> & { readonly load: () => Promise<unknown> };

/** Details whose code is loaded when the first finding of a kind is opened. Where that fails, they say so, and it can be tried again. */
export function detailsOnUse<T extends Finding>(
  kind: string,
  load: () => Promise<Details<T>>,
): DetailsOnUse<T> {
  function DetailsOnUse({ item }: { readonly item: T }) {
    return (
      <LoadedDetails
        details={useCode({ name: kind, load })}
        loadingText={Findings.loadingDetails}
        failedText={Findings.detailsNotLoaded}
      >
        {(LoadedView) => <LoadedView item={item} />}
      </LoadedDetails>
    );
  }
  return Object.assign(DetailsOnUse, { load });
}
