import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import type { Viewer } from '../../frame/session.js';
import { Facts } from '../../parts/facts.js';
import { FaultNotice } from '../../parts/fault-notice.js';
import { Page, Sheet } from '../../parts/page.js';
import { Refusal, type Refused } from '../../parts/refusal.js';
import { When } from '../../parts/when.js';
import { capital, useWords } from '../../words/use-words.js';
import { forgetDraft } from '../new-request/draft.js';
import { ChooseRole } from './generated/choose-role.js';
import styles from './sign-in.module.css';

/** One role a session, never mixed: a change begins a new session and forgets what the old one saw. */
export function RoleChoice({ viewer, goal }: { readonly viewer: Viewer; readonly goal: string }) {
  const { t, named } = useWords();
  const navigate = useNavigate();
  const [{ fetching }, chooseRole] = useMutation(ChooseRole);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [fault, setFault] = useState<CombinedError | null>(null);
  const [picked, setPicked] = useState(viewer.role?.code ?? viewer.roles[0]?.code ?? '');

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (picked !== viewer.role?.code) {
      const { data, error } = await chooseRole({ role: picked });
      setFault(error ?? null);
      if (data === undefined) return;
      if (data.chooseRole.__typename !== 'RoleChosen') {
        setRefused(data.chooseRole);
        return;
      }
      // The page is loaded anew, so that nothing seen in the old role is left in this tab's memory.
      forgetDraft();
      window.location.assign(goal);
      return;
    }
    await navigate({ to: goal });
  };

  return (
    <Page title={t('role.title')} lead={t('role.lead')}>
      {fault !== null && <FaultNotice error={fault} />}
      {refused !== null && <Refusal refused={refused} />}
      <form onSubmit={(event) => void submit(event)}>
        <fieldset className={styles.roles}>
          <legend className={styles.legend}>{t('role.legend', { name: viewer.displayName })}</legend>
          {viewer.roles.map((role) => (
            <label key={role.code} className={styles.role} data-picked={role.code === picked}>
              <input type="radio" name="role" value={role.code} checked={role.code === picked} onChange={() => setPicked(role.code)} />
              <span>
                <span className={styles.roleName}>{capital(named(role))}</span>
                <span className={styles.roleAt}>{named(viewer.organisation)}</span>
              </span>
              {role.code === viewer.role?.code && <span className={styles.now}>{t('role.now')}</span>}
            </label>
          ))}
        </fieldset>
        <Button type="submit" loading={fetching} disabled={picked === ''}>
          {t('role.button')}
        </Button>
      </form>
      <div className={styles.session}>
        <Sheet title={t('role.session')} tone="sunk">
          <Facts
            facts={[
              { label: t('role.person'), value: `${viewer.displayName}, ${viewer.title}` },
              { label: t('role.signedInAt'), value: <When at={viewer.signedInAt} detail="second" /> },
              {
                label: t('role.lastSignInAt'),
                value: viewer.lastSignInAt === null ? t('role.neverBefore') : <When at={viewer.lastSignInAt} detail="second" />,
              },
              { label: t('role.otherSessions'), value: t('role.otherCount', { count: viewer.otherSessions }) },
            ]}
          />
        </Sheet>
      </div>
    </Page>
  );
}
