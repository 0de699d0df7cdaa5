/** Figures for an operator, in Prometheus' text format. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Acknowledgement } from '../protocol/refusals.ts';

export class Metrics {
  readonly #registry = new Registry();
  readonly #acknowledged = new Histogram({
    name: 'plenum_vote_seconds',
    help: 'From an answer received to its acknowledgement.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.#registry],
  });
  readonly #refused = new Counter({
    name: 'plenum_votes_refused_total',
    help: 'Answers refused, by reason.',
    labelNames: ['reason'],
    registers: [this.#registry],
  });

  constructor() {
    // The loop's delay is sampled 25 times a second: the default of 100 is most of what an idle server does.
    collectDefaultMetrics({
      register: this.#registry,
      prefix: 'plenum_',
      eventLoopMonitoringPrecision: 40,
    });
  }

  watchPhones(count: () => number): void {
    const gauge = new Gauge({
      name: 'plenum_phones',
      help: 'Phones connected now.',
      registers: [this.#registry],
    });
    gauge.set(0);
    this.#readPhones = () => gauge.set(count());
  }
  #readPhones: () => void = () => {};

  /** `began` is of `performance.now()`. */
  noteVote(began: number, outcome: Acknowledgement): void {
    this.#acknowledged.observe((performance.now() - began) / 1000);
    if ('refused' in outcome) this.#refused.inc({ reason: outcome.refused });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    this.#readPhones();
    return this.#registry.metrics();
  }
}
