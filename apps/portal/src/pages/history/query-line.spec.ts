import { dayOf, readLine } from './query-line.js';

const today = '2026-11-24';
const id = (prefix: string): string => `${prefix}_0f0e0d0c-1111-4222-8333-444455556666`;
const read = (line: string): unknown => readLine(line, today);
const nothing = { search: {}, cameraCode: null, person: null, unknown: null };

describe('the one line of the log', () => {
  it.each([
    ['HN-00235-0007', { ...nothing, cameraCode: 'HN-00235-0007' }],
    ['camera:hn-00235-0007', { ...nothing, cameraCode: 'HN-00235-0007' }],
    [id('cam'), { ...nothing, search: { camera: id('cam') } }],
    [id('req'), { ...nothing, search: { yc: id('req') } }],
    [id('grt'), { ...nothing, search: { quyen: id('grt') } }],
    [id('ent'), { ...nothing, search: { tim: id('ent') } }],
    [`người:${id('per')}`, { ...nothing, search: { nguoi: id('per') } }],
    ['Nguyễn Thị Mai', { ...nothing, person: 'Nguyễn Thị Mai' }],
    ['người:"Nguyễn Thị Mai"', { ...nothing, person: 'Nguyễn Thị Mai' }],
    ['HS-2026-17', { ...nothing, search: { tim: 'HS-2026-17' } }],
    ['12/2026/HS', { ...nothing, search: { tim: '12/2026/HS' } }],
    ['vụ:VV-2026-3', { ...nothing, search: { tim: 'VV-2026-3' } }],
    ['22/11/2026', { ...nothing, search: { tu: '2026-11-22', den: '2026-11-22' } }],
    ['1/11/2026-22/11/2026', { ...nothing, search: { tu: '2026-11-01', den: '2026-11-22' } }],
    ['2026-11-01..2026-11-22', { ...nothing, search: { tu: '2026-11-01', den: '2026-11-22' } }],
    ['hôm qua', { ...nothing, search: { tu: '2026-11-23', den: '2026-11-23' } }],
    ['từ:1/11/2026 đến:"hôm nay"', { ...nothing, search: { tu: '2026-11-01', den: today } }],
    [
      'việc:live_view kq:từ-chối cơ-quan:so-xay-dung',
      { ...nothing, search: { loai: 'live_view', kq: 'refused', 'don-vi': 'so-xay-dung' } },
    ],
    [
      `mai HN-00235-0007 VV-2026-3 ${id('req')} 22/11/2026`,
      {
        search: { tim: 'VV-2026-3', yc: id('req'), tu: '2026-11-22', den: '2026-11-22' },
        cameraCode: 'HN-00235-0007',
        person: 'mai',
        unknown: null,
      },
    ],
    ['đêm', { ...nothing, search: { dem: 'co' } }],
    ['ban đêm không hồ sơ', { ...nothing, search: { dem: 'co', 'khong-ho-so': 'co' } }],
    [
      'không-hồ-sơ ĐÊM việc:live_view hôm qua',
      { ...nothing, search: { 'khong-ho-so': 'co', dem: 'co', loai: 'live_view', tu: '2026-11-23', den: '2026-11-23' } },
    ],
    ['night no-case', { ...nothing, search: { dem: 'co', 'khong-ho-so': 'co' } }],
    // As a name it is one, and no word is read that only an object of the language knows.
    ['người:Đêm', { ...nothing, person: 'Đêm' }],
    ['constructor', { ...nothing, person: 'constructor' }],
    ['', nothing],
  ])('understands %s', (line, wanted) => {
    expect(read(line)).toEqual(wanted);
  });

  it.each(['31/02/2026', 'màu:đỏ', 'đêm:có', 'kq:maybe', 'yc:12', '<script>', 'per_1'])('says that it does not understand %s', (line) => {
    expect(read(line)).toMatchObject({ unknown: line });
  });

  it('knows only days that exist', () => {
    expect([dayOf('29/2/2028', today), dayOf('29/2/2026', today), dayOf('2026-13-01', today)]).toEqual(['2028-02-29', null, null]);
  });
});
