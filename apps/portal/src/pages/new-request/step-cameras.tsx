import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { TimeField } from '../../parts/time-field.js';
import { useWords } from '../../words/use-words.js';
import { CameraName } from './camera-name.js';
import { CameraPicker } from './camera-picker.js';
import { changeDraft, type Draft, unpickCamera } from './draft.js';
import { StepHeading } from './step-heading.js';
import styles from './new-request.module.css';

/** Which cameras, and from when to when. Times are typed, in Hà Nội time; there is nothing to drag. */
export function CameraStep({ draft }: { readonly draft: Draft }) {
  const { t } = useWords();
  return (
    <>
      <StepHeading word="step.cameras" />
      <fieldset className={styles.choice}>
        <legend>{t('field.cameraIds')}</legend>
        {draft.cameras.length === 0 ? (
          <p className={styles.hint}>{t('newRequest.noCameras')}</p>
        ) : (
          <ul className={styles.cameras}>
            {draft.cameras.map((camera) => (
              <li key={camera.id} className={styles.camera}>
                <CameraName camera={camera} />
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => unpickCamera(camera.id)}
                  aria-label={t('newRequest.removeThis', { name: camera.label })}
                >
                  {t('newRequest.remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <CameraPicker picked={draft.cameras} />
        <p>
          <Link to="/camera">{t('newRequest.finder')}</Link>
        </p>
      </fieldset>
      <fieldset className={styles.choice}>
        <legend>{t('newRequest.window')}</legend>
        <p className={styles.hint}>{t('newRequest.windowHint')}</p>
        <div className={styles.pair}>
          <TimeField label={t('field.windowFrom')} value={draft.windowFrom} change={(windowFrom) => changeDraft({ windowFrom })} />
          <TimeField label={t('field.windowTo')} value={draft.windowTo} change={(windowTo) => changeDraft({ windowTo })} />
        </div>
      </fieldset>
    </>
  );
}
