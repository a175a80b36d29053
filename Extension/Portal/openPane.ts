import { openContextPane } from "@microsoft/azureportal-reactview/Az";
import { BladeReferences } from "@microsoft/azureportal-reactview/Navigation";

/**
 * Opens a view of ours in a pane. Resolves to whether the portal did. `onReturned` gets what the view returned; `undefined`: nothing,
 * as when the user has closed it.
 *
 * Assumption: references of views take `onClosed` as those of the older SDK do [K]. A portal that ignores it tells nothing; one that
 * can't copy a function to another frame would open nothing, so it's asked again without.
 */
export async function openPane(
  view: string,
  parameters: Readonly<Record<string, string>>,
  onReturned: (data: unknown) => void,
): Promise<boolean> {
  const { createReference } = BladeReferences.forBlade(view);
  try {
    const onClosed = (_reason: number, data: unknown) => onReturned(data);
    return await openContextPane(createReference({ parameters, onClosed }));
  } catch {
    return openContextPane(createReference({ parameters }));
  }
}
