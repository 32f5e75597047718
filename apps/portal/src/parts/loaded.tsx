import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { useWords } from '../words/use-words.js';
import { FaultNotice } from './fault-notice.js';
import { Notice } from './notice.js';

interface Asked<Data> {
  readonly fetching: boolean;
  readonly stale: boolean;
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
}

interface LoadedProps<Data> {
  readonly result: Asked<Data>;
  /** Asks again, past the cache. */
  readonly again: () => void;
  readonly children: (data: Data) => ReactNode;
  readonly rows?: number;
}

/** The states a page can be in before it has something to say: loading, error, and old figures that could not be renewed. */
export function Loaded<Data>({ result, again, children, rows = 4 }: LoadedProps<Data>) {
  const { t } = useWords();
  if (result.data !== undefined && result.data !== null) {
    return (
      <>
        {result.error !== undefined && (
          <Notice tone="warn" title={t('load.staleTitle')} action={<AgainButton again={again} />}>
            {t('load.staleBody')}
          </Notice>
        )}
        {children(result.data)}
      </>
    );
  }
  if (result.error !== undefined) return <FaultNotice error={result.error} again={again} />;
  return <Loading rows={rows} />;
}

export function Loading({ rows = 4 }: { readonly rows?: number }) {
  const { t } = useWords();
  return (
    <div role="status" aria-label={t('load.loading')}>
      {Array.from({ length: rows }, (_, at) => (
        <Skeleton key={at} height={22} width={`${92 - at * 9}%`} mb="sm" />
      ))}
    </div>
  );
}

function AgainButton({ again }: { readonly again: () => void }) {
  const { t } = useWords();
  return (
    <Button size="sm" variant="outline" onClick={again}>
      {t('load.again')}
    </Button>
  );
}
