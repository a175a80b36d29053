import type { ErrorRequestHandler } from "express";
import { Access } from "./Access.resjson";

/** Express itself would answer with a stack, which names folders of this machine. */
export const plainErrors: ErrorRequestHandler = (error, _request, response, _next) => {
  const { status } = error as { readonly status?: unknown };
  const isTheirs = typeof status === "number" && status >= 400 && status < 500;
  response
    .status(isTheirs ? status : 500)
    .type("text/plain")
    .send(isTheirs ? Access.badRequest : Access.serverError);
};
