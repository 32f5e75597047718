# Made from policies/cases/*.jsonl by `npm run policy:build`; do not edit.
package gate_test

import rego.v2

import data.gate

# approvals.jsonl:1 police approve another body's request
test_approvals_001 if holds(0, {}, [], {"effect": "allow"})

# approvals.jsonl:2 self-approval
test_approvals_002 if holds(0, {"request": {"requester": {"userId": "per_cuong"}}}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# approvals.jsonl:3 approver of the requester's body
test_approvals_003 if holds(0, {"request": {"requester": {"orgId": "org_catp"}}}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# approvals.jsonl:4 approver of the owner's body
test_approvals_004 if holds(0, {"camera": {"ownerOrgId": "org_catp"}}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# approvals.jsonl:5 approver who is not police
test_approvals_005 if holds(0, {"viewer": {"orgKind": "SO_KHCN"}}, [], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# approvals.jsonl:6 a requester may not approve
test_approvals_006 if holds(0, {"viewer": {"roles": ["requester"]}}, [], {"effect": "deny", "denies": ["POL-3"], "only": ["POL-3"]})

# approvals.jsonl:7 approving a purpose outside the requester's function
test_approvals_007 if holds(0, {"request": {"requester": {"functions": ["MOI_TRUONG"]}}}, [], {"effect": "deny", "denies": ["CT-12"], "only": ["CT-12"]})

# approvals.jsonl:8 approving after the owner declined
test_approvals_008 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "refused", "signedAt": 1789088400000}]}, [], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# approvals.jsonl:9 approving a purpose that does not fit
test_approvals_009 if holds(0, {"camera": {"purposes": ["MOI_TRUONG"]}}, [], {"effect": "deny", "denies": ["PD-04"], "only": ["PD-04"]})

# approvals.jsonl:10 reviewing one's own request
test_approvals_010 if holds(0, {"action": "review", "viewer": {"roles": ["reviewer"]}, "request": {"requester": {"userId": "per_cuong"}}}, [], {"effect": "deny", "denies": ["SE-05"]})

# approvals.jsonl:11 reviewing another's request
test_approvals_011 if holds(0, {"action": "review", "viewer": {"roles": ["reviewer"]}}, [], {"effect": "allow"})

# approvals.jsonl:12 refusing a request
test_approvals_012 if holds(0, {"action": "refuse_request"}, [], {"effect": "allow"})

# approvals.jsonl:13 the owner consents
test_approvals_013 if holds(1, {}, [], {"effect": "allow"})

# approvals.jsonl:14 another ward consents
test_approvals_014 if holds(1, {"viewer": {"orgId": "org_badinh"}}, [], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# approvals.jsonl:15 the owner consents to their own request
test_approvals_015 if holds(1, {"request": {"requester": {"userId": "per_binh"}}}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# approvals.jsonl:16 the owner withdraws consent
test_approvals_016 if holds(1, {"action": "withdraw_consent"}, [], {"effect": "allow"})

# approvals.jsonl:17 the owner declines
test_approvals_017 if holds(1, {"action": "decline_consent"}, [], {"effect": "allow"})

# approvals.jsonl:18 a requester consents for the owner
test_approvals_018 if holds(1, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}}, [], {"effect": "deny", "denies": ["POL-3", "POL-4"]})

# approvals.jsonl:19 the requesting body withdraws its request
test_approvals_019 if holds(0, {"action": "withdraw_request", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}}, ["approvals"], {"effect": "allow"})

# approvals.jsonl:20 another body withdraws it
test_approvals_020 if holds(0, {"action": "withdraw_request", "viewer": {"userId": "per_mai", "orgId": "org_x", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}}, ["approvals"], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# approvals.jsonl:21 the police revoke
test_approvals_021 if holds(0, {"action": "revoke"}, [], {"effect": "allow"})

# approvals.jsonl:22 the owner revokes
test_approvals_022 if holds(1, {"action": "revoke"}, [], {"effect": "allow"})

# approvals.jsonl:23 another owner revokes
test_approvals_023 if holds(1, {"action": "revoke", "viewer": {"orgId": "org_x"}}, [], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# approvals.jsonl:24 a head of the requesting body gives the grant back
test_approvals_024 if holds(0, {"action": "revoke", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["agency_head"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}}, ["approvals"], {"effect": "allow"})

# approvals.jsonl:25 the requester reads the request
test_approvals_025 if holds(0, {"action": "read_request", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}}, ["approvals"], {"effect": "allow"})

# approvals.jsonl:26 the owner reads the request
test_approvals_026 if holds(1, {"action": "read_request", "request": {"ownerOrgIds": ["org_dongda"]}}, [], {"effect": "allow"})

# approvals.jsonl:27 the police read the request
test_approvals_027 if holds(0, {"action": "read_request"}, [], {"effect": "allow"})

# approvals.jsonl:28 an outsider does not
test_approvals_028 if holds(0, {"action": "read_request", "viewer": {"userId": "per_mai", "orgId": "org_x", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}}, ["approvals"], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# approvals.jsonl:29 an inspector reads it inside the decision
test_approvals_029 if holds(2, {}, [], {"effect": "allow"})

# approvals.jsonl:30 an inspector does not read it outside the decision
test_approvals_030 if holds(2, {"inspection": {"inspectedOrgs": ["org_z"]}}, [], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# changeovers.jsonl:1 18/08/2026 23:59:59.999 Hà Nội: PD-14 is not yet law, PD-09 and SH-02 carry the check
test_changeovers_001 if holds(0, {"action": "submit_request", "asOf": 1787072399999, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}}, ["approvals", "request/writtenRequest"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# changeovers.jsonl:2 19/08/2026 00:00 Hà Nội: PD-14 is law
test_changeovers_002 if holds(0, {"action": "submit_request", "asOf": 1787072400000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}}, ["approvals", "request/writtenRequest"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "only": ["PD-14", "SH-02"]})

# changeovers.jsonl:3 18/08/2026 17:00 UTC is already 19/08 in Hà Nội
test_changeovers_003 if holds(0, {"action": "submit_request", "asOf": 1787072400000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}}, ["approvals", "request/writtenRequest"], {"effect": "deny", "denies": ["PD-14"]})

# changeovers.jsonl:4 before PD-14 an unsigned paper was enough
test_changeovers_004 if holds(0, {"action": "submit_request", "asOf": 1786986000000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}, "request": {"writtenRequest": {"date": 1786294800000}}}, ["approvals", "request/writtenRequest/signatureRef"], {"effect": "needs_approval"})

# changeovers.jsonl:5 31/12/2025: the personal-data law of that day is not in the catalogue
test_changeovers_005 if holds(0, {"action": "submit_request", "asOf": 1767200399000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}, "request": {"writtenRequest": {"date": 1764522000000}}}, ["approvals"], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# changeovers.jsonl:6 01/01/2026: Law 91 applies
test_changeovers_006 if holds(0, {"action": "submit_request", "asOf": 1767200400000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}, "request": {"writtenRequest": {"date": 1764522000000}}}, ["approvals"], {"effect": "needs_approval"})

# changeovers.jsonl:7 31/12/2025: a state secret is refused all the same
test_changeovers_007 if holds(0, {"action": "submit_request", "asOf": 1767114000000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}, "camera": {"classification": "stateSecret"}, "request": {"writtenRequest": {"date": 1764522000000}}}, ["approvals"], {"effect": "deny", "denies": ["SH-07"]})

# changeovers.jsonl:8 evidence basis of NĐ 61 before 01/04/2026
test_changeovers_008 if holds(0, {"action": "submit_request", "asOf": 1774976399000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}, "request": {"legalBasisCode": "ND61-14/22", "writtenRequest": {"date": 1772298000000}}}, ["approvals"], {"effect": "deny", "denies": ["PD-06"], "only": ["PD-06"]})

# changeovers.jsonl:9 before the first law of the catalogue
test_changeovers_009 if holds(3, {}, [], {"effect": "cannot_decide"})

# changeovers.jsonl:10 before the first law even a secret is not judged
test_changeovers_010 if holds(3, {"asOf": 1262278800000, "camera": {"classification": "stateSecret"}}, [], {"effect": "cannot_decide"})

# changeovers.jsonl:11 inspection before Law 84/2025
test_changeovers_011 if holds(2, {"action": "inspect", "asOf": 1751302799000, "inspection": {"announcedAt": 1748710800000}}, ["request"], {"effect": "cannot_decide"})

# changeovers.jsonl:12 inspection from 01/07/2025
test_changeovers_012 if holds(2, {"action": "inspect", "asOf": 1751302800000, "inspection": {"announcedAt": 1748710800000}}, ["request"], {"effect": "allow"})

# form.jsonl:1 unknown action
test_form_001 if holds(3, {"action": "teleport", "asOf": 1789437600000}, [], {"effect": "deny", "denies": ["POL-1"]})

# form.jsonl:2 action missing
test_form_002 if holds(3, {"asOf": 1789437600000}, ["action"], {"effect": "deny", "denies": ["POL-1"]})

# form.jsonl:3 unknown role
test_form_003 if holds(3, {"asOf": 1789437600000, "viewer": {"roles": ["king"]}}, [], {"effect": "deny", "denies": ["POL-2", "POL-3"]})

# form.jsonl:4 two roles at once
test_form_004 if holds(3, {"asOf": 1789437600000, "viewer": {"roles": ["requester", "approver"]}}, [], {"effect": "deny", "denies": ["POL-2"], "only": ["POL-2"]})

# form.jsonl:5 no role
test_form_005 if holds(3, {"asOf": 1789437600000, "viewer": {"roles": []}}, [], {"effect": "deny", "denies": ["POL-0", "POL-2", "POL-3"]})

# form.jsonl:6 unknown kind of body
test_form_006 if holds(3, {"asOf": 1789437600000, "viewer": {"orgKind": "CLUB"}}, [], {"effect": "deny", "denies": ["POL-2"]})

# form.jsonl:7 time missing
test_form_007 if holds(3, {}, ["asOf"], {"effect": "deny", "denies": ["POL-0"]})

# form.jsonl:8 time is text that is no time
test_form_008 if holds(3, {"asOf": "yesterday"}, [], {"effect": "deny", "denies": ["POL-0"], "at": ["asOf"]})

# form.jsonl:9 a fact of the wrong type
test_form_009 if holds(3, {"asOf": 1789437600000, "camera": {"isPublicPlace": "yes"}}, [], {"effect": "deny", "denies": ["POL-0"], "at": ["camera.isPublicPlace"]})

# form.jsonl:10 a nested fact of the wrong type
test_form_010 if holds(3, {"asOf": 1789437600000, "grant": {"scope": {"window": {"from": "soon"}}}}, [], {"effect": "deny", "denies": ["POL-0", "POL-5"], "at": ["grant.scope.window.from"]})

# form.jsonl:11 a listed fact of the wrong type
test_form_011 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": "soon"}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "deny", "denies": ["POL-0"], "at": ["approvals.signedAt"]})

# form.jsonl:12 an unknown name
test_form_012 if holds(3, {"asOf": 1789437600000, "camera": {"staet": "ok"}}, [], {"effect": "deny", "denies": ["POL-0"], "at": ["camera.staet"]})

# form.jsonl:13 an unknown object
test_form_013 if holds(3, {"asOf": 1789437600000, "kamera": {}}, [], {"effect": "deny", "denies": ["POL-0"], "at": ["kamera"]})

# form.jsonl:14 a null fact
test_form_014 if holds(3, {"asOf": 1789437600000, "camera": {"purposes": null}}, [], {"effect": "deny", "denies": ["POL-0", "PD-04"], "at": ["camera.purposes"]})

# form.jsonl:15 an empty fact
test_form_015 if holds(3, {"asOf": 1789437600000, "camera": {"purposes": []}}, [], {"effect": "deny", "denies": ["POL-0", "PD-04"], "at": ["camera.purposes"]})

# form.jsonl:16 an act whose rules are not coded yet
test_form_016 if holds(3, {"action": "face_match", "asOf": 1789437600000}, ["approvals", "grant"], {"effect": "cannot_decide", "unknowns": ["action_not_coded"]})

# form.jsonl:17 anyone may check a proof
test_form_017 if holds(1, {"action": "read_proof", "viewer": {"roles": ["public"]}}, ["camera", "request", "viewer/userId", "viewer/orgId", "viewer/orgKind", "viewer/functions"], {"effect": "allow"})

# form.jsonl:18 anyone may read public information
test_form_018 if holds(1, {"action": "public_read", "viewer": {"roles": ["public"]}}, ["camera", "request", "viewer/userId", "viewer/orgId", "viewer/orgKind", "viewer/functions"], {"effect": "allow"})

# form.jsonl:19 the public may not list cameras
test_form_019 if holds(0, {"action": "list_cameras", "viewer": {"roles": ["public"]}}, ["request", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind", "viewer/functions", "camera/id", "camera/ownerOrgId", "camera/purposes", "camera/isPublicPlace", "camera/zoneKind"], {"effect": "deny", "denies": ["POL-3"]})

# form.jsonl:20 a requester lists cameras
test_form_020 if holds(3, {"action": "list_cameras", "asOf": 1789437600000}, ["request", "approvals", "grant", "camera/id", "camera/ownerOrgId", "camera/purposes", "camera/isPublicPlace", "camera/zoneKind"], {"effect": "allow"})

# form.jsonl:21 secret cameras are never listed
test_form_021 if holds(3, {"action": "list_cameras", "asOf": 1789437600000, "camera": {"classification": "stateSecret"}}, ["request", "approvals", "grant", "camera/id", "camera/ownerOrgId", "camera/purposes", "camera/isPublicPlace", "camera/zoneKind"], {"effect": "deny", "denies": ["SH-07"]})

# form.jsonl:22 a role is chosen
test_form_022 if holds(3, {"action": "choose_role", "asOf": 1789437600000}, ["camera", "request", "approvals", "grant"], {"effect": "allow"})

# form.jsonl:23 cameras that are no list
test_form_023 if holds(3, {"asOf": 1789437600000, "cameras": "all"}, [], {"effect": "deny", "denies": ["POL-0"], "at": ["cameras"]})

# inspection.jsonl:1 an inspector reads records inside the decision
test_inspection_001 if holds(2, {"action": "inspect"}, ["request"], {"effect": "allow", "reasons": ["IN-02"]})

# inspection.jsonl:2 the issuer reads them too
test_inspection_002 if holds(2, {"action": "inspect", "viewer": {"userId": "per_chief", "roles": ["inspection_issuer"]}}, ["request"], {"effect": "allow"})

# inspection.jsonl:3 not of the team
test_inspection_003 if holds(2, {"action": "inspect", "viewer": {"userId": "per_other"}}, ["request"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection.jsonl:4 no inspection decision at all
test_inspection_004 if holds(2, {"action": "inspect"}, ["inspection", "request"], {"effect": "deny", "denies": ["IN-02", "POL-0"]})

# inspection.jsonl:5 department-level inspectors are no inspection body
test_inspection_005 if holds(2, {"action": "inspect", "viewer": {"orgKind": "SO_XD"}}, ["request"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspection.jsonl:6 a body outside the decision
test_inspection_006 if holds(2, {"action": "inspect", "context": {"targetOrgIds": ["org_soxd", "org_catp"]}}, ["request"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection.jsonl:7 a time outside the inspected period
test_inspection_007 if holds(2, {"action": "inspect", "context": {"targetWindow": {"to": 1790874000000}}}, ["request"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection.jsonl:8 before the inspection was announced
test_inspection_008 if holds(2, {"action": "inspect", "asOf": 1788195599000}, ["request"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection.jsonl:9 after the inspection ended
test_inspection_009 if holds(2, {"action": "inspect", "asOf": 1793293200000}, ["request"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection.jsonl:10 footage with a justified need
test_inspection_010 if holds(2, {"action": "live_view", "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "INSP-84"}, "inspection": {"needsContent": true, "contentJustification": "đối chiếu hình ảnh với biên bản bàn giao"}}, ["context", "request/requester"], {"effect": "allow", "reasons": ["IN-02"]})

# inspection.jsonl:11 footage without the step
test_inspection_011 if holds(2, {"action": "live_view", "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "INSP-84"}, "inspection": {"needsContent": false, "contentJustification": "đối chiếu hình ảnh với biên bản bàn giao"}}, ["context", "request/requester"], {"effect": "deny", "denies": ["IN-08"], "only": ["IN-08"]})

# inspection.jsonl:12 footage without its justification
test_inspection_012 if holds(2, {"action": "live_view", "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "INSP-84"}, "inspection": {"needsContent": true, "contentJustification": ""}}, ["context", "request/requester"], {"effect": "deny", "denies": ["IN-08"], "only": ["IN-08"]})

# inspection.jsonl:13 footage of a body not inspected
test_inspection_013 if holds(2, {"action": "live_view", "camera": {"id": "cam_1", "ownerOrgId": "org_z", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "INSP-84"}, "inspection": {"needsContent": true, "contentJustification": "đối chiếu hình ảnh với biên bản bàn giao"}}, ["context", "request/requester"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection.jsonl:14 footage on another basis
test_inspection_014 if holds(2, {"action": "live_view", "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-19.1.b"}, "inspection": {"needsContent": true, "contentJustification": "đối chiếu hình ảnh với biên bản bàn giao"}}, ["context", "request/requester"], {"effect": "deny", "denies": ["IN-08"], "only": ["IN-08"]})

# live-view.jsonl:1 a grantee watches live with both keys and a running grant
test_live_view_001 if holds(3, {"asOf": 1789437600000}, [], {"effect": "allow", "reasons": ["PD-06"], "obligations": ["log_access", "watermark", "max_duration", "no_download"]})

# live-view.jsonl:2 no grant yet: asks for it
test_live_view_002 if holds(3, {"asOf": 1789437600000}, ["grant"], {"effect": "needs_approval", "needs": ["police"]})

# live-view.jsonl:3 no keys and no grant: both keys are needed
test_live_view_003 if holds(3, {"asOf": 1789437600000}, ["approvals", "grant"], {"effect": "needs_approval", "needs": ["owner", "police"]})

# live-view.jsonl:4 a grant without the owner's key opens nothing
test_live_view_004 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "needs_approval", "needs": ["owner"]})

# live-view.jsonl:5 a grant without the police key opens nothing
test_live_view_005 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, [], {"effect": "needs_approval", "needs": ["police"]})

# live-view.jsonl:6 the owner's key of another body is none
test_live_view_006 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_other", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "needs_approval", "needs": ["owner"]})

# live-view.jsonl:7 a police key from a department is none
test_live_view_007 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "SO_XD", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "needs_approval", "needs": ["police"]})

# live-view.jsonl:8 both keys by one person
test_live_view_008 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_binh", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# live-view.jsonl:9 both keys by one body
test_live_view_009 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_dongda", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# live-view.jsonl:10 the requester holds a key
test_live_view_010 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_mai", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# live-view.jsonl:11 the owner took consent back
test_live_view_011 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000, "withdrawnAt": 1789318800000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "deny", "denies": ["POL-4"]})

# live-view.jsonl:12 the owner will take consent back later
test_live_view_012 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000, "withdrawnAt": 1789837200000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "allow"})

# live-view.jsonl:13 the police refused
test_live_view_013 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "refused", "signedAt": 1789174800000}]}, [], {"effect": "deny", "denies": ["POL-4"]})

# live-view.jsonl:14 a key signed in the future is none
test_live_view_014 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789837200000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "needs_approval", "needs": ["owner"]})

# live-view.jsonl:15 a key that has run out is none
test_live_view_015 if holds(3, {"asOf": 1789437600000, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000, "expiresAt": 1789318800000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "needs_approval", "needs": ["owner"]})

# live-view.jsonl:16 another camera than the granted one
test_live_view_016 if holds(3, {"asOf": 1789437600000, "camera": {"id": "cam_2"}}, [], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# live-view.jsonl:17 another act than the granted one
test_live_view_017 if holds(3, {"asOf": 1789437600000, "grant": {"scope": {"actions": ["playback"]}}}, [], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# live-view.jsonl:18 the grant has expired
test_live_view_018 if holds(3, {"asOf": 1789437600000, "grant": {"expiresAt": 1789437600000}}, [], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# live-view.jsonl:19 one millisecond before the grant expires
test_live_view_019 if holds(3, {"asOf": 1789437600000, "grant": {"expiresAt": 1789437600001}}, [], {"effect": "allow"})

# live-view.jsonl:20 the grant was revoked
test_live_view_020 if holds(3, {"asOf": 1789437600000, "grant": {"revokedAt": 1789437599000}}, [], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# live-view.jsonl:21 outside the granted window
test_live_view_021 if holds(3, {"asOf": 1789437600000, "grant": {"scope": {"window": {"from": 1789441200000}}}}, [], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# live-view.jsonl:22 somebody of another body uses the grant
test_live_view_022 if holds(3, {"asOf": 1789437600000, "viewer": {"userId": "per_x", "orgId": "org_sonnmt"}}, [], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# live-view.jsonl:23 a colleague of the same body uses the grant
test_live_view_023 if holds(3, {"asOf": 1789437600000, "viewer": {"userId": "per_minh"}}, [], {"effect": "allow"})

# live-view.jsonl:24 emergency basis of the Data Law stands in lieu of consent
test_live_view_024 if holds(3, {"asOf": 1789437600000, "request": {"legalBasisCode": "DATA-18.2.a"}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "allow", "reasons": ["SH-01"]})

# live-view.jsonl:25 the same without the police key
test_live_view_025 if holds(3, {"asOf": 1789437600000, "request": {"legalBasisCode": "DATA-18.2.a"}}, ["approvals"], {"effect": "needs_approval", "needs": ["police"]})

# live-view.jsonl:26 camera outside the city system is refused: internal
test_live_view_026 if holds(3, {"asOf": 1789437600000, "camera": {"systemKind": "internal"}}, [], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"]})

# live-view.jsonl:27 camera outside the city system is refused: police professional
test_live_view_027 if holds(3, {"asOf": 1789437600000, "camera": {"systemKind": "policeProfessional"}}, [], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"]})

# live-view.jsonl:28 an unknown system kind is refused
test_live_view_028 if holds(3, {"asOf": 1789437600000, "camera": {"systemKind": "balloon"}}, [], {"effect": "deny", "denies": ["CT-01"]})

# live-view.jsonl:29 defence camera
test_live_view_029 if holds(3, {"asOf": 1789437600000, "camera": {"missionClass": "QUOC_PHONG"}}, [], {"effect": "deny", "denies": ["HN-10"], "only": ["HN-10"]})

# live-view.jsonl:30 an unknown mission
test_live_view_030 if holds(3, {"asOf": 1789437600000, "camera": {"missionClass": "SPACE"}}, [], {"effect": "deny", "denies": ["HN-10"]})

# live-view.jsonl:31 state secret
test_live_view_031 if holds(3, {"asOf": 1789437600000, "camera": {"classification": "stateSecret"}}, [], {"effect": "deny", "denies": ["SH-07", "CT-01"], "only": ["SH-07", "CT-01"]})

# live-view.jsonl:32 operations centre watches any camera live
test_live_view_032 if holds(1, {"action": "live_view", "viewer": {"userId": "per_hoa", "orgId": "org_ioc", "orgKind": "IOC", "roles": ["duty_commander"]}, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a", "reason": "Điều hành phân luồng giờ cao điểm"}}, ["viewer/functions", "request/requester"], {"effect": "allow", "reasons": ["CT-04"]})

# live-view.jsonl:33 operations centre gives no reason
test_live_view_033 if holds(1, {"action": "live_view", "viewer": {"userId": "per_hoa", "orgId": "org_ioc", "orgKind": "IOC", "roles": ["duty_commander"]}, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a", "reason": "."}}, ["viewer/functions", "request/requester"], {"effect": "deny", "denies": ["CT-04"], "only": ["CT-04"]})

# live-view.jsonl:34 operations centre: reason missing
test_live_view_034 if holds(1, {"action": "live_view", "viewer": {"userId": "per_hoa", "orgId": "org_ioc", "orgKind": "IOC", "roles": ["duty_commander"]}, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a"}}, ["viewer/functions", "request/requester"], {"effect": "deny", "denies": ["CT-04"]})

# live-view.jsonl:35 the highest access does not reach secrets
test_live_view_035 if holds(1, {"action": "live_view", "viewer": {"userId": "per_hoa", "orgId": "org_ioc", "orgKind": "IOC", "roles": ["duty_commander"]}, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "stateSecret", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a", "reason": "Điều hành phân luồng giờ cao điểm"}}, ["viewer/functions", "request/requester"], {"effect": "deny", "denies": ["SH-07"]})

# live-view.jsonl:36 the highest access is for live view only
test_live_view_036 if holds(1, {"action": "playback", "viewer": {"userId": "per_hoa", "orgId": "org_ioc", "orgKind": "IOC", "roles": ["duty_commander"]}, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a", "reason": "Điều hành phân luồng giờ cao điểm"}}, ["viewer/functions", "request/requester"], {"effect": "deny", "denies": ["POL-3"]})

# live-view.jsonl:37 a duty commander of another body has no standing authority
test_live_view_037 if holds(1, {"action": "live_view", "viewer": {"userId": "per_hoa", "orgId": "org_ioc", "orgKind": "SO_XD", "roles": ["duty_commander"]}, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a", "reason": "Điều hành phân luồng giờ cao điểm"}}, ["viewer/functions", "request/requester"], {"effect": "deny", "denies": ["PD-09", "PD-14"]})

# submit-request.jsonl:1 a complete request goes on to the owner and the police
test_submit_request_001 if holds(3, {"action": "submit_request", "asOf": 1789437600000}, ["approvals", "grant"], {"effect": "needs_approval", "needs": ["owner", "police"]})

# submit-request.jsonl:2 procedural demand needs no consent of the owner
test_submit_request_002 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "request": {"legalBasisCode": "DATA-18.2.c"}}, ["approvals", "grant"], {"effect": "needs_approval", "needs": ["police"]})

# submit-request.jsonl:3 purpose does not fit what the camera records for
test_submit_request_003 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "camera": {"purposes": ["MOI_TRUONG"]}}, ["approvals", "grant"], {"effect": "deny", "denies": ["PD-04"], "only": ["PD-04"]})

# submit-request.jsonl:4 purpose not in the closed list
test_submit_request_004 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "request": {"purposeCode": "THUONG_MAI"}}, ["approvals", "grant"], {"effect": "deny", "denies": ["CT-03", "PD-04", "CT-12"]})

# submit-request.jsonl:5 purpose outside the function of the body
test_submit_request_005 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "viewer": {"functions": ["MOI_TRUONG"]}}, ["approvals", "grant"], {"effect": "deny", "denies": ["CT-12"], "only": ["CT-12"]})

# submit-request.jsonl:6 unknown legal basis
test_submit_request_006 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "request": {"legalBasisCode": "PDPL-99"}}, ["approvals", "grant"], {"effect": "deny", "denies": ["PD-06"], "only": ["PD-06"]})

# submit-request.jsonl:7 public-place basis on a camera that is not in public
test_submit_request_007 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "camera": {"isPublicPlace": false}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a"}}, ["approvals", "grant"], {"effect": "deny", "denies": ["PD-01"], "only": ["PD-01"]})

# submit-request.jsonl:8 public-place basis for infrastructure
test_submit_request_008 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "request": {"legalBasisCode": "PDPL-32.1.a"}}, ["approvals", "grant"], {"effect": "deny", "denies": ["PD-01"], "only": ["PD-01"]})

# submit-request.jsonl:9 public-place basis for traffic safety
test_submit_request_009 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a"}}, ["approvals", "grant"], {"effect": "needs_approval"})

# submit-request.jsonl:10 the alias of the basis code is known
test_submit_request_010 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "VN-PDPL-32.1.a"}}, ["approvals", "grant"], {"effect": "needs_approval"})

# submit-request.jsonl:11 urgent protection without proof
test_submit_request_011 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "request": {"legalBasisCode": "PDPL-19.1.a"}}, ["approvals", "grant"], {"effect": "deny", "denies": ["PD-07"], "only": ["PD-07"]})

# submit-request.jsonl:12 urgent protection with proof
test_submit_request_012 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "request": {"legalBasisCode": "PDPL-19.1.a", "justificationText": "cứu người bị nạn", "evidenceDocs": ["doc-1"]}}, ["approvals", "grant"], {"effect": "needs_approval"})

# submit-request.jsonl:13 no ground of transfer
test_submit_request_013 if holds(3, {"action": "submit_request", "asOf": 1789437600000}, ["approvals", "grant", "request/transferGround"], {"effect": "deny", "denies": ["PD-09"], "only": ["PD-09"]})

# submit-request.jsonl:14 unknown ground of transfer
test_submit_request_014 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "request": {"transferGround": "17.1.z"}}, ["approvals", "grant"], {"effect": "deny", "denies": ["PD-09"], "only": ["PD-09"]})

# submit-request.jsonl:15 a company uses the state agencies' ground
test_submit_request_015 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "viewer": {"orgKind": "DOANH_NGHIEP"}, "request": {"legalBasisCode": "PDPL-19.1.b"}}, ["approvals", "grant"], {"effect": "deny", "denies": ["PD-09"], "only": ["PD-09"]})

# submit-request.jsonl:16 a company uses the state agencies' basis
test_submit_request_016 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "viewer": {"orgKind": "DOANH_NGHIEP"}, "request": {"transferGround": "17.1.e"}}, ["approvals", "grant"], {"effect": "deny", "denies": ["PD-06"], "only": ["PD-06"]})

# submit-request.jsonl:17 no written request
test_submit_request_017 if holds(3, {"action": "submit_request", "asOf": 1789437600000}, ["approvals", "grant", "request/writtenRequest"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "only": ["PD-14", "SH-02"]})

# submit-request.jsonl:18 written request without number
test_submit_request_018 if holds(3, {"action": "submit_request", "asOf": 1789437600000}, ["approvals", "grant", "request/writtenRequest/number"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "only": ["PD-14", "SH-02"]})

# submit-request.jsonl:19 written request without issuer
test_submit_request_019 if holds(3, {"action": "submit_request", "asOf": 1789437600000}, ["approvals", "grant", "request/writtenRequest/issuer"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "only": ["PD-14", "SH-02"]})

# submit-request.jsonl:20 written request without signature
test_submit_request_020 if holds(3, {"action": "submit_request", "asOf": 1789437600000}, ["approvals", "grant", "request/writtenRequest/signatureRef"], {"effect": "deny", "denies": ["PD-14"], "only": ["PD-14"]})

# submit-request.jsonl:21 written request dated after the act
test_submit_request_021 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "request": {"writtenRequest": {"date": 1789491600000}}}, ["approvals", "grant"], {"effect": "deny", "denies": ["PD-14", "SH-02"]})

# submit-request.jsonl:22 request form without dataType
test_submit_request_022 if holds(3, {"action": "submit_request", "asOf": 1789437600000}, ["approvals", "grant", "request/dataType"], {"effect": "deny", "denies": ["SH-02"], "at": ["request.dataType"]})

# submit-request.jsonl:23 request form without detailLevel
test_submit_request_023 if holds(3, {"action": "submit_request", "asOf": 1789437600000}, ["approvals", "grant", "request/detailLevel"], {"effect": "deny", "denies": ["SH-02"], "at": ["request.detailLevel"]})

# submit-request.jsonl:24 request form without volume
test_submit_request_024 if holds(3, {"action": "submit_request", "asOf": 1789437600000}, ["approvals", "grant", "request/volume"], {"effect": "deny", "denies": ["SH-02"], "at": ["request.volume"]})

# submit-request.jsonl:25 request form without accessFrequency
test_submit_request_025 if holds(3, {"action": "submit_request", "asOf": 1789437600000}, ["approvals", "grant", "request/accessFrequency"], {"effect": "deny", "denies": ["SH-02"], "at": ["request.accessFrequency"]})

# submit-request.jsonl:26 request form without deliveryMethod
test_submit_request_026 if holds(3, {"action": "submit_request", "asOf": 1789437600000}, ["approvals", "grant", "request/deliveryMethod"], {"effect": "deny", "denies": ["SH-02"], "at": ["request.deliveryMethod"]})

# submit-request.jsonl:27 request form without reason
test_submit_request_027 if holds(3, {"action": "submit_request", "asOf": 1789437600000}, ["approvals", "grant", "request/reason"], {"effect": "deny", "denies": ["SH-02"], "at": ["request.reason"]})

# submit-request.jsonl:28 a reason that says nothing
test_submit_request_028 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "request": {"reason": " . "}}, ["approvals", "grant"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# submit-request.jsonl:29 secret camera is refused at once
test_submit_request_029 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "camera": {"classification": "stateSecret"}}, ["approvals", "grant"], {"effect": "deny", "denies": ["SH-07"]})

# submit-request.jsonl:30 inspection basis does not belong to others
test_submit_request_030 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "request": {"legalBasisCode": "INSP-84"}}, ["approvals", "grant"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# submit-request.jsonl:31 an owner may not submit
test_submit_request_031 if holds(3, {"action": "submit_request", "asOf": 1789437600000, "viewer": {"roles": ["owner"]}}, ["approvals", "grant"], {"effect": "deny", "denies": ["POL-3"], "only": ["POL-3"]})

holds(base, set, removed, want) if {
	given := json.remove(object.union(bases[base], set), removed)
	answer := gate.decision with input as given
	as_wanted(answer, want)
}

as_wanted(answer, want) if {
	answer.effect == want.effect
	every rule in object.get(want, "denies", []) {
		rule in {d.rule | some d in answer.denies}
	}
	every rule in {d.rule | some d in answer.denies} {
		rule in object.get(want, "only", [rule])
	}
	every by in object.get(want, "needs", []) {
		by in {n.by | some n in answer.needs}
	}
	every rule in object.get(want, "reasons", []) {
		rule in {r.rule | some r in answer.reasons}
	}
	every code in object.get(want, "obligations", []) {
		code in {o.code | some o in answer.obligations}
	}
	every at in object.get(want, "at", []) {
		at in {d.at | some d in answer.denies}
	}
	every code in object.get(want, "unknowns", []) {
		code in {u.message | some u in answer.unknowns}
	}
	every rule in object.get(want, "deadlines", []) {
		rule in {d.rule | some d in answer.deadlines}
	}
}

bases := [{"action": "approve", "asOf": 1789437600000, "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, {"action": "consent", "asOf": 1789437600000, "viewer": {"userId": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, {"action": "read_request", "asOf": 1789437600000, "viewer": {"userId": "per_dung", "orgId": "org_tttp", "orgKind": "TTTP", "roles": ["inspector"], "functions": []}, "inspection": {"no": "45/QĐ-TTTP", "issuer": "per_chief", "head": "per_head", "team": ["per_dung", "per_head"], "inspectedOrgs": ["org_soxd", "org_dongda"], "contents": ["truy cập camera"], "period": {"from": 1767200400000, "to": 1790701200000}, "announcedAt": 1788195600000, "endsAt": 1793293200000}, "context": {"targetOrgIds": ["org_soxd"], "targetWindow": {"from": 1785517200000, "to": 1788195600000}}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, {"action": "live_view", "asOf": 1514653200000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "grant": {"id": "grt_1", "scope": {"cameras": ["cam_1"], "window": {"from": 1789405200000, "to": 1789491600000}, "actions": ["live_view"]}, "expiresAt": 1789491600000}}]
