import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { mayTry } from '../../frame/nav.js';
import { useViewer } from '../../frame/session.js';
import { useVocabulary } from '../../frame/vocabulary.js';
import { Badge } from '../../parts/badge.js';
import { Empty } from '../../parts/empty.js';
import { Facts } from '../../parts/facts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page, Sheet } from '../../parts/page.js';
import { useWords } from '../../words/use-words.js';
import { pickCamera, unpickCamera, useDraft } from '../new-request/draft.js';
import { useCameraCodes } from './camera-codes.js';
import { OneCamera, type OneCameraData } from './generated/camera.js';
import { CityMap } from './city-map.js';
import { PickedTray } from './picked-tray.js';
import styles from './camera-finder.module.css';

/** S3, one camera: place, owner, what it is for. No picture and no address of the device, ever. */
export function CameraPage() {
  const { id } = useParams({ from: '/camera/$id' });
  const { t } = useWords();
  const [result, askAgain] = useQuery({ query: OneCamera, variables: { id } });
  return (
    <Loaded result={result} again={() => askAgain({ requestPolicy: 'network-only' })}>
      {({ camera }) =>
        camera === null ? (
          <Page title={t('camera.absentTitle')}>
            <Empty kind="notYours" title={t('camera.absent')}>
              <Link to="/camera">{t('camera.back')}</Link>
            </Empty>
          </Page>
        ) : (
          <CameraSheet camera={camera} />
        )
      }
    </Loaded>
  );
}

function CameraSheet({ camera }: { readonly camera: NonNullable<OneCameraData['camera']> }) {
  const { t, named } = useWords();
  const { words, purpose, zone } = useVocabulary();
  const codes = useCameraCodes();
  const mayRequest = mayTry(useViewer(), ['submit_request']);
  const isPicked = useDraft().cameras.some((one) => one.id === camera.id);
  return (
    <Page
      title={camera.nameVi}
      lead={<code>{camera.code}</code>}
      actions={
        mayRequest && (
          <Button
            variant={isPicked ? 'outline' : 'filled'}
            onClick={() => (isPicked ? unpickCamera(camera.id) : pickCamera({ id: camera.id, label: camera.nameVi }))}
          >
            {t(isPicked ? 'camera.unpick' : 'camera.pick')}
          </Button>
        )
      }
    >
      <div className={styles.split}>
        <Sheet title={t('camera.about')}>
          <Facts
            facts={[
              {
                label: t('camera.live'),
                value: (
                  <Badge leaf={camera.isLiveNow ? 'open' : 'unknown'}>{t(camera.isLiveNow ? 'camera.liveYes' : 'camera.liveNo')}</Badge>
                ),
              },
              {
                label: t('cameras.unit'),
                value: t(camera.unit.kind === 'commune' ? 'unit.commune' : 'unit.ward', { name: camera.unit.nameVi }),
              },
              { label: t('cameras.zone'), value: zone(camera.zoneKind) },
              { label: t('cameras.owner'), value: named(camera.owner) },
              { label: t('camera.operator'), value: camera.operator === null ? null : named(camera.operator) },
              { label: t('camera.ownerKind'), value: codes.ownerKind(camera.ownerKind) },
              { label: t('camera.purposes'), value: camera.purposes.map(purpose).join('; ') },
              { label: t('camera.systemKind'), value: codes.systemKind(camera.systemKind) },
              { label: t('camera.mount'), value: codes.mount(camera.mountKind) },
              { label: t('camera.capabilities'), value: camera.capabilities.map(codes.capability).join('; ') },
              { label: t('camera.retention'), value: t('camera.retentionDays', { count: camera.retentionDays }) },
              { label: t('camera.notice'), value: t(camera.hasNotice ? 'camera.noticeYes' : 'camera.noticeNo') },
            ]}
          />
        </Sheet>
        <Sheet title={t('camera.place')}>
          {words !== null && <CityMap units={words.units} chosen={camera.unit.code} choose={() => undefined} />}
        </Sheet>
      </div>
      <p>
        <Link to="/camera" search={{ phuong: camera.unit.code }}>
          {t('camera.neighbours')}
        </Link>
      </p>
      <PickedTray />
    </Page>
  );
}
