import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The part of `.cuao/run.json` that commands use: where what runs can be reached. */
export interface RunRecord {
  readonly url: string;
  readonly urls: Readonly<Record<string, string | undefined>>;
  readonly paths: Readonly<Record<string, string>> & { readonly state: string };
}

/** @param stateDir from the environment; else `.cuao` of the folder that the command stands in @returns null when nothing runs */
export async function readRunRecord(stateDir: string | undefined): Promise<RunRecord | null> {
  try {
    const text = await readFile(path.join(stateDir ?? path.resolve('.cuao'), 'run.json'), 'utf8');
    const record = JSON.parse(text) as Partial<RunRecord>;
    if (record.url === undefined || record.urls === undefined || record.paths === undefined) return null;
    return record as RunRecord;
  } catch {
    return null;
  }
}
