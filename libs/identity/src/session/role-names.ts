import type { RoleCode } from '#libs/kernel';
import type { RoleType } from './viewer.type.js';

/** How people call the roles of `regulation.md` (b). */
const names: Readonly<Record<RoleCode, readonly [vi: string, en: string]>> = {
  public: ['Công chúng', 'Public'],
  requester: ['Người yêu cầu', 'Requester'],
  agency_head: ['Thủ trưởng cơ quan', 'Agency head'],
  owner: ['Chủ camera', 'Camera owner'],
  reviewer: ['Cán bộ thẩm tra', 'Reviewer'],
  approver: ['Người phê duyệt', 'Approver'],
  duty_officer: ['Trực ban', 'Duty officer'],
  duty_commander: ['Chỉ huy trực ban', 'Duty commander'],
  extraction_officer: ['Cán bộ trích xuất', 'Extraction officer'],
  inspection_issuer: ['Người ra quyết định thanh tra', 'Inspection issuer'],
  inspection_head: ['Trưởng đoàn thanh tra', 'Head of inspection'],
  inspector: ['Thành viên đoàn thanh tra', 'Inspector'],
  policy_signer: ['Người ký bộ quy tắc', 'Policy signer'],
  dpo: ['Bộ phận bảo vệ dữ liệu cá nhân', 'Data-protection officer'],
  operator: ['Vận hành hệ thống', 'System operator'],
};

export const roleCodes: ReadonlySet<string> = new Set(Object.keys(names).filter((code) => code !== 'public'));

export function isRoleCode(text: string): text is RoleCode {
  return roleCodes.has(text);
}

export function roleType(code: RoleCode): RoleType {
  const [nameVi, nameEn] = names[code];
  return { code, nameVi, nameEn };
}
