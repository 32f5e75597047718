import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/kernel';
import { Cursors, InvalidCursor, type CursorScope } from './cursors.js';

const cursors = new Cursors(Buffer.alloc(32, 7));
const mai = { personId: 'per_1', role: 'requester', organisationId: 'org_1', version: 1 } as unknown as Viewer;
const scope: CursorScope = { list: 'cameras', viewer: mai, filter: { unitCode: '00070' }, policySha256: 'aa' };

describe('a cursor', () => {
  it('leads back to its position', () => {
    const position = ['2026-11-24T00:00:00.000Z', 'cam_1', 3, null, true];
    expect(cursors.decode(cursors.encode(position, scope), scope)).toEqual(position);
  });

  it.each<[string, Partial<CursorScope>]>([
    ['another list', { list: 'requests' }],
    ['another viewer', { viewer: { ...mai, personId: 'per_2' } as unknown as Viewer }],
    ['the same person in another role', { viewer: { ...mai, role: 'approver' } as unknown as Viewer }],
    ['a person whose rights have changed', { viewer: { ...mai, version: 2 } as unknown as Viewer }],
    ['nobody', { viewer: null }],
    ['another filter', { filter: { unitCode: '00082' } }],
    ['other rules', { policySha256: 'bb' }],
  ])('is nothing to %s', (_name, change) => {
    expect(() => cursors.decode(cursors.encode([1], scope), { ...scope, ...change })).toThrow(InvalidCursor);
  });

  it('that was edited, cut or made by somebody else is refused', () => {
    const cursor = cursors.encode([1], scope);
    const [, mac = ''] = cursor.split('.');
    const edited = `${Buffer.from('[2]').toString('base64url')}.${mac}`;
    const foreign = new Cursors(Buffer.alloc(32, 8)).encode([1], scope);
    for (const bad of [edited, foreign, cursor.slice(0, -1), `${cursor}.x`, '', '.', 'x'])
      expect(() => cursors.decode(bad, scope)).toThrow(InvalidCursor);
  });
});
