import { z } from 'zod';

/** What a message's answer or question is made of; `bytes` travel raw, everything else as JSON. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Who may call: a permission held somewhere, any signed-in account, everybody, or only other services. */
export type Allow<Permission extends string = string> =
  Permission | 'signed-in' | 'everybody' | 'services';

/** Methods a route may have. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** A route below `/api`, e.g. `GET /units/:id`. */
export type Route = `${HttpMethod} /${string}`;

/** A question to a service and its answer, declared once and used by service, gateway, web and tests. */
export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Readonly<{
  subject: string;
  http?: Route;
  allow: Allow;
  input: I;
  output: O;
  /** Milliseconds the caller waits; 2,000 unless said. */
  deadline: number;
  /** One line for the API page. */
  summary: string;
}>;

/**
 * A fact: something that has happened, told to whom it concerns. One that is not `audited` only carries data
 * from its owner to copies: what somebody did stands in another fact.
 */
export type Event<P extends z.ZodType = z.ZodType> = Readonly<{
  subject: string;
  payload: P;
  audited: boolean;
}>;

/** What a handler of the operation is given. */
export type Input<T> = T extends { input: infer I extends z.ZodType } ? z.infer<I> : never;
/** What a handler of the operation answers. */
export type Output<T> = T extends { output: infer O extends z.ZodType } ? z.infer<O> : never;
/** What a receiver of the event is told. */
export type Payload<T> = T extends { payload: infer P extends z.ZodType } ? z.infer<P> : never;

/** Declares an operation. `subject` is `<service>.<noun>.<verb>`. */
export function operation<const I extends z.ZodType, const O extends z.ZodType>(
  subject: string,
  options: {
    http?: Route;
    allow: Allow;
    summary: string;
    input: I;
    output: O;
    deadline?: number;
  },
): Operation<I, O> {
  if (!/^[a-z]+(\.[a-z-]+){2}$/.test(subject)) throw new Error(`bad operation subject ${subject}`);
  return Object.freeze({ subject, deadline: 2_000, ...options });
}

/** Declares an event. `name` is `<service>.<noun>-<past participle>.v<version>`. */
export function event<const P extends z.ZodType>(
  name: string,
  payload: P,
  { audited = true }: { audited?: boolean } = {},
): Event<P> {
  if (!/^[a-z]+\.[a-z-]+\.v\d+$/.test(name)) throw new Error(`bad event name ${name}`);
  return Object.freeze({ subject: `event.${name}`, payload, audited });
}

/** The service that owns an operation or event. */
export function ownerOf({ subject }: { subject: string }): string {
  const parts = subject.split('.');
  return (parts[0] === 'event' ? parts[1] : parts[0]) ?? '';
}

/** A page of a list; `nextCursor` is null at the end, `total` counts the whole list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
  });
}
