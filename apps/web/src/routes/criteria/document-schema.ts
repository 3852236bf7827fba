import { CriteriaDocument } from '@antt/contracts';
import { z } from 'zod';

/** What may stand at a place of the document, as JSON Schema says it. */
export type Shape = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: string[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  oneOf?: Shape[];
  anyOf?: Shape[];
  default?: unknown;
  minItems?: number;
  minimum?: number;
  format?: string;
  maxLength?: number;
  $defs?: Record<string, Shape>;
};

const root = z.toJSONSchema(CriteriaDocument, { io: 'input' }) as Shape;

/** Named shapes stand once and are referred to. */
export function resolved(shape: Shape): Shape {
  if (!shape.$ref) return shape;
  const name = shape.$ref.split('/').at(-1)!;
  return resolved(root.$defs?.[name] ?? root);
}

export const documentShape = resolved(root);

/** A shape that may also be empty: what it is when it is not. */
export function filled(shape: Shape): { shape: Shape; nullable: boolean } {
  const options = resolved(shape).anyOf;
  const rest = options?.filter(({ type }) => type !== 'null') ?? [];
  if (options && rest.length === 1 && rest.length < options.length) {
    return { shape: resolved(rest[0]!), nullable: true };
  }
  return { shape: resolved(shape), nullable: false };
}

/** The member that tells the alternatives of a union apart, with its value in each. */
export function alternatives(shape: Shape): { by: string; of: Map<string, Shape> } | null {
  if (!shape.oneOf) return null;
  const of = shape.oneOf.map(resolved);
  const by = Object.keys(of[0]?.properties ?? {}).find((name) =>
    of.every(({ properties }) => properties?.[name]?.const !== undefined),
  );
  return by
    ? { by, of: new Map(of.map((one) => [String(one.properties![by]!.const), one])) }
    : null;
}

/** The least that may stand there: what a new element begins with. */
export function blank(given: Shape): unknown {
  const shape = resolved(given);
  if (shape.default !== undefined) return structuredClone(shape.default);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.oneOf) return blank(shape.oneOf[0]!);
  if (shape.anyOf)
    return shape.anyOf.some(({ type }) => type === 'null') ? null : blank(shape.anyOf[0]!);
  if (shape.properties) {
    const needed = shape.required ?? [];
    return Object.fromEntries(needed.map((name) => [name, blank(shape.properties![name]!)]));
  }
  if (shape.type === 'array') {
    return Array.from({ length: shape.minItems ?? 0 }, () => blank(shape.items!));
  }
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(1, shape.minimum ?? 1);
  return shape.type === 'boolean' ? false : '';
}
