/** A file somebody sent from this page, by the job that checked it: to check it again with units chosen. */
const files = new Map<string, File>();

export function keepFile(jobId: string, file: File): void {
  files.set(jobId, file);
}

/** The file itself; gone once the page was loaded anew. */
export const keptFile = (jobId: string): File | undefined => files.get(jobId);
