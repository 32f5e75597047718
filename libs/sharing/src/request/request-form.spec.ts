import { newId } from '#libs/kernel';
import { checkRequestForm, mostCameras, type RawRequestForm } from './request-form.js';

const good: RawRequestForm = {
  actions: ['live_view'],
  purposeCode: 'TRAT_TU_DO_THI',
  legalBasisCode: 'PDPL-19.1.c',
  reason: '  Xác minh phản ánh lấn chiếm vỉa hè  ',
  writtenRequestNumber: '123/SXD-HT',
  writtenRequestDate: '2026-11-20',
  writtenRequestIssuer: 'Sở Xây dựng Hà Nội',
  cameraIds: [newId('cam')],
  windowFrom: new Date('2026-11-24T01:00:00Z'),
  windowTo: new Date('2026-11-25T01:00:00Z'),
};
const paths = (raw: RawRequestForm): string[] => {
  const checked = checkRequestForm(raw);
  return checked.kind === 'form' ? [] : checked.problems.map((problem) => `${problem.path.join('.')} ${problem.code}`);
};

describe('the request form', () => {
  it('keeps texts in NFC without outer spaces, actions sorted and once', () => {
    const checked = checkRequestForm({
      ...good,
      reason: ` ${'Đường ngập'.normalize('NFD')} `,
      actions: ['playback', 'live_view', 'playback'],
    });
    expect(checked).toMatchObject({
      kind: 'form',
      form: { reason: 'Đường ngập'.normalize('NFC'), actions: ['live_view', 'playback'], volume: null },
    });
  });
  it('says every problem at once, with its field', () => {
    expect(
      paths({
        ...good,
        purposeCode: 'a b',
        reason: 'x\u202ey',
        writtenRequestNumber: 'n'.repeat(101),
        writtenRequestDate: '2026-02-30',
        actions: [],
        cameraIds: ['cam_1'],
        windowTo: good.windowFrom,
      }),
    ).toEqual([
      'purposeCode CODE',
      'reason FORBIDDEN_CHARACTERS',
      'writtenRequestNumber TOO_LONG',
      'writtenRequestDate DATE',
      'actions ACTIONS',
      'cameraIds CAMERA_ID',
      'windowTo WINDOW',
    ]);
  });
  it('takes a legal basis as the law writes it', () => {
    for (const legalBasisCode of ['ND61-14/22', 'PDPL-17.1.đ', 'VN-PDPL-19.1.c']) expect(paths({ ...good, legalBasisCode })).toEqual([]);
    for (const legalBasisCode of ['', '/22', 'a b', 'x\u202ey', '<b>', `A${'a'.repeat(64)}`])
      expect(paths({ ...good, legalBasisCode })).toEqual(['legalBasisCode CODE']);
    expect(paths({ ...good, purposeCode: 'TRAT/TU' })).toEqual(['purposeCode CODE']);
  });
  it('bounds how much may be asked at once', () => {
    expect(paths({ ...good, cameraIds: Array.from({ length: mostCameras + 1 }, () => newId('cam')) })).toEqual(['cameraIds CAMERAS']);
    expect(paths({ ...good, cameraIds: [] })).toEqual(['cameraIds CAMERAS']);
    expect(paths({ ...good, windowTo: new Date('2027-11-25T01:00:00Z') })).toEqual(['windowTo WINDOW_TOO_LONG']);
  });
  it('takes a document of an emergency that has a number and a sign, and no word of comfort', () => {
    for (const emergencyDeclRef of [null, ' ', '15/QĐ-UBND ngày 20/11/2026', 'Công điện 12/CĐ-TTg'])
      expect(paths({ ...good, emergencyDeclRef })).toEqual([]);
    for (const emergencyDeclRef of ['.', 'khẩn cấp', '12345', 'Q1'])
      expect(paths({ ...good, emergencyDeclRef })).toEqual(['emergencyDeclRef EMERGENCY_DOCUMENT']);
    expect(paths({ ...good, emergencyDeclRef: `1/QĐ ${'a'.repeat(300)}` })).toEqual(['emergencyDeclRef TOO_LONG']);
  });
  it('leaves to the rules which papers are needed', () => {
    expect(paths({ ...good, writtenRequestNumber: null, writtenRequestDate: ' ', writtenRequestIssuer: '', reason: '' })).toEqual([]);
  });
});
