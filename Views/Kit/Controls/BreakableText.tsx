import { Fragment } from "react";

/**
 * A name that may go on in the next line behind a slash or an at sign, so that no line ends within a tag, a version, or a domain while
 * it fits in one.
 */
export function BreakableText({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(?<=[/@])(?=[^/@])/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
