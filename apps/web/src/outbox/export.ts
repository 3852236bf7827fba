import type { IntlShape } from 'react-intl';
import type { ProblemBody } from '@antt/kernel';
import { problemFrom } from '@antt/kernel';
import { saveFile } from '../api.ts';
import { problemText } from '../i18n/problem-text.ts';
import { formatMoment } from '../moment.ts';
import { keptFile } from './entries.ts';
import type { Entry, KeptPhoto } from './entry.ts';

type Whose = { username: string; at: string };

/** As a machine reads it: what would have been sent, word for word, with its photos. */
export async function asData(entries: readonly Entry[], { username, at }: Whose): Promise<Blob> {
  const items = await Promise.all(
    entries.map(async (entry) => {
      const { kind, state, madeAt, changedAt, title, note, lines, command, problem } = entry;
      const files = kind === 'incident' ? await Promise.all(entry.files.map(packed(entry))) : [];
      return { kind, state, madeAt, changedAt, title, note, lines, command, problem, files };
    }),
  );
  const text = JSON.stringify({ username, exportedAt: at, items }, null, 2);
  return new Blob([text], { type: 'application/json' });
}

const packed =
  (entry: Entry) =>
  async ({ id, name, type }: KeptPhoto) => {
    const file = await keptFile(entry, { id, name, type });
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return { id, name, type, base64: btoa(binary) };
  };

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');

/** As people read it: a page of its own, to be opened and printed anywhere. */
export function asText(intl: IntlShape, entries: readonly Entry[], { username, at }: Whose): Blob {
  const title = escaped(
    intl.formatMessage({ id: 'outbox.exported-title' }, { username, at: formatMoment(at) }),
  );
  const why = (problem: ProblemBody | null) =>
    problem ? `<p><em>${escaped(problemText(intl, problemFrom(problem)))}</em></p>` : '';
  const parts = entries.map(
    ({ kind, state, title: name, note, madeAt, lines, problem }) => `<section>
<h2>${escaped(name)}</h2>
<p>${[
      intl.formatMessage({ id: `outbox.kind.${kind}` }),
      note,
      intl.formatMessage({ id: `outbox.state.${state}` }),
      intl.formatMessage({ id: 'outbox.written-at' }, { at: formatMoment(madeAt) }),
    ]
      .map(escaped)
      .join(' · ')}</p>${why(problem)}
<table>${lines
      .map(({ label, value }) => `<tr><th>${escaped(label)}</th><td>${escaped(value)}</td></tr>`)
      .join('')}</table></section>`,
  );
  const page = `<!doctype html><html lang="${intl.locale}"><meta charset="utf-8"><title>${title}</title>
<style>body{font:14pt "Times New Roman",serif;max-width:800px;margin:24px auto;padding:0 12px}h1{font-size:16pt}h2{font-size:14pt}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:4px 8px;text-align:left;font-weight:400}section{break-inside:avoid}</style>
<h1>${title}</h1>${parts.join('')}</html>`;
  return new Blob([page], { type: 'text/html' });
}

/** Gives the queue to its writer as a file; asks nothing of the server. */
export async function exportEntries(
  intl: IntlShape,
  entries: readonly Entry[],
  { username, as }: { username: string; as: 'data' | 'text' },
): Promise<void> {
  const at = new Date().toISOString();
  const day = at.slice(0, 10);
  if (as === 'data')
    saveFile(await asData(entries, { username, at }), `phieu-chua-gui-${day}.json`);
  else saveFile(asText(intl, entries, { username, at }), `phieu-chua-gui-${day}.html`);
}
