import {
  type Certificate,
  certificateEnded,
  certificateIssued,
  type endCertificate,
  type issueCertificate,
  type listCertificates,
  problem,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AttendanceEntity } from '../courses/course.entity.ts';
import { attendantOf } from '../courses/course.service.ts';
import { assertPerson, peopleScope, peopleWithin, survivorOf } from '../people/person-scope.ts';
import { CertificateEntity } from './certificate.entity.ts';

const listSql = sql(import.meta.url, './list-certificates.sql');

/** What members hold who passed a course; tools are issued by it (law BR-62). */
@Injectable()
export class CertificateService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listCertificates>): Promise<Output<typeof listCertificates>> {
    const { on, within, courseId, personId, state, cursor, limit } = question;
    if (personId) await assertPerson(this.db, 'person.read', personId, on);
    const rows = await this.db.query(listSql, [
      on,
      personId ? null : await peopleScope(this.db, 'person.read', on),
      await peopleWithin(this.db, within, on),
      ...[courseId ?? null, personId ?? null, state ?? null, cursor ?? null, limit],
    ]);
    const last = rows.at(-1);
    return {
      items: rows,
      nextCursor: last && rows.length === limit ? last.sortKey : null,
      total: last?.total ?? 0,
    };
  }

  async issue(command: Input<typeof issueCertificate>): Promise<Certificate> {
    const { id, courseId, personId } = command;
    await assertPerson(this.db, 'posting.write', personId, today());
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(CertificateEntity, { id });
      const certificate = { ...command, personId: await attendantOf(tx, courseId, personId) };
      if (known) return { ...told(sameAgain(known, certificate)), personId };
      const attended = await tx.findOneBy(AttendanceEntity, {
        courseId,
        personId: certificate.personId,
      });
      if (attended?.result !== 'passed') throw problem('certificate-needs-a-pass', { id });
      await tx.insert(CertificateEntity, certificate);
      await publish(tx, certificateIssued, { id, courseId, personId });
      return command;
    });
  }

  end(command: Input<typeof endCertificate>): Promise<Certificate> {
    const { id, state, on, reason } = command;
    return this.db.transaction(async (tx) => {
      const known = await tx.findOne(CertificateEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!known) throw problem('certificate-not-found', { id });
      const { courseId } = known;
      const personId = await survivorOf(tx, known.personId);
      await assertPerson(tx, 'posting.write', personId, today());
      if (known.state === state && known.stateOn === on) return { ...told(known), personId };
      if (known.state !== 'in-use') throw problem('certificate-is-not-in-use', { id });
      await tx.update(CertificateEntity, { id }, { state, stateOn: on, stateReason: reason });
      await publish(tx, certificateEnded, { id, personId, courseId, state, on });
      return { ...told(known), personId };
    });
  }
}

function told({
  id,
  courseId,
  personId,
  number,
  issuedOn,
  validTo,
}: CertificateEntity): Certificate {
  return { id, courseId, personId, number, issuedOn, validTo };
}
