import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Loaded, Loading } from '../../parts/loaded.js';
import { Notice } from '../../parts/notice.js';
import { Sheet } from '../../parts/page.js';
import { Refusal } from '../../parts/refusal.js';
import { useWords } from '../../words/use-words.js';
import { checkProof, type ProofRows } from './check-proof.js';
import { FourRows } from './four-rows.js';
import { ProofOf, type ProofOfData } from './generated/proof.js';
import { parseVerifierKey, type VerifierKey } from './signed-note.js';
import styles from './proof.module.css';

type Material = Extract<ProofOfData['proof'], { __typename: 'EntryProof' }>;

/** Asks for the proof of one entry and works it out. `digest` is what a receipt says the entry's hash is. */
export function EntryProof({ entryId, digest }: { readonly entryId: string; readonly digest: string | null }) {
  const { t } = useWords();
  const [result, askAgain] = useQuery({ query: ProofOf, variables: { entryId }, requestPolicy: 'network-only' });
  const again = (): void => askAgain({ requestPolicy: 'network-only' });
  return (
    <Loaded result={result} again={again}>
      {({ proof }) =>
        proof.__typename === 'EntryProof' ? (
          <WorkedOut material={proof} digest={digest} entryId={entryId} />
        ) : (
          <>
            <Refusal refused={proof} reload={again} />
            {proof.__typename === 'NotReady' && (
              <Button variant="outline" onClick={again}>
                {t('load.again')}
              </Button>
            )}
          </>
        )
      }
    </Loaded>
  );
}

/** The public keys, log first. They are the one thing taken from this server; an outsider keeps his own copy. */
async function fetchKeys(): Promise<VerifierKey[]> {
  const response = await fetch('/log/vkeys', { credentials: 'omit' });
  if (!response.ok) throw new Error(`/log/vkeys answered ${response.status}`);
  const keys = await Promise.all((await response.text()).split('\n').map(parseVerifierKey));
  return keys.filter((key) => key !== null);
}

interface WorkedOutProps {
  readonly material: Material;
  readonly digest: string | null;
  readonly entryId: string;
}

type Work = { readonly kind: 'busy' } | { readonly kind: 'failed' } | { readonly kind: 'done'; readonly rows: ProofRows | null };

function WorkedOut({ material, digest, entryId }: WorkedOutProps) {
  const { t } = useWords();
  const [work, setWork] = useState<Work>({ kind: 'busy' });
  useEffect(() => {
    let current = true;
    const say = (next: Work): void => {
      if (current) setWork(next);
    };
    fetchKeys()
      .then((keys) => checkProof({ proof: material.proof, leaf: material.leaf, claimedHash: digest ?? material.leafHash, keys }))
      .then((rows) => say({ kind: 'done', rows }))
      .catch(() => say({ kind: 'failed' }));
    return () => {
      current = false;
    };
  }, [material, digest]);

  if (work.kind === 'busy') return <Loading rows={4} />;
  if (work.kind === 'failed') return <Notice tone="error" role="alert" title={t('proof.noKeys')} />;
  if (work.rows === null) return <Notice tone="error" role="alert" title={t('proof.malformed')} />;
  return (
    <Sheet title={t('proof.result', { entry: entryId })}>
      <FourRows rows={work.rows} />
      {material.leaf !== null && (
        <details className={styles.leaf}>
          <summary>{t('proof.leaf')}</summary>
          <pre className={styles.leafText}>{material.leaf}</pre>
        </details>
      )}
      <SaveProof proof={material.proof} entryId={entryId} />
    </Sheet>
  );
}

/** The proof as the public file format, to be checked elsewhere and later. */
function SaveProof({ proof, entryId }: { readonly proof: string; readonly entryId: string }) {
  const { t } = useWords();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([proof], { type: 'text/plain;charset=utf-8' }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [proof]);
  return (
    <p className={styles.save}>
      <a href={address} download={`${entryId}.tlog-proof`}>
        {t('proof.save')}
      </a>
    </p>
  );
}
