import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import { foldVietnamese, type PersonId } from '#libs/kernel';

/** Somebody by name, as others may be told of them. */
export interface NamedPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly title: string;
  readonly organisationCode: string;
  readonly organisationNameVi: string;
  readonly organisationNameEn: string;
}

/** Finds people by id or by name. Whose names the asker may see is the caller's question: it names the bodies. */
@Injectable()
export class People {
  async find(tx: Tx, id: PersonId): Promise<NamedPerson | null> {
    const [person] = await tx.query<NamedPerson[]>(
      `select ${columns} from person p join organisation o on o.id = p.organisation_id
       where p.id = $1`,
      [id],
    );
    return person ?? null;
  }

  /**
   * People of these bodies, or of all of them, those who have left among them, whose name has all words of the text, in any order, with
   * or without marks.
   * @param most how many at most, in the order of names
   */
  async named(tx: Tx, organisationCodes: readonly string[] | 'all', text: string, most: number): Promise<readonly NamedPerson[]> {
    const words = wordsOf(text);
    if (words.length === 0 || organisationCodes.length === 0) return [];
    const rows = await tx.query<NamedPerson[]>(
      `select ${columns} from person p join organisation o on o.id = p.organisation_id
       where $1::text[] is null or o.code = any($1) order by p.display_name, p.id`,
      [organisationCodes === 'all' ? null : organisationCodes],
    );
    return rows.filter(({ name }) => hasAll(wordsOf(name), words)).slice(0, most);
  }
}

const columns = `p.id, p.display_name as "name", p.title, o.code as "organisationCode", o.name_vi as "organisationNameVi", o.name_en as "organisationNameEn"`;

const wordsOf = (text: string): string[] =>
  foldVietnamese(text)
    .split(/\s+/)
    .filter((word) => word !== '');

function hasAll(name: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => name.some((part) => part.startsWith(word)));
}
