import { Injectable } from '@nestjs/common';
import type { EntryRef, Receipt } from '#libs/audit';
import { Database } from '#libs/database';
import {
  invalidInput,
  notFound,
  stateConflict,
  type InvalidInput,
  type LogEntryRef,
  type NotFound,
  type StateConflict,
} from '#libs/identity';
import { assertNever, Fault, parseId, type CameraId, type Viewer } from '#libs/kernel';
import { CameraPresenter, Cameras, NodeSources, type CameraType } from '#libs/registry';
import { DecisionView, type DeniedType } from '#libs/regulation';
import type { GrantType } from '#libs/sharing';
import type { ClosePlaybackOutcome, OpenPlaybackOutcome, RevokePlaybackOutcome } from './playback-outcomes.js';
import type { MediaAddresses, PlaybackSession } from './playback-session.js';
import type { OpenPlaybackInput } from './playback.input.js';
import { Playback } from './playback.service.js';
import type { MediaRangeType, PlaybackClosed, PlaybackOpened, PlaybackRevoked, PlaybackSessionType, ReceiptType } from './playback.type.js';

type Shown<T extends string, Type> = Type & { readonly __typename: T };
type Refusal =
  Shown<'Denied', DeniedType> | Shown<'NotFound', NotFound> | Shown<'StateConflict', StateConflict> | Shown<'InvalidInput', InvalidInput>;

/** Bounds of a reason in words; below it says nothing, above it is a report. */
const reasonLength = { least: 3, most: 500 };

/** The API's questions about playback: from words to ids, and from outcomes to members of the unions. */
@Injectable()
export class PlaybackAnswers {
  constructor(
    private readonly playback: Playback,
    private readonly db: Database,
    private readonly cameras: Cameras,
    private readonly presenter: CameraPresenter,
    private readonly nodes: NodeSources,
    private readonly view: DecisionView,
  ) {}

  async open(viewer: Viewer, input: OpenPlaybackInput): Promise<Shown<'PlaybackOpened', PlaybackOpened> | Refusal> {
    const grantId = parseId('grt', input.grantId);
    const cameraId = parseId('cam', input.cameraId);
    // Text that is no id names nothing.
    if (grantId === null || cameraId === null) return notFound();
    const reason = cleanReason(input.reason);
    if (reason === null) return reasonProblem('input.reason');
    const { mode, cookieless } = input;
    const outcome = await this.playback.open(viewer, { grantId, cameraId, mode, reason, cookieless: cookieless === true });
    return this.opened(viewer, outcome);
  }

  async close(viewer: Viewer, id: string): Promise<Shown<'PlaybackClosed', PlaybackClosed> | Refusal> {
    const sessionId = parseId('pls', id);
    const outcome: ClosePlaybackOutcome = sessionId === null ? { kind: 'notFound' } : await this.playback.close(viewer, sessionId);
    if (outcome.kind !== 'closed') return this.refusal(outcome);
    return { __typename: 'PlaybackClosed', session: await this.shown(viewer, outcome.session), entry: entryRef(outcome.entry) };
  }

  async revoke(viewer: Viewer, id: string, rawReason: string): Promise<Shown<'PlaybackRevoked', PlaybackRevoked> | Refusal> {
    const reason = cleanReason(rawReason);
    if (reason === null) return reasonProblem('reason');
    const sessionId = parseId('pls', id);
    const outcome: RevokePlaybackOutcome =
      sessionId === null ? { kind: 'notFound' } : await this.playback.revoke(viewer, sessionId, reason);
    if (outcome.kind !== 'revoked') return this.refusal(outcome);
    const { position, ...reach } = outcome.reach;
    return {
      __typename: 'PlaybackRevoked',
      session: await this.shown(viewer, outcome.session),
      entry: entryRef(outcome.entry),
      revocation: { ...reach, position: position.toString(), revokedAt: outcome.at },
    };
  }

  /** null when there is none, or it is not this viewer's to see. */
  async one(viewer: Viewer, id: string): Promise<Shown<'PlaybackSession', PlaybackSessionType> | null> {
    const sessionId = parseId('pls', id);
    const session = sessionId === null ? null : await this.playback.read(viewer, sessionId);
    return session === null ? null : this.shown(viewer, session);
  }

  /** The grant behind a session, as far as the viewer may see it. */
  async grantOf(viewer: Viewer, { grantId }: PlaybackSessionType): Promise<GrantType | null> {
    return (await this.nodes.find(viewer, grantId)) as GrantType | null;
  }

  async deliveredOf({ id }: PlaybackSessionType): Promise<MediaRangeType[]> {
    const sessionId = parseId('pls', id);
    const ranges = sessionId === null ? [] : await this.playback.listDelivered(sessionId);
    return ranges.map(({ fromMs, toMs }) => ({ from: new Date(fromMs), to: new Date(toMs) }));
  }

  private async opened(viewer: Viewer, outcome: OpenPlaybackOutcome): Promise<Shown<'PlaybackOpened', PlaybackOpened> | Refusal> {
    switch (outcome.kind) {
      case 'opened':
        return {
          __typename: 'PlaybackOpened',
          session: await this.shown(viewer, outcome.session, outcome.addresses),
          entry: entryRef(outcome.decision.entry),
          receipt: outcome.receipt === null ? null : receiptType(outcome.receipt),
          decision: this.view.decision(outcome.decision),
        };
      case 'refused':
        return this.view.denied(outcome.decision);
      case 'unsupported':
        return notOffered(outcome.mode);
      default:
        return assertNever(outcome);
    }
  }

  private refusal(outcome: Exclude<ClosePlaybackOutcome | RevokePlaybackOutcome, { kind: 'closed' | 'revoked' }>): Refusal {
    switch (outcome.kind) {
      case 'refused':
        return this.view.denied(outcome.decision);
      case 'notFound':
        return notFound();
      case 'ended':
        return stateConflict(
          { code: 'PLAYBACK_ENDED', textVi: 'Phiên xem này đã kết thúc trước đó.', textEn: 'This session has already ended.' },
          'ENDED',
        );
      default:
        return assertNever(outcome);
    }
  }

  private async shown(
    viewer: Viewer,
    session: PlaybackSession,
    addresses: MediaAddresses | null = null,
  ): Promise<Shown<'PlaybackSession', PlaybackSessionType>> {
    return {
      __typename: 'PlaybackSession',
      id: session.id,
      state: session.state.toUpperCase(),
      mode: session.mode,
      camera: await this.camera(viewer, session.cameraId),
      mediaUrl: addresses?.mediaUrl ?? null,
      eventsUrl: addresses?.eventsUrl ?? null,
      notAfter: session.notAfter,
      obligations: session.obligations.map((one) => this.view.obligation(one)),
      watermarkText: session.watermarkText,
      openedAt: session.openedAt,
      endedAt: session.endedAt,
      endReason: session.endReason,
      revokedAt: session.revokedAt,
      firstByteAt: session.firstByteAt,
      lastByteAt: session.lastByteAt,
      decisionId: session.decisionId,
      policyRevision: session.policyRevision,
      grantId: session.grantId,
    };
  }

  private async camera(viewer: Viewer, id: CameraId): Promise<CameraType> {
    const [camera] = await this.db.read(async (tx) => this.presenter.present(tx, await this.cameras.listByIds(tx, viewer, [id])));
    if (camera === undefined) throw new Fault('camera_hidden', `the camera ${id} of a session is not visible to who may see the session`);
    return camera;
  }
}

const entryRef = (entry: EntryRef): LogEntryRef => ({ id: entry.entryId, acceptedAt: entry.acceptedAt });

function receiptType({ entryId, digest, producer, acceptedAt, signature, text }: Receipt): ReceiptType {
  return { entryId, digest, producer, acceptedAt, signature, text };
}

function cleanReason(raw: string): string | null {
  const text = raw.normalize('NFC').trim();
  return text.length < reasonLength.least || text.length > reasonLength.most ? null : text;
}

function reasonProblem(path: string): Shown<'InvalidInput', InvalidInput> {
  return invalidInput({
    code: 'REASON_LENGTH',
    textVi: `Hãy ghi lý do bằng lời, từ ${reasonLength.least} đến ${reasonLength.most} ký tự.`,
    textEn: `Say why in words, ${reasonLength.least} to ${reasonLength.most} characters.`,
    path: path.split('.'),
  });
}

function notOffered(mode: PlaybackSession['mode']): Shown<'InvalidInput', InvalidInput> {
  return mode === 'RECORDED'
    ? invalidInput({
        code: 'RECORDED_NOT_OFFERED',
        textVi: 'Camera này chưa cho xem lại hình đã ghi: hệ thống chưa nối với nơi lưu hình. Hiện chỉ xem trực tiếp được.',
        textEn: 'Recorded footage of this camera is not offered yet: its store is not connected. Only the live picture is.',
        path: ['input', 'mode'],
      })
    : invalidInput({
        code: 'SOURCE_NOT_CONNECTED',
        textVi: 'Camera này chưa được nối với hệ thống nên chưa có hình.',
        textEn: 'This camera is not connected yet and gives no picture.',
        path: ['input', 'cameraId'],
      });
}
