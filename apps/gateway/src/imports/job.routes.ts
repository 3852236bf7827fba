import {
  identityJobs,
  type Job,
  jobCursor,
  JobPage,
  organisationJobs,
  personnelJobs,
  problem,
  type StoredFile,
  takeHandOver,
} from '@antt/contracts';
import { Client, Files, invalidInput } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../operations/identifier.ts';
import { contextOf, sendJson } from '../request.ts';
import { sendOnce, sendStored } from './stored-file.ts';

const jobs = {
  organisation: organisationJobs,
  identity: identityJobs,
  personnel: personnelJobs,
};

type OneJob = { Params: { id: string } };

type JobList = { items: Job[]; nextCursor: string | null; total: number; away: string[] };

/** Long work, whichever service does it: a job's id begins with the service's name. */
@Injectable()
export class JobRoutes {
  constructor(
    private readonly client: Client,
    private readonly files: Files,
  ) {}

  register(api: FastifyInstance): void {
    const config = { allow: 'signed-in' } as const;
    api.get('/jobs', { config }, (request) => this.list(request));
    api.get<OneJob>('/jobs/:id', { config }, async (request, reply) => {
      const { id } = request.params;
      const job = await this.client.fetch(operationsOf(id).get, { id }, contextOf(request));
      return sendJson(reply, 200, job);
    });
    api.get<OneJob>('/jobs/:id/errors.xlsx', { config }, (request, reply) =>
      this.errors(request, reply),
    );
    api.post<OneJob>('/jobs/:id/applications', { config }, (request, reply) =>
      this.apply(request, reply),
    );
    // A command, not a question: the sheet is given out once.
    api.post<OneJob>(
      '/jobs/:id/hand-overs',
      { config: { allow: 'account.write' } },
      (request, reply) => this.handOver(request, reply),
    );
  }

  /** All of mine, newest first; a service that is away is named instead of failing the whole. */
  private async list(request: FastifyRequest): Promise<JobList> {
    const { success, data: page, error } = JobPage.safeParse(request.query);
    if (!success) throw invalidInput(error);
    const context = contextOf(request);
    const services = Object.entries(jobs);
    const asked = services.map(([, { list }]) => this.client.call(list, page, context));
    const answers = await Promise.allSettled(asked);
    const pages = answers.flatMap((answer) =>
      answer.status === 'fulfilled' ? [answer.value] : [],
    );
    const away = services.flatMap(([name], n) => (answers[n]!.status === 'rejected' ? [name] : []));
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed && away.length === services.length) throw failed.reason;
    const found = pages
      .flatMap(({ items }) => items)
      .map((job) => ({ job, at: jobCursor(job) }))
      .sort((a, b) => (a.at < b.at ? 1 : -1));
    const shown = found.slice(0, page.limit);
    const goesOn = found.length > shown.length || pages.some(({ nextCursor }) => nextCursor);
    return {
      items: shown.map(({ job }) => job),
      nextCursor: goesOn ? (shown.at(-1)?.at ?? null) : null,
      total: pages.reduce((sum, { total }) => sum + total, 0),
      away,
    };
  }

  /** The file of a dry run, applied: the service has it still, so that nobody sends another by mistake. */
  private async apply(request: FastifyRequest<OneJob>, reply: FastifyReply) {
    const { id: jobId } = request.params;
    const { apply } = operationsOf(jobId);
    const id = `${jobId.split('.')[0]}.${newId(`apply ${jobId}`, request)}`;
    const answer = await this.client.fetch(apply, { id, jobId }, contextOf(request));
    reply.header('location', `/api/jobs/${id}`);
    return sendJson(reply, 202, answer);
  }

  private async errors(request: FastifyRequest<OneJob>, reply: FastifyReply) {
    const { id } = request.params;
    const { errors } = operationsOf(id);
    const file: StoredFile = await this.client.call(errors, { id }, contextOf(request));
    const bytes = await this.files.get(file);
    // It was written for this answer; whoever asks again and again must not fill the store.
    reply.raw.once('close', () => void this.files.delete(file).catch(() => {}));
    return sendStored(reply, file, bytes);
  }

  private async handOver(request: FastifyRequest<OneJob>, reply: FastifyReply) {
    const { id: jobId } = request.params;
    const file = await this.client.call(takeHandOver, { jobId }, contextOf(request));
    return sendOnce(reply.code(201), file, await this.files.take(file));
  }
}

function operationsOf(id: string) {
  const service = id.split('.')[0]!;
  if (!Object.hasOwn(jobs, service)) throw problem('job-not-found', { id });
  return jobs[service as keyof typeof jobs];
}
