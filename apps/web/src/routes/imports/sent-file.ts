/** A file somebody sent from this page, by the job that checked it: what is checked is what is applied. */
const files = new Map<string, File>();

type Mark = { name: string; size: number; lastModified: number };

const keyOf = (jobId: string) => `antt.import.${jobId}`;
const markOf = ({ name, size, lastModified }: File): Mark => ({ name, size, lastModified });

export function keepFile(jobId: string, file: File): void {
  files.set(jobId, file);
  sessionStorage.setItem(keyOf(jobId), JSON.stringify(markOf(file)));
}

/** The file itself; gone once the page was loaded anew. */
export const keptFile = (jobId: string): File | undefined => files.get(jobId);

/** Whether a file chosen again is the one that was checked. */
export function isSameFile(jobId: string, file: File): boolean {
  const kept = sessionStorage.getItem(keyOf(jobId));
  return kept !== null && kept === JSON.stringify(markOf(file));
}

export function forgetFile(jobId: string): void {
  files.delete(jobId);
  sessionStorage.removeItem(keyOf(jobId));
}
