/** What the story must find on the log at the end: every act and every refusal, under the id that the actor was given. */
export interface Noted {
  readonly entryId: string;
  readonly vi: string;
  readonly en: string;
  /** What the entry must say: an act that was done, or one that was refused. */
  readonly outcome: 'done' | 'refused';
  /** The request it belongs to, where the story knows. */
  readonly requestId: string | null;
  /** Acts of the inspector are proven by another one. */
  readonly byInspector: boolean;
}

interface Belongs {
  readonly requestId?: string;
  readonly byInspector?: boolean;
}

export class Notebook {
  private readonly notes: Noted[] = [];
  /** Receipts that the city signed and gave out; checked without the city at the end. */
  readonly receipts: string[] = [];

  done(entryId: string, vi: string, en: string, belongs: Belongs = {}): void {
    this.note(entryId, vi, en, 'done', belongs);
  }

  refused(entryId: string, vi: string, en: string, belongs: Belongs = {}): void {
    this.note(entryId, vi, en, 'refused', belongs);
  }

  private note(entryId: string, vi: string, en: string, outcome: Noted['outcome'], { requestId, byInspector }: Belongs): void {
    this.notes.push({ entryId, vi, en, outcome, requestId: requestId ?? null, byInspector: byInspector ?? false });
  }

  get entries(): readonly Noted[] {
    return this.notes;
  }
}
