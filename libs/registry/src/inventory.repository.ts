import { Injectable } from '@nestjs/common';
import { planned, type Tx } from '#libs/database';
import type { CameraClass } from './camera.js';

export interface TallyChange {
  readonly classId: number;
  readonly cameras: number;
}

export interface InventoryState {
  readonly version: number;
  /** False in a transaction that has written something: what it sees may never come to be. */
  readonly isSettled: boolean;
  /** Of every class whose count changed after the version asked about. */
  readonly changes: readonly TallyChange[];
}

/** Cameras by search text: at most `limit` codes in the order of lists, each with its full class beside it. */
export interface FoundCodes {
  readonly codes: readonly string[];
  readonly classIds: readonly number[];
}

const found = (patterns: readonly string[]): string => patterns.map((_, i) => `c.search_text like $${i + 1}`).join(' and ');

/** Numbers about the inventory as a whole: what is kept in memory for all viewers, and narrowed to what each may know there. */
@Injectable()
export class InventoryRepository {
  /** One statement, so that version and counts belong together in a transaction of any kind. */
  async changedSince(tx: Tx, version: number): Promise<InventoryState> {
    const rows = await planned<{ version: number; isSettled: boolean; classId: number | null; cameras: number | null }>(
      tx,
      `select i.version::float8 as version, pg_current_xact_id_if_assigned() is null as "isSettled", t.class_id as "classId", t.cameras
       from camera_inventory i
         left join lateral (select class_id, cameras from camera_tally where i.version <> $1 and version > $1) t on true`,
      [version],
    );
    const [first] = rows;
    if (first === undefined) throw new Error('the inventory has no version: was its row deleted?');
    const changes = rows.flatMap(({ classId, cameras }) => (classId === null || cameras === null ? [] : [{ classId, cameras }]));
    return { version: first.version, isSettled: first.isSettled, changes };
  }

  async classes(tx: Tx, ids: readonly number[]): Promise<CameraClass[]> {
    if (ids.length === 0) return [];
    return tx.query<CameraClass[]>('select id, level, tuple from camera_class where id = any($1::integer[]) order by id', [[...ids]]);
  }

  async codesFound(tx: Tx, patterns: readonly string[], limit: number): Promise<FoundCodes> {
    const [row] = await tx.query<{ codes: string[] | null; classIds: number[] | null }[]>(
      `select json_agg(code) as codes, json_agg(class_id) as "classIds" from (
         select c.code, c.class_id from camera c where ${found(patterns)} order by c.code limit $${patterns.length + 1}
       ) few`,
      [...patterns, limit],
    );
    return { codes: row?.codes ?? [], classIds: row?.classIds ?? [] };
  }

  async classesFound(tx: Tx, patterns: readonly string[]): Promise<TallyChange[]> {
    return tx.query<TallyChange[]>(
      `select c.class_id as "classId", count(*)::integer as cameras from camera c where ${found(patterns)} group by c.class_id`,
      [...patterns],
    );
  }
}
