import { format } from "node:util";

/** A test that logs an error has found one: React warnings, unhandled states and failed loads all arrive here. */
const errors: string[] = [];
const original = console.error;

beforeEach(() => {
  errors.length = 0;
  console.error = (...args: unknown[]) => {
    errors.push(format(...args));
  };
});

afterEach(() => {
  console.error = original;
  if (errors.length > 0) {
    throw new Error(`console.error was called:\n${errors.join("\n")}`);
  }
});
