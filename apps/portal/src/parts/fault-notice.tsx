import { Button } from '@mantine/core';
import type { CombinedError } from 'urql';
import { useWords } from '../words/use-words.js';
import { Notice } from './notice.js';

interface Fault {
  readonly code: string | null;
  readonly textVi: string | null;
  readonly textEn: string | null;
  /** By this the operators find the fault in their own records. */
  readonly traceId: string | null;
}

/** What the gateway said of the fault: a code of a closed list, its own words, never text from below. */
export function faultOf(error: CombinedError): Fault {
  const extensions = error.graphQLErrors[0]?.extensions ?? {};
  const text = (name: string): string | null => {
    const value: unknown = extensions[name];
    return typeof value === 'string' ? value : null;
  };
  return { code: text('code'), textVi: text('textVi'), textEn: text('textEn'), traceId: text('traceId') };
}

interface FaultNoticeProps {
  readonly error: CombinedError;
  readonly again?: () => void;
}

/** Something went wrong that is nobody's decision: said in the gateway's words where it spoke, in ours where it was not reached. */
export function FaultNotice({ error, again }: FaultNoticeProps) {
  const { t, either } = useWords();
  const { code, textVi, textEn, traceId } = faultOf(error);
  const mark = [code, traceId].filter((part) => part !== null).join(' · ');
  return (
    <Notice
      tone="error"
      role="alert"
      title={either(textVi, textEn) ?? t('load.errorTitle')}
      action={
        again !== undefined && (
          <Button size="sm" variant="outline" onClick={again}>
            {t('load.again')}
          </Button>
        )
      }
    >
      {textVi === null && t('load.errorBody')} {mark !== '' && t('load.errorCode', { code: mark })}
    </Notice>
  );
}
