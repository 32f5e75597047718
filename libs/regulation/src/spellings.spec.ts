import { readFileSync } from 'node:fs';
import { readInput } from './input.js';
import { readTables } from './tables.js';

const tables = readTables(JSON.parse(readFileSync(new URL('../../../policies/bundle/data.json', import.meta.url), 'utf8')));

describe("words of the field that stand for one of the tables' codes", () => {
  it.each([
    ['submission', 'channel', 'e-mail', 'email'],
    ['submission', 'channel', 'Thư điện tử', 'email'],
    ['submission', 'channel', 'in person', 'inPerson'],
    ['submission', 'channel', 'trực tiếp', 'inPerson'],
    ['submission', 'channel', 'vneid', 'VNeID'],
    ['submission', 'channel', 'đường dây nóng', 'hotline'],
    ['submission', 'channel', 'bưu chính', 'post'],
    ['submission', 'channel', 'platform connection', 'platform'],
    ['request', 'deliveryCountry', 'Việt Nam', 'VN'],
    ['delivery', 'country', 'vn', 'VN'],
    ['camera', 'storageCountry', 'Viet Nam', 'VN'],
    ['camera', 'systemKind', 'giám sát giao thông', 'roadTraffic'],
    ['camera', 'systemKind', 'road_traffic', 'roadTraffic'],
    ['camera', 'systemKind', 'nghiệp vụ Công an', 'policeProfessional'],
    ['camera', 'systemKind', 'tư nhân', 'private'],
    ['camera', 'zoneKind', 'trường học', 'school'],
    ['incident', 'severity', 'nghiêm trọng', 'serious'],
    ['retentionPolicy', 'dataType', 'lane_video', 'laneVideo'],
    ['request', 'requesterKind', 'báo chí', 'press'],
    ['request', 'requesterKind', 'người vi phạm', 'violator'],
    ['request', 'legalBasisCode', '32.1.b', 'PDPL-32.1.b'],
    ['inspection', 'mode', 'từ xa', 'remote'],
  ])('%s.%s: %s', (object, field, written, ours) => {
    expect(readInput(tables, { [object]: { [field]: written } })).toEqual({ kind: 'input', input: { [object]: { [field]: ours } } });
  });
  it('a title is one title in any case of its letters', () => {
    const decision = (issuerTitle: string) => ({ camera: { enforcementDecision: { issuerTitle } } });
    expect(readInput(tables, decision('giám đốc công an thành phố'))).toEqual({
      kind: 'input',
      input: decision('Giám đốc Công an Thành phố'),
    });
  });
  it('a word that nobody knows stays, for the policy to refuse', () => {
    expect(readInput(tables, { submission: { channel: 'facebook' } })).toEqual({
      kind: 'input',
      input: { submission: { channel: 'facebook' } },
    });
  });
});
