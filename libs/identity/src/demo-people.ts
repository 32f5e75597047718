import { createHash } from 'node:crypto';
import { idFromBytes, type PersonId, type RoleCode } from '#libs/kernel';

/** A person of the demo city. The name is fictional; the key is the user name, and in the demo city the password too. */
export interface DemoPerson {
  readonly key: string;
  readonly displayName: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly organisationCode: string;
  readonly roles: readonly RoleCode[];
}

const people: readonly DemoPerson[] = [
  {
    key: 'mai',
    displayName: 'Nguyễn Thị Mai',
    titleVi: 'Chuyên viên Phòng Quản lý hạ tầng',
    titleEn: 'Officer, Infrastructure Division',
    organisationCode: 'so-xay-dung',
    roles: ['requester'],
  },
  {
    key: 'hung',
    displayName: 'Trần Văn Hùng',
    titleVi: 'Phó Giám đốc Sở',
    titleEn: 'Deputy Director',
    organisationCode: 'so-xay-dung',
    roles: ['agency_head'],
  },
  {
    key: 'thu',
    displayName: 'Lê Minh Thu',
    titleVi: 'Phó Chủ tịch UBND phường',
    titleEn: "Vice Chair, Ward People's Committee",
    organisationCode: 'ubnd-hoan-kiem',
    roles: ['owner'],
  },
  {
    key: 'phuc',
    displayName: 'Phạm Hồng Phúc',
    titleVi: 'Trưởng phòng An ninh vận hành',
    titleEn: 'Head of Operations Security',
    organisationCode: 'hanoi-metro',
    roles: ['owner'],
  },
  {
    key: 'son',
    displayName: 'Đỗ Thanh Sơn',
    titleVi: 'Cán bộ thẩm tra Phòng Cảnh sát giao thông',
    titleEn: 'Reviewing officer, Traffic Police Division',
    organisationCode: 'pc08',
    roles: ['reviewer'],
  },
  {
    key: 'dung',
    displayName: 'Vũ Tiến Dũng',
    titleVi: 'Phó Giám đốc Công an thành phố',
    titleEn: 'Deputy Director, City Police',
    organisationCode: 'catp-ha-noi',
    roles: ['approver'],
  },
  {
    key: 'vinh',
    displayName: 'Mai Quang Vinh',
    titleVi: 'Phó Giám đốc Công an thành phố',
    titleEn: 'Deputy Director, City Police',
    organisationCode: 'catp-ha-noi',
    roles: ['approver'],
  },
  {
    key: 'quan',
    displayName: 'Hoàng Anh Quân',
    titleVi: 'Trực ban Trung tâm Thông tin chỉ huy',
    titleEn: 'Duty officer, Command Information Centre',
    organisationCode: 'tt-thong-tin-chi-huy',
    roles: ['duty_officer'],
  },
  {
    key: 'khanh',
    displayName: 'Bùi Gia Khánh',
    titleVi: 'Trưởng đoàn thanh tra',
    titleEn: 'Head of the inspection team',
    organisationCode: 'thanh-tra-tp',
    roles: ['inspection_head'],
  },
  {
    key: 'linh',
    displayName: 'Ngô Khánh Linh',
    titleVi: 'Thanh tra viên',
    titleEn: 'Inspector',
    organisationCode: 'thanh-tra-tp',
    roles: ['inspector'],
  },
  {
    key: 'hoa',
    displayName: 'Dương Thị Hoa',
    titleVi: 'Chỉ huy Đội tham mưu',
    titleEn: 'Staff team commander',
    organisationCode: 'catp-ha-noi',
    roles: ['requester', 'approver'],
  },
  {
    key: 'binh',
    displayName: 'Đặng Quốc Bình',
    titleVi: 'Công chức UBND phường',
    titleEn: "Officer, Ward People's Committee",
    organisationCode: 'ubnd-dong-da',
    roles: ['requester'],
  },
  {
    key: 'ngoc',
    displayName: 'Hồ Bảo Ngọc',
    titleVi: 'Quản trị hệ thống',
    titleEn: 'System operator',
    organisationCode: 'so-khoa-hoc-cong-nghe',
    roles: ['operator'],
  },
  {
    key: 'lam',
    displayName: 'Phan Tùng Lâm',
    titleVi: 'Người ký bộ quy tắc',
    titleEn: 'Policy signer',
    organisationCode: 'so-khoa-hoc-cong-nghe',
    roles: ['policy_signer'],
  },
  {
    key: 'tuan',
    displayName: 'Trịnh Minh Tuấn',
    titleVi: 'Trưởng phòng Tham mưu, người ký bộ quy tắc',
    titleEn: 'Head of Staff Division, policy signer',
    organisationCode: 'catp-ha-noi',
    roles: ['policy_signer'],
  },
  {
    key: 'yen',
    displayName: 'Tạ Hải Yến',
    titleVi: 'Phụ trách bảo vệ dữ liệu cá nhân',
    titleEn: 'Data-protection officer',
    organisationCode: 'so-khoa-hoc-cong-nghe',
    roles: ['dpo'],
  },
];

/** The people who may sign in at the embedded identity provider of the demo city; the order is the order on its page. */
export function demoPeople(): readonly DemoPerson[] {
  return people;
}

/** The same on every machine, so that a token outlives a fresh database. */
export function demoPersonId(key: string): PersonId {
  return idFromBytes('per', createHash('sha256').update(`cuao demo person ${key}`).digest());
}
