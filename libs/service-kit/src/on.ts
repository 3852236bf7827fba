import type { Event, Payload } from '@antt/kernel';
import { EventPattern, Transport } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';
import type { Envelope } from './outbox.ts';

/**
 * A fact being applied. Do everything through `tx`: it commits together with the note that this message was
 * applied, so a fact that comes twice has its effect once.
 */
export type Fact<E extends Event = Event> = {
  tx: EntityManager;
  id: string;
  subject: string;
  payload: Payload<E>;
  envelope: Envelope;
};

/** Makes a controller's method the receiver of an event; a string may hold wildcards (`event.>`). */
export function On(event: Event | string): MethodDecorator {
  const subject = typeof event === 'string' ? event : event.subject;
  return EventPattern(subject, Transport.NATS) as MethodDecorator;
}
