import { Fault } from '#libs/kernel';

/** A table of another lib whose rows become durable together with entries, in the same statement. */
export interface TableBeside {
  readonly name: string;
  /** Column and its PostgreSQL type, in the order of a row's values. */
  readonly columns: Readonly<Record<string, 'text' | 'timestamptz' | 'jsonb'>>;
}

/** One row; JSON as text. */
export interface RowBeside {
  readonly table: TableBeside;
  readonly values: readonly (string | Date)[];
}

/**
 * Refuses what the database would refuse, before it is in a batch with entries of others: text that `jsonb` and `text` cannot hold
 * (U+0000, halves of a surrogate pair) would make the whole batch fail.
 * @throws Fault `row_not_storable`
 */
export function checkRowBeside({ table, values }: RowBeside): void {
  for (const [at, [column, type]] of Object.entries(table.columns).entries()) {
    const value = values[at];
    if (typeof value !== 'string') continue;
    if (type === 'jsonb' ? unstorableEscape.test(value) : value.includes('\0'))
      throw new Fault('row_not_storable', `${table.name}.${column} holds a character that the database cannot keep`);
  }
}

/** `\u0000` or a lone half of a surrogate pair, as `JSON.stringify` writes them; a backslash that is itself escaped is none. */
const unstorableEscape = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i;

/** The clause that inserts the rows where the batch continues its chain (`head`), with placeholders from `first` on. */
export function besideClause({ name, columns }: TableBeside, first: number): string {
  const names = Object.keys(columns).join(', ');
  const lists = Object.values(columns).map((type, at) => `$${first + at}::${type}[]`);
  return `, beside as (
    insert into ${name} (${names}) select sent.* from unnest(${lists.join(', ')}) as sent (${names}), head
    returning 1
  )`;
}

/** Values for the placeholders: a list for each column. */
export function besideLists({ columns }: TableBeside, rows: readonly RowBeside[]): (string | Date)[][] {
  return Object.keys(columns).map((_, at) => rows.map(({ values }) => values[at] as string | Date));
}
