import { lastKnown } from "../../Kit/Model/loadable";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { useCode } from "../../Kit/Session/useCode";
import { useTour, type TourState } from "./useTour";

/** A tour of three steps on the first visit. The page can be used beside it: it traps no focus, and stays until it is ended. */
export function Tour() {
  const { host } = useDashboard();
  const tour = useTour(host);
  return tour.step === undefined ? null : <Bubble tour={tour} />;
}

/** A tour isn't asked for: where its code can't be loaded, there is none on this visit. */
function Bubble({ tour }: { readonly tour: TourState }) {
  const TourBubble = lastKnown(useCode(code));
  return TourBubble ? <TourBubble tour={tour} /> : null;
}

const code = {
  name: "tour",
  load: async () => (await import(/* webpackChunkName: "Actions" */ "./TourBubble")).TourBubble,
};
