import type { TemplateValues } from '@antt/paper';

/** A field of a paper: `{tag}` becomes its text; rows are repeated between `{#tag}` and `{/tag}`. */
export type Tag<Of> =
  | { tag: string; text: (of: Of) => string | null | undefined }
  // Rows of any make: what their tags read is what `of` gives.
  | { tag: string; rows: (of: Of) => TemplateValues[]; names: string[] };

/** Rows to repeat, numbered from 1 by `{stt}`. */
export function rowsOf<Of, Row>(tag: string, rows: (of: Of) => Row[], tags: Tag<Row>[]): Tag<Of> {
  return {
    tag,
    names: ['stt', ...tags.flatMap((one) => [one.tag, ...('names' in one ? one.names : [])])],
    rows: (of) => rows(of).map((row, n) => ({ stt: String(n + 1), ...filled(tags, row) })),
  };
}

/** What the tags say of something. */
export function filled<Of>(tags: Tag<Of>[], of: Of): TemplateValues {
  return Object.fromEntries(
    tags.map((one) => [one.tag, 'rows' in one ? one.rows(of) : (one.text(of) ?? '')]),
  );
}
