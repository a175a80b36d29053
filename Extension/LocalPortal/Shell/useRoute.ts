import { useEffect, useState } from "react";
import { parseRoute, type Route } from "./route";

/** The route in the address bar, followed as it changes. */
export function useRoute(): Route | undefined {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const follow = () => setHash(window.location.hash);
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return parseRoute(hash);
}
