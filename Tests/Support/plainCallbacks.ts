/**
 * To be imported before React. Its development build calls each effect from a handler of an event of its own, so that debuggers stop
 * at errors, and jsdom takes long for events. Where no event can be made, it calls them as the build of the product does: in `try`.
 */
Object.defineProperty(document, "createEvent", { configurable: true, value: undefined });
jest.requireActual("react-dom");
Reflect.deleteProperty(document, "createEvent");

export {};
