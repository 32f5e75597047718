import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson, type Viewer } from '#libs/kernel';

/** Where a page ended: the values of its sort columns, in their order. */
export type CursorPosition = readonly (string | number | boolean | null)[];

/** A cursor is good only for the list, the viewer, the filter and the rules it was made under. */
export interface CursorScope {
  readonly list: string;
  readonly viewer: Viewer | null;
  readonly filter: unknown;
  /** Hash of the policy bundle; '' for a list that no rule narrows. */
  readonly policySha256: string;
}

/** The cursor was edited, belongs to somebody else or was made under other rules. The gateway answers INVALID_CURSOR. */
export class InvalidCursor extends Error {
  constructor() {
    super('the cursor does not belong to this list');
    this.name = 'InvalidCursor';
  }
}

const macBytes = 16;

/** Signed cursors. A cursor says where to continue, never what may be seen: that is asked again for every page. */
export class Cursors {
  constructor(private readonly key: Buffer) {}

  encode(position: CursorPosition, scope: CursorScope): string {
    const text = Buffer.from(JSON.stringify(position), 'utf8').toString('base64url');
    return `${text}.${this.mac(text, scope).toString('base64url')}`;
  }

  /** @throws InvalidCursor */
  decode(cursor: string, scope: CursorScope): CursorPosition {
    const [text = '', mac = '', ...more] = cursor.split('.');
    const given = Buffer.from(mac, 'base64url');
    if (more.length > 0 || given.length !== macBytes || !timingSafeEqual(given, this.mac(text, scope))) throw new InvalidCursor();
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as CursorPosition;
  }

  private mac(text: string, { list, viewer, filter, policySha256 }: CursorScope): Buffer {
    const who = viewer === null ? ['public'] : [viewer.personId, viewer.role, viewer.organisationId, viewer.version];
    const bound = canonicalJson(['cursor/1', list, who, filter === undefined ? null : filter, policySha256, text]);
    return createHmac('sha256', this.key).update(bound).digest().subarray(0, macBytes);
  }
}
