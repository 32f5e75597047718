import { hasForbiddenCharacters, nfc, parseId, type CameraId } from '#libs/kernel';
import type { RequestForm } from './request-content.js';

/** The form as it came in: shape checked by GraphQL, nothing else. */
export interface RawRequestForm {
  readonly actions: readonly string[];
  readonly purposeCode: string;
  readonly legalBasisCode: string;
  readonly reason: string;
  readonly writtenRequestNumber?: string | null | undefined;
  readonly writtenRequestDate?: string | null | undefined;
  readonly writtenRequestIssuer?: string | null | undefined;
  readonly caseReference?: string | null | undefined;
  readonly emergencyDeclRef?: string | null | undefined;
  readonly clearTextReason?: string | null | undefined;
  readonly dataType?: string | null | undefined;
  readonly detailLevel?: string | null | undefined;
  readonly volume?: string | null | undefined;
  readonly accessFrequency?: string | null | undefined;
  readonly deliveryMethod?: string | null | undefined;
  readonly cameraIds: readonly string[];
  readonly windowFrom: Date;
  readonly windowTo: Date;
}

/** Something that the person can mend, with the field it is about. Which papers are needed is the rules' question, not the form's. */
export interface FormProblem {
  readonly code: string;
  readonly path: readonly string[];
  readonly textVi: string;
  readonly textEn: string;
}

export const mostCameras = 50;
const mostActions = 8;
const longestWindowDays = 92;
const dayMs = 86_400_000;

/** Longest text of each field, in characters after normalisation. */
const limits = {
  reason: 2_000,
  writtenRequestNumber: 100,
  writtenRequestIssuer: 200,
  caseReference: 100,
  emergencyDeclRef: 300,
  clearTextReason: 1_000,
  dataType: 100,
  detailLevel: 100,
  volume: 100,
  accessFrequency: 100,
  deliveryMethod: 100,
} as const;

const code = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/;
/** As regulations name them: with a stroke, or the letter đ (`ND61-14/22`, `PDPL-17.1.đ`). */
const lawCode = /^[A-Za-zĐđ0-9][A-Za-zĐđ0-9_.:/-]{0,63}$/;
const action = /^[a-z][a-z_]{0,39}$/;
/** A document has a number and a sign: a full stop or a word of comfort names none. */
const namesADocument = /^(?=.*\p{L})(?=.*\d).{5,}$/u;

type Checked =
  { readonly kind: 'form'; readonly form: RequestForm } | { readonly kind: 'problems'; readonly problems: readonly FormProblem[] };

/** Normalises to NFC, trims, and checks form only; all problems at once, in the order of the form. Pure. */
export function checkRequestForm(raw: RawRequestForm): Checked {
  const problems: FormProblem[] = [];
  const text = (name: keyof typeof limits): string | null => cleanText(raw[name], name, limits[name], problems);
  const codeOf = (name: 'purposeCode' | 'legalBasisCode', form: RegExp): string => {
    const text = raw[name].isWellFormed() ? nfc(raw[name]) : raw[name];
    if (!form.test(text)) problems.push(badCode(name));
    return text;
  };

  const purposeCode = codeOf('purposeCode', code);
  const legalBasisCode = codeOf('legalBasisCode', lawCode);
  const reason = text('reason') ?? '';
  const paper = {
    writtenRequestNumber: text('writtenRequestNumber'),
    writtenRequestDate: dateOf(raw.writtenRequestDate, problems),
    writtenRequestIssuer: text('writtenRequestIssuer'),
    caseReference: text('caseReference'),
    emergencyDeclRef: text('emergencyDeclRef'),
    clearTextReason: text('clearTextReason'),
  };
  if (paper.emergencyDeclRef !== null && !namesADocument.test(paper.emergencyDeclRef)) problems.push(notADocument);
  const manner = {
    dataType: text('dataType'),
    detailLevel: text('detailLevel'),
    volume: text('volume'),
    accessFrequency: text('accessFrequency'),
    deliveryMethod: text('deliveryMethod'),
  };
  const actions = [...new Set(raw.actions)].sort();
  if (actions.length === 0 || actions.length > mostActions || !actions.every((one) => action.test(one)))
    problems.push({
      code: 'ACTIONS',
      path: ['actions'],
      textVi: 'Chọn ít nhất một việc muốn làm với hình ảnh.',
      textEn: 'Choose at least one thing to do with the footage.',
    });
  const cameraIds = camerasOf(raw.cameraIds, problems);
  checkWindow(raw.windowFrom, raw.windowTo, problems);

  if (problems.length > 0) return { kind: 'problems', problems };
  return {
    kind: 'form',
    form: {
      actions,
      purposeCode,
      legalBasisCode,
      reason,
      ...paper,
      ...manner,
      cameraIds,
      windowFrom: raw.windowFrom,
      windowTo: raw.windowTo,
    },
  };
}

/** A short text of a person; null when nothing was entered. Also used for notes and reasons of other acts. */
export function cleanText(value: string | null | undefined, name: string, longest: number, problems: FormProblem[]): string | null {
  if (value === null || value === undefined) return null;
  if (!value.isWellFormed() || hasForbiddenCharacters(value)) {
    problems.push({
      code: 'FORBIDDEN_CHARACTERS',
      path: [name],
      textVi: 'Có ký tự không dùng được (ký tự điều khiển).',
      textEn: 'It holds characters that may not be used (control characters).',
    });
    return null;
  }
  const clean = nfc(value).trim();
  if ([...clean].length > longest) {
    problems.push({ code: 'TOO_LONG', path: [name], textVi: `Dài quá ${longest} ký tự.`, textEn: `Longer than ${longest} characters.` });
    return null;
  }
  return clean === '' ? null : clean;
}

const notADocument: FormProblem = {
  code: 'EMERGENCY_DOCUMENT',
  path: ['emergencyDeclRef'],
  textVi: 'Ghi số, ký hiệu và nơi ban hành của văn bản, ví dụ 15/QĐ-UBND ngày 20/11/2026 của UBND thành phố.',
  textEn: 'Name the document by number, sign and issuer, for example 15/QĐ-UBND of 20/11/2026 by the City People’s Committee.',
};

function badCode(name: string): FormProblem {
  return { code: 'CODE', path: [name], textVi: 'Chọn một mục trong danh sách.', textEn: 'Choose an item of the list.' };
}

function dateOf(value: string | null | undefined, problems: FormProblem[]): string | null {
  if (value === null || value === undefined || value.trim() === '') return null;
  const date = value.trim();
  const at = new Date(`${date}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
  if (real) return date;
  problems.push({
    code: 'DATE',
    path: ['writtenRequestDate'],
    textVi: 'Ngày văn bản phải có dạng năm-tháng-ngày, ví dụ 2026-11-20.',
    textEn: 'The date of the paper must be written year-month-day, for example 2026-11-20.',
  });
  return null;
}

function camerasOf(ids: readonly string[], problems: FormProblem[]): CameraId[] {
  const unique = [...new Set(ids)];
  if (unique.length === 0 || unique.length > mostCameras)
    problems.push({
      code: 'CAMERAS',
      path: ['cameraIds'],
      textVi: `Chọn từ 1 đến ${mostCameras} camera.`,
      textEn: `Choose 1 to ${mostCameras} cameras.`,
    });
  const parsed = unique.map((id) => parseId('cam', id));
  if (parsed.includes(null))
    problems.push({
      code: 'CAMERA_ID',
      path: ['cameraIds'],
      textVi: 'Có mã camera không đúng dạng.',
      textEn: 'An id is not that of a camera.',
    });
  return parsed.filter((id) => id !== null);
}

function checkWindow(from: Date, to: Date, problems: FormProblem[]): void {
  const [start, end] = [from.getTime(), to.getTime()];
  if (Number.isNaN(start) || Number.isNaN(end) || end <= start)
    problems.push({
      code: 'WINDOW',
      path: ['windowTo'],
      textVi: 'Thời điểm kết thúc phải sau thời điểm bắt đầu.',
      textEn: 'The end must be after the beginning.',
    });
  else if (end - start > longestWindowDays * dayMs)
    problems.push({
      code: 'WINDOW_TOO_LONG',
      path: ['windowTo'],
      textVi: `Khoảng thời gian không quá ${longestWindowDays} ngày.`,
      textEn: `The period must not exceed ${longestWindowDays} days.`,
    });
}
