import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import type { Effect } from '../../api/generated/schema.js';
import { Badge } from '../../parts/badge.js';
import { DataTable } from '../../parts/data-table.js';
import { Empty } from '../../parts/empty.js';
import { Facts } from '../../parts/facts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page, Sheet } from '../../parts/page.js';
import { When } from '../../parts/when.js';
import { leafOf } from '../../parts/why-card.js';
import type { WordId } from '../../words/index.js';
import { capital, useWords } from '../../words/use-words.js';
import { PolicyRule, type PolicyRuleData } from './generated/rules.js';
import { RuleCases } from './rule-cases.js';
import styles from './regulation.module.css';

type Rule = NonNullable<PolicyRuleData['policyRule']>;

/** One rule with all that belongs to it: what it says, on what it rests, what carries it, how it is tried, when it last spoke. */
export function RulePage() {
  const { id } = useParams({ from: '/quy-dinh/$id' });
  const { t } = useWords();
  const [result, askAgain] = useQuery({ query: PolicyRule, variables: { id }, requestPolicy: 'network-only' });
  return (
    <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={8}>
      {({ policyRule }) =>
        policyRule === null ? (
          <Page title={t('rules.noSuch')}>
            <Empty kind="noMatch" title={t('rules.noSuch')}>
              <Link to="/quy-dinh">{t('rules.back')}</Link>
            </Empty>
          </Page>
        ) : (
          <OneRule rule={policyRule} />
        )
      }
    </Loaded>
  );
}

function OneRule({ rule }: { readonly rule: Rule }) {
  const { t, said, either } = useWords();
  const terms = (list: Rule['kinds']): string => capital(list.map((term) => said(term)).join(', '));
  return (
    <Page title={`${rule.id} · ${either(rule.titleVi, rule.titleEn) ?? ''}`} lead={<Link to="/quy-dinh">{t('rules.back')}</Link>}>
      <Sheet title={t('rules.says')}>
        <p className={styles.text}>{either(rule.textVi, rule.textEn) ?? either(rule.titleVi, rule.titleEn)}</p>
        <Facts
          facts={[
            { label: t('rules.validity'), value: <Validity from={rule.effectiveFrom} to={rule.effectiveTo} isInForce={rule.isInForce} /> },
            { label: t('rules.kind'), value: terms(rule.kinds) },
            { label: t('rules.layer'), value: capital(said(rule.layer)) },
            { label: t('rules.group'), value: said(rule.group) },
            { label: t('rules.severity'), value: capital(said(rule.severity)) },
            { label: t('rules.status'), value: terms(rule.status) },
            { label: t('rules.source'), value: rule.source },
            {
              label: t('rules.enforcedBy'),
              value: (
                <>
                  <span>{capital(said(rule.enforcedBy))}</span>
                  {either(rule.enforcementVi, rule.enforcementEn) !== null && (
                    <p className={styles.quiet}>{either(rule.enforcementVi, rule.enforcementEn)}</p>
                  )}
                </>
              ),
            },
          ]}
        />
      </Sheet>
      {rule.articles.length > 0 && <Articles articles={rule.articles} />}
      <Uses rule={rule} />
      <Sheet title={t('rules.casesTitle')}>
        <RuleCases cases={rule.cases} />
      </Sheet>
      {rule.regoRules.length > 0 && (
        <Sheet title={t('rules.code')} tone="sunk">
          <ul className={styles.plain}>
            {rule.regoRules.map((one) => (
              <li key={`${one.place} ${one.title}`}>
                <span lang="en">{one.title}</span> <code>{one.place}</code>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </Page>
  );
}

function Validity({ from, to, isInForce }: { readonly from: string | null; readonly to: string | null; readonly isInForce: boolean }) {
  const { t } = useWords();
  return (
    <>
      {from === null ? t('rules.always') : <When at={from} detail="day" />}
      {to !== null && (
        <>
          {' – '}
          <When at={to} detail="day" />
        </>
      )}
      {!isInForce && <span className={styles.quiet}> {t('rules.notInForce')}</span>}
    </>
  );
}

function Articles({ articles }: { readonly articles: Rule['articles'] }) {
  const { t, either } = useWords();
  return (
    <Sheet title={t('rules.articles')}>
      <ul className={styles.articles}>
        {articles.map((one) => (
          <li key={one.key}>
            <p className={styles.article}>
              {one.article}, {one.instrument}
            </p>
            <p>{either(one.titleVi, one.titleEn)}</p>
            <p className={styles.quiet}>
              <Validity from={one.effectiveFrom} to={one.effectiveTo} isInForce={one.isInForce} />
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

const effectWord = (effect: Effect): WordId => `effect.${effect}`;

/** How often it spoke: counts for those who may count, the decisions themselves inside an inspection decision. */
function Uses({ rule }: { readonly rule: Rule }) {
  const { t, count } = useWords();
  const { decisions, latestDecisions } = rule;
  if (decisions === null) return null;
  return (
    <Sheet title={t('rules.usesTitle')}>
      <p>
        {t('rules.usesTotal', { count: count(decisions.total) })} <When at={decisions.since} detail="day" />
      </p>
      <ul className={styles.counts}>
        {decisions.byEffect.map((one) => (
          <li key={one.effect}>
            <Badge leaf={leafOf[one.effect]}>{t(effectWord(one.effect))}</Badge> {count(one.count)}
          </li>
        ))}
      </ul>
      {latestDecisions !== null && latestDecisions.length > 0 && (
        <DataTable
          caption={t('rules.latest')}
          rows={latestDecisions}
          rowKey={(one) => one.decisionId}
          columns={[
            { key: 'at', title: t('rules.decidedAt'), cell: (one) => <When at={one.decidedAt} detail="second" /> },
            {
              key: 'effect',
              title: t('rules.effect'),
              cell: (one) => <Badge leaf={leafOf[one.effect]}>{t(effectWord(one.effect))}</Badge>,
            },
            { key: 'action', title: t('rules.action'), cell: (one) => <code>{one.action}</code> },
            {
              key: 'id',
              title: t('rules.decision'),
              cell: (one) => (
                <Link to="/quyet-dinh/$id" params={{ id: one.decisionId }}>
                  {one.decisionId}
                </Link>
              ),
            },
          ]}
        />
      )}
    </Sheet>
  );
}
