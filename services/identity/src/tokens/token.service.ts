import {
  accessChanged,
  accountChanged,
  type createToken,
  type deleteToken,
  type listTokens,
  problem,
  type Token,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { newSecret } from '../sessions/secret.ts';
import { TokenEntity } from './token.entity.ts';
import { expiryFault } from './token.rules.ts';

/** How a token is known at sight: by people, and by tools that look for secrets in files. */
const prefix = 'antt_';

/** Personal access tokens: the owner's rights for a script, until a day. */
@Injectable()
export class TokenService {
  constructor(private readonly db: EntityManager) {}

  async list(): Promise<Output<typeof listTokens>> {
    const { accountId } = currentPrincipal();
    const tokens = await this.db.find(TokenEntity, {
      where: { accountId },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    return { items: tokens.map(tokenOf) };
  }

  async create(command: Input<typeof createToken>): Promise<Output<typeof createToken>> {
    const { id, name, expiresOn } = command;
    const { accountId, sessionId } = currentPrincipal();
    // A token must not make tokens: one that was stolen would never end.
    if (!sessionId) throw problem('not-allowed');
    const fault = expiryFault(expiresOn, today());
    if (fault) throw problem('invalid-input', { errors: [{ path: 'expiresOn', message: fault }] });
    const { secret, hash } = newSecret(prefix);
    const made = await this.db.transaction(async (tx) => {
      const rows = await tx.query(
        `insert into token (id, account_id, name, hash, expires_on) values ($1, $2, $3, $4, $5)
         on conflict (id) do nothing returning id`,
        [id, accountId, name, hash, expiresOn],
      );
      if (rows.length > 0) {
        await publish(tx, accountChanged, { accountId, what: 'token-created' });
      }
      return rows.length > 0;
    });
    const token = await this.db.findOneByOrFail(TokenEntity, { id });
    sameAgain(token, { accountId, name, expiresOn });
    return { ...tokenOf(token), secret: made ? secret : null };
  }

  async delete({ id }: Input<typeof deleteToken>): Promise<Output<typeof deleteToken>> {
    const { accountId } = currentPrincipal();
    await this.db.transaction(async (tx) => {
      const { affected } = await tx.delete(TokenEntity, { id, accountId });
      if (!affected) throw problem('token-not-found', { id });
      await publish(tx, accountChanged, { accountId, what: 'token-deleted' });
      await publish(tx, accessChanged, { accountId, why: 'token' });
    });
    return {};
  }
}

function tokenOf({ id, name, createdAt, expiresOn, lastUsedAt }: TokenEntity): Token {
  return {
    id,
    name,
    createdAt: createdAt.toISOString(),
    expiresOn,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
