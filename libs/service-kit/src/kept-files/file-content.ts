import type { EntityManager } from 'typeorm';

/**
 * Where the bytes of kept files lie: the table `file_content` of the service's own (decision 0021). Another place
 * would answer the same questions; nothing else knows of it. Those of a deleted file go with its row. A service
 * whose files are personal data puts them here sealed.
 */
export const fileContent = {
  /** Keeps the bytes of a file whose row stands. */
  async put(tx: EntityManager, fileId: string, bytes: Uint8Array): Promise<void> {
    await tx.query(`insert into file_content (file_id, bytes) values ($1, $2)`, [fileId, bytes]);
  },

  /** Its bytes, as they were put. */
  async get(db: EntityManager, fileId: string): Promise<Uint8Array> {
    const [row] = await db.query(`select bytes from file_content where file_id = $1`, [fileId]);
    return row.bytes;
  },
};
