import { Job, type ImportKind, type ImportOptions } from '@antt/contracts';
import { Problem, problemFrom } from '@antt/kernel';
import { noConnection } from '../../api.ts';
import { connectionBack, connectionLost } from '../../connection.ts';
import { newId } from '../../new-id.ts';
import { currentSession, refresh } from '../../session/session.ts';

export type Upload = { kind: ImportKind; dryRun: boolean; file: File; options: ImportOptions };

type Watch = { onProgress: (share: number) => void; signal: AbortSignal };

/** The form as the gateway reads it: the options as fields, the file last. */
export function formOf({ file, options }: Pick<Upload, 'file' | 'options'>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === '') continue;
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  form.set('file', file, file.name);
  return form;
}

// `fetch` does not tell how much of a body has left; this can.
function send(upload: Upload, key: string, { onProgress, signal }: Watch): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const address = new URLSearchParams({ kind: upload.kind, dryRun: String(upload.dryRun) });
    request.open('POST', `/api/imports?${address}`);
    const session = currentSession();
    if (session.status === 'signed-in') {
      request.setRequestHeader('Authorization', `Bearer ${session.accessToken}`);
    }
    request.setRequestHeader('Idempotency-Key', key);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(request);
    request.onerror = () => {
      connectionLost();
      reject(noConnection());
    };
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(formOf(upload));
  });
}

/** Sends a file to be checked or applied; answers with the job that works on it. */
export async function sendFile(upload: Upload, watch: Watch): Promise<Job> {
  const key = newId();
  let answer = await send(upload, key, watch);
  if (answer.status === 401 && (await refresh())) answer = await send(upload, key, watch);
  connectionBack();
  const body: unknown = parsed(answer.responseText);
  if (answer.status >= 300) throw asProblem(answer.status, body);
  return Job.parse(body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function asProblem(status: number, body: unknown): Problem {
  // A proxy before the gateway may refuse a large file in its own words.
  if (status === 413) return new Problem({ type: 'upload-too-large', title: '', status });
  return problemFrom(body);
}
