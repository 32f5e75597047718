import { useQuery } from 'urql';
import { Loaded } from '../../parts/loaded.js';
import { Notice } from '../../parts/notice.js';
import { useWords } from '../../words/use-words.js';
import { CheckReceipt } from './generated/proof.js';

/** Whether the receipt was signed by a producer of this log; what it names is proved below. */
export function ReceiptVerdict({ receipt }: { readonly receipt: string }) {
  const { t } = useWords();
  const [result, askAgain] = useQuery({ query: CheckReceipt, variables: { receipt }, requestPolicy: 'network-only' });
  return (
    <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={1}>
      {({ receiptCheck }) => (
        <Notice
          tone={receiptCheck.signatureOk ? 'good' : 'error'}
          role="status"
          title={t(receiptCheck.signatureOk ? 'proof.receiptGood' : 'proof.receiptBad')}
        />
      )}
    </Loaded>
  );
}
