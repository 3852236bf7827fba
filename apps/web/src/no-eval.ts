import { config } from 'zod';

// zod tries whether it may compile schemas with `new Function`; the content security policy forbids it,
// and even the try would be reported as a violation.
config({ jitless: true });
