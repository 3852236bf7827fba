import { join } from 'node:path';
import type { Plugin } from 'vite';

const contracts = join(import.meta.dirname, '../../libs/contracts/src/index.ts');
const here = join(import.meta.dirname, 'src');
const id = '\0contracts';

type Operation = { subject: string; http?: string };
const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'subject' in value && 'output' in value;

type List = { options: string[] };
const isList = (value: unknown): value is List =>
  typeof value === 'object' &&
  value !== null &&
  'safeParse' in value &&
  'options' in value &&
  Array.isArray(value.options) &&
  value.options.every((one) => typeof one === 'string');

/** What pages ask of a list of words: which there are, and whether one that stands in an address is among them. */
const listed = `const listed = (options) => ({
  options,
  safeParse: (data) => options.includes(data) ? { success: true, data } : { success: false },
});`;

/**
 * A page asks an operation by its subject and route alone: what its question and answer look like is checked
 * by the compiler here, and by the gateway and the services there. So what ships to the browser holds the
 * address of each operation, each list of words (levels, kinds, roles …) as a plain one, and no schema, unless
 * a page uses one by its own name. `nx` has built the contracts before the web.
 */
export function addresses(): Plugin {
  return {
    name: 'addresses',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === '@antt/contracts' && importer?.startsWith(here) ? id : undefined,
    async load(asked) {
      if (asked !== id) return undefined;
      const declared = Object.entries(await import('@antt/contracts'));
      const lines = declared.flatMap(([name, value]: [string, unknown]) => {
        if (isOperation(value)) {
          const { subject, http } = value;
          return [`export const ${name} = ${JSON.stringify({ subject, http })};`];
        }
        if (!isList(value)) return [];
        return [`export const ${name} = /* @__PURE__ */ listed(${JSON.stringify(value.options)});`];
      });
      // What stands here by name goes before what the star would bring.
      const code = [`export * from ${JSON.stringify(contracts)};`, listed, ...lines].join('\n');
      return { code, moduleSideEffects: false };
    },
  };
}
