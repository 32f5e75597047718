import type { AddressBook } from './address-book.js';
import type { GrantAnswer } from './answers.js';
import type { Cast } from './cast.js';
import type { Notebook } from './notebook.js';
import type { Transcript } from './transcript.js';

/** What all chapters share. */
export interface Story {
  readonly book: AddressBook;
  readonly cast: Cast;
  readonly transcript: Transcript;
  readonly notebook: Notebook;
  /** Of the main road; every chapter that needs another makes its own. */
  readonly caseReference: string;
  readonly startedAt: Date;
}

/** What the main road leaves for the chapters after it. */
export interface Road {
  readonly requestId: string;
  readonly grant: GrantAnswer;
  readonly purposeCode: string;
  readonly ownerId: string;
}
