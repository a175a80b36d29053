/** What types or moves by letters itself. */
const takesLetters = [
  "input:not([type='checkbox'], [type='radio'], [type='button'], [type='submit'], [type='reset'])",
  "textarea",
  "select",
  "[contenteditable]:not([contenteditable='false'])",
  ...["textbox", "searchbox", "combobox", "listbox", "spinbutton", "tree"].map((role) => `[role='${role}']`),
].join();

/** What has a keyboard of its own. */
const hasOwnKeys = ["menu", "menubar", "dialog", "alertdialog", "application"]
  .map((role) => `[role='${role}']`)
  .join();

/** Whether a key that is pressed there is the page's: it's on the page or nowhere, and nothing else wants it. */
export function isOwnKey(event: Pick<KeyboardEvent, "target" | "defaultPrevented">, page: Element): boolean {
  const { target, defaultPrevented } = event;
  if (defaultPrevented || !(target instanceof Element)) {
    return false;
  }
  const isNowhere = target === document.body || target === document.documentElement;
  return (
    (isNowhere || page.contains(target)) &&
    !target.closest(`${takesLetters}, ${hasOwnKeys}`) &&
    // A dialog that has lost the focus still covers the page.
    !document.querySelector("[aria-modal='true']")
  );
}
