import type { AddressBook } from './address-book.js';
import { viewerQuery } from './documents.js';
import { Caller, type Answered } from './graphql-client.js';
import type { Speaker, Transcript } from './transcript.js';
import { tokenFor } from './sign-in.js';

/** One person in one role, with their own token. Roles never mix: who acts in two is two members of the cast. */
export class Member {
  constructor(
    readonly speaker: Speaker,
    readonly organisationId: string,
    private readonly caller: Caller,
  ) {}

  ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answered<T>> {
    return this.caller.ask<T>(query, variables);
  }
}

export interface Cast {
  /** The five of the main road. */
  readonly requester: Member;
  readonly owner: Member;
  readonly reviewer: Member;
  readonly approver: Member;
  /** Signs where the rules want two approvers: the same cameras are asked for again and again here. */
  readonly secondApprover: Member;
  readonly inspector: Member;
  /** Proves what the first inspector did, so that nobody proves their own acts. */
  readonly secondInspector: Member;
  /** For the wrong turns. */
  readonly otherOwner: Member;
  readonly hoaRequester: Member;
  readonly hoaApprover: Member;
}

interface ViewerAnswer {
  readonly viewer: {
    readonly id: string;
    readonly displayName: string;
    readonly title: string;
    readonly role: { readonly code: string; readonly nameVi: string } | null;
    readonly organisation: { readonly id: string; readonly code: string; readonly nameVi: string };
  } | null;
}

/** Signs one person in. @returns a bearer token */
export type SignIn = (person: string, role: string) => Promise<string>;

async function signIn(book: AddressBook, transcript: Transcript, tokenOf: SignIn, key: string, role: string): Promise<Member> {
  const startedAt = performance.now();
  const caller = new Caller(book.gateway, await tokenOf(key, role));
  const signedInMs = performance.now() - startedAt;
  const { data } = await caller.ask<ViewerAnswer>(viewerQuery);
  if (data.viewer === null) throw new Error(`${key} is not known after signing in`);
  const { viewer } = data;
  const speaker: Speaker = { key, displayName: viewer.displayName, titleVi: viewer.title, organisation: viewer.organisation.nameVi };
  transcript.step({ who: speaker, vi: 'đăng nhập', en: 'signs in', answer: viewer.role?.nameVi ?? '?', ms: signedInMs });
  transcript.expect(viewer.role?.code === role, `vai trò ${role}`, `acts as ${role} and in no other role`, viewer.role);
  return new Member(speaker, viewer.organisation.id, caller);
}

/** Everybody signs in as people do: through the identity provider, with their own password. */
export async function gather(
  book: AddressBook,
  transcript: Transcript,
  tokenOf: SignIn = (person, role) => tokenFor(book, person, role),
): Promise<Cast> {
  transcript.chapter('Những người trong chuyện', 'The people');
  const enter = (key: string, role: string): Promise<Member> => signIn(book, transcript, tokenOf, key, role);
  return {
    requester: await enter('mai', 'requester'),
    owner: await enter('thu', 'owner'),
    reviewer: await enter('son', 'reviewer'),
    approver: await enter('dung', 'approver'),
    secondApprover: await enter('vinh', 'approver'),
    inspector: await enter('khanh', 'inspection_head'),
    secondInspector: await enter('linh', 'inspector'),
    otherOwner: await enter('phuc', 'owner'),
    hoaRequester: await enter('hoa', 'requester'),
    hoaApprover: await enter('hoa', 'approver'),
  };
}
