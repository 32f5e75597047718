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

/** The type of the entry by which a request begins: its body is whose request it is. */
export const submission = 'submit_request.submit';
