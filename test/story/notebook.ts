/** What the story must find on the log at the end: every act and every refusal, under the id that the actor was given. */
export interface Noted {
  readonly entryId: string;
  readonly vi: string;
  readonly en: string;
  /** What the entry must say: an act that was done, or one that was refused. */
  readonly outcome: 'done' | 'refused';
  /** The request it belongs to, where the story knows. */
  readonly requestId: string | null;
}

export class Notebook {
  private readonly notes: Noted[] = [];
  /** Receipts that the city signed and gave out; checked without the city at the end. */
  readonly receipts: string[] = [];

  done(entryId: string, vi: string, en: string, requestId: string | null = null): void {
    this.notes.push({ entryId, vi, en, outcome: 'done', requestId });
  }

  refused(entryId: string, vi: string, en: string, requestId: string | null = null): void {
    this.notes.push({ entryId, vi, en, outcome: 'refused', requestId });
  }

  get entries(): readonly Noted[] {
    return this.notes;
  }
}
