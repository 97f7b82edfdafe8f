/** Counts for Prometheus. Labels are routes and codes, never ids. */
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly requested: (route: string, method: string, status: number, seconds: number) => void;
  readonly pushed: (stored: number, refused: Readonly<Record<string, number>>) => void;
  readonly pulled: (records: number) => void;
  readonly fault: (kind: string) => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/** `ofProcess`: also memory, event loop and the like; once per process. */
export function createMetrics(ofProcess: boolean): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const requests = new Histogram({ name: 'hub_request_seconds', help: 'Requests to the API', labelNames: ['route', 'method', 'status'], buckets: [0.005, 0.02, 0.1, 0.5, 2, 10], registers });
  const pushed = new Counter({ name: 'hub_records_stored_total', help: 'Sealed records that were new', registers });
  const refused = new Counter({ name: 'hub_records_refused_total', help: 'Records of a push that were not taken', labelNames: ['code'], registers });
  const pulled = new Counter({ name: 'hub_records_sent_total', help: 'Sealed records given out', registers });
  const faults = new Counter({ name: 'hub_faults_total', help: 'Answers of 5xx, and audit lines that could not be written', labelNames: ['kind'], registers });
  return {
    requested: (route, method, status, seconds) => {
      requests.observe({ route, method, status: String(status) }, seconds);
    },
    pushed: (stored, refusals) => {
      pushed.inc(stored);
      for (const [code, count] of Object.entries(refusals)) refused.inc({ code }, count);
    },
    pulled: (records) => {
      pulled.inc(records);
    },
    fault: (kind) => {
      faults.inc({ kind });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
