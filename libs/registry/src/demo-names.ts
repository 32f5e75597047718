import type { DemoCamera } from './demo-camera.js';
import type { SeededRandom } from './seeded-random.js';

/** What a place of each kind is called; `#` is a number that grows within the unit. Wards and communes speak differently. */
const places: Readonly<Record<string, { readonly ward: readonly string[]; readonly commune: readonly string[] }>> = {
  street: {
    ward: ['Đầu phố #', 'Vỉa hè tuyến phố #', 'Đầu ngõ #', 'Tuyến phố #'],
    commune: ['Đường trục xã, đoạn #', 'Đường liên thôn #', 'Đường đê, đoạn #'],
  },
  residential: { ward: ['Tổ dân phố số #', 'Nhà văn hóa tổ dân phố số #'], commune: ['Cổng làng thôn #', 'Nhà văn hóa thôn #'] },
  junction_or_hub: { ward: ['Ngã tư số #', 'Ngã ba số #', 'Nút giao số #'], commune: ['Ngã ba số #', 'Ngã tư số #'] },
  school: {
    ward: ['Cổng Trường Tiểu học số #', 'Cổng Trường THCS số #', 'Cổng Trường Mầm non số #'],
    commune: ['Cổng Trường Tiểu học số #', 'Cổng Trường THCS số #'],
  },
  park_or_square: {
    ward: ['Vườn hoa số #', 'Công viên, lối vào số #', 'Sân chơi số #'],
    commune: ['Sân vận động, cổng số #', 'Quảng trường xã, góc số #'],
  },
  office: { ward: ['Trụ sở cơ quan, cổng số #'], commune: ['Trụ sở cơ quan, cổng số #'] },
  bus_or_rail_station: { ward: ['Điểm trung chuyển xe buýt số #', 'Nhà chờ số #'], commune: ['Bến xe, cửa số #', 'Nhà chờ số #'] },
  hospital: { ward: ['Cổng bệnh viện số #', 'Trạm Y tế, cửa số #'], commune: ['Trạm Y tế, cửa số #'] },
  river_or_canal: { ward: ['Bờ sông, đoạn #', 'Kênh thoát nước, đoạn #'], commune: ['Kênh mương, đoạn #', 'Bờ đê, đoạn #'] },
  waste_point: { ward: ['Điểm thu gom rác số #'], commune: ['Điểm tập kết rác số #'] },
  important_work: { ward: ['Công trình quan trọng số #'], commune: ['Công trình quan trọng số #'] },
};

const metroPlaces = ['Ga metro, cửa số #', 'Ga metro, sảnh số #'];

/** Names and points; a name is unique within its unit. Points lie around the unit's inner point, not on real poles. */
export function assignNamesAndPoints(cameras: readonly DemoCamera[], random: SeededRandom): void {
  const used = new Map<string, number>();
  for (const camera of cameras) {
    if (camera.named) continue;
    const { unit } = camera;
    const patterns = camera.ownerCode === 'hanoi-metro' ? metroPlaces : (places[camera.zoneKind]?.[unit.kind] ?? ['Vị trí số #']);
    const pattern = patterns[random.below(patterns.length)] ?? 'Vị trí số #';
    const key = `${unit.code}/${pattern}`;
    const number = (used.get(key) ?? 0) + 1;
    used.set(key, number);
    camera.nameVi = `${pattern.replace('#', String(number))}, ${unit.kind === 'ward' ? 'phường' : 'xã'} ${unit.nameVi}`;
    const radiusKm = 0.5 * Math.sqrt(unit.areaKm2 / Math.PI);
    const [x, y] = pointInDisc(random);
    camera.lat = round(unit.lat + (y * radiusKm) / 111.2);
    camera.lon = round(unit.lon + (x * radiusKm) / 103.8);
  }
}

/** A point of the unit disc, by rejection: only additions and multiplications, so it is the same everywhere. */
function pointInDisc(random: SeededRandom): [number, number] {
  for (;;) {
    const [x, y] = [2 * random.next() - 1, 2 * random.next() - 1];
    if (x * x + y * y <= 1) return [x, y];
  }
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
