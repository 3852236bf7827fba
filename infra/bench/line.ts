/** One thing measured beside its limit in the same run. */
export type Line = {
  name: string;
  /** Written down before the first measurement, so that a surprise shows. */
  predicted: string;
  /** What the platform did, in `unit`. */
  measured: number;
  /** What the bare parts did in the same minutes; null where the limit is a fixed number. */
  raw: number | null;
  unit: string;
  /** `measured` against `raw` (or the fixed number itself), which is compared with `bound`. */
  value: number;
  /** Whether `value` must reach the bound or may not pass it. */
  sense: 'at-least' | 'at-most';
  bound: number;
  note?: string;
};

export type Section = { lines: Line[]; remarks?: string[] };

/** What a part has measured so far: figures stay, whatever fails after them. */
export class Found {
  readonly lines: Line[] = [];
  readonly remarks: string[] = [];
  readonly failures: string[] = [];

  add({ lines, remarks = [] }: Section): void {
    this.lines.push(...lines);
    this.remarks.push(...remarks);
  }

  /** One line, or several; that they could not be measured is said in their place. */
  async try(name: string, work: () => Promise<Line | Line[]>): Promise<void> {
    try {
      this.lines.push(...[await work()].flat());
    } catch (error) {
      this.fail(name, error);
    }
  }

  fail(name: string, error: unknown): void {
    console.error(`${name} could not be measured:`, error);
    this.failures.push(name);
    const [words] = (error instanceof Error ? error.message : String(error)).split('\n');
    this.remarks.push(`${name} could not be measured: ${words}`);
  }
}

export function holds({ value, sense, bound }: Line): boolean {
  return sense === 'at-least' ? value >= bound : value <= bound;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Rounded to three significant digits. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}
