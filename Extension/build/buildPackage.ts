/** `npm run package`: the program as one file for `npx`. */
import { runPackage } from "./runPackage";

runPackage().then(
  (tarball) => console.log(`Packed ${tarball}`),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
