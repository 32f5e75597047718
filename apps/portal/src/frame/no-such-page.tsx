import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { useWords } from '../words/use-words.js';

/** An address that leads nowhere. What is absent and what is not yours look the same. */
export function NoSuchPage() {
  const { t } = useWords();
  return (
    <Page title={t('nowhere.title')} lead={t('nowhere.body')}>
      <p>
        <Link to="/">{t('nowhere.home')}</Link>
      </p>
    </Page>
  );
}

/** A page that broke, or whose code could not be fetched (a new version was put in place meanwhile). */
export function PageFault() {
  const { t } = useWords();
  return (
    <Page title={t('fault.title')} hasError>
      <Notice
        tone="error"
        role="alert"
        title={t('fault.what')}
        action={
          <Button size="sm" variant="outline" onClick={() => window.location.reload()}>
            {t('load.again')}
          </Button>
        }
      >
        {t('fault.body')}
      </Notice>
    </Page>
  );
}
