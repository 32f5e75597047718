import { Button, Textarea } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { type CombinedError, useClient, useMutation, useQuery } from 'urql';
import type { PlaybackMode } from '../../api/generated/schema.js';
import { useVocabulary } from '../../frame/vocabulary.js';
import { Countdown } from '../../parts/countdown.js';
import { Empty } from '../../parts/empty.js';
import { Facts } from '../../parts/facts.js';
import { FaultNotice } from '../../parts/fault-notice.js';
import { Loaded } from '../../parts/loaded.js';
import { Page, Sheet } from '../../parts/page.js';
import { Refusal, type Refused } from '../../parts/refusal.js';
import { capital, useWords } from '../../words/use-words.js';
import { EmergencyMark } from '../request/emergency-mark.js';
import { GrantStateBadge } from '../request/request-state.js';
import { Player, type Opened } from './player.js';
import { ClosePlayback, OneGrant, type OneGrantData, OpenPlayback } from './generated/viewer.js';
import styles from './viewer.module.css';

type Grant = NonNullable<OneGrantData['grant']>;

/** S8: looking at a camera under one grant. Each opening asks the gate anew and is on the log before the first byte. */
export function ViewerPage() {
  const { grantId } = useParams({ from: '/xem/$grantId' });
  const { t } = useWords();
  const [result, askAgain] = useQuery({ query: OneGrant, variables: { id: grantId }, requestPolicy: 'network-only' });
  return (
    <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })}>
      {({ grant }) =>
        grant === null ? (
          <Page title={t('viewer.title')}>
            <Empty kind="notYours" title={t('viewer.absent')}>
              <Link to="/">{t('nowhere.home')}</Link>
            </Empty>
          </Page>
        ) : (
          <ViewerSheets grant={grant} again={() => askAgain({ requestPolicy: 'network-only' })} />
        )
      }
    </Loaded>
  );
}

function ViewerSheets({ grant, again }: { readonly grant: Grant; readonly again: () => void }) {
  const { t, said } = useWords();
  const { purpose, action } = useVocabulary();
  const [opened, setOpened] = useState<Opened | null>(null);
  const client = useClient();
  const sessionId = opened?.session.id;

  // Leaving the page, or opening another camera, ends the session at the edge too.
  useEffect(() => {
    if (sessionId === undefined) return undefined;
    return () => void client.mutation(ClosePlayback, { id: sessionId }, { fetchOptions: { keepalive: true } }).toPromise();
  }, [client, sessionId]);

  return (
    <Page
      title={t('viewer.title')}
      lead={
        <span className={styles.lead}>
          <GrantStateBadge state={grant.state} />
          <EmergencyMark of={grant.request} />
          <Link to="/yeu-cau/$id" params={{ id: grant.request.id }}>
            {t('viewer.underRequest', { code: grant.request.code })}
          </Link>
        </span>
      }
    >
      <div className={styles.split}>
        <div>
          {opened === null ? (
            <OpenForm grant={grant} setOpened={setOpened} />
          ) : (
            <Player key={opened.session.id} opened={opened} again={again} leave={() => setOpened(null)} />
          )}
        </div>
        <Sheet title={t('viewer.right')}>
          <Facts
            compact
            facts={[
              { label: t('requests.purpose'), value: purpose(grant.request.purposeCode) },
              { label: t('grants.actions'), value: grant.actions.map(action).join(', ') },
              { label: t('grants.until'), value: <Countdown until={grant.expiresAt} /> },
              {
                label: t('grants.duties'),
                value: (
                  <ul className={styles.duties}>
                    {grant.obligations.map((obligation) => (
                      <li key={obligation.code}>{capital(said(obligation))}</li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
          <p className={styles.honest}>{t('viewer.honest')}</p>
        </Sheet>
      </div>
    </Page>
  );
}

const modes: readonly { readonly mode: PlaybackMode; readonly action: string }[] = [
  { mode: 'LIVE', action: 'live_view' },
  { mode: 'RECORDED', action: 'playback' },
];

function OpenForm({ grant, setOpened }: { readonly grant: Grant; readonly setOpened: (opened: Opened) => void }) {
  const { t } = useWords();
  const search = useSearch({ from: '/xem/$grantId' });
  const offered = modes.filter(({ action }) => grant.actions.includes(action));
  const [cameraId, setCameraId] = useState(grant.cameras.find((camera) => camera.id === search.camera)?.id ?? grant.cameras[0]?.id ?? '');
  const [mode, setMode] = useState<PlaybackMode>(offered[0]?.mode ?? 'LIVE');
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const [fault, setFault] = useState<CombinedError | null>(null);
  const [{ fetching }, openPlayback] = useMutation(OpenPlayback);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { data, error } = await openPlayback({ input: { grantId: grant.id, cameraId, mode, reason: reason.trim().normalize('NFC') } });
    const answer = data?.openPlayback;
    setFault(error ?? null);
    setRefused(null);
    if (answer === undefined) return;
    if (answer.__typename === 'PlaybackOpened') setOpened(answer);
    else setRefused(answer);
  };

  return (
    <Sheet title={t('viewer.openTitle')}>
      {fault !== null && <FaultNotice error={fault} />}
      {refused !== null && <Refusal refused={refused} />}
      <form onSubmit={(event) => void submit(event)}>
        <fieldset className={styles.choice}>
          <legend>{t('viewer.camera')}</legend>
          {grant.cameras.map((camera) => (
            <label key={camera.id} className={styles.option}>
              <input type="radio" name="camera" checked={camera.id === cameraId} onChange={() => setCameraId(camera.id)} />
              <span>
                {camera.nameVi}
                <span className={styles.where}>
                  {t(camera.unit.kind === 'commune' ? 'unit.commune' : 'unit.ward', { name: camera.unit.nameVi })}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        {offered.length > 1 && (
          <fieldset className={styles.choice}>
            <legend>{t('viewer.mode')}</legend>
            {offered.map((one) => (
              <label key={one.mode} className={styles.option}>
                <input type="radio" name="mode" checked={one.mode === mode} onChange={() => setMode(one.mode)} />
                <span>{t(one.mode === 'LIVE' ? 'viewer.live' : 'viewer.recorded')}</span>
              </label>
            ))}
          </fieldset>
        )}
        <Textarea
          label={t('viewer.reason')}
          description={t('viewer.reasonHint')}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          mb="md"
        />
        <Button type="submit" loading={fetching} disabled={cameraId === ''}>
          {t('viewer.open')}
        </Button>
        <p className={styles.honest}>{t('viewer.logged')}</p>
      </form>
    </Sheet>
  );
}
