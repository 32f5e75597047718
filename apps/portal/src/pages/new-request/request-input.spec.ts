import { missingFields, requestInput } from './request-input.js';
import type { Draft } from './draft.js';

const whole: Draft = {
  supplementOf: '',
  actions: ['live_view'],
  purposeCode: 'GIAO_THONG',
  legalBasisCode: 'PDPL-32.1.a',
  cameras: [{ id: 'cam_1', label: 'Nút giao' }],
  windowFrom: '2026-11-24T08:00',
  windowTo: '2026-11-24T12:00',
  reason: ' theo dõi ùn tắc '.normalize('NFD'),
  writtenRequestNumber: '  ',
  writtenRequestDate: '2026-11-20',
  writtenRequestIssuer: '',
  caseReference: '',
  emergencyDeclRef: '',
  dataType: '',
  detailLevel: '',
  volume: '',
  accessFrequency: '',
  deliveryMethod: '',
};

describe('a draft as the gateway takes it', () => {
  it('has times in UTC and text in NFC', () => {
    const input = requestInput(whole);
    expect(input?.windowFrom).toBe('2026-11-24T01:00:00.000Z');
    expect(input?.reason).toBe('theo dõi ùn tắc'.normalize('NFC'));
  });

  it('sends an empty answer as absent, so that a rule can miss it', () => {
    const input = requestInput(whole);
    expect(input?.writtenRequestNumber).toBeNull();
    expect(input?.writtenRequestDate).toBe('2026-11-20');
  });

  it('is not sent while it has no form, and names each field that is missing', () => {
    const draft: Draft = { ...whole, purposeCode: '', cameras: [], windowTo: '2026-11-24' };
    expect(missingFields(draft)).toEqual(['purposeCode', 'cameraIds', 'windowTo']);
    expect(requestInput(draft)).toBeNull();
  });

  it('does not judge what only the regulation may judge', () => {
    expect(missingFields({ ...whole, reason: '' })).toEqual([]);
  });
});
