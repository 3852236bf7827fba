import type { EntityManager } from 'typeorm';

/**
 * Where the bytes of kept files lie: a table of their own (decision 0021). Another place would answer the
 * same three questions; nothing else knows of it. Those of a deleted file go with its row.
 */
export const fileContent = {
  async put(tx: EntityManager, fileId: string, bytes: Uint8Array): Promise<void> {
    await tx.query(`insert into file_content (file_id, bytes) values ($1, $2)`, [fileId, bytes]);
  },

  async get(db: EntityManager, fileId: string): Promise<Uint8Array> {
    const [row] = await db.query(`select bytes from file_content where file_id = $1`, [fileId]);
    return row.bytes;
  },
};
