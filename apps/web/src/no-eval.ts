/**
 * zod tries whether it may compile schemas with `new Function`; the content security policy forbids it, and
 * even the try would be reported as a violation. Set where zod looks for it, before its own code runs.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
