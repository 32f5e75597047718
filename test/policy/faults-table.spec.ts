import path from 'node:path';
import { jest } from '@jest/globals';
import { faultsCommand } from '../../apps/cli/src/commands/policy-faults.js';
import { policyRoot } from './policy-cases.js';

describe('cuao policy faults', () => {
  it('refuses every broken copy with the code that is its own, and takes the sound one', async () => {
    process.env['CUAO_POLICY_DIR'] = path.join(policyRoot, 'bundle');
    let heard = '';
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text: string | Uint8Array) => {
      heard += String(text);
      return true;
    });
    const code = await faultsCommand(['--json']).finally(() => spy.mockRestore());
    const { items } = JSON.parse(heard) as { items: { fault: string; wanted: string; said: string }[] };
    expect(items.filter(({ wanted, said }) => wanted !== said)).toEqual([]);
    const told = items.map(({ said }) => said);
    expect(told).toEqual(expect.arrayContaining(['missing_builtin', 'deny POL-9 obligations.no_such_obligation']));
    expect([code, items.length]).toEqual([0, 27]);
  });
});
