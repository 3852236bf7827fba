import type { correctInstrument, Instrument } from '@antt/contracts';
import type { Input } from '@antt/kernel';

type Correction = { was: Partial<Instrument>; became: Partial<Instrument> };

/** What a correction changes: fields that are given and differ; lists are the same in any order. */
export function correctionOf(
  old: Instrument,
  { id: _, correctionId: __, reason: ___, ...given }: Input<typeof correctInstrument>,
): Correction {
  const correction: { was: Record<string, unknown>; became: Record<string, unknown> } = {
    was: {},
    became: {},
  };
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const was = old[field as keyof Instrument];
    const became = Array.isArray(value) ? [...new Set<string>(value)].sort() : value;
    if (JSON.stringify(sorted(was)) === JSON.stringify(became)) continue;
    correction.was[field] = was;
    correction.became[field] = became;
  }
  return correction;
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}
