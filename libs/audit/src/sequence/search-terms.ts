/** SQL for what the search, its counters and the manifests must say in the same way. */

/** The day that people mean: Hà Nội's. @param at a column of type timestamptz */
export const dayOf = (at: string): string => `(${at} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** The instant at which a day begins in Hà Nội. @param day SQL of type date */
export const startOfDay = (day: string): string => `((${day})::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/**
 * A group of cameras: the first two hex digits of SHA-256 of the camera's id, empty where an entry is not about a camera. Small
 * enough to say which rows a search must show, and anybody can recompute it from the leaves alone.
 */
export const cameraGroupOf = (row: string): string =>
  `case when ${row}.resource_kind = 'camera' then left(encode(sha256(convert_to(${row}.resource_id, 'UTF8')), 'hex'), 2) else '' end`;

/**
 * Whether an instant lies in the night, from 22:00 until before 06:00 in Hà Nội: the night of article 106 of the Labour Code
 * (45/2019/QH14). @param at a column of type timestamptz
 */
export const isAtNight = (at: string): string => `extract(hour from ${at} at time zone 'Asia/Ho_Chi_Minh') not between 6 and 21`;

/**
 * The entries by which footage is opened, allowed or refused; each is the intent of a session. No other act of the house releases
 * pictures; one that will belongs here, in the indexes of migration 9430 and in the verifiers.
 */
export const opensFootage = (row: string): string => `${row}.type in ('live_view.open', 'playback.open')`;

/** An opening of footage in no case. Word for word the predicate of three indexes (migration 9430). */
export const lacksCase = (row: string): string => `${row}.case_digest is null and ${opensFootage(row)}`;

/** Stands for the case of an entry whose case number was erased: it had one, and nobody can say which. Fits no digest. */
export const erasedCase = 'erased';

/** The type of the entry by which a request begins: its body is whose request it is. */
export const submission = 'submit_request.submit';
