import {
  type deleteView,
  type keepView,
  type listViews,
  problem,
  type View,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { currentPrincipal, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { ViewEntity } from './view.entity.ts';

/** Views that an account keeps for itself; nobody else's concern, so no facts are told of them. */
@Injectable()
export class ViewService {
  constructor(private readonly db: EntityManager) {}

  async list(): Promise<Output<typeof listViews>> {
    const { accountId } = currentPrincipal();
    const views = await this.db.find(ViewEntity, {
      where: { accountId },
      order: { page: 'ASC', name: 'ASC', id: 'ASC' },
    });
    return { items: views.map(viewOf) };
  }

  async keep({ id, page, name, search }: Input<typeof keepView>): Promise<View> {
    const { accountId } = currentPrincipal();
    const wanted = { id, accountId, page, name: name.normalize('NFC'), search };
    await this.db
      .createQueryBuilder()
      .insert()
      .into(ViewEntity)
      .values(wanted)
      .orIgnore()
      .execute();
    return viewOf(sameAgain(await this.db.findOneByOrFail(ViewEntity, { id }), wanted));
  }

  async delete({ id }: Input<typeof deleteView>): Promise<Output<typeof deleteView>> {
    const { accountId } = currentPrincipal();
    const { affected } = await this.db.delete(ViewEntity, { id, accountId });
    if (!affected) throw problem('view-not-found', { id });
    return {};
  }
}

function viewOf({ id, page, name, search }: ViewEntity): View {
  return { id, page, name, search };
}
