import type { FastifyInstance } from 'fastify';
import { wrong } from './operations/route.rules.ts';

/** Deeper than any command; far from where writing it out again would overflow the stack. */
const deepest = 50;

/** Bodies are JSON; none at all is an empty object. */
export function acceptJson(api: FastifyInstance): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => {
    const text = body as string;
    if (text === '') return done(null, {});
    if (isTooDeep(text)) return done(wrong('', 'too-deep'));
    try {
      done(null, JSON.parse(text));
    } catch {
      done(wrong('', 'not-json'));
    }
  });
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
