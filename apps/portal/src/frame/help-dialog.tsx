import '@mantine/core/styles/Switch.css';
import { Switch } from '@mantine/core';
import { Dialog } from '../parts/dialog.js';
import type { WordId } from '../words/index.js';
import { useWords } from '../words/use-words.js';
import styles from './help-dialog.module.css';

const keys: readonly { keys: readonly string[]; word: WordId }[] = [
  { keys: ['/'], word: 'help.search' },
  { keys: ['g', 'h'], word: 'help.home' },
  { keys: ['g', 'c'], word: 'help.cameras' },
  { keys: ['g', 'q'], word: 'help.queue' },
  { keys: ['g', 'n'], word: 'help.log' },
  { keys: ['j'], word: 'help.next' },
  { keys: ['k'], word: 'help.previous' },
  { keys: ['Enter'], word: 'help.open' },
  { keys: ['Esc'], word: 'help.close' },
  { keys: ['?'], word: 'help.help' },
];

interface HelpDialogProps {
  readonly close: () => void;
  readonly shortcutsOn: boolean;
  readonly setShortcuts: (on: boolean) => void;
}

export function HelpDialog({ close, shortcutsOn, setShortcuts }: HelpDialogProps) {
  const { t } = useWords();
  return (
    <Dialog title={t('help.title')} close={close}>
      <p>{t('help.body')}</p>
      <Switch checked={shortcutsOn} onChange={(event) => setShortcuts(event.currentTarget.checked)} label={t('help.switch')} mb="md" />
      <dl className={styles.keys}>
        {keys.map((line) => (
          <div key={line.word} className={styles.line}>
            <dt>
              {line.keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(line.word)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('help.viewer')}</p>
    </Dialog>
  );
}
