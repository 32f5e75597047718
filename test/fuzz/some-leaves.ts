import { newId } from '#libs/kernel';

/** A short leaf and one with every field, as the log writes them. */
export function someLeaves(origin: string): Buffer[] {
  const common = { at: '2026-11-24T12:00:00.000Z', log: origin, producer: 'gateway-1' };
  const c = { c: 'a'.repeat(64) };
  const leaves = [
    { ...common, id: newId('ent'), outcome: 'done', t: 'log.heartbeat', v: 1, process: 'worker-1' },
    {
      ...common,
      ...{
        id: newId('ent'),
        actor: c,
        case: c,
        net: c,
        session: c,
        basis: 'PDPL-17.1.đ',
        decision: newId('dec'),
        facts: '0'.repeat(64),
        grant: newId('grt'),
      },
      ...{
        details: { note: 'chữ Việt ẫ 🚦', count: 3, isOdd: true },
        intent: newId('ent'),
        lane: 'n1',
        org: 'so-xay-dung',
        outcome: 'allowed',
        playback: newId('pls'),
      },
      ...{
        policy: 'f'.repeat(64),
        prev: '0'.repeat(64),
        pseq: 7,
        purpose: 'GIAO_THONG',
        request: newId('req'),
        role: 'requester',
        rules: ['PD-06', 'IN-02'],
      },
      ...{ resource: { from: common.at, id: newId('cam'), kind: 'camera', to: common.at }, t: 'live_view.open', v: 2 },
    },
  ];
  return leaves.map((leaf) => Buffer.from(JSON.stringify(orderedKeys(leaf)), 'utf8'));
}

function orderedKeys(value: object): object {
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]: [string, unknown]) => [
        key,
        typeof item === 'object' && item !== null && !Array.isArray(item) ? orderedKeys(item) : item,
      ]),
  );
}
