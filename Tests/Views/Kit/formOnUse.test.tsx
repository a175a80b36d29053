import { DefaultButton } from "@fluentui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createQueries } from "../../../Extension/Portal/queries";
import { FormPanel } from "../../../Views/Kit/Controls/FormPanel";
import { FormHost, useForms } from "../../../Views/Kit/Controls/useForms";
import { formOnUse } from "../../../Views/Kit/Screens/formOnUse";
import { trackQueries } from "../../Support/openQueries";

function Form({ onClose }: { readonly onClose: () => void }) {
  return (
    <FormPanel
      title="The form"
      size="usual"
      onDismiss={onClose}
      foot={<DefaultButton text="Done" onClick={onClose} />}
    >
      <p>All of it</p>
    </FormPanel>
  );
}

function Opener({ form: Shown }: { readonly form: ReturnType<typeof formOnUse> }) {
  const openForm = useForms();
  return <DefaultButton text="Open" onClick={() => openForm((close) => <Shown onClose={close} />)} />;
}

/** A page whose form is loaded as `load` says. */
function show(load: () => Promise<typeof Form>) {
  render(
    <QueryClientProvider client={trackQueries(createQueries())}>
      <FormHost>
        <Opener form={formOnUse("form", load)} />
      </FormHost>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const opener = () => screen.getByRole("button", { name: "Open" });

test("a form stands in its place until its code is there, and what opened it has the focus again at the end", async () => {
  let arrives: (form: typeof Form) => void = () => undefined;
  const user = show(() => new Promise((resolve) => (arrives = resolve)));
  await user.click(opener());
  const waiting = await screen.findByRole("dialog", { name: "Loading the form" });
  expect(within(waiting).getByRole("status", { name: "Loading the form" })).toBeInTheDocument();
  arrives(Form);
  const form = await screen.findByRole("dialog", { name: "The form" });
  expect(screen.queryByRole("dialog", { name: "Loading the form" })).toBeNull();
  await waitFor(() => expect(form).toContainElement(document.activeElement as HTMLElement));
  await user.click(within(form).getByRole("button", { name: "Done" }));
  await waitFor(() => expect(opener()).toHaveFocus());
});

test("a form whose code can't be loaded says so; trying again, there or later, loads it", async () => {
  const answers = [() => Promise.reject(new Error("offline")), () => Promise.reject(new Error("offline"))];
  const user = show(() => answers.shift()?.() ?? Promise.resolve(Form));
  await user.click(opener());
  const failed = await screen.findByRole("dialog", { name: "We couldn't load the form" });
  expect(await within(failed).findByText(/couldn't be loaded. Check your connection/)).toBeVisible();
  await user.click(within(failed).getByRole("button", { name: "Try again" }));
  expect(await within(failed).findByText(/couldn't be loaded. Check your connection/)).toBeVisible();
  const [close] = within(failed).getAllByRole("button", { name: "Close" }).slice(-1);
  await user.click(close ?? failed);
  await waitFor(() => expect(opener()).toHaveFocus());
  await user.click(opener());
  expect(await screen.findByRole("dialog", { name: "The form" })).toBeVisible();
});
