const megabyte = 1024 * 1024;

/** How much of an upload is looked at before it is refused; the figures keep one import within 1 GB. */
export const readingLimits = {
  uploadBytes: 50 * megabyte,
  archiveEntries: 2_000,
  /** Sum of what the entries of a zip say they hold, and the most that is ever inflated. */
  archiveBytes: 300 * megabyte,
  /** A decision's annex: the country has 10,035 communes at most, a province 600. */
  annexRows: 10_000,
  /** A list: 90,000 villages are the whole country. */
  listRows: 200_000,
  cells: 4_000_000,
  /** Beyond this a workbook is streamed: a whole one takes 400 MB at 20,000 rows. */
  wholeRows: 20_000,
  features: 50_000,
  points: 10_000_000,
};

export type ReadingLimits = typeof readingLimits;

/** For texts: bytes as whole megabytes. */
export const megabytes = (bytes: number) => Math.ceil(bytes / megabyte);
