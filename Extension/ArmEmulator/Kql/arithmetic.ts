import { asNumber } from "./values";

type Compute = (left: unknown, right: unknown) => unknown;

const numbers =
  (compute: (left: number, right: number) => number): Compute =>
  (left, right) => {
    const [first, second] = [asNumber(left), asNumber(right)];
    return first === null || second === null ? null : compute(first, second);
  };

const divide: Compute = (left, right) =>
  asNumber(right) === 0 ? null : numbers((first, second) => first / second)(left, right);

/** Date and span give a date, two dates a span; spans are milliseconds like everything else that counts time here. */
const shift =
  (sign: 1 | -1): Compute =>
  (left, right) => {
    const sum = numbers((first, second) => first + sign * second)(left, right);
    const isDate = left instanceof Date !== right instanceof Date;
    return isDate && typeof sum === "number" ? new Date(sum) : sum;
  };

/**
 * Arithmetic operators by the name that the parser gives them. Null if an operand is null. Where the binder expects a whole number, the
 * caller makes it one.
 */
export const arithmetic: ReadonlyMap<string, Compute> = new Map<string, Compute>([
  ["AddExpression", shift(1)],
  ["SubtractExpression", shift(-1)],
  ["MultiplyExpression", numbers((left, right) => left * right)],
  ["DivideExpression", divide],
  ["ModuloExpression", numbers((left, right) => left - right * Math.floor(left / right))],
]);
