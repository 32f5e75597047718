import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { mayTry } from '../../frame/nav.js';
import { useViewer } from '../../frame/session.js';
import { Loaded } from '../../parts/loaded.js';
import { Notice } from '../../parts/notice.js';
import { Page } from '../../parts/page.js';
import { useWords } from '../../words/use-words.js';
import { PolicyStatus } from './generated/policy-status.js';
import { DifferencePanel } from './difference.js';
import { ImpactPanel } from './impact.js';
import { Nodes } from './nodes.js';
import { Releases } from './releases.js';
import { TryCasePanel } from './try-case.js';

/** S12: which rules are in force and on which processes, what a candidate would change, and a case tried on any of them. */
export function PolicyRoom() {
  const { t } = useWords();
  const viewer = useViewer();
  const { bo } = useSearch({ from: '/chinh-sach' });
  const navigate = useNavigate({ from: '/chinh-sach' });
  const [result, askAgain] = useQuery({ query: PolicyStatus, requestPolicy: 'network-only', pause: !mayTry(viewer, ['read_release']) });
  return (
    <Page title={t('room.title')} lead={t('room.lead')}>
      {mayTry(viewer, ['read_release']) && (
        <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })} rows={6}>
          {({ policyStatus }) =>
            policyStatus === null ? (
              <Notice tone="info" title={t('room.notYours')} />
            ) : (
              <>
                <Releases
                  releases={policyStatus.releases}
                  inForce={policyStatus.inForce?.sha256 ?? null}
                  chosen={bo ?? null}
                  choose={(sha256) => void navigate({ search: { bo: sha256 }, replace: true })}
                />
                {policyStatus.inForce !== null && policyStatus.releases.length > 1 && (
                  <DifferencePanel
                    key={bo ?? ''}
                    releases={policyStatus.releases}
                    inForce={policyStatus.inForce.sha256}
                    chosen={bo ?? null}
                  />
                )}
                <Nodes nodes={policyStatus.nodes} inForce={policyStatus.inForce?.sha256 ?? null} />
              </>
            )
          }
        </Loaded>
      )}
      {bo !== undefined && <ImpactPanel bundle={bo} mayAssess={mayTry(viewer, ['assess_policy'])} />}
      {mayTry(viewer, ['try_case']) && <TryCasePanel key={bo ?? ''} bundle={bo ?? null} />}
    </Page>
  );
}
