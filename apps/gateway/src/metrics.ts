type Labels = Readonly<Record<string, string>>;

interface Family {
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  /** Text of the labels → value. */
  readonly values: Map<string, number>;
}

/** Counters and gauges of this process in the Prometheus text format. Labels hold codes, never people. */
export class Metrics {
  private readonly families = new Map<string, Family>();
  private readonly collectors: (() => Promise<void>)[] = [];

  count(name: string, help: string, labels: Labels = {}): void {
    const values = this.family(name, help, 'counter');
    const key = textOf(labels);
    values.set(key, (values.get(key) ?? 0) + 1);
  }

  set(name: string, help: string, value: number, labels: Labels = {}): void {
    this.family(name, help, 'gauge').set(textOf(labels), value);
  }

  /** One set of labels at a time: what it said before no longer holds. */
  info(name: string, help: string, labels: Labels): void {
    this.family(name, help, 'gauge').clear();
    this.set(name, help, 1, labels);
  }

  /** For what is measured only when somebody looks. */
  collect(collector: () => Promise<void>): void {
    this.collectors.push(collector);
  }

  async text(): Promise<string> {
    await Promise.allSettled(this.collectors.map((collector) => collector()));
    const lines = [...this.families].flatMap(([name, { help, type, values }]) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...[...values].map(([labels, value]) => `${name}${labels} ${value}`),
    ]);
    return `${lines.join('\n')}\n`;
  }

  private family(name: string, help: string, type: Family['type']): Map<string, number> {
    const known = this.families.get(name) ?? { help, type, values: new Map<string, number>() };
    this.families.set(name, known);
    return known.values;
  }
}

function textOf(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, '_')}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}
