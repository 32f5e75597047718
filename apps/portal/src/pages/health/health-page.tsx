import { useQuery } from 'urql';
import { mayTry } from '../../frame/nav.js';
import { useViewer } from '../../frame/session.js';
import { Facts } from '../../parts/facts.js';
import { Loaded } from '../../parts/loaded.js';
import { Notice } from '../../parts/notice.js';
import { Page, Sheet } from '../../parts/page.js';
import { Refusal } from '../../parts/refusal.js';
import { When } from '../../parts/when.js';
import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';
import { Findings } from './findings.js';
import { LogHealth, type LogHealthData } from './generated/health.js';
import { NodeTable } from './node-table.js';

export type Health = Extract<LogHealthData['logHealth'], { readonly __typename: 'LogHealth' }>;

const levels: Readonly<Record<Health['releases'], { readonly tone: 'good' | 'warn' | 'error'; readonly word: WordId }>> = {
  EVERYTHING: { tone: 'good', word: 'health.EVERYTHING' },
  NOTHING_WITNESSED: { tone: 'warn', word: 'health.NOTHING_WITNESSED' },
  EMERGENCIES: { tone: 'error', word: 'health.EMERGENCIES' },
};

/** How the log stands, for those who look after it: what it lets out and why, its ages, its findings and who closes them. */
export function HealthPage() {
  const { t } = useWords();
  const [result, askAgain] = useQuery({ query: LogHealth, requestPolicy: 'network-only' });
  const again = (): void => askAgain({ requestPolicy: 'network-only' });
  return (
    <Page title={t('health.title')} lead={t('health.lead')}>
      <Loaded result={result} again={again} rows={6}>
        {({ logHealth }) =>
          logHealth.__typename === 'LogHealth' ? <State health={logHealth} again={again} /> : <Refusal refused={logHealth} />
        }
      </Loaded>
    </Page>
  );
}

function State({ health, again }: { readonly health: Health; readonly again: () => void }) {
  const { t, said, either, count } = useWords();
  const viewer = useViewer();
  const { tone, word } = levels[health.releases];
  const age = (seconds: number | null): string =>
    seconds === null ? t('health.none') : t('health.ago', { seconds: count(Math.round(seconds)) });
  return (
    <>
      <Notice tone={tone} title={t(word)}>
        {health.releases === 'EMERGENCIES' && <p>{t('health.goesOn')}</p>}
        {health.because.length > 0 && (
          <ul>
            {health.because.map((reason) => (
              <li key={reason.code}>
                <strong>{said(reason)}.</strong> {either(reason.nextVi, reason.nextEn)}
              </li>
            ))}
          </ul>
        )}
        {health.frozenBecause !== null && <p>{t('health.word', { word: health.frozenBecause })}</p>}
      </Notice>
      <Sheet title={t('health.figures')}>
        <Facts
          facts={[
            { label: t('health.published'), value: age(health.publishedAgeSeconds) },
            { label: t('health.witnessed'), value: age(health.witnessedAgeSeconds) },
            { label: t('health.waiting'), value: age(health.outboxAgeSeconds) },
            {
              label: t('health.disk'),
              value: health.diskFree === null ? t('health.noDisk') : t('health.share', { share: Math.floor(health.diskFree * 100) }),
            },
            {
              label: t('health.checkpoint'),
              value: (
                <>
                  {t('health.sizes', { size: count(health.checkpointSize), witnessed: count(health.witnessedSize) })}{' '}
                  {health.checkpointAt !== null && <When at={health.checkpointAt} detail="second" />}
                </>
              ),
            },
            ...(health.witnesses.length === 0 ? [] : [{ label: t('health.witnesses'), value: <Witnesses of={health.witnesses} /> }]),
            { label: t('health.anchor'), value: <Anchor anchor={health.anchor} /> },
          ]}
        />
      </Sheet>
      <Findings findings={health.findings} mayClose={mayTry(viewer, ['close_finding'])} again={again} />
      <Sheet title={t('health.nodes')}>
        <NodeTable nodes={health.nodes} policySha256={health.policySha256} />
      </Sheet>
    </>
  );
}

const troubles: ReadonlyMap<string, WordId> = new Map([
  ['silent', 'health.anchorSilent'],
  ['refused', 'health.anchorRefused'],
  ['clock', 'health.anchorClock'],
]);

/** Who cosigned the newest checkpoint, and when by their own clocks. */
function Witnesses({ of }: { readonly of: Health['witnesses'] }) {
  return of.map(({ name, at }) => (
    <div key={name}>
      {name}, <When at={at} detail="second" />
    </div>
  ));
}

/** Time that is not ours: when the log was last stamped, and by whom; or plainly that nobody does. */
function Anchor({ anchor }: { readonly anchor: Health['anchor'] }) {
  const { t, count } = useWords();
  const trouble = troubles.get(anchor.trouble ?? '');
  return (
    <>
      {anchor.at === null ? (
        t(anchor.isSet ? 'health.anchorAwaited' : 'health.anchorUnset')
      ) : (
        <>
          <When at={anchor.at} detail="second" /> {t('health.anchorOf', { by: anchor.by ?? '', size: count(anchor.size) })}
          {!anchor.isSet && ` ${t('health.anchorEnded')}`}
        </>
      )}
      {trouble !== undefined && <strong> {t(trouble)}</strong>}
    </>
  );
}
