import type { ComponentType } from "react";
import { useCode } from "../Session/useCode";
import { Findings } from "./Findings.resjson";
import { LoadedPart } from "./LoadedPart";

/** A part of the page whose code is loaded when it's first shown. Where that fails, it says so, and it can be tried again. */
export function partOnUse(name: string, load: () => Promise<ComponentType>): ComponentType {
  return function PartOnUse() {
    return (
      <LoadedPart
        load={useCode({ name, load })}
        loadingText={Findings.loadingPart}
        failedText={Findings.detailsNotLoaded}
      >
        {(Part) => <Part />}
      </LoadedPart>
    );
  };
}
