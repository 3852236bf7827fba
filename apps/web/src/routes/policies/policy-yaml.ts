import { PayBasis, PayLine, PayRate, PayValue, PolicyDocument } from '@antt/contracts';
import type { z } from 'zod';
import { type FileFault, fileFaults } from './file-fault.rules.ts';

type Members = Record<string, unknown>;
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Without what would stand there by itself, as people write policies down. */
function pruned(schema: z.ZodType, value: unknown, inner: Members = {}): Members {
  const whole = schema.parse(value);
  let kept: Members = { ...(whole as Members) };
  for (const name of Object.keys(kept)) {
    const { [name]: _, ...rest } = kept;
    const read = schema.safeParse(rest);
    if (read.success && same(read.data, whole)) kept = rest;
  }
  return Object.fromEntries(
    Object.entries(kept).map(([name, member]) => [name, inner[name] ?? member]),
  );
}

function lineOf(line: PayLine): Members {
  const rates = line.rates.map((rate) =>
    pruned(PayRate, rate, { value: pruned(PayValue, rate.value) }),
  );
  const cap = line.cap && {
    most: line.cap.most,
    ...(line.cap.sharedWith.length > 0 ? { sharedWith: line.cap.sharedWith } : {}),
  };
  return pruned(PayLine, line, {
    basis: pruned(PayBasis, line.basis),
    rates,
    ...(cap ? { cap } : {}),
  });
}

/** A policy as a file that people can read, keep and send; what is left out has its usual value. */
export async function writeYaml(document: PolicyDocument): Promise<string> {
  const { stringify } = await import('yaml');
  const content = pruned(PolicyDocument, document, { lines: document.lines.map(lineOf) });
  return stringify(content, { lineWidth: 100 });
}

export type ReadYaml = { document: PolicyDocument } | { faults: FileFault[]; typed: unknown };

/** Reads a policy alone, or a file that has one beside its scenarios. */
export async function readYaml(text: string): Promise<ReadYaml> {
  const { parse, YAMLParseError } = await import('yaml');
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    const line = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) : 1;
    return { faults: [{ path: '', code: 'unreadable', about: String(line) }], typed: null };
  }
  const whole = content as { policy?: unknown } | null;
  const typed = whole && typeof whole === 'object' && whole.policy ? whole.policy : content;
  const read = PolicyDocument.safeParse(typed);
  return read.success
    ? { document: read.data }
    : { faults: fileFaults(read.error.issues, typed), typed };
}
