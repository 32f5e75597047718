/** The page's state as its address holds it: codes, ids and days, never a name. */
export interface HistorySearch {
  readonly loai?: string;
  readonly kq?: string;
  readonly camera?: string;
  readonly nguoi?: string;
  readonly yc?: string;
  readonly quyen?: string;
  readonly 'don-vi'?: string;
  readonly tu?: string;
  readonly den?: string;
  readonly tim?: string;
  /** `co`: at night only. */
  readonly dem?: string;
  /** `co`: openings of footage without a case number only. */
  readonly 'khong-ho-so'?: string;
}
