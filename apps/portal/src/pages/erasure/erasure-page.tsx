import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type CombinedError, useMutation, useQuery } from 'urql';
import type { ErasureInput } from '../../api/generated/schema.js';
import { mayTry } from '../../frame/nav.js';
import { useViewer } from '../../frame/session.js';
import { Empty } from '../../parts/empty.js';
import { FaultNotice } from '../../parts/fault-notice.js';
import { Loaded } from '../../parts/loaded.js';
import { Notice } from '../../parts/notice.js';
import { Page, Sheet } from '../../parts/page.js';
import { Refusal, type Refused } from '../../parts/refusal.js';
import { useWords } from '../../words/use-words.js';
import { EraseDialog } from './erase-dialog.js';
import { ErasureFacts, useErasureWords } from './erasure-facts.js';
import { ErasureForm } from './erasure-form.js';
import { PastErasures } from './past-erasures.js';
import { SubjectFinder } from './subject-finder.js';
import { WhatGoes } from './what-goes.js';
import { CloseErasure, type CloseErasureData, type ErasureFields, Erasures, type ErasuresData, OpenErasure } from './generated/erasure.js';
import styles from './erasure.module.css';

type List = Extract<ErasuresData['openErasures'], { readonly __typename: 'ErasureList' }>;
type Act = CloseErasureData['closeErasure'];
type Done = Extract<Act, { readonly __typename: 'ErasureDone' }>;

/** Erasing what commitments of the log stand for, in two hands of two bodies: what waits, what goes and stays, what was done. */
export function ErasurePage() {
  const { t } = useWords();
  const [result, askAgain] = useQuery({ query: Erasures, requestPolicy: 'network-only' });
  const again = (): void => askAgain({ requestPolicy: 'network-only' });
  return (
    <Page title={t('erasure.title')} lead={t('erasure.lead')}>
      <Loaded result={result} again={again} rows={6}>
        {({ openErasures }) =>
          openErasures.__typename === 'ErasureList' ? <Board list={openErasures} again={again} /> : <Refusal refused={openErasures} />
        }
      </Loaded>
    </Page>
  );
}

function Board({ list, again }: { readonly list: List; readonly again: () => void }) {
  const { t } = useWords();
  const { nguoi } = useSearch({ from: '/xoa-phan-mo' });
  const viewer = useViewer();
  const mayErase = mayTry(viewer, ['erase_opening']);
  const mayFind = mayTry(viewer, ['find_person']);
  const [subject, setSubject] = useState<string | undefined>(nguoi);
  const [asked, setAsked] = useState<ErasureFields | null>(null);
  const [answer, setAnswer] = useState<Act | null>(null);
  const [fault, setFault] = useState<CombinedError | null>(null);
  /** A new form after each proposal that was taken: the same is not asked for twice by a second press. */
  const [round, setRound] = useState(0);
  const [opening, open] = useMutation(OpenErasure);
  const [closing, close] = useMutation(CloseErasure);

  const shown = (act: Act | undefined, error: CombinedError | undefined): void => {
    setAsked(null);
    setFault(error ?? null);
    setAnswer(act ?? null);
    if (act?.__typename === 'ErasureDone') again();
  };
  const onErase = async (erasureId: string): Promise<void> => {
    const { data, error } = await close({ erasureId });
    shown(data?.closeErasure, error);
  };

  const onPropose = async (input: ErasureInput): Promise<void> => {
    const { data, error } = await open({ input });
    shown(data?.openErasure, error);
    if (data?.openErasure.__typename === 'ErasureDone') {
      setSubject(undefined);
      setRound(round + 1);
    }
  };

  return (
    <>
      {fault !== null && <FaultNotice error={fault} />}
      {answer !== null
        && (answer.__typename === 'ErasureDone' ? (
          <DoneNotice done={answer} />
        ) : (
          <Refusal refused={answer satisfies Refused} reload={again} />
        ))}
      <Sheet title={t('erasure.waiting')}>
        {list.erasures.length === 0 ? (
          <Empty kind="start" title={t('erasure.none')}>
            {t('erasure.noneBody')}
          </Empty>
        ) : (
          <ol className={styles.waiting}>
            {list.erasures.map((erasure) => (
              <Waiting key={erasure.id} erasure={erasure} erase={mayErase ? () => setAsked(erasure) : null} />
            ))}
          </ol>
        )}
      </Sheet>
      <Sheet title={t('erasure.what')}>
        <WhatGoes part="either" />
      </Sheet>
      {mayErase && (
        <Sheet title={t('erasure.propose')}>
          <p className={styles.lead}>{t('erasure.proposeLead')}</p>
          {mayFind && <SubjectFinder key={round} choose={setSubject} />}
          <ErasureForm
            key={`${round} ${subject ?? ''}`}
            bases={list.bases}
            personId={subject}
            busy={opening.fetching}
            propose={(input) => void onPropose(input)}
          />
        </Sheet>
      )}
      <PastErasures done={list.done} />
      {asked !== null && (
        <EraseDialog erasure={asked} busy={closing.fetching} close={() => setAsked(null)} erase={() => void onErase(asked.id)} />
      )}
    </>
  );
}

function Waiting({ erasure, erase }: { readonly erasure: ErasureFields; readonly erase: (() => void) | null }) {
  const { t } = useWords();
  const words = useErasureWords();
  return (
    <li className={styles.one}>
      <p className={styles.whose}>{words.whose(erasure)}</p>
      <ErasureFacts erasure={erasure} />
      {erasure.opened.isYourBody || erase === null ? (
        <p className={styles.quiet}>{t('erasure.waitsForOther')}</p>
      ) : (
        <div className={styles.buttons}>
          <Button onClick={erase}>{t('erasure.erase')}</Button>
        </div>
      )}
    </li>
  );
}

function DoneNotice({ done }: { readonly done: Done }) {
  const { t } = useWords();
  const title = done.openings === null ? t('erasure.opened') : t('erasure.done', { openings: done.openings });
  return (
    <Notice tone="good" role="status" takesFocus title={title}>
      <Link to="/kiem-chung" search={{ muc: done.entry.id }}>
        {t('erasure.entry')}
      </Link>
    </Notice>
  );
}
