import { z } from 'zod';

type Schema = Record<string, unknown>;

/** The schemas that several messages speak of, told once under their names. */
export class ComponentSchemas {
  readonly schemas: Record<string, Schema> = {};

  /** The JSON schema of a message; a part of it that has a name is told among the components. */
  of(schema: z.ZodType, io: 'input' | 'output'): Schema {
    const {
      $schema: _,
      $defs,
      ...described
    }: Schema = {
      ...z.toJSONSchema(schema, { io, unrepresentable: 'any' }),
    };
    const named = ($defs ?? {}) as Record<string, Schema> satisfies Record<string, Schema>;
    for (const [name, { id: __, ...part }] of Object.entries(named)) {
      this.schemas[nameOf(name, io)] = pointed(part, io) as Schema;
    }
    return pointed(described, io) as Schema;
  }
}

/** What may be left out of a question stands in its answer: two schemas. */
function nameOf(name: string, io: 'input' | 'output'): string {
  return io === 'input' ? `${name}Input` : name;
}

const marker = '#/$defs/';

function pointed(value: unknown, io: 'input' | 'output'): unknown {
  if (Array.isArray(value)) return value.map((part) => pointed(part, io));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) =>
      key === '$ref' && typeof part === 'string' && part.startsWith(marker)
        ? [key, `#/components/schemas/${nameOf(part.slice(marker.length), io)}`]
        : [key, pointed(part, io)],
    ),
  );
}
