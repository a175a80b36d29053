import { changeDraftForm, newDraftForm } from "../../../Views/Kit/Model/draftForm";

test("what is entered replaces what was entered before, and problems stay shown after a try", () => {
  const form = newDraftForm<string>();
  expect(form).toMatchObject({ edited: undefined, hasTried: false });
  const tried = changeDraftForm(changeDraftForm(form, { type: "enter", draft: "a" }), { type: "submit" });
  expect(changeDraftForm(tried, { type: "enter", draft: "b" })).toEqual({
    ...form,
    edited: "b",
    hasTried: true,
  });
});

test("a form that goes on with earlier entries is another one", () => {
  const first = newDraftForm("a");
  const second = newDraftForm(first.edited);
  expect(second).toMatchObject({ edited: "a", hasTried: false });
  expect(second.opening).not.toBe(first.opening);
});
