import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What `/metrics` shows of this process. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** Seconds from question to answer. */
export const operationSeconds = new Histogram({
  name: 'antt_operation_seconds',
  help: 'Time to answer an operation, by outcome (ok or the problem type)',
  labelNames: ['operation', 'outcome'],
  buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
  registers: [registry],
});

/** Grows while the bus is away. */
export const outboxWaiting = new Gauge({
  name: 'antt_outbox_waiting',
  help: 'Facts written and not yet on the bus',
  registers: [registry],
});

/** Anything but nought needs somebody to look. */
export const parkedEvents = new Counter({
  name: 'antt_events_parked_total',
  help: 'Events given up after five tries (see the table parked)',
  labelNames: ['consumer'],
  registers: [registry],
});
