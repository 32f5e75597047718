import { assertNever, type Viewer } from '#libs/kernel';
import type { RequestList } from './sharing-request.js';

/** A condition on `sharing_request r`; `$1` is the viewer's organisation, `$2` the viewer. Every statement binds exactly these first. */
export type RequestCondition = string;

export function visibilityParameters(viewer: Viewer): [string, string] {
  return [viewer.organisationId, viewer.personId];
}

/** Both parameters are mentioned, because PostgreSQL must know the type of each. */
const bound = `$1::text is not null and $2::text is not null`;

const ownsCamera = `exists (select from sharing_request_camera c where c.request_id = r.id and c.owner_org_id = $1)`;

/**
 * Which requests a viewer may know of, by the role of this session: the body that asked, the bodies that own a camera in it,
 * and the police who decide. It narrows; whether this viewer really takes part is asked of the rules again for what is shown.
 */
export function visibleTo(viewer: Viewer): RequestCondition {
  switch (viewer.role) {
    case 'requester':
    case 'agency_head':
    case 'extraction_officer':
    case 'dpo':
      return `(${bound} and r.requester_org_id = $1)`;
    case 'owner':
      return `(${bound} and ${ownsCamera})`;
    case 'reviewer':
    case 'approver':
    case 'duty_officer':
      return `(${bound})`;
    default:
      return `(${bound} and false)`;
  }
}

const answered = (owner: string): string =>
  `exists (select from signed_decision d where d.request_id = r.id and d.request_version = r.version and d.kind = 'CONSENT' and d.organisation_id = ${owner})`;
/** Whoever gave the first of two approvals has done their part: the second is another person's. */
const approvedBySelf = `exists (select from signed_decision d where d.request_id = r.id and d.request_version = r.version and d.kind = 'APPROVAL' and d.person_id = $2)`;
const inLieu = `exists (select from request_version v join consent_lieu_basis b on b.code = v.legal_basis_code where v.request_id = r.id and v.version = r.version)`;

/** Rows of a worklist: what waits for this viewer in this role. Always together with `visibleTo`. */
export function inList(viewer: Viewer, list: RequestList): RequestCondition {
  switch (list) {
    case 'MINE':
      if (viewer.role === 'requester') return 'r.requester_person_id = $2';
      return viewer.role === 'agency_head' ? 'r.requester_org_id = $1' : 'false';
    case 'TO_CONSENT':
      return viewer.role === 'owner' ? `r.state in ('SUBMITTED', 'UNDER_REVIEW') and not ${inLieu} and not ${answered('$1')}` : 'false';
    case 'TO_REVIEW':
      return viewer.role === 'reviewer' ? `r.state = 'SUBMITTED'` : 'false';
    case 'TO_APPROVE':
      if (viewer.role !== 'approver') return 'false';
      return `r.state = 'UNDER_REVIEW' and (${inLieu}
        or not exists (select from sharing_request_camera c where c.request_id = r.id and not ${answered('c.owner_org_id')}))
        and not ${approvedBySelf}`;
    case 'VISIBLE':
      return 'true';
    default:
      return assertNever(list);
  }
}

/** Worklists begin with what is due first, the others with what is newest. */
export function listOrder(list: RequestList): { readonly column: 'due_at' | 'submitted_at'; readonly direction: 'asc' | 'desc' } {
  return list === 'MINE' || list === 'VISIBLE' ? { column: 'submitted_at', direction: 'desc' } : { column: 'due_at', direction: 'asc' };
}
