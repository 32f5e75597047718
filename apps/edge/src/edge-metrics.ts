import type { Refusal, RefusalCause } from './verdict.js';

/** Counters in Prometheus text; no id of a person, camera or session is among the labels. */
export class EdgeMetrics {
  private readonly refused = new Map<string, number>();
  segments = 0;
  bytes = 0;
  opened = 0;
  readonly ended = new Map<string, number>();

  countRefusal(status: Refusal, cause: RefusalCause): void {
    const key = `status="${status}",cause="${cause}"`;
    this.refused.set(key, (this.refused.get(key) ?? 0) + 1);
  }

  countEnd(reason: string): void {
    this.ended.set(reason, (this.ended.get(reason) ?? 0) + 1);
  }

  text(gauges: Readonly<Record<string, number>>): string {
    const lines = [
      `cuao_edge_segments_total ${this.segments}`,
      `cuao_edge_bytes_total ${this.bytes}`,
      `cuao_edge_sessions_opened_total ${this.opened}`,
      ...[...this.ended].map(([reason, count]) => `cuao_edge_sessions_ended_total{reason="${reason}"} ${count}`),
      ...[...this.refused].map(([labels, count]) => `cuao_edge_refused_total{${labels}} ${count}`),
      ...Object.entries(gauges).map(([name, value]) => `cuao_edge_${name} ${value}`),
    ];
    return `${lines.join('\n')}\n`;
  }
}
