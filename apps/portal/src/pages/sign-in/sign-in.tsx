import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useSession } from '../../frame/session.js';
import { Loading } from '../../parts/loaded.js';
import { Notice } from '../../parts/notice.js';
import { Page } from '../../parts/page.js';
import { useWords } from '../../words/use-words.js';
import { GateDrawing } from './gate-drawing.js';
import { RoleChoice } from './role-choice.js';
import { safePath } from './safe-path.js';
import styles from './sign-in.module.css';

const failures = ['khong-con-hieu-luc', 'khong-xac-thuc', 'khong-co-trong-he-thong'] as const;
type Failure = (typeof failures)[number];

/** Why the gateway sent somebody back here; an unknown reason is told as the plainest one. */
function failureOf(code: string): Failure {
  return failures.find((one) => one === code) ?? 'khong-xac-thuc';
}

/** S1: the way in, and the choice of one role for this session. */
export function SignIn() {
  const { viewer, fetching } = useSession();
  const { t } = useWords();
  const search = useSearch({ from: '/dang-nhap' });
  const goal = safePath(search.den);

  if (fetching) return <Loading />;
  if (viewer !== null) return <RoleChoice viewer={viewer} goal={goal} />;
  return (
    <div className={styles.split}>
      <div>
        <Page title={t('signIn.title')} lead={t('signIn.lead')}>
          {search.loi !== undefined && (
            <Notice tone="error" role="alert" title={t('signIn.failed')}>
              {t(`signIn.failed.${failureOf(search.loi)}`)}
            </Notice>
          )}
          <Button component="a" href={`/auth/login?returnTo=${encodeURIComponent(goal)}`} size="lg">
            {t('signIn.button')}
          </Button>
          <p className={styles.quiet}>{t('signIn.where')}</p>
          <ul className={styles.promises}>
            <li>{t('signIn.promise1')}</li>
            <li>{t('signIn.promise2')}</li>
            <li>{t('signIn.promise3')}</li>
          </ul>
          <p>
            <Link to="/kiem-chung">{t('signIn.checkReceipt')}</Link>
          </p>
        </Page>
      </div>
      <GateDrawing />
    </div>
  );
}
