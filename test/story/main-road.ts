import { randomInt } from 'node:crypto';
import { firstPicture, mustOpenLive } from './footage.js';
import { findFittingCameras, walkToGrant, writtenRequest } from './papers.js';
import type { Road, Story } from './story.js';

const hour = 3_600_000;

/** Request → consent → review → approval → grant → picture, each key turned by another hand. */
export async function mainRoad(story: Story): Promise<Road> {
  const { cast, transcript } = story;
  transcript.chapter('Đường chính: từ yêu cầu đến hình ảnh', 'The main road: from a request to a picture');
  const { cameras, purposeCode, effect, ms } = await findFittingCameras(story, cast.requester, cast.owner.organisationId, 3);
  transcript.step({
    who: cast.requester.speaker,
    vi: `chọn ${cameras.length} camera của ${cast.owner.speaker.organisation}`,
    en: `picks ${cameras.length} cameras for ${purposeCode}, case ${story.caseReference}`,
    answer: cameras.map((camera) => camera.code).join(', '),
  });
  transcript.step({ who: cast.requester.speaker, vi: 'hỏi trước khi gửi', en: 'asks the rules before sending', answer: effect, ms });
  const expiresAt = new Date(Date.now() + hour);
  const form = {
    cameras,
    purposeCode,
    caseReference: story.caseReference,
    writtenRequest: writtenRequest(cast.requester.speaker.organisation),
  };
  const { requestId, grant } = await walkToGrant(story, form, expiresAt);
  transcript.expect(
    grant.state === 'ACTIVE' && grant.cameras.length === cameras.length,
    'quyền xem đã có hiệu lực',
    'a grant for exactly these cameras is active',
    grant,
  );
  const camera = grant.cameras[randomInt(grant.cameras.length)] ?? cameras[0];
  if (camera === undefined) throw new Error('a grant without cameras');
  const opened = await mustOpenLive(story, cast.requester, {
    grantId: grant.id,
    cameraId: camera.id,
    vi: `mở hình trực tiếp ${camera.code}`,
    en: 'opens the live picture',
  });
  const picture = await firstPicture(opened.session);
  picture.reader.close();
  transcript.step({
    who: cast.requester.speaker,
    vi: 'xem hình đầu tiên',
    en: 'sees the first second of picture',
    answer: `${picture.codec ?? 'không phải/not H.264'} fMP4, ${Math.round(picture.bytes / 1024)} KiB`,
    ms: picture.ms,
  });
  transcript.expect(
    picture.codec !== null && ['ftyp', 'moov', 'moof', 'mdat'].every((box) => picture.boxes.includes(box)),
    'đó là hình ảnh H.264 thật',
    'it is real H.264 in fragmented MP4',
    picture.boxes,
  );
  transcript.expect(
    opened.session.obligations.some(({ code }) => code === 'watermark') && (opened.session.watermarkText ?? '') !== '',
    'có dấu chìm nêu người xem',
    'the watermark names the viewer',
    opened.session,
  );
  return { requestId, grant, purposeCode, ownerId: cast.owner.organisationId };
}
