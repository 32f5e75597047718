import type { OrganisationKind } from '#libs/kernel';

/** Bodies whose kind is their own: code of the source list → code idea of `regulation.md` (b). */
const kindByCode: Readonly<Record<string, OrganisationKind>> = {
  'ubnd-tp-ha-noi': 'UBND_TP',
  'hdnd-tp-ha-noi': 'HDND_TP',
  'bcd-camera': 'BCD_CAMERA',
  'bcd-du-lieu': 'BCD_DULIEU',
  'van-phong-ubnd': 'VP_UBND',
  'thanh-tra-tp': 'TTTP',
  'so-noi-vu': 'SO_NV',
  'so-tu-phap': 'SO_TP',
  'so-tai-chinh': 'SO_TC',
  'so-cong-thuong': 'SO_CT',
  'so-nong-nghiep-moi-truong': 'SO_NNMT',
  'so-xay-dung': 'SO_XD',
  'so-khoa-hoc-cong-nghe': 'SO_KHCN',
  'so-van-hoa-the-thao': 'SO_VHTT',
  'so-du-lich': 'SO_DL',
  'so-giao-duc-dao-tao': 'SO_GDDT',
  'so-y-te': 'SO_YT',
  'so-dan-toc-ton-giao': 'SO_DTTG',
  'so-quy-hoach-kien-truc': 'SO_QHKT',
  'bql-khu-cnc-kcn': 'BQL_KCN',
  'tt-phuc-vu-hanh-chinh-cong': 'TRUNG_TAM',
  'tt-giam-sat-dieu-hanh-thong-minh': 'IOC',
  'tt-quan-ly-dieu-hanh-giao-thong': 'TT_GTTM',
  'bo-cong-an': 'BCA',
  c08: 'BCA_C08',
  c12: 'BCA_C12',
  'catp-ha-noi': 'CATP',
  pc08: 'CATP_CSGT',
  'tt-dieu-khien-giao-thong': 'CATP_TTCHGT',
  'tt-thong-tin-chi-huy': 'CATP_PHONG',
  // Thông tư 11/2025/TT-BCA: these four are the police investigation agency.
  pc01: 'CQDT',
  pc02: 'CQDT',
  pc03: 'CQDT',
  pc04: 'CQDT',
  px05: 'TTCA',
  'bql-duong-sat-do-thi': 'DON_VI_SU_NGHIEP',
};

/** Broad kind of the source list → code idea, where the body itself is not named above. */
const kindByBroadKind: Readonly<Record<string, OrganisationKind>> = {
  ward: 'UBND_PHUONG',
  commune: 'UBND_XA',
  police: 'CATP_PHONG',
  department: 'SO_KHAC',
  inspectorate: 'TTTP',
  centre: 'TRUNG_TAM',
  court: 'TA',
  procuracy: 'VKS',
  defence: 'BTLTD',
  operator: 'DOANH_NGHIEP',
};

/** Kinds of bodies that may hold the role of inspector (IN-01). */
export const inspectorateKinds: readonly OrganisationKind[] = ['TTCP', 'TTTP', 'TTCA', 'TTQD', 'TTNHNN', 'TTCY'];

/**
 * The code idea under which the rules know a body. @throws RangeError for a kind outside the table:
 * a body that the rules cannot place must not enter the record unnoticed.
 */
export function organisationKindOf(body: { code: string; kind: string; unitCode: string | null; sector: string | null }): OrganisationKind {
  const own = kindByCode[body.code];
  if (own !== undefined) return own;
  if (body.kind === 'police' && body.unitCode !== null) return 'CAX';
  if (body.kind === 'operator' && body.sector === 'health') return 'DON_VI_SU_NGHIEP';
  const broad = kindByBroadKind[body.kind];
  if (broad === undefined) throw new RangeError(`organisation ${body.code} has a kind without a rule code: ${body.kind}`);
  return broad;
}

const all = ['AN_NINH_TRAT_TU', 'GIAO_THONG', 'HA_TANG', 'MOI_TRUONG', 'TRAT_TU_DO_THI'] as const;

/**
 * Purposes that a mandate covers (CT-12), by kind. For the demo city; in production an organisation's row is set from
 * the decision that establishes it. A kind that is not here has none, so that nothing can be asked in its name.
 */
const functionsByKind: Readonly<Record<OrganisationKind, readonly string[]>> = {
  UBND_TP: all,
  IOC: all,
  UBND_PHUONG: ['TRAT_TU_DO_THI', 'AN_NINH_TRAT_TU', 'MOI_TRUONG'],
  UBND_XA: ['TRAT_TU_DO_THI', 'AN_NINH_TRAT_TU', 'MOI_TRUONG'],
  CATP: ['AN_NINH_TRAT_TU', 'GIAO_THONG'],
  CATP_PHONG: ['AN_NINH_TRAT_TU', 'GIAO_THONG'],
  CATP_CSGT: ['GIAO_THONG', 'AN_NINH_TRAT_TU', 'GSGT'],
  CATP_TTCHGT: ['GIAO_THONG', 'AN_NINH_TRAT_TU', 'GSGT'],
  CQDT: ['AN_NINH_TRAT_TU'],
  CAX: ['AN_NINH_TRAT_TU', 'GIAO_THONG', 'TRAT_TU_DO_THI'],
  TT_GTTM: ['GIAO_THONG', 'HA_TANG'],
  SO_XD: ['GIAO_THONG', 'HA_TANG', 'TRAT_TU_DO_THI'],
  SO_NNMT: ['MOI_TRUONG'],
  SO_QHKT: ['TRAT_TU_DO_THI', 'HA_TANG'],
  BTLTD: ['QUOC_PHONG'],
};

const functionsBySector: Readonly<Record<string, readonly string[]>> = {
  metro: ['GIAO_THONG', 'HA_TANG'],
  'metro construction': ['HA_TANG'],
  bus: ['GIAO_THONG'],
  drainage: ['HA_TANG', 'MOI_TRUONG'],
  waste: ['MOI_TRUONG'],
  power: ['HA_TANG'],
};

export function functionsOf(orgKind: OrganisationKind, sector: string | null): readonly string[] {
  return functionsByKind[orgKind] ?? (sector === null ? undefined : functionsBySector[sector]) ?? [];
}
