import { Link } from "@fluentui/react";
import { useForms } from "../../Kit/Controls/useForms";
import { formOnUse } from "../../Kit/Screens/formOnUse";
import { Plan } from "./Plan.resjson";

const CoverageOnUse = formOnUse(
  "coverage",
  async () => (await import(/* webpackChunkName: "Actions" */ "./CoveragePanel")).CoveragePanel,
);

/** Opens whether each part of the protection works. */
export function CoverageLink() {
  const openForm = useForms();
  return (
    <Link
      aria-haspopup="dialog"
      aria-label={Plan.coverageLabel}
      onClick={() => openForm((close) => <CoverageOnUse onClose={close} />)}
    >
      {Plan.coverage}
    </Link>
  );
}
