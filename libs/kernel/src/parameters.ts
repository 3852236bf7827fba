/** Values of a statement that is put together: each is bound, none is ever written into the text. */
export class Parameters {
  readonly values: unknown[];
  private readonly types = new Map<number, string>();

  constructor(...first: unknown[]) {
    this.values = first;
  }

  /** The place of a value in the statement, with its type. */
  bind(value: unknown, type: string): string {
    this.values.push(value);
    this.types.set(this.values.length, type);
    return `$${this.values.length}::${type}`;
  }

  /** Values that the finished text does not come to speak of (a rule that no village reaches), typed. */
  unspoken(text: string): string[] {
    const spoken = new Set([...text.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])));
    return [...this.types].flatMap(([n, type]) => (spoken.has(n) ? [] : [`$${n}::${type}`]));
  }
}
