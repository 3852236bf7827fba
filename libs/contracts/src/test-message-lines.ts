import { bytes } from '@antt/kernel';
import { z } from 'zod';
import { events, operations } from './index.ts';

/** A service's messages as its review shows them: a line each, and each part that has a name once. */
export function messageLines(service: string): string {
  const named: Record<string, unknown> = {};
  const shape = (type: z.ZodType): unknown => {
    if (type === bytes) return 'bytes';
    const {
      $defs,
      $schema: _,
      ...shown
    } = z.toJSONSchema(type, { unrepresentable: 'any', io: 'input', override: withoutTheKnown });
    Object.assign(named, $defs);
    return shown;
  };
  const declared = Object.fromEntries([
    ...operations
      .filter(({ subject }) => subject.startsWith(`${service}.`))
      .map(({ subject, http, allow, input, output }) => [
        subject,
        { http, allow, input: shape(input), output: shape(output) },
      ]),
    ...events
      .filter(({ subject }) => subject.startsWith(`event.${service}.`))
      .map(({ subject, payload }) => [subject, { payload: shape(payload) }]),
  ]);
  const lines = Object.entries({ ...declared, ...named })
    .map(([name, one]) => `${name} ${JSON.stringify(one)}`)
    .sort();
  return `\n${lines.join('\n')}\n`;
}

function withoutTheKnown({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  // A format says that it is a text, and zod writes its expression at every place that has it.
  if (['uuid', 'date', 'date-time'].includes(jsonSchema.format ?? '')) {
    delete jsonSchema.pattern;
    delete jsonSchema.type;
  }
  // Nor are the bounds of exact whole numbers said at every whole number.
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
