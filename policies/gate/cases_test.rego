# Made from policies/cases/*.jsonl by `npm run policy:build`; do not edit.
package gate_test

import rego.v2

import data.gate

# accounts-and-logs.jsonl:1 an account last used exactly 45 days ago is still open
test_accounts_and_logs_001 if holds(0, {}, [], {"effect": "allow"})

# accounts-and-logs.jsonl:2 an account last used 45 days and a moment ago is closed
test_accounts_and_logs_002 if holds(0, {"viewer": {"lastActiveAt": 1785549599999}}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# accounts-and-logs.jsonl:3 a person whose title has ended looks by their grant, not by their title
test_accounts_and_logs_003 if holds(0, {"viewer": {"titlePowersValidTo": 1788281999999}}, ["viewer/lastActiveAt"], {"effect": "allow"})

# accounts-and-logs.jsonl:4 a body whose purpose has ended asks anew
test_accounts_and_logs_004 if holds(0, {"action": "submit_request", "grant": {"id": "grt_0", "purposeEndedAt": 1788973200000}}, ["approvals", "viewer/lastActiveAt", "grant/scope", "grant/expiresAt"], {"effect": "needs_approval", "needs": ["owner", "police"]})

# accounts-and-logs.jsonl:5 a security level that is no number
test_accounts_and_logs_005 if holds(0, {"action": "approve_system_level", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "system": {"id": "s1", "level": "three", "operatorUnitId": "u1", "appraiserUnitId": "u2", "buildStartedAt": 1772298000000}}, ["camera", "request", "approvals", "grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0", "SE-01"], "at": ["system.level"]})

# accounts-and-logs.jsonl:6 a log kept for no number of months
test_accounts_and_logs_006 if holds(0, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": "long"}, "log": {"kinds": ["access", "process", "application", "alert"], "central": true, "ntp": true, "siem": true, "reviewedAt": 1774976400000}}, ["camera", "request", "approvals", "grant", "viewer/functions", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0", "SE-03", "SE-04"], "at": ["system.auditRetentionMonths"]})

# accounts-and-logs.jsonl:7 the health of a system is read, whatever its log lacks
test_accounts_and_logs_007 if holds(0, {"action": "read_health", "viewer": {"roles": ["operator"]}, "system": {"logReviewedAt": 1788109200000}, "log": {"central": false, "ntp": false, "siem": false, "kinds": ["access"]}}, ["camera", "request", "approvals", "grant", "viewer/userId", "viewer/orgId", "viewer/orgKind", "viewer/functions", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "allow"})

# accounts-and-logs.jsonl:8 a log that is not central is named by what it lacks
test_accounts_and_logs_008 if holds(0, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 12}, "log": {"kinds": ["access", "process", "application", "alert"], "central": false, "ntp": true, "siem": true, "reviewedAt": 1774976400000}}, ["camera", "request", "approvals", "grant", "viewer/functions", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SE-03"], "only": ["SE-03"], "at": ["log.central"]})

# accounts-and-logs.jsonl:9 a log looked through exactly half a year ago
test_accounts_and_logs_009 if holds(0, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 12}, "log": {"kinds": ["access", "process", "application", "alert"], "central": true, "ntp": true, "siem": true, "reviewedAt": 1773540000000}}, ["camera", "request", "approvals", "grant", "viewer/functions", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "allow"})

# accounts-and-logs.jsonl:10 a toll camera is brought in: how long it keeps its video is decided in another act
test_accounts_and_logs_010 if holds(1, {}, [], {"effect": "allow"})

# accounts-and-logs.jsonl:11 a retention above the policy's own floor
test_accounts_and_logs_011 if holds(0, {"action": "set_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 6, "floorDays": 5, "justification": "Điều tra tai nạn"}}, ["request", "approvals", "grant", "viewer/functions", "viewer/unitId", "viewer/lastActiveAt", "camera/id", "camera/ownerOrgId", "camera/missionClass", "camera/purposes", "camera/classification", "camera/isPublicPlace", "camera/zoneKind"], {"effect": "allow"})

# accounts-and-logs.jsonl:12 a retention at the policy's own floor
test_accounts_and_logs_012 if holds(0, {"action": "set_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 5, "floorDays": 5, "justification": "Điều tra tai nạn"}}, ["request", "approvals", "grant", "viewer/functions", "viewer/unitId", "viewer/lastActiveAt", "camera/id", "camera/ownerOrgId", "camera/missionClass", "camera/purposes", "camera/classification", "camera/isPublicPlace", "camera/zoneKind"], {"effect": "allow"})

# accounts-and-logs.jsonl:13 a firm connects its system: its own house was judged when it brought its cameras in
test_accounts_and_logs_013 if holds(2, {}, [], {"effect": "allow"})

# accounts-and-logs.jsonl:14 a ward brings in a camera and has filed no impact assessment: state bodies need none
test_accounts_and_logs_014 if holds(1, {"camera": {"systemKind": "central"}, "organisation": {"dpoContact": "dpo@phuong"}}, ["retentionPolicy"], {"effect": "allow"})

# accounts-and-logs.jsonl:15 a person brings in their own camera and names no officer
test_accounts_and_logs_015 if holds(1, {"viewer": {"orgKind": "CA_NHAN"}, "camera": {"systemKind": "central", "fundingKind": "private", "coverage": "withinBoundary"}, "organisation": {"sizeClass": "large"}}, ["retentionPolicy"], {"effect": "allow"})

# accounts-and-logs.jsonl:16 a firm that says it has no officer asks for footage with an authority behind it
test_accounts_and_logs_016 if holds(0, {"action": "submit_request", "asOf": 1787072400000, "viewer": {"orgKind": "DOANH_NGHIEP", "lastActiveAt": 1789318800000}, "request": {"requester": {"orgKind": "DOANH_NGHIEP"}, "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "writtenRequest": {"date": 1786208400000}, "requesterAuthority": "CATP"}, "organisation": {"dpoContact": "", "sizeClass": "micro"}}, ["approvals", "grant"], {"effect": "needs_approval", "needs": ["owner", "police"]})

# accounts-and-logs.jsonl:17 a department that says it has no officer asks for a statistic
test_accounts_and_logs_017 if holds(2, {"action": "aggregate", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "context": {"output": "aggregate", "deidMethod": "k-anonymity"}, "organisation": {"dpoContact": ""}}, ["system", "approvals", "camera", "request/kind", "request/receivedAt", "context/channel", "organisation/sizeClass"], {"effect": "allow"})

# accounts-and-logs.jsonl:18 a ward that names its officer and hires no service
test_accounts_and_logs_018 if holds(1, {"camera": {"systemKind": "central"}, "organisation": {"dpoContact": "dpo@phuong", "dpService": ""}}, ["retentionPolicy"], {"effect": "allow"})

# accounts-and-logs.jsonl:19 a household of an unreadable number of people is not exempt
test_accounts_and_logs_019 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"sizeClass": "household", "dataSubjects": "many"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["POL-0", "PD-26", "PD-27"]})

# accounts-and-logs.jsonl:20 cameras are listed whatever standard they follow and wherever they store
test_accounts_and_logs_020 if holds(0, {"action": "list_cameras", "camera": {"conformity": {"standard": "QCVN 135:2024/BTTTT"}, "storageCountry": "US"}}, ["request", "approvals", "grant", "viewer/lastActiveAt", "camera/id", "camera/ownerOrgId", "camera/purposes", "camera/isPublicPlace", "camera/zoneKind"], {"effect": "allow"})

# accounts-and-logs.jsonl:21 a device whose certificate is dated after today
test_accounts_and_logs_021 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central", "origin": "newInvestment", "conformity": {"standard": "QCVN 11:2026/BCA", "certifiedAt": 1790787600000}}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["SE-10"], "only": ["SE-10"], "at": ["camera.conformity.standard"]})

# accounts-and-logs.jsonl:22 a device certified under a standard before it was one
test_accounts_and_logs_022 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central", "origin": "newInvestment", "conformity": {"standard": "QCVN 11:2026/BCA", "certifiedAt": 1782838799000}}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["SE-10"], "only": ["SE-10"]})

# accounts-and-logs.jsonl:23 a device certified the moment its standard began
test_accounts_and_logs_023 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central", "origin": "newInvestment", "conformity": {"standard": "QCVN 11:2026/BCA", "certifiedAt": 1782838800000}}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "allow"})

# accounts-and-logs.jsonl:24 recordings stored in Viet Nam
test_accounts_and_logs_024 if holds(1, {"camera": {"systemKind": "central", "storageCountry": "VN"}}, ["retentionPolicy"], {"effect": "allow"})

# accounts-and-logs.jsonl:25 nothing is said of where recordings are stored
test_accounts_and_logs_025 if holds(1, {"camera": {"systemKind": "central", "storageCountry": null}}, ["retentionPolicy"], {"effect": "allow"})

# accounts-and-logs.jsonl:26 a camera whose notice was verified needs no further check
test_accounts_and_logs_026 if holds(1, {"camera": {"systemKind": "central"}}, ["retentionPolicy"], {"effect": "allow", "notObligations": ["verify_notice"]})

# accounts-and-logs.jsonl:27 a camera whose notice was never verified is checked afterwards
test_accounts_and_logs_027 if holds(1, {"camera": {"systemKind": "central"}}, ["retentionPolicy", "camera/noticeVerifiedAt"], {"effect": "allow", "obligations": ["verify_notice"]})

# accounts-and-logs.jsonl:28 looking at a camera without a verified notice starts no check
test_accounts_and_logs_028 if holds(0, {}, ["viewer/lastActiveAt"], {"effect": "allow", "notObligations": ["verify_notice"]})

# accounts-and-logs.jsonl:29 live view hands nothing over: no override of the notice is needed
test_accounts_and_logs_029 if holds(0, {"camera": {"noticeKind": "none"}}, ["viewer/lastActiveAt"], {"effect": "allow"})

# accounts-and-logs.jsonl:30 a body looks at its own camera whose notice is not verified
test_accounts_and_logs_030 if holds(3, {}, [], {"effect": "allow"})

# accounts-and-logs.jsonl:31 clear pictures are asked for without a reason, already with the request
test_accounts_and_logs_031 if holds(0, {"action": "submit_request", "context": {"fidelity": "original"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SE-07"], "only": ["SE-07"], "at": ["request.clearTextReason"]})

# accounts-and-logs.jsonl:32 a school is watched in clear for a stated reason
test_accounts_and_logs_032 if holds(0, {"camera": {"zoneKind": "school"}, "request": {"clearTextReason": "Tìm trẻ bị lạc trước cổng trường"}}, ["viewer/lastActiveAt"], {"effect": "allow", "notObligations": ["mask_faces"]})

# accounts-and-logs.jsonl:33 a school is watched without a stated reason
test_accounts_and_logs_033 if holds(0, {"camera": {"zoneKind": "school"}}, ["viewer/lastActiveAt"], {"effect": "allow", "obligations": ["mask_faces"]})

# accounts-and-logs.jsonl:34 an ordinary viewer has nobody who sent them
test_accounts_and_logs_034 if holds(0, {}, ["viewer/lastActiveAt"], {"effect": "allow", "notObligations": ["notify_issuer"]})

# accounts-and-logs.jsonl:35 a recording is not deleted under a hold whose paper nobody names
test_accounts_and_logs_035 if holds(2, {"action": "delete_recording", "viewer": {"userId": "per_op", "orgId": "org_op", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": [], "sha256": "ab", "storedCopySha256": "ab", "deletionMinutesRef": "BB-1"}, "camera": {"enforcement": false}, "legalHold": {"ref": null, "authority": "CQDT"}}, ["request", "context", "system", "approvals", "organisation", "viewer/functions", "camera/origin"], {"effect": "deny", "denies": ["EV-19"], "only": ["EV-19"]})

# accounts-and-logs.jsonl:36 a recording is deleted after its hold was released
test_accounts_and_logs_036 if holds(2, {"action": "delete_recording", "viewer": {"userId": "per_op", "orgId": "org_op", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": [], "sha256": "ab", "storedCopySha256": "ab", "deletionMinutesRef": "BB-1"}, "camera": {"enforcement": false}, "legalHold": {"ref": "YC-7", "releasedAt": 1788195600000}}, ["request", "context", "system", "approvals", "organisation", "viewer/functions", "camera/origin"], {"effect": "allow"})

# accounts-and-logs.jsonl:37 a request is not closed on a hold whose paper nobody names
test_accounts_and_logs_037 if holds(1, {"action": "close_request", "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD", "roles": ["requester"]}, "grant": {"purposeEndedAt": 1789318800000}, "legalHold": {"authority": "CQDT"}}, ["camera", "retentionPolicy"], {"effect": "deny", "denies": ["SH-03"], "only": ["SH-03"]})

# accounts-and-logs.jsonl:38 serious: 24 h (SE-09)
test_accounts_and_logs_038 if holds(1, {"action": "report_incident", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "unitId": "VP", "roles": ["dpo"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "incident": {"detectedAt": 1795057200000, "dataClass": "basic", "harm": true, "severity": "serious", "kind": "leak"}}, ["camera", "retentionPolicy"], {"effect": "allow", "deadlines": ["SE-09"]})

# accounts-and-logs.jsonl:39 level 3 (SE-01)
test_accounts_and_logs_039 if holds(1, {"action": "approve_system_level", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "CATP", "orgKind": "CATP", "unitId": "VP", "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Giám đốc Công an thành phố", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "system": {"id": "S1", "level": 3, "levelDecision": "QD-1", "operatorUnitId": "U1", "appraiserUnitId": "U2"}}, ["camera", "retentionPolicy"], {"effect": "allow"})

# accounts-and-logs.jsonl:40 level 2 is too low (SE-01)
test_accounts_and_logs_040 if holds(1, {"action": "approve_system_level", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "CATP", "orgKind": "CATP", "unitId": "VP", "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Giám đốc Công an thành phố", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "system": {"id": "S1", "level": 2, "levelDecision": "QD-1", "operatorUnitId": "U1", "appraiserUnitId": "U2"}}, ["camera", "retentionPolicy"], {"effect": "deny", "denies": ["SE-01"], "only": ["SE-01"]})

# accounts-and-logs.jsonl:41 operator appraises itself (SE-02)
test_accounts_and_logs_041 if holds(1, {"action": "approve_system_level", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "CATP", "orgKind": "CATP", "unitId": "VP", "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Giám đốc Công an thành phố", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "system": {"id": "S1", "level": 3, "levelDecision": "QD-1", "operatorUnitId": "U1", "appraiserUnitId": "U1"}}, ["camera", "retentionPolicy"], {"effect": "deny", "denies": ["SE-02"], "only": ["SE-02"]})

# accounts-and-logs.jsonl:42 shared account (SE-05)
test_accounts_and_logs_042 if holds(4, {}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# accounts-and-logs.jsonl:43 idle 44 days (SE-05)
test_accounts_and_logs_043 if holds(4, {"viewer": {"lastActiveAt": 1791338400000}}, ["viewer/account"], {"effect": "allow"})

# accounts-and-logs.jsonl:44 admin without MFA (SE-05)
test_accounts_and_logs_044 if holds(4, {"action": "set_retention", "viewer": {"roles": ["operator"], "mfaLevel": 0, "account": {"admin": true, "mfa": false}}, "request": {"kind": "SET_RETENTION"}, "grant": {"scope": {"actions": ["set_retention"]}}, "context": {"mfa": false}, "retentionPolicy": {"purpose": "AN_NINH_TRAT_TU", "days": 3, "justification": "x"}}, ["viewer/account/shared"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# accounts-and-logs.jsonl:45 the requester approves (SE-05)
test_accounts_and_logs_045 if holds(4, {"action": "approve", "viewer": {"orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "roles": ["approver"], "title": "Giám đốc Công an thành phố"}, "request": {"kind": "APPROVE", "state": "UNDER_REVIEW"}, "approvals": []}, ["grant", "viewer/account"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# accounts-and-logs.jsonl:46 another approves (SE-05)
test_accounts_and_logs_046 if holds(4, {"action": "approve", "viewer": {"userId": "chihuy-09", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "roles": ["approver"], "title": "Giám đốc Công an thành phố"}, "request": {"kind": "APPROVE", "state": "UNDER_REVIEW"}, "approvals": []}, ["grant", "viewer/account"], {"effect": "allow"})

# accounts-and-logs.jsonl:47 export: sign delivery (SE-06)
test_accounts_and_logs_047 if holds(5, {}, [], {"effect": "allow", "obligations": ["sign_delivery"]})

# accounts-and-logs.jsonl:48 unblurred with a reason (SE-07)
test_accounts_and_logs_048 if holds(5, {"request": {"clearTextReason": "Nhận dạng nghi can trong vụ án"}, "context": {"fidelity": "full"}}, [], {"effect": "allow"})

# accounts-and-logs.jsonl:49 'original' fidelity (SE-07)
test_accounts_and_logs_049 if holds(5, {"context": {"fidelity": "original"}}, [], {"effect": "deny", "denies": ["SE-07"], "only": ["SE-07"]})

# accounts-and-logs.jsonl:50 clear personal data in the ledger (SE-08)
test_accounts_and_logs_050 if holds(5, {"action": "write_ledger", "viewer": {"roles": ["operator"]}, "entry": {"clearPersonalData": true, "payload": "clear"}}, ["organisation", "camera", "request", "approvals", "grant", "context", "recording"], {"effect": "deny", "denies": ["SE-08"], "only": ["SE-08"]})

# accounts-and-logs.jsonl:51 digests only (SE-08)
test_accounts_and_logs_051 if holds(5, {"action": "write_ledger", "viewer": {"roles": ["operator"]}, "entry": {"clearPersonalData": false, "payload": "digest"}}, ["organisation", "camera", "request", "approvals", "grant", "context", "recording"], {"effect": "allow"})

# accounts-and-logs.jsonl:52 register, QCVN 135 certificate before 01/07/2026 (SE-10)
test_accounts_and_logs_052 if holds(5, {"action": "register_camera", "viewer": {"orgId": "SO_XD", "orgKind": "SO_XD", "roles": ["operator"]}, "organisation": {"id": "SO_XD", "kind": "SO_XD"}, "camera": {"origin": "existing", "azimuth": 90, "fov": 60, "location": {"lat": 21.03, "lon": 105.85}, "coverage": "withinBoundary", "mountKind": "fixed", "ownerKind": "state", "conformity": {"standard": "QCVN 135:2024/BTTTT", "certNo": "1", "certifiedAt": 1772298000000}}}, ["request", "approvals", "grant", "recording"], {"effect": "allow"})

# accounts-and-logs.jsonl:53 storage abroad (SE-10)
test_accounts_and_logs_053 if holds(5, {"action": "register_camera", "viewer": {"orgId": "SO_XD", "orgKind": "SO_XD", "roles": ["operator"]}, "organisation": {"id": "SO_XD", "kind": "SO_XD"}, "camera": {"storageCountry": "SG", "origin": "existing", "azimuth": 90, "fov": 60, "location": {"lat": 21.03, "lon": 105.85}, "coverage": "withinBoundary", "mountKind": "fixed", "ownerKind": "state", "conformity": {"standard": "QCVN 11:2026/BCA", "certNo": "1"}}}, ["request", "approvals", "grant", "recording"], {"effect": "deny", "denies": ["SE-10"], "only": ["SE-10"]})

# accounts-and-logs.jsonl:54 approval that expires 2026-11-19 (SE-05)
test_accounts_and_logs_054 if holds(4, {"approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1", "expiresAt": 1795107599999}, {"approver": "chucamera-01", "approverTitle": "Trưởng phòng", "orgId": "SO_XD", "orgKind": "SO_XD", "unitId": "SO_XD-HT", "effect": "approved", "key": "owner", "signedAt": 1794974400000, "signature": "s2"}]}, ["viewer/account"], {"effect": "needs_approval"})

# accounts-and-logs.jsonl:55 approval that expires 2026-11-20 (SE-05)
test_accounts_and_logs_055 if holds(4, {"approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1", "expiresAt": 1795193999999}, {"approver": "chucamera-01", "approverTitle": "Trưởng phòng", "orgId": "SO_XD", "orgKind": "SO_XD", "unitId": "SO_XD-HT", "effect": "approved", "key": "owner", "signedAt": 1794974400000, "signature": "s2"}]}, ["viewer/account"], {"effect": "allow"})

# accounts-and-logs.jsonl:56 approval that expires 2026-11-20T00:00:00+07:00 (SE-05)
test_accounts_and_logs_056 if holds(4, {"approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1", "expiresAt": 1795107600000}, {"approver": "chucamera-01", "approverTitle": "Trưởng phòng", "orgId": "SO_XD", "orgKind": "SO_XD", "unitId": "SO_XD-HT", "effect": "approved", "key": "owner", "signedAt": 1794974400000, "signature": "s2"}]}, ["viewer/account"], {"effect": "needs_approval"})

# accounts-and-logs.jsonl:57 level appraised by its operator, nothing else stated (SE-02)
test_accounts_and_logs_057 if holds(1, {"action": "approve_system_level", "asOf": 1795140000000, "viewer": {"orgKind": "CATP"}, "system": {"level": 3, "operatorUnitId": "A", "appraiserUnitId": "A"}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId"], {"effect": "deny", "denies": ["SE-02"], "only": ["SE-02"]})

# accounts-and-logs.jsonl:58 new device under QCVN 135:2024/BTTTT on 2026-06-30T23:59:59+07:00 (SE-10)
test_accounts_and_logs_058 if holds(6, {}, [], {"effect": "allow"})

# accounts-and-logs.jsonl:59 new device under QCVN 135:2024/BTTTT on 2026-07-01 (SE-10)
test_accounts_and_logs_059 if holds(6, {"asOf": 1782838800000}, [], {"effect": "deny", "denies": ["SE-10"], "only": ["SE-10"]})

# accounts-and-logs.jsonl:60 new device under QCVN 11:2026/BCA on 2026-06-30 (SE-10)
test_accounts_and_logs_060 if holds(6, {"asOf": 1782752400000, "camera": {"conformity": {"standard": "QCVN 11:2026/BCA"}}}, [], {"effect": "deny", "denies": ["SE-10"], "only": ["SE-10"]})

# accounts-and-logs.jsonl:61 new device under QCVN 11:2026/BCA on 2026-07-01 (SE-10)
test_accounts_and_logs_061 if holds(6, {"asOf": 1782838800000, "camera": {"conformity": {"standard": "QCVN 11:2026/BCA"}}}, [], {"effect": "allow"})

# alone.jsonl:1 toll footage the day before NĐ 330, on a signed request
test_alone_001 if holds(7, {}, [], {"effect": "allow"})

# alone.jsonl:2 toll footage the day before NĐ 330, on a request nobody signed
test_alone_002 if holds(7, {}, ["request/writtenRequest/signatureRef"], {"effect": "deny", "denies": ["TR-16"], "only": ["TR-16"]})

# alone.jsonl:3 a log kept two months before NĐ 333
test_alone_003 if holds(1, {"action": "set_log_retention", "asOf": 1787018400000, "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 2}}, ["camera", "retentionPolicy"], {"effect": "deny", "denies": ["SE-03"], "only": ["SE-03"]})

# alone.jsonl:4 a log kept three months before NĐ 333
test_alone_004 if holds(1, {"action": "set_log_retention", "asOf": 1787018400000, "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 3}}, ["camera", "retentionPolicy"], {"effect": "allow"})

# alone.jsonl:5 before NĐ 330 a firm asks on the ground of a state agency
test_alone_005 if holds(8, {}, [], {"effect": "deny", "denies": ["PD-09"], "only": ["PD-09"]})

# alone.jsonl:6 before NĐ 330 a firm asks on the basis of state management
test_alone_006 if holds(8, {"request": {"legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.e"}}, [], {"effect": "deny", "denies": ["PD-06"], "only": ["PD-06"]})

# alone.jsonl:7 before NĐ 330 a firm asks on a basis of its own
test_alone_007 if holds(8, {"request": {"transferGround": "17.1.e"}}, [], {"effect": "allow"})

# alone.jsonl:8 from NĐ 330 on a firm without an authority behind it is refused
test_alone_008 if holds(8, {"asOf": 1787072400000, "request": {"transferGround": "17.1.e"}}, [], {"effect": "deny", "denies": ["PD-14"], "only": ["PD-14"]})

# alone.jsonl:9 a firm that passes on the request of an authority
test_alone_009 if holds(8, {"asOf": 1787072400000, "request": {"transferGround": "17.1.e", "requesterAuthority": "CATP"}}, [], {"effect": "allow"})

# alone.jsonl:10 an owner consents to a camera that is not named
test_alone_010 if holds(2, {"action": "consent", "viewer": {"userId": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "camera": {"ownerOrgId": "org_dongda"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, ["context", "system", "approvals", "organisation", "camera/origin", "request/kind", "request/purposeCode", "request/receivedAt"], {"effect": "deny", "denies": ["POL-0"], "only": ["POL-0"]})

# alone.jsonl:11 an owner of a kind nobody knows consents
test_alone_011 if holds(2, {"action": "consent", "viewer": {"userId": "per_binh", "orgId": "org_dongda", "orgKind": "CLUB", "roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, ["context", "system", "approvals", "organisation", "camera/origin", "request/kind", "request/purposeCode", "request/receivedAt"], {"effect": "deny", "denies": ["POL-2"], "only": ["POL-2"]})

# alone.jsonl:12 the operations centre looks into the road-traffic system with the consent of its unit, without a written request
test_alone_012 if holds(9, {}, [], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"]})

# alone.jsonl:13 the operations centre looks into the road-traffic system with consent and a written request
test_alone_013 if holds(9, {"request": {"writtenRequest": {"number": "9/IOC", "date": 1789318800000, "issuer": "IOC"}}}, [], {"effect": "allow"})

# alone.jsonl:14 a department takes another body's camera for its own
test_alone_014 if holds(0, {"viewer": {"lastActiveAt": 1789318800000}, "request": {"transferGround": "17.1.b"}}, [], {"effect": "deny", "denies": ["PD-09"], "only": ["PD-09"]})

# analytics.jsonl:1 face match by an authorised police unit in crime prevention
test_analytics_001 if holds(10, {}, [], {"effect": "allow", "obligations": ["log_model", "mark_sensitive"]})

# analytics.jsonl:2 face match on another basis
test_analytics_002 if holds(10, {"request": {"legalBasisCode": "PDPL-19.1.c"}}, [], {"effect": "deny", "denies": ["PD-15"], "only": ["PD-15"]})

# analytics.jsonl:3 face match on another basis the day before NĐ 330
test_analytics_003 if holds(11, {}, [], {"effect": "allow"})

# analytics.jsonl:4 face match by a department
test_analytics_004 if holds(10, {"viewer": {"orgKind": "SO_XD"}}, [], {"effect": "deny", "denies": ["PD-15"], "only": ["PD-15"]})

# analytics.jsonl:5 face match by a police unit that neither holds the authority nor a grant for it
test_analytics_005 if holds(10, {"camera": {"ownerOrgId": "org_pc08"}, "request": {"transferGround": "17.1.b"}}, ["approvals", "grant", "viewer/authorityRef"], {"effect": "deny", "denies": ["PD-15"], "only": ["PD-15"]})

# analytics.jsonl:6 face match with the subject's consent
test_analytics_006 if holds(10, {"request": {"legalBasisCode": "PDPL-9"}, "consent": {"recordId": "cr_1", "principalId": "p1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1788195600000, "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true}}, [], {"effect": "allow"})

# analytics.jsonl:7 face match with a consent that does not say it is sensitive
test_analytics_007 if holds(10, {"request": {"legalBasisCode": "PDPL-9"}, "consent": {"recordId": "cr_1", "principalId": "p1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1788195600000, "voluntary": true, "informed": true, "verifiable": true}}, [], {"effect": "deny", "denies": ["PD-15", "PD-25"], "only": ["PD-15", "PD-25"]})

# analytics.jsonl:8 face match without clearance
test_analytics_008 if holds(10, {"viewer": {"clearance": "basic"}}, [], {"effect": "deny", "denies": ["PD-17"], "only": ["PD-17"]})

# analytics.jsonl:9 face match with one factor
test_analytics_009 if holds(10, {"viewer": {"mfaLevel": 1}}, [], {"effect": "deny", "denies": ["PD-17"], "only": ["PD-17"]})

# analytics.jsonl:10 watch list of another purpose
test_analytics_010 if holds(10, {"watchlist": {"purposeCode": "GIAO_THONG"}}, [], {"effect": "deny", "denies": ["PD-18"], "only": ["PD-18"]})

# analytics.jsonl:11 face match on the original
test_analytics_011 if holds(10, {"recording": {"original": true}}, [], {"effect": "deny", "denies": ["EV-20"], "only": ["EV-20"]})

# analytics.jsonl:12 face match without a risk class
test_analytics_012 if holds(10, {}, ["analytics/riskLevel"], {"effect": "deny", "denies": ["AI-04"], "only": ["AI-04"]})

# analytics.jsonl:13 a machine acts alone
test_analytics_013 if holds(10, {"analytics": {"automaticAction": true, "humanVerification": false, "reviewOffered": true}}, [], {"effect": "deny", "denies": ["AI-01"], "only": ["AI-01"]})

# analytics.jsonl:14 a machine acts alone, 14/08/2026
test_analytics_014 if holds(11, {"asOf": 1786640400000, "request": {"legalBasisCode": "PDPL-19.1.b"}, "analytics": {"automaticAction": true, "humanVerification": false}}, [], {"effect": "allow"})

# analytics.jsonl:15 a machine acts alone, 15/08/2026
test_analytics_015 if holds(11, {"asOf": 1786726800000, "request": {"legalBasisCode": "PDPL-19.1.b"}, "analytics": {"automaticAction": true, "humanVerification": false}}, [], {"effect": "deny", "denies": ["AI-01"], "only": ["AI-01"]})

# analytics.jsonl:16 a system in service before runs on until 01/03/2027
test_analytics_016 if holds(10, {"analytics": {"automaticAction": true, "humanVerification": false, "reviewOffered": true, "inServiceSince": 1767200400000}}, [], {"effect": "allow"})

# analytics.jsonl:17 28/02/2027: still within the transition
test_analytics_017 if holds(7, {"action": "act_on_match", "asOf": 1803833999000, "viewer": {"roles": ["duty_officer"], "lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "riskLevel": "high", "automaticAction": true, "reviewOffered": true, "inServiceSince": 1767200400000}}, ["camera", "request", "approvals", "grant", "delivery"], {"effect": "allow"})

# analytics.jsonl:18 01/03/2027: the transition is over
test_analytics_018 if holds(7, {"action": "act_on_match", "asOf": 1803834000000, "viewer": {"roles": ["duty_officer"], "lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "riskLevel": "high", "automaticAction": true, "reviewOffered": true, "inServiceSince": 1767200400000}}, ["camera", "request", "approvals", "grant", "delivery"], {"effect": "deny", "denies": ["AI-01"], "only": ["AI-01"]})

# analytics.jsonl:19 an officer verified it
test_analytics_019 if holds(10, {"action": "act_on_match", "asOf": 1803834000000, "viewer": {"roles": ["duty_officer"], "lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "automaticAction": true, "reviewOffered": true, "inServiceSince": 1767200400000, "verifierTitle": "Đội trưởng"}}, ["camera", "request", "approvals", "grant", "recording", "delivery", "watchlist"], {"effect": "allow"})

# analytics.jsonl:20 no review offered
test_analytics_020 if holds(7, {"action": "act_on_match", "asOf": 1803833999000, "viewer": {"roles": ["duty_officer"], "lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "riskLevel": "high", "automaticAction": true, "reviewOffered": false, "inServiceSince": 1767200400000}}, ["camera", "request", "approvals", "grant", "delivery"], {"effect": "deny", "denies": ["AI-03"], "only": ["AI-03"]})

# analytics.jsonl:21 following a vehicle on an authority's request
test_analytics_021 if holds(10, {"action": "trajectory", "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}}, ["recording", "analytics", "watchlist"], {"effect": "allow"})

# analytics.jsonl:22 following without a written request
test_analytics_022 if holds(10, {"action": "trajectory", "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}}, ["recording", "analytics", "watchlist", "request/writtenRequest"], {"effect": "deny", "denies": ["PD-20", "PD-14", "SH-02"], "only": ["PD-20", "PD-14", "SH-02"]})

# analytics.jsonl:23 following before PD-14, without signature
test_analytics_023 if holds(11, {"action": "trajectory", "asOf": 1786986000000, "request": {"legalBasisCode": "PDPL-19.1.b", "timeWindow": {"from": 1786294800000, "to": 1786467600000}}}, ["recording", "analytics", "watchlist", "request/writtenRequest/signatureRef"], {"effect": "deny", "denies": ["PD-20"], "only": ["PD-20"]})

# analytics.jsonl:24 following over time outside the grant
test_analytics_024 if holds(10, {"action": "trajectory", "request": {"timeWindow": {"from": 1789347600000, "to": 1789923600000}}}, ["recording", "analytics", "watchlist"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# analytics.jsonl:25 plate search
test_analytics_025 if holds(10, {"action": "plate_search", "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}}, ["recording", "analytics", "watchlist"], {"effect": "allow"})

# analytics.jsonl:26 toll footage without a signed request
test_analytics_026 if holds(10, {"action": "plate_search", "camera": {"systemKind": "toll"}, "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}}, ["recording", "analytics", "watchlist", "request/writtenRequest/signatureRef"], {"effect": "deny", "denies": ["TR-16", "PD-14"], "only": ["TR-16", "PD-14"]})

# analytics.jsonl:27 toll footage on request
test_analytics_027 if holds(10, {"action": "plate_search", "camera": {"systemKind": "toll"}, "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}}, ["recording", "analytics", "watchlist"], {"effect": "allow"})

# analytics.jsonl:28 behaviour analysis of a live picture
test_analytics_028 if holds(0, {"analytics": {"kind": "behaviourAnalysis", "riskLevel": "high", "automaticAction": false}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-15"], "only": ["PD-15"]})

# analytics.jsonl:29 a second look that is refused is refused, whoever verified (AI-03)
test_analytics_029 if holds(10, {"action": "act_on_match", "asOf": 1803834000000, "viewer": {"roles": ["duty_officer"], "lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "automaticAction": true, "reviewOffered": false, "inServiceSince": 1767200400000, "verifierTitle": "Đội trưởng"}}, ["camera", "request", "approvals", "grant", "recording", "delivery", "watchlist"], {"effect": "deny", "denies": ["AI-03"], "only": ["AI-03"]})

# approvals.jsonl:1 police approve another body's request
test_approvals_001 if holds(0, {"action": "approve", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "allow"})

# approvals.jsonl:2 self-approval
test_approvals_002 if holds(0, {"action": "approve", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "request": {"requester": {"userId": "per_cuong"}}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# approvals.jsonl:3 approver of the requester's body
test_approvals_003 if holds(0, {"action": "approve", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "request": {"requester": {"orgId": "org_catp"}}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# approvals.jsonl:4 approver of the owner's body
test_approvals_004 if holds(0, {"action": "approve", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "camera": {"ownerOrgId": "org_catp"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# approvals.jsonl:5 approver who is not police
test_approvals_005 if holds(0, {"action": "approve", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "SO_KHCN", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# approvals.jsonl:6 a requester may not approve
test_approvals_006 if holds(0, {"action": "approve", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "functions": ["AN_NINH_TRAT_TU"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-3"], "only": ["POL-3"]})

# approvals.jsonl:7 approving a purpose outside the requester's function
test_approvals_007 if holds(0, {"action": "approve", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "request": {"requester": {"functions": ["MOI_TRUONG"]}}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["CT-12"], "only": ["CT-12"]})

# approvals.jsonl:8 approving after the owner declined
test_approvals_008 if holds(0, {"action": "approve", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "refused", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# approvals.jsonl:9 approving a purpose that does not fit
test_approvals_009 if holds(0, {"action": "approve", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "camera": {"purposes": ["MOI_TRUONG"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-04"], "only": ["PD-04"]})

# approvals.jsonl:10 reviewing one's own request
test_approvals_010 if holds(0, {"action": "review", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["reviewer"], "functions": ["AN_NINH_TRAT_TU"]}, "request": {"requester": {"userId": "per_cuong"}}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SE-05"]})

# approvals.jsonl:11 reviewing another's request
test_approvals_011 if holds(0, {"action": "review", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["reviewer"], "functions": ["AN_NINH_TRAT_TU"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "allow"})

# approvals.jsonl:12 refusing a request
test_approvals_012 if holds(0, {"action": "refuse_request", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "allow"})

# approvals.jsonl:13 the owner consents
test_approvals_013 if holds(3, {"action": "consent", "viewer": {"roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, ["recording", "camera/systemKind", "camera/missionClass", "camera/purposes", "camera/classification", "camera/isPublicPlace", "camera/zoneKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "allow"})

# approvals.jsonl:14 another ward consents
test_approvals_014 if holds(2, {"action": "consent", "viewer": {"userId": "per_binh", "orgId": "org_badinh", "orgKind": "UBND_PHUONG", "roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, ["context", "system", "approvals", "organisation", "camera/origin", "request/kind", "request/purposeCode", "request/receivedAt"], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# approvals.jsonl:15 the owner consents to their own request
test_approvals_015 if holds(3, {"action": "consent", "viewer": {"roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "request": {"requester": {"userId": "per_binh", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, ["recording", "camera/systemKind", "camera/missionClass", "camera/purposes", "camera/classification", "camera/isPublicPlace", "camera/zoneKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# approvals.jsonl:16 the owner withdraws consent
test_approvals_016 if holds(3, {"action": "withdraw_consent", "viewer": {"roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, ["recording", "camera/systemKind", "camera/missionClass", "camera/purposes", "camera/classification", "camera/isPublicPlace", "camera/zoneKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "allow"})

# approvals.jsonl:17 the owner declines
test_approvals_017 if holds(3, {"action": "decline_consent", "viewer": {"roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, ["recording", "camera/systemKind", "camera/missionClass", "camera/purposes", "camera/classification", "camera/isPublicPlace", "camera/zoneKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "allow"})

# approvals.jsonl:18 a requester consents for the owner
test_approvals_018 if holds(2, {"action": "consent", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, ["context", "system", "approvals", "organisation", "camera/origin", "request/kind", "request/purposeCode", "request/receivedAt"], {"effect": "deny", "denies": ["POL-3", "POL-4"]})

# approvals.jsonl:19 the requesting body withdraws its request
test_approvals_019 if holds(0, {"action": "withdraw_request"}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow"})

# approvals.jsonl:20 another body withdraws it
test_approvals_020 if holds(0, {"action": "withdraw_request", "viewer": {"orgId": "org_x"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# approvals.jsonl:21 the police revoke
test_approvals_021 if holds(0, {"action": "revoke", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "allow"})

# approvals.jsonl:22 the owner revokes
test_approvals_022 if holds(3, {"action": "revoke", "viewer": {"roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, ["recording", "camera/systemKind", "camera/missionClass", "camera/purposes", "camera/classification", "camera/isPublicPlace", "camera/zoneKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "allow"})

# approvals.jsonl:23 another owner revokes
test_approvals_023 if holds(2, {"action": "revoke", "viewer": {"userId": "per_binh", "orgId": "org_x", "orgKind": "UBND_PHUONG", "roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, ["context", "system", "approvals", "organisation", "camera/origin", "request/kind", "request/purposeCode", "request/receivedAt"], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# approvals.jsonl:24 a head of the requesting body gives the grant back
test_approvals_024 if holds(0, {"action": "revoke", "viewer": {"roles": ["agency_head"]}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow"})

# approvals.jsonl:25 the requester reads the request
test_approvals_025 if holds(0, {"action": "read_request"}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow"})

# approvals.jsonl:26 the owner reads the request
test_approvals_026 if holds(3, {"action": "read_request", "viewer": {"roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "ownerOrgIds": ["org_dongda"]}}, ["recording", "camera/systemKind", "camera/missionClass", "camera/purposes", "camera/classification", "camera/isPublicPlace", "camera/zoneKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "allow"})

# approvals.jsonl:27 the police read the request
test_approvals_027 if holds(0, {"action": "read_request", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["grant", "viewer/unitId", "viewer/lastActiveAt"], {"effect": "allow"})

# approvals.jsonl:28 an outsider does not
test_approvals_028 if holds(0, {"action": "read_request", "viewer": {"orgId": "org_x"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# approvals.jsonl:29 an inspector reads it inside the decision
test_approvals_029 if holds(12, {}, [], {"effect": "allow"})

# approvals.jsonl:30 an inspector does not read it outside the decision
test_approvals_030 if holds(12, {"inspection": {"inspectedOrgs": ["org_z"]}}, [], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# changeovers.jsonl:1 18/08/2026 23:59:59.999 Hà Nội: PD-14 is not yet law, PD-09 and SH-02 carry the check
test_changeovers_001 if holds(0, {"action": "submit_request", "asOf": 1787072399999}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# changeovers.jsonl:2 19/08/2026 00:00 Hà Nội: PD-14 is law
test_changeovers_002 if holds(0, {"action": "submit_request", "asOf": 1787072400000}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "only": ["PD-14", "SH-02"]})

# changeovers.jsonl:3 18/08/2026 17:00 UTC is already 19/08 in Hà Nội
test_changeovers_003 if holds(0, {"action": "submit_request", "asOf": 1787072400000}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["PD-14"]})

# changeovers.jsonl:4 before PD-14 an unsigned paper was enough
test_changeovers_004 if holds(0, {"action": "submit_request", "asOf": 1786986000000, "request": {"writtenRequest": {"date": 1786294800000}}}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest/signatureRef"], {"effect": "needs_approval"})

# changeovers.jsonl:5 31/12/2025: the personal-data law of that day is not in the catalogue
test_changeovers_005 if holds(0, {"action": "submit_request", "asOf": 1767200399000, "request": {"writtenRequest": {"date": 1764522000000}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# changeovers.jsonl:6 01/01/2026: Law 91 applies
test_changeovers_006 if holds(0, {"action": "submit_request", "asOf": 1767200400000, "request": {"writtenRequest": {"date": 1764522000000}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# changeovers.jsonl:7 31/12/2025: a state secret is refused all the same
test_changeovers_007 if holds(0, {"action": "submit_request", "asOf": 1767114000000, "camera": {"classification": "stateSecret"}, "request": {"writtenRequest": {"date": 1764522000000}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-07"]})

# changeovers.jsonl:8 evidence basis of NĐ 61 before 01/04/2026
test_changeovers_008 if holds(0, {"action": "submit_request", "asOf": 1774976399000, "request": {"legalBasisCode": "ND61-14/22", "writtenRequest": {"date": 1772298000000}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-06"], "only": ["PD-06"]})

# changeovers.jsonl:9 before the first law of the catalogue
test_changeovers_009 if holds(0, {"asOf": 1514653200000}, ["viewer/lastActiveAt"], {"effect": "cannot_decide"})

# changeovers.jsonl:10 before the first law even a secret is not judged
test_changeovers_010 if holds(0, {"asOf": 1262278800000, "camera": {"classification": "stateSecret"}}, ["viewer/lastActiveAt"], {"effect": "cannot_decide"})

# changeovers.jsonl:11 inspection before Law 84/2025
test_changeovers_011 if holds(12, {"action": "inspect", "asOf": 1751302799000, "inspection": {"announcedAt": 1748710800000}}, ["request"], {"effect": "cannot_decide"})

# changeovers.jsonl:12 inspection from 01/07/2025
test_changeovers_012 if holds(12, {"action": "inspect", "asOf": 1751302800000, "inspection": {"announcedAt": 1748710800000}}, ["request"], {"effect": "allow"})

# changeovers.jsonl:13 live_view in 2001, minimal (POL-6)
test_changeovers_013 if holds(9, {"asOf": 978282000000}, ["viewer", "camera", "request", "approvals"], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# changeovers.jsonl:14 playback in 2001, minimal (POL-6)
test_changeovers_014 if holds(3, {"asOf": 978282000000}, ["viewer", "camera", "request", "recording"], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# changeovers.jsonl:15 clip_export in 2001, minimal (POL-6)
test_changeovers_015 if holds(1, {"action": "clip_export", "asOf": 978282000000}, ["viewer", "camera", "retentionPolicy"], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# changeovers.jsonl:16 face_match in 2001, minimal (POL-6)
test_changeovers_016 if holds(1, {"action": "face_match", "asOf": 978282000000}, ["viewer", "camera", "retentionPolicy"], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# changeovers.jsonl:17 publish in 2001, minimal (POL-6)
test_changeovers_017 if holds(1, {"action": "publish", "asOf": 978282000000}, ["viewer", "camera", "retentionPolicy"], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# changeovers.jsonl:18 data_subject in 2001, minimal (POL-6)
test_changeovers_018 if holds(1, {"action": "data_subject", "asOf": 978282000000}, ["viewer", "camera", "retentionPolicy"], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# changeovers.jsonl:19 inspect in 2001, minimal (POL-6)
test_changeovers_019 if holds(1, {"action": "inspect", "asOf": 978282000000}, ["viewer", "camera", "retentionPolicy"], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# changeovers.jsonl:20 register_camera in 2001, minimal (POL-6)
test_changeovers_020 if holds(1, {"asOf": 978282000000}, ["viewer", "camera", "retentionPolicy"], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# changeovers.jsonl:21 approve in 2001, minimal (POL-6)
test_changeovers_021 if holds(1, {"action": "approve", "asOf": 978282000000}, ["viewer", "camera", "retentionPolicy"], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# changeovers.jsonl:22 submit_request in 2001, minimal (POL-6)
test_changeovers_022 if holds(1, {"action": "submit_request", "asOf": 978282000000}, ["viewer", "camera", "retentionPolicy"], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# changeovers.jsonl:23 grant.expiresAt: a bare date of yesterday has ended (POL-5)
test_changeovers_023 if holds(4, {"grant": {"expiresAt": 1795107599999}}, ["viewer/account"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# changeovers.jsonl:24 grant.expiresAt: a bare date of today lasts all day (POL-5)
test_changeovers_024 if holds(4, {"grant": {"expiresAt": 1795193999999}}, ["viewer/account"], {"effect": "allow"})

# changeovers.jsonl:25 grant.expiresAt: today's midnight written as an instant has passed (POL-5)
test_changeovers_025 if holds(4, {"grant": {"expiresAt": 1795107600000}}, ["viewer/account"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# changeovers.jsonl:26 grant.expiresAt: the last second of its day, written in Z (POL-5)
test_changeovers_026 if holds(4, {"asOf": 1795193999000, "grant": {"expiresAt": 1795193999999}}, ["viewer/account"], {"effect": "allow"})

# changeovers.jsonl:27 grant.expiresAt: the midnight after (POL-5)
test_changeovers_027 if holds(4, {"asOf": 1795194000000, "grant": {"expiresAt": 1795193999999}}, ["viewer/account"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# changeovers.jsonl:28 grant.scope.window.to: a bare date of yesterday has ended (POL-5)
test_changeovers_028 if holds(4, {"grant": {"scope": {"window": {"from": 1793466000000, "to": 1795107600000}}}}, ["viewer/account"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# changeovers.jsonl:29 grant.scope.window.to: a bare date of today lasts all day (POL-5)
test_changeovers_029 if holds(4, {"grant": {"scope": {"window": {"from": 1793466000000}}}}, ["viewer/account"], {"effect": "allow"})

# changeovers.jsonl:30 grant.scope.window.to: today's midnight written as an instant has passed (POL-5)
test_changeovers_030 if holds(4, {"grant": {"scope": {"window": {"from": 1793466000000, "to": 1795107600000}}}}, ["viewer/account"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# changeovers.jsonl:31 grant.scope.window.to: the last second of its day, written in Z (POL-5)
test_changeovers_031 if holds(4, {"asOf": 1795193999000, "grant": {"scope": {"window": {"from": 1793466000000}}}}, ["viewer/account"], {"effect": "allow"})

# changeovers.jsonl:32 grant.scope.window.to: the midnight after (POL-5)
test_changeovers_032 if holds(4, {"asOf": 1795194000000, "grant": {"scope": {"window": {"from": 1793466000000}}}}, ["viewer/account"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# city-layer.jsonl:1 a pause that begins at no time is in force
test_city_layer_001 if holds(1, {"camera": {"systemKind": "central", "origin": "newInvestment"}, "moratorium": {"from": "soon"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["POL-0", "HN-02"], "at": ["camera.origin"]})

# city-layer.jsonl:2 a pause whose end is left open goes on
test_city_layer_002 if holds(1, {"camera": {"systemKind": "central", "origin": "newInvestment"}, "moratorium": {"from": 1756832400000, "to": null}}, ["retentionPolicy"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# city-layer.jsonl:3 a newly invested camera is connected after the pause was ended
test_city_layer_003 if holds(2, {"viewer": {"orgKind": "UBND_PHUONG"}, "moratorium": {"from": 1756832400000, "to": 1788282000000}}, ["organisation"], {"effect": "allow"})

# city-layer.jsonl:4 after the pause a specialised system needs no confirmation
test_city_layer_004 if holds(1, {"camera": {"systemKind": "specialised", "origin": "newInvestment", "justificationDocId": "GT-1"}, "moratorium": {"from": 1756832400000, "to": 1788282000000}}, ["retentionPolicy"], {"effect": "allow"})

# city-layer.jsonl:5 delegations that are no list open nothing
test_city_layer_005 if holds(3, {"action": "live_view", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "delegations": {"first": {"cameraGroup": "grp1", "actions": ["live_view"], "validTo": 1798736400000, "decisionRef": "55/QĐ"}}}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "groupId": "grp1"}, "request": {"reason": "Theo dõi giao thông giờ cao điểm"}}, ["recording", "camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["POL-0", "PD-14", "SH-02"]})

# city-layer.jsonl:6 a delegation that ends at a text opens nothing
test_city_layer_006 if holds(3, {"action": "live_view", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "delegations": [{"cameraGroup": "grp1", "actions": ["live_view"], "validTo": "always", "decisionRef": "55/QĐ"}]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "groupId": "grp1"}, "request": {"reason": "Theo dõi giao thông giờ cao điểm"}}, ["recording", "camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["POL-0", "PD-14", "SH-02"], "at": ["viewer.delegations.validTo"]})

# city-layer.jsonl:7 a hair less than ten metres north of another camera
test_city_layer_007 if holds(1, {"camera": {"systemKind": "central"}, "neighbours": [{"id": "cam_9", "location": {"lat": 21.018190334, "lon": 105.829}, "azimuth": 90, "purposes": ["GIAO_THONG"]}]}, ["retentionPolicy"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"]})

# city-layer.jsonl:8 a hair more than ten metres north of another camera
test_city_layer_008 if holds(1, {"camera": {"systemKind": "central"}, "neighbours": [{"id": "cam_9", "location": {"lat": 21.018190335, "lon": 105.829}, "azimuth": 90, "purposes": ["GIAO_THONG"]}]}, ["retentionPolicy"], {"effect": "allow"})

# city-layer.jsonl:9 a hair less than ten metres east of another camera
test_city_layer_009 if holds(1, {"camera": {"systemKind": "central"}, "neighbours": [{"id": "cam_9", "location": {"lat": 21.0181, "lon": 105.829096246}, "azimuth": 90, "purposes": ["GIAO_THONG"]}]}, ["retentionPolicy"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"]})

# city-layer.jsonl:10 a hair more than ten metres east of another camera
test_city_layer_010 if holds(1, {"camera": {"systemKind": "central"}, "neighbours": [{"id": "cam_9", "location": {"lat": 21.0181, "lon": 105.829096247}, "azimuth": 90, "purposes": ["GIAO_THONG"]}]}, ["retentionPolicy"], {"effect": "allow"})

# city-layer.jsonl:11 headings sixteen degrees apart, one counted on past north
test_city_layer_011 if holds(1, {"camera": {"systemKind": "central", "azimuth": 360}, "neighbours": [{"id": "cam_9", "location": {"lat": 21.01814, "lon": 105.82903}, "azimuth": -16, "purposes": ["GIAO_THONG"]}]}, ["retentionPolicy"], {"effect": "allow"})

# clocks-edges.jsonl:1 moments told in words start no clock: neither of a review, a supplement, a certificate, a violation, a submission, a hold, a machine, an account nor a log
test_clocks_edges_001 if holds(13, {}, [], {"effect": "deny", "denies": ["POL-0"], "only": ["POL-0"], "clocks": []})

# clocks-edges.jsonl:2 a connection asked for on a day told in words starts no clock of its account
test_clocks_edges_002 if holds(2, {"viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": "hôm thứ Hai"}, "system": {"connectedAt": 1785517200000}}, ["approvals", "camera", "organisation", "viewer/functions", "system/id", "system/cityShared"], {"effect": "deny", "denies": ["POL-0"], "only": ["POL-0"], "clocks": []})

# clocks-edges.jsonl:3 a data subject's request received on a day told in words starts no clock
test_clocks_edges_003 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "view", "receivedAt": "hôm thứ Hai"}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["POL-0"], "only": ["POL-0"], "clocks": [], "at": ["dataSubjectRequest.receivedAt"]})

# clocks-edges.jsonl:4 an incident found, and remedied, on days told in words starts no clock
test_clocks_edges_004 if holds(1, {"action": "report_incident", "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD", "roles": ["dpo"]}, "incident": {"detectedAt": "hôm thứ Hai", "dataClass": "biometric", "remediedAt": "hôm thứ Hai", "severity": "serious"}}, ["camera", "retentionPolicy"], {"effect": "deny", "denies": ["POL-0"], "only": ["POL-0"], "clocks": []})

# clocks-edges.jsonl:5 the last use of an account told in words closes nothing
test_clocks_edges_005 if holds(1, {"action": "sign_in", "viewer": {"roles": ["operator"], "lastActiveAt": "hôm thứ Hai"}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "clocks": []})

# clocks-edges.jsonl:6 an inspection whose announcement, end and demands are told in words has no clocks
test_clocks_edges_006 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TTCP"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "announcedAt": "hôm thứ Hai", "endsAt": "hôm thứ Hai", "demands": [{"id": "dm_1", "dueAt": "hôm thứ Hai"}]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "deny", "denies": ["POL-0"], "clocks": []})

# clocks-edges.jsonl:7 a system whose building began on a day told in words is no system of the transition
test_clocks_edges_007 if holds(1, {"action": "approve_system_level", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "system": {"id": "s1", "level": 3, "operatorUnitId": "u1", "appraiserUnitId": "u2", "buildStartedAt": "hôm thứ Hai"}}, ["camera", "retentionPolicy"], {"effect": "deny", "denies": ["POL-0"], "clocks": [], "at": ["system.buildStartedAt"]})

# clocks-edges.jsonl:8 whoever looks at a camera on a request once made for a connection starts no clock of a connection account
test_clocks_edges_008 if holds(8, {"asOf": 1789437600000, "viewer": {"orgKind": "SO_XD"}, "request": {"requester": {"orgKind": "SO_XD"}, "legalBasisCode": "PDPL-19.1.c", "kind": "SYSTEM_CONNECT", "receivedAt": 1789351200000}}, [], {"effect": "allow", "clocks": []})

# clocks-edges.jsonl:9 a request for a connection that comes by way of a footage request has the clock of the account and none of a review
test_clocks_edges_009 if holds(14, {}, [], {"effect": "needs_approval", "clocks": ["connection_account_due"], "terms": {"connection_account_due": {"amount": 2, "unit": "workingDay"}}})

# clocks-edges.jsonl:10 an urgent connection has no clock of an urgent review
test_clocks_edges_010 if holds(2, {"viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1789351200000, "slaClass": "priority"}, "system": {"connectedAt": 1785517200000}}, ["approvals", "camera", "organisation", "viewer/functions", "system/id", "system/cityShared"], {"effect": "needs_approval", "clocks": ["connection_account_due"]})

# clocks-edges.jsonl:11 who reads a request starts no clock of its review or supplement
test_clocks_edges_011 if holds(0, {"action": "read_request", "request": {"receivedAt": 1789351200000, "infoAskedAt": 1789354800000}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow", "clocks": []})

# clocks-edges.jsonl:12 who looks at a camera is told no clocks of accounts and logs
test_clocks_edges_012 if holds(8, {"viewer": {"account": {"reviewedAt": 1785517200000}}, "request": {"transferGround": "17.1.e"}, "system": {"logReviewedAt": 1785517200000}}, [], {"effect": "allow", "clocks": []})

# clocks-edges.jsonl:13 an officer who is no inspector is told no clocks of an inspection
test_clocks_edges_013 if holds(0, {"action": "read_request", "inspection": {"no": "1", "endsAt": 1793379599999, "announcedAt": 1788195600000, "issuerOrgKind": "TTCP", "demands": [{"id": "dm_1", "dueAt": 1790873999999}]}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow", "clocks": []})

# clocks-edges.jsonl:14 an incident reported beside a data subject's request starts no clock of that request
test_clocks_edges_014 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1789005600000}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "clocks": ["authority_notice_due"]})

# clocks-edges.jsonl:15 a data subject's request that speaks of an incident starts no clock of the incident
test_clocks_edges_015 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1789005600000}, "incident": {"detectedAt": 1789398000000, "severity": "serious", "dataClass": "biometric", "remediedAt": 1789405200000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"]})

# clocks-edges.jsonl:16 an incident report says nothing of the closing of the reporter's account
test_clocks_edges_016 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"], "lastActiveAt": 1789318800000}, "incident": {"detectedAt": 1789398000000}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "clocks": ["authority_notice_due"]})

# clocks-edges.jsonl:17 an ordinary review is due in three working days under its own rule alone, the clock neither paused nor urgent
test_clocks_edges_017 if holds(14, {}, ["request/kind"], {"effect": "needs_approval", "clocks": ["review_due"], "terms": {"review_due": {"rule": "SH-12", "amount": 3, "unit": "workingDay", "pausedFrom": null, "pausedTo": null}}, "notDeadlines": ["SH-11", "POL-10"]})

# clocks-edges.jsonl:18 an urgent review is due in 24 hours under the urgent rule alone
test_clocks_edges_018 if holds(14, {"asOf": 1789437600000, "request": {"slaClass": "priority"}}, ["request/kind"], {"effect": "needs_approval", "clocks": ["review_due"], "terms": {"review_due": {"rule": "SH-11", "amount": 24, "unit": "hour"}}, "notDeadlines": ["SH-12", "POL-10"]})

# clocks-edges.jsonl:19 where life is threatened the review is due in three hours
test_clocks_edges_019 if holds(14, {"asOf": 1789437600000, "request": {"slaClass": "lifeThreat"}}, ["request/kind"], {"effect": "needs_approval", "terms": {"review_due": {"rule": "SH-11", "amount": 3, "unit": "hour"}}, "notDeadlines": ["SH-12", "POL-10"]})

# clocks-edges.jsonl:20 the clock of a review stands still from the question to the answer
test_clocks_edges_020 if holds(13, {"request": {"receivedAt": 1789005600000, "infoAskedAt": 1789095600000, "infoGivenAt": 1789441200000}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account"], {"effect": "allow", "terms": {"review_due": {"pausedFrom": 1789095600000, "pausedTo": 1789441200000}}})

# clocks-edges.jsonl:21 the clock of a review stands still while the answer is awaited, and the supplement has its own three working days
test_clocks_edges_021 if holds(13, {"request": {"receivedAt": 1789005600000, "infoAskedAt": 1789095600000}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account"], {"effect": "allow", "clocks": ["review_due", "supplement_due"], "terms": {"review_due": {"pausedFrom": 1789095600000, "pausedTo": null}, "supplement_due": {"amount": 3, "unit": "workingDay", "from": 1789095600000}}})

# clocks-edges.jsonl:22 a question asked on a day told in words stops no clock
test_clocks_edges_022 if holds(13, {"request": {"receivedAt": 1789005600000}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account"], {"effect": "deny", "denies": ["POL-0"], "clocks": ["review_due"], "terms": {"review_due": {"pausedFrom": null}}})

# clocks-edges.jsonl:23 an answer without a question pauses nothing, whatever the question is said to be
test_clocks_edges_023 if holds(13, {"request": {"receivedAt": 1789005600000, "infoGivenAt": 1789441200000}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account"], {"effect": "deny", "denies": ["POL-0"], "clocks": ["review_due"], "terms": {"review_due": {"pausedFrom": null, "pausedTo": null}}})

# clocks-edges.jsonl:24 an answer given on a day told in words ends no pause
test_clocks_edges_024 if holds(13, {"request": {"receivedAt": 1789005600000, "infoAskedAt": 1789095600000, "infoGivenAt": "hôm thứ Hai"}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account"], {"effect": "deny", "denies": ["POL-0"], "clocks": ["review_due", "supplement_due"], "terms": {"review_due": {"pausedTo": null}}})

# clocks-edges.jsonl:25 a request closed with its certificate of destruction has no certificate due
test_clocks_edges_025 if holds(14, {"action": "close_request", "asOf": 1789437600000, "grant": {"destructionCertificate": "CN-1", "purposeEndedAt": 1789318800000}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "clocks": []})

# clocks-edges.jsonl:26 who still looks under a grant whose purpose has ended has the certificate due in five working days
test_clocks_edges_026 if holds(8, {"request": {"transferGround": "17.1.e"}, "grant": {"purposeEndedAt": 1786899600000}}, [], {"effect": "deny", "clocks": ["destruction_certificate_due"], "terms": {"destruction_certificate_due": {"amount": 5, "unit": "workingDay", "from": 1786899600000}}})

# clocks-edges.jsonl:27 a submission is verified in thirty days of its acceptance
test_clocks_edges_027 if holds(1, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789434000000}, "violation": {"field": "road"}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId"], {"effect": "allow", "clocks": ["verification_due"], "terms": {"verification_due": {"amount": 30, "unit": "day"}}})

# clocks-edges.jsonl:28 a complex submission is verified in sixty days of its acceptance
test_clocks_edges_028 if holds(1, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "complex": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "retentionPolicy"], {"effect": "allow", "terms": {"verification_due": {"amount": 60, "unit": "day"}}})

# clocks-edges.jsonl:29 violation minutes are due five working days after the violator is known
test_clocks_edges_029 if holds(15, {}, [], {"effect": "allow", "terms": {"violation_minutes_due": {"amount": 5, "unit": "workingDay", "from": 1789027200000}}})

# clocks-edges.jsonl:30 a vehicle that did stop starts neither the ten days of its owner nor the twenty of a notice
test_clocks_edges_030 if holds(1, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000, "vehicleNotStopped": false, "notifiedAt": 1788973200000}}, ["camera", "retentionPolicy"], {"effect": "allow", "clocks": ["verification_due"]})

# clocks-edges.jsonl:31 a vehicle that did not stop: its owner in ten days of detection, the warning after twenty of the notice
test_clocks_edges_031 if holds(1, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000, "vehicleNotStopped": true, "notifiedAt": 1788973200000}}, ["camera", "retentionPolicy"], {"effect": "allow", "clocks": ["verification_due", "vehicle_owner_due", "notice_unanswered_after"], "terms": {"vehicle_owner_due": {"amount": 10, "unit": "day", "from": 1788800400000}, "notice_unanswered_after": {"amount": 20, "unit": "day", "from": 1788973200000}}})

# clocks-edges.jsonl:32 a data subject's request to withdraw is answered in 15 days
test_clocks_edges_032 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789005600000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 15, "unit": "day"}}})

# clocks-edges.jsonl:33 a data subject's request to withdraw that a third party must follow is answered in 20 days
test_clocks_edges_033 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789005600000, "thirdParty": true}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 20, "unit": "day"}}})

# clocks-edges.jsonl:34 a data subject's request to withdraw with its one extension is answered in 30 days
test_clocks_edges_034 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789005600000, "extension": {"reason": "Phải trích xuất từ nhiều hệ thống"}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 30, "unit": "day"}}})

# clocks-edges.jsonl:35 a data subject's request to restrict is answered in 15 days
test_clocks_edges_035 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "restrict", "receivedAt": 1789005600000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 15, "unit": "day"}}})

# clocks-edges.jsonl:36 a data subject's request to restrict that a third party must follow is answered in 20 days
test_clocks_edges_036 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "restrict", "receivedAt": 1789005600000, "thirdParty": true}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 20, "unit": "day"}}})

# clocks-edges.jsonl:37 a data subject's request to restrict with its one extension is answered in 30 days
test_clocks_edges_037 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "restrict", "receivedAt": 1789005600000, "extension": {"reason": "Phải trích xuất từ nhiều hệ thống"}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 30, "unit": "day"}}})

# clocks-edges.jsonl:38 a data subject's request to object is answered in 15 days
test_clocks_edges_038 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "object", "receivedAt": 1789005600000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 15, "unit": "day"}}})

# clocks-edges.jsonl:39 a data subject's request to object that a third party must follow is answered in 20 days
test_clocks_edges_039 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "object", "receivedAt": 1789005600000, "thirdParty": true}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 20, "unit": "day"}}})

# clocks-edges.jsonl:40 a data subject's request to object with its one extension is answered in 30 days
test_clocks_edges_040 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "object", "receivedAt": 1789005600000, "extension": {"reason": "Phải trích xuất từ nhiều hệ thống"}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 30, "unit": "day"}}})

# clocks-edges.jsonl:41 a data subject's request to view is answered in 10 days
test_clocks_edges_041 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1789005600000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 10, "unit": "day"}}})

# clocks-edges.jsonl:42 a data subject's request to view with a third party is answered in 15 days
test_clocks_edges_042 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1789005600000, "thirdParty": true}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 15, "unit": "day"}}})

# clocks-edges.jsonl:43 a data subject's request to view with its one extension is answered in 20 days
test_clocks_edges_043 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1789005600000, "extension": {"reason": "Phải trích xuất từ nhiều hệ thống"}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 20, "unit": "day"}}})

# clocks-edges.jsonl:44 a data subject's request to correct is answered in 10 days
test_clocks_edges_044 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "correct", "receivedAt": 1789005600000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 10, "unit": "day"}}})

# clocks-edges.jsonl:45 a data subject's request to correct with a third party is answered in 15 days
test_clocks_edges_045 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "correct", "receivedAt": 1789005600000, "thirdParty": true}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 15, "unit": "day"}}})

# clocks-edges.jsonl:46 a data subject's request to correct with its one extension is answered in 20 days
test_clocks_edges_046 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "correct", "receivedAt": 1789005600000, "extension": {"reason": "Phải trích xuất từ nhiều hệ thống"}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 20, "unit": "day"}}})

# clocks-edges.jsonl:47 a data subject's request to obtain is answered in 10 days
test_clocks_edges_047 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789005600000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 10, "unit": "day"}}})

# clocks-edges.jsonl:48 a data subject's request to obtain with a third party is answered in 15 days
test_clocks_edges_048 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789005600000, "thirdParty": true}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 15, "unit": "day"}}})

# clocks-edges.jsonl:49 a data subject's request to obtain with its one extension is answered in 20 days
test_clocks_edges_049 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789005600000, "extension": {"reason": "Phải trích xuất từ nhiều hệ thống"}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 20, "unit": "day"}}})

# clocks-edges.jsonl:50 a data subject's request to delete is answered in 20 days
test_clocks_edges_050 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "delete", "receivedAt": 1789005600000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 20, "unit": "day"}}})

# clocks-edges.jsonl:51 a data subject's request to delete with a third party is answered in 30 days
test_clocks_edges_051 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "delete", "receivedAt": 1789005600000, "thirdParty": true}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 30, "unit": "day"}}})

# clocks-edges.jsonl:52 a data subject's request to delete with its one extension is answered in 40 days
test_clocks_edges_052 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "delete", "receivedAt": 1789005600000, "extension": {"reason": "Phải trích xuất từ nhiều hệ thống"}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 40, "unit": "day"}}})

# clocks-edges.jsonl:53 a data subject's request to protect is answered in 15 days
test_clocks_edges_053 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "protect", "receivedAt": 1789005600000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 15, "unit": "day"}}})

# clocks-edges.jsonl:54 a data subject's request to protect with its one extension is answered in 30 days
test_clocks_edges_054 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "protect", "receivedAt": 1789005600000, "extension": {"reason": "Phải trích xuất từ nhiều hệ thống"}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 30, "unit": "day"}}})

# clocks-edges.jsonl:55 a data subject's request to protect (a third party changes nothing) is answered in 15 days
test_clocks_edges_055 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "protect", "receivedAt": 1789005600000, "thirdParty": true}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": ["acknowledgement_due", "answer_due"], "terms": {"acknowledgement_due": {"amount": 2, "unit": "workingDay"}, "answer_due": {"amount": 15, "unit": "day"}}})

# clocks-edges.jsonl:56 an extension by five days adds five
test_clocks_edges_056 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1789005600000, "extension": {"reason": "Phải trích xuất từ nhiều hệ thống", "days": 5}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "terms": {"answer_due": {"amount": 15, "unit": "day"}}})

# clocks-edges.jsonl:57 an extension by more days than the kind allows adds only those
test_clocks_edges_057 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1789005600000, "extension": {"reason": "Phải trích xuất từ nhiều hệ thống", "days": 25}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "terms": {"answer_due": {"amount": 20, "unit": "day"}}})

# clocks-edges.jsonl:58 an extension whose days are left empty is the whole one
test_clocks_edges_058 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1789005600000, "extension": {"reason": "Phải trích xuất từ nhiều hệ thống", "days": null}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "terms": {"answer_due": {"amount": 20, "unit": "day"}}})

# clocks-edges.jsonl:59 an incident that harms nobody is not announced to the authority
test_clocks_edges_059 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000, "harm": false}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "clocks": []})

# clocks-edges.jsonl:60 an incident with basic data alone leaves no file to keep five years and nobody to be told
test_clocks_edges_060 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000, "dataClass": "basic", "remediedAt": 1789405200000}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "clocks": ["authority_notice_due"]})

# clocks-edges.jsonl:61 an incident with location data: the authority and the people in 72 hours, the file five years
test_clocks_edges_061 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000, "dataClass": "location", "remediedAt": 1789405200000}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "clocks": ["authority_notice_due", "subjects_notice_due", "incident_file_kept_until"], "terms": {"authority_notice_due": {"amount": 72, "unit": "hour"}, "subjects_notice_due": {"amount": 72, "unit": "hour"}, "incident_file_kept_until": {"amount": 5, "unit": "year", "from": 1789405200000}}})

# clocks-edges.jsonl:62 an incident with sensitive data: the authority and the people in 72 hours, the file five years
test_clocks_edges_062 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000, "dataClass": "sensitive", "remediedAt": 1789405200000}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "clocks": ["authority_notice_due", "subjects_notice_due", "incident_file_kept_until"], "terms": {"authority_notice_due": {"amount": 72, "unit": "hour"}, "subjects_notice_due": {"amount": 72, "unit": "hour"}, "incident_file_kept_until": {"amount": 5, "unit": "year", "from": 1789405200000}}})

# clocks-edges.jsonl:63 an incident with biometric data: the authority and the people in 72 hours, the file five years
test_clocks_edges_063 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000, "dataClass": "biometric", "remediedAt": 1789405200000}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "clocks": ["authority_notice_due", "subjects_notice_due", "incident_file_kept_until"], "terms": {"authority_notice_due": {"amount": 72, "unit": "hour"}, "subjects_notice_due": {"amount": 72, "unit": "hour"}, "incident_file_kept_until": {"amount": 5, "unit": "year", "from": 1789405200000}}})

# clocks-edges.jsonl:64 a serious incident: first notice in 24 hours, full report in 72
test_clocks_edges_064 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000, "severity": "serious"}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "terms": {"first_notice_due": {"amount": 24, "unit": "hour"}, "full_report_due": {"amount": 72, "unit": "hour"}}})

# clocks-edges.jsonl:65 a system that was being built on 01/07/2026 has its level approved in six months of it and its measures in twelve
test_clocks_edges_065 if holds(1, {"action": "approve_system_level", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "system": {"id": "s1", "level": 3, "operatorUnitId": "u1", "appraiserUnitId": "u2", "buildStartedAt": 1772298000000}}, ["camera", "retentionPolicy"], {"effect": "allow", "clocks": ["level_approval_due", "level_measures_due"], "terms": {"level_approval_due": {"amount": 6, "unit": "month", "from": 1782838800000}, "level_measures_due": {"amount": 12, "unit": "month", "from": 1782838800000}}})

# clocks-edges.jsonl:66 whose level is decided has the measures alone before it
test_clocks_edges_066 if holds(1, {"action": "approve_system_level", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "system": {"id": "s1", "level": 3, "operatorUnitId": "u1", "appraiserUnitId": "u2", "buildStartedAt": 1772298000000, "levelDecision": "QĐ-3/2026"}}, ["camera", "retentionPolicy"], {"effect": "allow", "clocks": ["level_measures_due"]})

# clocks-edges.jsonl:67 a system begun on 01/07/2026 itself is none of the transition
test_clocks_edges_067 if holds(1, {"action": "approve_system_level", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "system": {"id": "s1", "level": 3, "operatorUnitId": "u1", "appraiserUnitId": "u2", "buildStartedAt": 1782838800000}}, ["camera", "retentionPolicy"], {"effect": "allow", "clocks": []})

# clocks-edges.jsonl:68 a system begun the moment before is one of the transition
test_clocks_edges_068 if holds(1, {"action": "approve_system_level", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "system": {"id": "s1", "level": 3, "operatorUnitId": "u1", "appraiserUnitId": "u2", "buildStartedAt": 1782838799999}}, ["camera", "retentionPolicy"], {"effect": "allow", "clocks": ["level_approval_due", "level_measures_due"]})

# clocks-edges.jsonl:69 the clocks of a system's level are not told to who connects it
test_clocks_edges_069 if holds(2, {"viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1789351200000}, "system": {"connectedAt": 1785517200000, "buildStartedAt": 1772298000000}}, ["approvals", "camera", "organisation", "viewer/functions", "system/id", "system/cityShared"], {"effect": "needs_approval", "clocks": ["connection_account_due"]})

# clocks-edges.jsonl:70 an inspection of the Government Inspectorate lasts sixty days from its announcement
test_clocks_edges_070 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TTCP"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "allow", "clocks": ["inspection_ends", "inspection_sixty_days"], "terms": {"inspection_sixty_days": {"amount": 60, "unit": "day", "from": 1788195600000}}})

# clocks-edges.jsonl:71 an extended inspection of the Government Inspectorate has no sixty days
test_clocks_edges_071 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TTCP"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "extensionRef": "GH-1"}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "allow", "clocks": ["inspection_ends"]})

# clocks-edges.jsonl:72 the sixty days are the Government Inspectorate's, not the city's
test_clocks_edges_072 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "allow", "clocks": ["inspection_ends"]})

# clocks-edges.jsonl:73 a demand that was answered is due no more
test_clocks_edges_073 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "demands": [{"id": "dm_1", "dueAt": 1790873999999, "respondedAt": 1788973200000}]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow", "clocks": ["inspection_ends"]})

# clocks-edges.jsonl:74 a recording's limitation period is no clock where nobody enforces
test_clocks_edges_074 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "recording": {"limitationEnd": 1798736399999}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "clocks": []})

# clocks-edges.jsonl:75 a live picture has no last day of use as a result
test_clocks_edges_075 if holds(10, {"action": "live_view", "camera": {"purposes": ["GIAO_THONG"], "enforcement": true, "calibrationValidTo": 1798736399999, "enforcementDecision": {"no": "1", "date": 1775062800000, "issuerTitle": "Trưởng phòng Cảnh sát giao thông", "validTo": 1806685199999}}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "ND61-14/22"}, "violation": {"limitationEnd": 1798736399999}}, ["recording", "analytics", "watchlist"], {"effect": "allow", "clocks": []})

# clocks-edges.jsonl:76 a limitation period told in words (recording.limitationEnd) is no clock, and proves nothing
test_clocks_edges_076 if holds(10, {"action": "clip_export", "camera": {"purposes": ["GIAO_THONG"], "enforcement": true, "calibrationValidTo": 1798736399999, "enforcementDecision": {"no": "1", "date": 1775062800000, "issuerTitle": "Trưởng phòng Cảnh sát giao thông", "validTo": 1806685199999}}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "ND61-14/22"}, "recording": {"limitationEnd": "hôm thứ Hai", "tamperFlag": false}}, ["analytics", "watchlist", "recording/copyOf", "recording/original"], {"effect": "deny", "denies": ["EV-06", "POL-0"], "only": ["EV-06", "POL-0"], "clocks": [], "at": ["recording.limitationEnd"]})

# clocks-edges.jsonl:77 a limitation period told in words (violation.limitationEnd) is no clock, and proves nothing
test_clocks_edges_077 if holds(10, {"action": "clip_export", "camera": {"purposes": ["GIAO_THONG"], "enforcement": true, "calibrationValidTo": 1798736399999, "enforcementDecision": {"no": "1", "date": 1775062800000, "issuerTitle": "Trưởng phòng Cảnh sát giao thông", "validTo": 1806685199999}}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "ND61-14/22"}, "recording": {"tamperFlag": false}, "violation": {"limitationEnd": "hôm thứ Hai"}}, ["analytics", "watchlist", "recording/copyOf", "recording/original"], {"effect": "deny", "denies": ["EV-06", "POL-0"], "only": ["EV-06", "POL-0"], "clocks": [], "at": ["violation.limitationEnd"]})

# clocks-edges.jsonl:78 a limitation period told in words (recording.validUntil) is no clock, and proves nothing
test_clocks_edges_078 if holds(10, {"action": "clip_export", "camera": {"purposes": ["GIAO_THONG"], "enforcement": true, "calibrationValidTo": 1798736399999, "enforcementDecision": {"no": "1", "date": 1775062800000, "issuerTitle": "Trưởng phòng Cảnh sát giao thông", "validTo": 1806685199999}}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "ND61-14/22"}, "recording": {"tamperFlag": false, "validUntil": "hôm thứ Hai"}}, ["analytics", "watchlist", "recording/copyOf", "recording/original"], {"effect": "deny", "denies": ["EV-06", "POL-0"], "only": ["EV-06", "POL-0"], "clocks": []})

# clocks-edges.jsonl:79 the earliest known end of use counts, an empty one beside it (recording.limitationEnd) does not
test_clocks_edges_079 if holds(10, {"action": "clip_export", "camera": {"purposes": ["GIAO_THONG"], "enforcement": true, "calibrationValidTo": 1798736399999, "enforcementDecision": {"no": "1", "date": 1775062800000, "issuerTitle": "Trưởng phòng Cảnh sát giao thông", "validTo": 1806685199999}}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "ND61-14/22"}, "recording": {"limitationEnd": null, "tamperFlag": false}, "violation": {"limitationEnd": 1798736399999}}, ["analytics", "watchlist", "recording/copyOf", "recording/original"], {"effect": "allow", "clocks": ["result_usable_until"]})

# clocks-edges.jsonl:80 the earliest known end of use counts, an empty one beside it (violation.limitationEnd) does not
test_clocks_edges_080 if holds(10, {"action": "clip_export", "camera": {"purposes": ["GIAO_THONG"], "enforcement": true, "calibrationValidTo": 1798736399999, "enforcementDecision": {"no": "1", "date": 1775062800000, "issuerTitle": "Trưởng phòng Cảnh sát giao thông", "validTo": 1806685199999}}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "ND61-14/22"}, "recording": {"limitationEnd": 1798736399999, "tamperFlag": false}, "violation": {"limitationEnd": null}}, ["analytics", "watchlist", "recording/copyOf", "recording/original"], {"effect": "allow", "clocks": ["result_usable_until"]})

# clocks-edges.jsonl:81 the earliest known end of use counts, an empty one beside it (recording.validUntil) does not
test_clocks_edges_081 if holds(10, {"action": "clip_export", "camera": {"purposes": ["GIAO_THONG"], "enforcement": true, "calibrationValidTo": 1798736399999, "enforcementDecision": {"no": "1", "date": 1775062800000, "issuerTitle": "Trưởng phòng Cảnh sát giao thông", "validTo": 1806685199999}}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "ND61-14/22"}, "recording": {"tamperFlag": false, "validUntil": null}, "violation": {"limitationEnd": 1798736399999}}, ["analytics", "watchlist", "recording/copyOf", "recording/original"], {"effect": "allow", "clocks": ["result_usable_until"]})

# clocks-edges.jsonl:82 a system whose first day of building is left empty is none of the transition
test_clocks_edges_082 if holds(1, {"action": "approve_system_level", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "system": {"id": "s1", "level": 3, "operatorUnitId": "u1", "appraiserUnitId": "u2", "buildStartedAt": null}}, ["camera", "retentionPolicy"], {"effect": "allow", "clocks": []})

# clocks-edges.jsonl:83 a person's own copy that stays in Viet Nam needs no dossier
test_clocks_edges_083 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "request": {"requesterKind": "dataSubject", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN"}}, ["viewer/orgId", "viewer/orgKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "allow", "clocks": []})

# clocks-edges.jsonl:84 a state agency that would send a copy abroad is refused and files no dossier
test_clocks_edges_084 if holds(15, {"request": {"legalBasisCode": "PDPL-17.1.dd", "deliveryCountry": "SG"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["PD-23"], "only": ["PD-23"], "clocks": []})

# clocks-edges.jsonl:85 a company that would have a live picture shown abroad is refused; nothing is taken out, so no dossier is due
test_clocks_edges_085 if holds(8, {"request": {"transferGround": "17.1.e", "deliveryCountry": "SG"}}, [], {"effect": "deny", "denies": ["PD-23"], "only": ["PD-23"], "clocks": []})

# clocks-edges.jsonl:86 a hold is looked at again on its date
test_clocks_edges_086 if holds(7, {"action": "legal_hold", "asOf": 1789437600000, "viewer": {"orgKind": "CQDT"}, "legalHold": {"ref": "YC-7", "authority": "Cơ quan CSĐT", "reviewAt": 1796144399999}}, ["camera", "request", "approvals", "grant", "delivery"], {"effect": "allow", "clocks": ["hold_review_due"], "terms": {"hold_review_due": {"amount": 0, "unit": "day", "from": 1796144399999}}})

# clocks-edges.jsonl:87 a hold that was released is looked at no more
test_clocks_edges_087 if holds(7, {"action": "legal_hold", "asOf": 1789437600000, "viewer": {"orgKind": "CQDT"}, "legalHold": {"ref": "YC-7", "authority": "Cơ quan CSĐT", "reviewAt": 1796144399999, "releasedAt": 1789318800000}}, ["camera", "request", "approvals", "grant", "delivery"], {"effect": "allow", "clocks": []})

# clocks.jsonl:1 SH-03 certificate 5 working days
test_clocks_001 if holds(14, {"action": "close_request", "asOf": 1789437600000, "grant": {"purposeEndedAt": 1789318800000}}, ["camera", "request", "viewer/functions"], {"effect": "deny", "denies": ["SH-03"], "only": ["SH-03"], "deadlines": ["SH-03"], "clocks": ["destruction_certificate_due"]})

# clocks.jsonl:2 SH-04 by NDOP
test_clocks_002 if holds(2, {"viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1789351200000}, "context": {"channel": "NDOP"}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "needs_approval", "needs": ["police"], "deadlines": ["SH-09"], "due": {"SH-09": "2026-09-16"}, "clocks": ["connection_account_due", "mandatory_connection_due"]})

# clocks.jsonl:3 SH-04 by LGSP
test_clocks_003 if holds(2, {"viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1789351200000}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "needs_approval", "needs": ["police"], "deadlines": ["SH-09"], "due": {"SH-09": "2026-09-16"}, "clocks": ["connection_account_due", "mandatory_connection_due"]})

# clocks.jsonl:4 SH-04 by gateway
test_clocks_004 if holds(2, {"viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1789351200000}, "context": {"channel": "gateway"}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "needs_approval", "needs": ["police"], "deadlines": ["SH-09"], "due": {"SH-09": "2026-09-16"}, "clocks": ["connection_account_due", "mandatory_connection_due"]})

# clocks.jsonl:5 SH-06 deadline
test_clocks_005 if holds(2, {"viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1789351200000}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "needs_approval", "needs": ["police"], "deadlines": ["SH-06"], "due": {"SH-06": "2026-12-31"}, "clocks": ["connection_account_due", "mandatory_connection_due"]})

# clocks.jsonl:6 SH-06 already connected has no deadline
test_clocks_006 if holds(2, {"viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1789351200000}, "system": {"connectedAt": 1785517200000}}, ["approvals", "camera", "organisation", "viewer/functions", "system/id", "system/cityShared"], {"effect": "needs_approval", "needs": ["police"], "clocks": ["connection_account_due"]})

# clocks.jsonl:7 SH-09 in the law window
test_clocks_007 if holds(2, {"asOf": 1757469600000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1757469600000}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "needs_approval", "deadlines": ["SH-09"], "due": {"SH-09": "2025-09-12"}, "clocks": ["connection_account_due"], "needs": ["police"]})

# clocks.jsonl:8 SH-09 over the weekend
test_clocks_008 if holds(2, {"viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1789117200000}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "needs_approval", "needs": ["police"], "deadlines": ["SH-09"], "due": {"SH-09": "2026-09-15"}, "clocks": ["connection_account_due", "mandatory_connection_due"]})

# clocks.jsonl:9 SH-09 over National Day 2026
test_clocks_009 if holds(2, {"asOf": 1787886000000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1787882400000}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "needs_approval", "needs": ["police"], "deadlines": ["SH-09"], "clocks": ["connection_account_due", "mandatory_connection_due"]})

# clocks.jsonl:10 SH-09 day before NĐ 194
test_clocks_010 if holds(2, {"asOf": 1755536340000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}}, ["system", "approvals", "camera", "organisation", "viewer/functions", "request/kind", "request/receivedAt"], {"effect": "cannot_decide", "clocks": []})

# clocks.jsonl:11 SH-09 no clock for footage
test_clocks_011 if holds(14, {"asOf": 1789437600000}, ["request/kind"], {"effect": "needs_approval", "needs": ["police", "owner"], "clocks": ["review_due"]})

# clocks.jsonl:12 SH-10 emergency grant within 24 h
test_clocks_012 if holds(13, {"action": "grant_emergency", "viewer": {"userId": "per_truc", "roles": ["duty_officer"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"emergency": true, "requester": {"userId": "per_minh", "orgId": "org_csgt", "orgKind": "CATP_CSGT"}, "legalBasisCode": "PDPL-19.1.b", "oralRequestAt": 1789426800000}, "context": {"onShift": true}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "allow", "deadlines": ["SH-10"], "due": {"SH-10": "2026-09-16T06:00:00+07:00"}, "clocks": ["written_confirmation"]})

# clocks.jsonl:13 SH-10 not before 19/08/2026
test_clocks_013 if holds(13, {"action": "grant_emergency", "asOf": 1787018400000, "viewer": {"userId": "per_truc", "roles": ["duty_officer"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"requester": {"userId": "per_minh", "orgId": "org_csgt"}}, "context": {"onShift": true}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "cannot_decide", "clocks": []})

# clocks.jsonl:14 SH-10 from 19/08/2026
test_clocks_014 if holds(13, {"action": "grant_emergency", "asOf": 1787072400000, "viewer": {"userId": "per_truc", "roles": ["duty_officer"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"emergency": true, "requester": {"userId": "per_minh", "orgId": "org_csgt", "orgKind": "CATP_CSGT"}, "legalBasisCode": "PDPL-19.1.b", "oralRequestAt": 1787068800000}, "context": {"onShift": true}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "allow", "deadlines": ["SH-10"], "due": {"SH-10": "2026-08-19T23:00:00+07:00"}, "clocks": ["written_confirmation"]})

# clocks.jsonl:15 review clock 3 wd from receipt
test_clocks_015 if holds(14, {}, ["request/kind"], {"effect": "needs_approval", "needs": ["police", "owner"], "deadlines": ["SH-12"], "due": {"SH-12": "2026-09-15"}, "clocks": ["review_due"]})

# clocks.jsonl:16 priority 24 h
test_clocks_016 if holds(14, {"asOf": 1789437600000, "request": {"slaClass": "priority"}}, ["request/kind"], {"effect": "needs_approval", "needs": ["police", "owner"], "deadlines": ["SH-11"], "due": {"SH-11": "2026-09-11T09:00:00+07:00"}, "clocks": ["review_due"]})

# clocks.jsonl:17 life threat 3 h
test_clocks_017 if holds(14, {"asOf": 1789437600000, "request": {"slaClass": "lifeThreat"}}, ["request/kind"], {"effect": "needs_approval", "needs": ["police", "owner"], "deadlines": ["SH-11"], "due": {"SH-11": "2026-09-10T12:00:00+07:00"}, "clocks": ["review_due"]})

# clocks.jsonl:18 EV-07 minutes in 5 wd
test_clocks_018 if holds(15, {}, [], {"effect": "allow", "deadlines": ["EV-07"], "due": {"EV-07": "2026-09-17"}, "clocks": ["result_usable_until", "vehicle_owner_due", "violation_minutes_due"]})

# clocks.jsonl:19 EV-07 over Tết 2027
test_clocks_019 if holds(15, {"asOf": 1801706400000, "viewer": {"lastActiveAt": 1789318800000}, "violation": {"violatorIdentifiedAt": 1801674000000}}, ["grant/expiresAt", "recording/expiresAt"], {"effect": "deny", "denies": ["PD-05", "POL-5", "SE-05"], "only": ["PD-05", "POL-5", "SE-05"], "deadlines": ["EV-07"], "clocks": ["result_usable_until", "vehicle_owner_due", "violation_minutes_due"]})

# clocks.jsonl:20 EV-14 30 days
test_clocks_020 if holds(1, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "retentionPolicy"], {"effect": "allow", "reasons": ["EV-12"], "deadlines": ["EV-14"], "due": {"EV-14": "2026-10-11"}, "clocks": ["vehicle_owner_due", "verification_due"]})

# clocks.jsonl:21 EV-14 complex 60 days
test_clocks_021 if holds(1, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "complex": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "retentionPolicy"], {"effect": "allow", "deadlines": ["EV-14"], "due": {"EV-14": "2026-11-10"}, "clocks": ["vehicle_owner_due", "verification_due"]})

# clocks.jsonl:22 EV-14 at intake when accepted
test_clocks_022 if holds(1, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789434000000}, "violation": {"field": "road"}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId"], {"effect": "allow", "deadlines": ["EV-14"], "due": {"EV-14": "2026-10-15"}, "clocks": ["verification_due"]})

# clocks.jsonl:23 IN-04 before the end
test_clocks_023 if holds(12, {"action": "inspect", "asOf": 1793293199999, "viewer": {"userId": "per_tt"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow", "deadlines": ["IN-04"], "due": {"IN-04": "2026-10-30T00:00:00+07:00"}, "clocks": ["inspection_ends"]})

# clocks.jsonl:24 IN-05 demand with due date
test_clocks_024 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "demands": [{"id": "d1", "dueAt": 1789923599999, "orgId": "org_so_xd"}]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow", "deadlines": ["IN-05"], "clocks": ["inspection_demand_due", "inspection_ends"]})

# clocks.jsonl:25 DS-01 ack 2wd
test_clocks_025 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1789005600000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-01"], "due": {"DS-01": "2026-09-14"}, "clocks": ["acknowledgement_due", "answer_due"]})

# clocks.jsonl:26 DS-01 over the weekend from Friday
test_clocks_026 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1789092000000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-01"], "due": {"DS-01": "2026-09-15"}, "clocks": ["acknowledgement_due", "answer_due"]})

# clocks.jsonl:27 DS-02 withdraw 15
test_clocks_027 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789005600000, "basis": "PDPL-9"}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-02"], "due": {"DS-02": "2026-09-25"}, "clocks": ["acknowledgement_due", "answer_due"]})

# clocks.jsonl:28 DS-02 restrict third party 20
test_clocks_028 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "restrict", "receivedAt": 1789005600000, "basis": "PDPL-9", "thirdParty": true}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-02"], "due": {"DS-02": "2026-09-30"}, "clocks": ["acknowledgement_due", "answer_due"]})

# clocks.jsonl:29 DS-02 object extension +15
test_clocks_029 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "object", "receivedAt": 1789005600000, "basis": "PDPL-9", "extension": {"count": 1, "reason": "phải phối hợp nhiều bên"}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-02"], "due": {"DS-02": "2026-10-10"}, "clocks": ["acknowledgement_due", "answer_due"]})

# clocks.jsonl:30 DS-03 view 10
test_clocks_030 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1789005600000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-03"], "due": {"DS-03": "2026-09-20"}, "clocks": ["acknowledgement_due", "answer_due"]})

# clocks.jsonl:31 DS-03 correct third party 15
test_clocks_031 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "correct", "receivedAt": 1789005600000, "thirdParty": true}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-03"], "due": {"DS-03": "2026-09-25"}, "clocks": ["acknowledgement_due", "answer_due"]})

# clocks.jsonl:32 DS-03 obtain ext 10
test_clocks_032 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789005600000, "extension": {"count": 1, "reason": "nhiều bản ghi phải che mặt"}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-03"], "due": {"DS-03": "2026-09-30"}, "clocks": ["acknowledgement_due", "answer_due"]})

# clocks.jsonl:33 DS-04 delete 20
test_clocks_033 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "delete", "receivedAt": 1789005600000, "basis": "PDPL-9"}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-04"], "due": {"DS-04": "2026-09-30"}, "clocks": ["acknowledgement_due", "answer_due"]})

# clocks.jsonl:34 DS-04 delete third 30 ext 20
test_clocks_034 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "delete", "receivedAt": 1789005600000, "basis": "PDPL-9", "thirdParty": true, "extension": {"count": 1, "reason": "nhiều bản ghi phải che mặt"}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-04"], "due": {"DS-04": "2026-10-30"}, "clocks": ["acknowledgement_due", "answer_due"]})

# clocks.jsonl:35 DS-05 protect 15
test_clocks_035 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "protect", "receivedAt": 1789005600000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-05"], "due": {"DS-05": "2026-09-25"}, "clocks": ["acknowledgement_due", "answer_due"]})

# clocks.jsonl:36 DS-08 72h
test_clocks_036 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "deadlines": ["DS-08"], "due": {"DS-08": "2026-09-17T22:00:00+07:00"}, "clocks": ["authority_notice_due"]})

# clocks.jsonl:37 DS-09 subjects 72h
test_clocks_037 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000, "dataClass": "biometric"}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "deadlines": ["DS-09"], "due": {"DS-09": "2026-09-17T22:00:00+07:00"}, "clocks": ["authority_notice_due", "subjects_notice_due"]})

# clocks.jsonl:38 DS-09 file 5 years
test_clocks_038 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000, "dataClass": "biometric", "remediedAt": 1789405200000}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "deadlines": ["DS-09"], "due": {"DS-09": "2031-09-15"}, "clocks": ["authority_notice_due", "incident_file_kept_until", "subjects_notice_due"]})

# clocks.jsonl:39 SE-09 24h
test_clocks_039 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000, "severity": "serious"}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "deadlines": ["SE-09"], "due": {"SE-09": "2026-09-15T22:00:00+07:00"}, "clocks": ["authority_notice_due", "first_notice_due", "full_report_due"]})

# clocks.jsonl:40 SE-09 72h
test_clocks_040 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000, "severity": "serious"}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "deadlines": ["SE-09"], "due": {"SE-09": "2026-09-17T22:00:00+07:00"}, "clocks": ["authority_notice_due", "first_notice_due", "full_report_due"]})

# clocks.jsonl:41 TR-13 10 d
test_clocks_041 if holds(15, {"violation": {"detectedAt": 1788231600000, "limitationEnd": 1819817999999}}, ["violation/violatorIdentifiedAt"], {"effect": "allow", "deadlines": ["TR-13"], "due": {"TR-13": "2026-09-11"}, "clocks": ["result_usable_until", "vehicle_owner_due"]})

# clocks.jsonl:42 TR-13 20 d after notice
test_clocks_042 if holds(15, {"violation": {"detectedAt": 1788231600000, "limitationEnd": 1819817999999, "notifiedAt": 1788577200000}}, ["violation/violatorIdentifiedAt"], {"effect": "allow", "deadlines": ["TR-13"], "due": {"TR-13": "2026-09-25"}, "clocks": ["notice_unanswered_after", "result_usable_until", "vehicle_owner_due"]})

# clocks.jsonl:43 PD-23 60 days
test_clocks_043 if holds(15, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "request": {"legalBasisCode": "PDPL-17.1.dd"}, "delivery": {"country": "SG"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/transferGround", "request/caseFileId"], {"effect": "deny", "denies": ["PD-06", "PD-09", "PD-14", "PD-23"], "only": ["PD-06", "PD-09", "PD-14", "PD-23"], "deadlines": ["PD-23"], "due": {"PD-23": "2026-11-14"}, "clocks": ["transfer_dossier_due"]})

# clocks.jsonl:44 supplement pauses
test_clocks_044 if holds(13, {"request": {"receivedAt": 1789005600000, "infoAskedAt": 1789095600000, "infoGivenAt": 1789441200000}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account"], {"effect": "allow", "deadlines": ["SH-12"], "due": {"SH-12": "2026-09-17"}, "clocks": ["review_due"]})

# clocks.jsonl:45 supplement asked: 3 wd
test_clocks_045 if holds(13, {"request": {"receivedAt": 1789005600000, "infoAskedAt": 1789095600000}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account"], {"effect": "allow", "deadlines": ["POL-10", "SH-12"], "due": {"POL-10": "2026-09-16"}, "clocks": ["review_due", "supplement_due"]})

# clocks.jsonl:46 review default before SH-12
test_clocks_046 if holds(14, {"asOf": 1781060400000, "request": {"receivedAt": 1781056800000}}, ["request/writtenRequest", "request/kind"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "deadlines": ["POL-10"], "due": {"POL-10": "2026-06-15"}, "clocks": ["review_due"]})

# clocks.jsonl:47 EV-06 clock
test_clocks_047 if holds(15, {}, ["violation/violatorIdentifiedAt"], {"effect": "allow", "deadlines": ["EV-06"], "due": {"EV-06": "2027-09-09"}, "clocks": ["result_usable_until", "vehicle_owner_due"]})

# clocks.jsonl:48 year 2028 cannot be counted
test_clocks_048 if holds(2, {"asOf": 1835575200000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1835456400000}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "needs_approval", "needs": ["police"], "deadlines": ["SH-09"], "clocks": ["connection_account_due", "mandatory_connection_due"]})

# clocks.jsonl:49 AI-02 automated processing is looked at again every year
test_clocks_049 if holds(1, {"action": "read_policy", "viewer": {"roles": ["operator"]}, "analytics": {"complianceReviewedAt": 1773075600000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["AI-02"], "due": {"AI-02": "2027-03-10"}, "clocks": ["ai_review_due"]})

# clocks.jsonl:50 SE-05 an idle account closes after 45 days
test_clocks_050 if holds(1, {"action": "sign_in", "viewer": {"roles": ["operator"], "lastActiveAt": 1789318800000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["SE-05"], "due": {"SE-05": "2026-10-29"}, "clocks": ["idle_account_closes"]})

# clocks.jsonl:51 SE-05 accounts are looked through every six months
test_clocks_051 if holds(1, {"action": "read_policy", "viewer": {"roles": ["operator"], "account": {"reviewedAt": 1788109200000}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["SE-05"], "due": {"SE-05": "2027-02-28"}, "clocks": ["account_review_due"]})

# clocks.jsonl:52 SE-03 logs are looked through every six months
test_clocks_052 if holds(1, {"action": "read_health", "viewer": {"roles": ["operator"]}, "system": {"logReviewedAt": 1788109200000}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["SE-03"], "due": {"SE-03": "2027-02-28"}, "clocks": ["log_review_due"]})

# connections.jsonl:1 a connection through the city platform, approved
test_connections_001 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "system": {"connectedAt": 1767200400000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["camera", "organisation"], {"effect": "allow", "reasons": ["SH-12"], "deadlines": ["SH-09"]})

# connections.jsonl:2 not yet approved
test_connections_002 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "system": {"connectedAt": 1767200400000}, "approvals": []}, ["camera", "organisation"], {"effect": "needs_approval", "needs": ["police"]})

# connections.jsonl:3 an unknown channel
test_connections_003 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "context": {"channel": "DIRECT"}, "system": {"cityShared": false, "connectedAt": 1767200400000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["camera", "organisation"], {"effect": "deny", "denies": ["SH-04"], "only": ["SH-04"]})

# connections.jsonl:4 a direct link with a recorded exception
test_connections_004 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "context": {"channel": "DIRECT", "peerExceptionRef": "NL-1"}, "system": {"connectedAt": 1767200400000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["camera", "organisation"], {"effect": "allow"})

# connections.jsonl:5 a shared city system outside the platform
test_connections_005 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "context": {"channel": "NDOP", "traceId": "t"}, "system": {"connectedAt": 1767200400000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["camera", "organisation"], {"effect": "deny", "denies": ["HN-13"], "only": ["HN-13"]})

# connections.jsonl:6 the national platform, its trace number to be recorded
test_connections_006 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "context": {"channel": "NDOP"}, "system": {"cityShared": false, "connectedAt": 1767200400000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["camera", "organisation"], {"effect": "allow", "obligations": ["record_trace"]})

# connections.jsonl:7 a purpose outside the list
test_connections_007 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "request": {"purposeCode": "X"}, "system": {"connectedAt": 1767200400000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["camera", "organisation"], {"effect": "deny", "denies": ["PD-04", "CT-03"], "only": ["PD-04", "CT-03"]})

# connections.jsonl:8 mandatory connection still open
test_connections_008 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["camera", "organisation"], {"effect": "allow", "deadlines": ["SH-06"]})

# connections.jsonl:9 the traffic command centre is connected by law
test_connections_009 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "CATP_TTCHGT", "unitId": "unt_ht"}, "system": {"connectedAt": 1767200400000}}, ["approvals", "camera", "organisation"], {"effect": "allow", "reasons": ["TR-08"]})

# connections.jsonl:10 the centres connect with each other
test_connections_010 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "TT_GTTM", "unitId": "unt_ht"}, "system": {"connectedAt": 1767200400000, "partnerOrgKind": "IOC"}}, ["approvals", "camera", "organisation"], {"effect": "allow", "reasons": ["TR-09"]})

# connections.jsonl:11 an outside partner needs approval
test_connections_011 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "TT_GTTM", "unitId": "unt_ht"}, "system": {"connectedAt": 1767200400000, "partnerOrgKind": "SO_XD"}}, ["approvals", "camera", "organisation"], {"effect": "needs_approval"})

# corners.jsonl:1 the report status may come from the inventory
test_corners_001 if holds(0, {"action": "submit_request", "inventory": {"orgId": "org_soxd", "status": "accepted"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# corners.jsonl:2 the inventory was not accepted
test_corners_002 if holds(0, {"action": "submit_request", "inventory": {"orgId": "org_soxd", "status": "draft"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"]})

# corners.jsonl:3 a pause that begins later
test_corners_003 if holds(1, {"camera": {"systemKind": "central", "origin": "newInvestment"}, "moratorium": {"from": 1798736400000}}, ["retentionPolicy"], {"effect": "allow"})

# corners.jsonl:4 a new camera of the Department of Construction belongs to the programme until another is named
test_corners_004 if holds(1, {"viewer": {"orgKind": "SO_XD"}, "camera": {"systemKind": "central", "origin": "newInvestment", "project": {"id": "p", "itemIsNew": true, "biddingCompletedAt": 1753981200000, "status": "underImplementation"}}}, ["retentionPolicy"], {"effect": "deny", "denies": ["HN-05"], "only": ["HN-05"]})

# corners.jsonl:5 a new camera of the Department of Construction in another programme
test_corners_005 if holds(1, {"viewer": {"orgKind": "SO_XD"}, "camera": {"systemKind": "central", "origin": "newInvestment", "project": {"id": "p", "programme": "drainage", "itemIsNew": true, "biddingCompletedAt": 1753981200000, "status": "underImplementation"}}}, ["retentionPolicy"], {"effect": "allow"})

# corners.jsonl:6 a private camera by its money
test_corners_006 if holds(1, {"viewer": {"orgKind": "HO_KINH_DOANH"}, "camera": {"systemKind": "central", "fundingKind": "private"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["CT-08"], "only": ["CT-08"]})

# corners.jsonl:7 a private camera by its system
test_corners_007 if holds(1, {"viewer": {"orgKind": "HO_KINH_DOANH"}, "camera": {"systemKind": "private"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["CT-08"], "only": ["CT-08"]})

# corners.jsonl:8 a private camera is asked for: its owner is told
test_corners_008 if holds(0, {"action": "submit_request", "camera": {"fundingKind": "private"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "obligations": ["notify_owner"]})

# corners.jsonl:9 following with the consent of the person
test_corners_009 if holds(10, {"action": "trajectory", "request": {"legalBasisCode": "PDPL-9", "timeWindow": {"from": 1789347600000, "to": 1789351200000}}, "consent": {"recordId": "cr_1", "principalId": "p1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1788195600000, "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true}}, ["recording", "analytics", "watchlist"], {"effect": "allow"})

# corners.jsonl:10 following by a firm with the consent of the person
test_corners_010 if holds(16, {}, [], {"effect": "allow"})

# corners.jsonl:11 a person's own passage at a toll station
test_corners_011 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "camera": {"systemKind": "toll"}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN"}}, ["camera/noticeKind", "request/transferGround"], {"effect": "allow", "reasons": ["PD-12"]})

# corners.jsonl:12 a toll operator looks at its own camera
test_corners_012 if holds(3, {"camera": {"systemKind": "toll"}}, ["camera/noticeKind"], {"effect": "allow", "reasons": ["PD-11"]})

# corners.jsonl:13 an automated decision without review
test_corners_013 if holds(7, {"action": "act_on_match", "asOf": 1796058000000, "viewer": {"roles": ["duty_officer"], "lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "riskLevel": "high", "automaticAction": false, "reviewOffered": false, "inServiceSince": 1767200400000, "automated": true}}, ["camera", "request", "approvals", "grant", "delivery"], {"effect": "deny", "denies": ["AI-03"], "only": ["AI-03"]})

# corners.jsonl:14 an oral demand is looked at live with its grant
test_corners_014 if holds(0, {"request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt", "request/writtenRequest"], {"effect": "allow", "deadlines": ["SH-10"]})

# corners.jsonl:15 a request received starts the house's clock
test_corners_015 if holds(0, {"action": "submit_request", "request": {"receivedAt": 1789437600000}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "deadlines": ["SH-12"]})

# corners.jsonl:16 a priority request
test_corners_016 if holds(0, {"action": "submit_request", "request": {"receivedAt": 1789437600000, "slaClass": "priority"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "deadlines": ["SH-11"]})

# corners.jsonl:17 a location incident
test_corners_017 if holds(1, {"action": "report_incident", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "incident": {"detectedAt": 1789434000000, "harm": true, "severity": "serious", "dataClass": "basic", "location": true, "remediedAt": 1789437600000}}, ["camera", "retentionPolicy"], {"effect": "allow", "deadlines": ["DS-09"]})

# corners.jsonl:18 an emergency proven in the request
test_corners_018 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "DATA-18.2.b", "emergencyDeclRef": "QĐ"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# corners.jsonl:19 an enforcement device is judged by the day of the question when nothing is recorded yet
test_corners_019 if holds(0, {"action": "submit_request", "viewer": {"orgKind": "CATP_CSGT"}, "camera": {"purposes": ["HA_TANG"], "enforcement": true, "calibrationValidTo": 1788281999999, "enforcementDecision": {"no": "1", "date": 1775062800000, "issuerTitle": "Trưởng phòng Cảnh sát giao thông", "validTo": 1806685199999}}, "request": {"legalBasisCode": "ND61-14/22"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["EV-01"], "only": ["EV-01"]})

# corners.jsonl:20 evidence past its own validity
test_corners_020 if holds(10, {"action": "clip_export", "camera": {"purposes": ["GIAO_THONG"], "enforcement": true, "calibrationValidTo": 1798736399999, "enforcementDecision": {"no": "1", "date": 1775062800000, "issuerTitle": "Trưởng phòng Cảnh sát giao thông", "validTo": 1806685199999}}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "ND61-14/22"}, "recording": {"limitationEnd": 1798736399999, "tamperFlag": false, "validUntil": 1789405199999}}, ["analytics", "watchlist", "recording/copyOf", "recording/original"], {"effect": "deny", "denies": ["EV-06"], "only": ["EV-06"]})

# corners.jsonl:21 a snapshot of now
test_corners_021 if holds(0, {"action": "snapshot", "viewer": {"roles": ["extraction_officer"]}, "grant": {"id": "grt_2", "scope": {"window": {"from": 1789318800000}, "actions": ["playback", "snapshot", "clip_export", "plate_search", "trajectory", "face_match", "live_view"]}, "expiresAt": 1790787599999}}, ["viewer/lastActiveAt"], {"effect": "allow"})

# corners.jsonl:22 a household that says what it is
test_corners_022 if holds(1, {"viewer": {"orgKind": "HO_KINH_DOANH"}, "camera": {"systemKind": "central", "coverage": "withinBoundary"}, "organisation": {"sizeClass": "household"}}, ["retentionPolicy"], {"effect": "allow"})

# corners.jsonl:23 a person who is exempt from the officer
test_corners_023 if holds(1, {"viewer": {"orgKind": "CA_NHAN"}, "camera": {"systemKind": "central", "fundingKind": "private", "coverage": "withinBoundary"}}, ["retentionPolicy"], {"effect": "allow"})

# corners.jsonl:24 a right whose basis is of no law
test_corners_024 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789354800000, "basis": "PDPL-99"}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["DS-02"], "only": ["DS-02"]})

# corners.jsonl:25 a right against public-place recording
test_corners_025 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789354800000, "basis": "PDPL-32.1.a"}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["DS-02"], "only": ["DS-02"]})

# corners.jsonl:26 no extension yet
test_corners_026 if holds(1, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789354800000, "basis": "PDPL-9", "extension": {"count": 0}}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow"})

# corners.jsonl:27 approving road-traffic footage for an outsider with its paper and the operating unit's consent
test_corners_027 if holds(17, {}, [], {"effect": "allow"})

# corners.jsonl:28 approving it without its paper
test_corners_028 if holds(17, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_own", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["request/writtenRequest"], {"effect": "deny", "denies": ["TR-03", "PD-14", "SH-02"], "only": ["TR-03", "PD-14", "SH-02"]})

# corners.jsonl:29 consent as the ground of transfer, basis another, no consent on record
test_corners_029 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.a"}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# corners.jsonl:30 an unknown name three levels down
test_corners_030 if holds(0, {"request": {"writtenRequest": {"nummer": "1"}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["request.writtenRequest.nummer"]})

# corners.jsonl:31 an unknown name four levels down
test_corners_031 if holds(0, {"grant": {"scope": {"window": {"till": 1}}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["grant.scope.window.till"]})

# corners.jsonl:32 an unknown name in a delegation
test_corners_032 if holds(0, {"viewer": {"delegations": [{"zone": "x"}]}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["viewer.delegations.zone"]})

# corners.jsonl:33 a delegation that is a text
test_corners_033 if holds(0, {"viewer": {"delegations": ["x"]}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["viewer.delegations.[row]"]})

# corners.jsonl:34 an approval that is a text
test_corners_034 if holds(0, {"approvals": ["x"]}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["approvals.[row]"]})

# corners.jsonl:35 a list of texts with a number
test_corners_035 if holds(0, {"camera": {"purposes": ["GIAO_THONG", 5]}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["camera.purposes"], "only": ["POL-0"]})

# corners.jsonl:36 a list of texts with a number, deeper
test_corners_036 if holds(0, {"grant": {"scope": {"cameras": ["cam_1", 5]}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["grant.scope.cameras"], "only": ["POL-0"]})

# corners.jsonl:37 the requester needs nobody's leave to end their own viewing
test_corners_037 if holds(0, {"action": "end_playback"}, ["camera", "request", "approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow"})

# demands.jsonl:1 export with everything
test_demands_001 if holds(15, {"request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# demands.jsonl:2 playback with everything
test_demands_002 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# demands.jsonl:3 SH-01 data law basis a with proof
test_demands_003 if holds(15, {"action": "playback", "request": {"legalBasisCode": "DATA-18.2.a"}, "context": {"emergencyDeclRef": "QĐ-01"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# demands.jsonl:4 SH-01 data law basis a without proof
test_demands_004 if holds(15, {"action": "playback", "request": {"legalBasisCode": "DATA-18.2.a"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["SH-01"], "only": ["SH-01"]})

# demands.jsonl:5 SH-01 VN- prefix basis a, no owner consent
test_demands_005 if holds(15, {"action": "playback", "request": {"legalBasisCode": "VN-DATA-18.2.a"}, "approvals": [{"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}], "context": {"emergencyDeclRef": "QĐ-01"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# demands.jsonl:6 SH-01 data law basis b with proof
test_demands_006 if holds(15, {"action": "playback", "request": {"legalBasisCode": "DATA-18.2.b"}, "context": {"emergencyDeclRef": "QĐ-01"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# demands.jsonl:7 SH-01 data law basis b without proof
test_demands_007 if holds(15, {"action": "playback", "request": {"legalBasisCode": "DATA-18.2.b"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["SH-01"], "only": ["SH-01"]})

# demands.jsonl:8 SH-01 VN- prefix basis b, no owner consent
test_demands_008 if holds(15, {"action": "playback", "request": {"legalBasisCode": "VN-DATA-18.2.b"}, "approvals": [{"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}], "context": {"emergencyDeclRef": "QĐ-01"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# demands.jsonl:9 SH-01 data law basis c with proof
test_demands_009 if holds(15, {"action": "playback", "request": {"legalBasisCode": "DATA-18.2.c"}, "context": {"emergencyDeclRef": "QĐ-01"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# demands.jsonl:10 SH-01 data law basis c without proof
test_demands_010 if holds(15, {"action": "playback", "request": {"legalBasisCode": "DATA-18.2.c"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["SH-01"], "only": ["SH-01"]})

# demands.jsonl:11 SH-01 VN- prefix basis c, no owner consent
test_demands_011 if holds(15, {"action": "playback", "request": {"legalBasisCode": "VN-DATA-18.2.c"}, "approvals": [{"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}], "context": {"emergencyDeclRef": "QĐ-01"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# demands.jsonl:12 SH-01 data law basis d with proof
test_demands_012 if holds(15, {"action": "playback", "request": {"legalBasisCode": "DATA-18.2.d"}, "context": {"emergencyDeclRef": "QĐ-01"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# demands.jsonl:13 SH-01 data law basis d without proof
test_demands_013 if holds(15, {"action": "playback", "request": {"legalBasisCode": "DATA-18.2.d"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["SH-01"], "only": ["SH-01"]})

# demands.jsonl:14 SH-01 VN- prefix basis d, no owner consent
test_demands_014 if holds(15, {"action": "playback", "request": {"legalBasisCode": "VN-DATA-18.2.d"}, "approvals": [{"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}], "context": {"emergencyDeclRef": "QĐ-01"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# demands.jsonl:15 no such letter e
test_demands_015 if holds(15, {"action": "playback", "request": {"legalBasisCode": "DATA-18.2.e"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["PD-06"], "only": ["PD-06"]})

# demands.jsonl:16 SH-02 whole form is accepted
test_demands_016 if holds(14, {"asOf": 1789437600000}, ["request/kind"], {"effect": "needs_approval", "needs": ["police", "owner"]})

# demands.jsonl:17 SH-02 submit without dataType
test_demands_017 if holds(14, {"asOf": 1789437600000}, ["request/dataType", "request/kind"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# demands.jsonl:18 SH-02 submit without detailLevel
test_demands_018 if holds(14, {"asOf": 1789437600000}, ["request/detailLevel", "request/kind"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# demands.jsonl:19 SH-02 submit without volume
test_demands_019 if holds(14, {"asOf": 1789437600000}, ["request/volume", "request/kind"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# demands.jsonl:20 SH-02 submit without accessFrequency
test_demands_020 if holds(14, {"asOf": 1789437600000}, ["request/accessFrequency", "request/kind"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# demands.jsonl:21 SH-02 submit without deliveryMethod
test_demands_021 if holds(14, {"asOf": 1789437600000}, ["request/deliveryMethod", "request/kind"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# demands.jsonl:22 SH-02 submit without reason
test_demands_022 if holds(14, {"asOf": 1789437600000}, ["request/reason", "request/kind"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# demands.jsonl:23 SH-02 export without the volume
test_demands_023 if holds(15, {"request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/volume", "request/caseFileId"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# demands.jsonl:24 SH-02 without purpose
test_demands_024 if holds(14, {"asOf": 1789437600000}, ["request/purposeCode", "request/kind"], {"effect": "deny", "denies": ["CT-03", "PD-04", "POL-0", "SH-02", "CT-12"], "only": ["CT-03", "PD-04", "POL-0", "SH-02", "CT-12"]})

# demands.jsonl:25 SH-02 without legal basis
test_demands_025 if holds(14, {"asOf": 1789437600000}, ["request/legalBasisCode", "request/kind"], {"effect": "deny", "denies": ["PD-06", "POL-0", "SH-02"], "only": ["PD-06", "POL-0", "SH-02"]})

# demands.jsonl:26 SH-02 a dot as reason
test_demands_026 if holds(14, {"asOf": 1789437600000, "request": {"reason": "."}}, ["request/kind"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# demands.jsonl:27 PD-14 no written request, from 19/08/2026
test_demands_027 if holds(15, {"request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/writtenRequest", "request/caseFileId"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "only": ["PD-14", "SH-02"]})

# demands.jsonl:28 no PD-14 before 19/08/2026
test_demands_028 if holds(15, {"asOf": 1787072399999, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["approvals", "violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/writtenRequest", "request/caseFileId"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# demands.jsonl:29 PD-14 from local midnight
test_demands_029 if holds(15, {"asOf": 1787072400000, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["approvals", "violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/writtenRequest", "request/caseFileId"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "only": ["PD-14", "SH-02"]})

# demands.jsonl:30 SH-03 purpose ended, no certificate
test_demands_030 if holds(14, {"action": "close_request", "asOf": 1789437600000, "grant": {"purposeEndedAt": 1789318800000}}, ["camera", "request", "viewer/functions"], {"effect": "deny", "denies": ["SH-03"], "only": ["SH-03"]})

# demands.jsonl:31 SH-03 with certificate closes
test_demands_031 if holds(14, {"action": "close_request", "asOf": 1789437600000, "grant": {"destructionCertificate": "cert_1"}}, ["camera", "request", "viewer/functions"], {"effect": "allow"})

# demands.jsonl:32 SH-03 purpose not stated as ended and no certificate
test_demands_032 if holds(14, {"action": "close_request", "asOf": 1789437600000}, ["camera", "request", "viewer/functions"], {"effect": "deny", "denies": ["SH-03"], "only": ["SH-03"]})

# demands.jsonl:33 SH-03 use after the purpose ended
test_demands_033 if holds(15, {"request": {"legalBasisCode": "PDPL-17.1.dd"}, "grant": {"purposeEndedAt": 1789318800000}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["SH-03"], "only": ["SH-03"]})

# demands.jsonl:34 SH-03 use before the purpose ends
test_demands_034 if holds(15, {"request": {"legalBasisCode": "PDPL-17.1.dd"}, "grant": {"purposeEndedAt": 1789837200000}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# demands.jsonl:35 SH-04 by direct peer link
test_demands_035 if holds(2, {"viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1789351200000}, "context": {"channel": "peer"}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "deny", "denies": ["SH-04", "HN-13"], "only": ["SH-04", "HN-13"]})

# demands.jsonl:36 SH-04 by e-mail
test_demands_036 if holds(2, {"viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1789351200000}, "context": {"channel": "email"}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "deny", "denies": ["SH-04", "HN-13"], "only": ["SH-04", "HN-13"]})

# demands.jsonl:37 SH-04 no channel
test_demands_037 if holds(2, {"viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1789351200000}}, ["context", "approvals", "camera", "organisation", "viewer/functions", "system/id"], {"effect": "deny", "denies": ["HN-13", "POL-0", "SH-04"], "only": ["HN-13", "POL-0", "SH-04"]})

# demands.jsonl:38 SH-04 from 22/10/2025
test_demands_038 if holds(2, {"asOf": 1761066000000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1760979600000}, "context": {"channel": "peer"}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "deny", "denies": ["SH-04"], "only": ["SH-04"]})

# demands.jsonl:39 SH-07 state secret clip_export
test_demands_039 if holds(15, {"camera": {"classification": "stateSecret"}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["CT-01", "SH-07"], "only": ["CT-01", "SH-07"]})

# demands.jsonl:40 SH-07 state secret playback
test_demands_040 if holds(15, {"action": "playback", "camera": {"classification": "stateSecret"}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["CT-01", "SH-07"], "only": ["CT-01", "SH-07"]})

# demands.jsonl:41 SH-07 state secret submit_request
test_demands_041 if holds(14, {"asOf": 1789437600000, "camera": {"classification": "stateSecret"}}, ["request/kind"], {"effect": "deny", "denies": ["CT-01", "SH-07"], "only": ["CT-01", "SH-07"]})

# demands.jsonl:42 SH-07 state secret live_view
test_demands_042 if holds(15, {"action": "live_view", "camera": {"classification": "stateSecret"}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["recording", "delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId", "grant/scope/window", "grant/scope/actions"], {"effect": "deny", "denies": ["CT-01", "POL-5", "SH-07"], "only": ["CT-01", "POL-5", "SH-07"]})

# demands.jsonl:43 SH-07 null classification
test_demands_043 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/classification", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["CT-01", "POL-0", "SH-07"], "only": ["CT-01", "POL-0", "SH-07"]})

# demands.jsonl:44 SH-10 live under oral demand in 24 h
test_demands_044 if holds(18, {}, [], {"effect": "allow"})

# demands.jsonl:45 SH-10 live at T+24h exact
test_demands_045 if holds(18, {"asOf": 1789513200000, "grant": {"expiresAt": 1789923599999}}, ["request/requester/userId", "grant/approver", "grant/signedAt", "grant/signature", "grant/scope/window"], {"effect": "deny", "denies": ["PD-14", "POL-5", "SH-02", "SH-10"], "only": ["PD-14", "POL-5", "SH-02", "SH-10"]})

# demands.jsonl:46 SH-10 live just before T+24h
test_demands_046 if holds(18, {"asOf": 1789513199999, "grant": {"expiresAt": 1789923599999}}, [], {"effect": "allow"})

# demands.jsonl:47 SH-10 live after 24h confirmed in time
test_demands_047 if holds(18, {"asOf": 1789524000000, "request": {"writtenConfirmedAt": 1789477200000, "writtenRequest": {"number": "12/CV-SXD", "date": 1789405200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}}, "grant": {"expiresAt": 1789923599999, "scope": {"window": {"to": 1789923600000}}}}, [], {"effect": "allow"})

# demands.jsonl:48 SH-10 confirmed too late
test_demands_048 if holds(18, {"asOf": 1789524000000, "request": {"writtenRequest": {"number": "12/CV-SXD", "date": 1789405200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}}, "grant": {"expiresAt": 1789923599999, "scope": {"window": {"to": 1789923600000}}}}, ["request/requester/userId", "grant/approver", "grant/signedAt", "grant/signature"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# demands.jsonl:49 SH-10 no oral request time
test_demands_049 if holds(18, {}, ["request/oralRequestAt", "request/requester/userId", "grant/approver", "grant/signedAt", "grant/signature"], {"effect": "deny", "denies": ["PD-14", "SH-02", "SH-10"], "only": ["PD-14", "SH-02", "SH-10"]})

# demands.jsonl:50 SH-10 oral time text
test_demands_050 if holds(18, {"request": {"oralRequestAt": "hôm qua"}}, ["request/requester/userId", "grant/approver", "grant/signedAt", "grant/signature"], {"effect": "deny", "denies": ["PD-14", "POL-0", "SH-02", "SH-10"], "only": ["PD-14", "POL-0", "SH-02", "SH-10"]})

# demands.jsonl:51 SH-10 confirmation in the future is none
test_demands_051 if holds(18, {"asOf": 1789524000000, "grant": {"expiresAt": 1789923599999, "scope": {"window": {"to": 1789923600000}}}}, ["request/requester/userId", "grant/approver", "grant/signedAt", "grant/signature"], {"effect": "deny", "denies": ["PD-14", "SH-02", "SH-10"], "only": ["PD-14", "SH-02", "SH-10"]})

# demands.jsonl:52 emergency by an officer not on duty
test_demands_052 if holds(13, {"action": "grant_emergency", "viewer": {"userId": "per_truc", "roles": ["requester"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"emergency": true, "requester": {"userId": "per_minh", "orgId": "org_csgt", "orgKind": "CATP_CSGT"}, "legalBasisCode": "PDPL-19.1.b", "oralRequestAt": 1789426800000}, "context": {"onShift": true}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "deny", "denies": ["POL-3"], "only": ["POL-3"]})

# demands.jsonl:53 approve signed by titled police
test_demands_053 if holds(14, {"action": "approve", "asOf": 1789437600000, "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "roles": ["approver"]}, "request": {"requester": {"orgKind": "SO_XD"}, "caseFileId": "HS-2026-001"}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, ["viewer/functions", "request/kind"], {"effect": "allow"})

# demands.jsonl:54 review
test_demands_054 if holds(13, {"request": {"receivedAt": 1789005600000}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/infoAskedAt"], {"effect": "allow"})

# demands.jsonl:55 SH-12 approver without a title
test_demands_055 if holds(14, {"action": "approve", "asOf": 1789437600000, "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "roles": ["approver"]}, "request": {"requester": {"orgKind": "SO_XD"}, "caseFileId": "HS-2026-001"}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, ["viewer/functions", "request/kind"], {"effect": "deny", "denies": ["SH-12"], "only": ["SH-12"]})

# demands.jsonl:56 SH-12 approver whose title powers ended
test_demands_056 if holds(14, {"action": "approve", "asOf": 1789437600000, "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "roles": ["approver"], "titlePowersValidTo": 1788281999999}, "request": {"requester": {"orgKind": "SO_XD"}, "caseFileId": "HS-2026-001"}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, ["viewer/functions", "request/kind"], {"effect": "deny", "denies": ["SH-12"], "only": ["SH-12"]})

# demands.jsonl:57 SE-05 approver is the requester
test_demands_057 if holds(14, {"action": "approve", "asOf": 1789437600000, "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "roles": ["approver"]}, "request": {"requester": {"userId": "per_dung", "orgKind": "SO_XD"}, "caseFileId": "HS-2026-001"}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, ["viewer/functions", "request/kind"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# demands.jsonl:58 SE-05 reviewer is the requester
test_demands_058 if holds(13, {"request": {"requester": {"userId": "per_son"}, "receivedAt": 1789005600000}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/infoAskedAt"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# demands.jsonl:59 approve by requester role
test_demands_059 if holds(14, {"action": "approve", "asOf": 1789437600000, "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố"}, "request": {"requester": {"orgKind": "SO_XD"}, "caseFileId": "HS-2026-001"}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, ["viewer/functions", "request/kind"], {"effect": "deny", "denies": ["POL-3"], "only": ["POL-3"]})

# demands.jsonl:60 consent by the owner
test_demands_060 if holds(13, {"action": "consent", "viewer": {"userId": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "roles": ["owner"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "allow"})

# demands.jsonl:61 consent by another body
test_demands_061 if holds(13, {"action": "consent", "viewer": {"userId": "per_thu", "orgId": "org_phuong_x", "orgKind": "UBND_PHUONG", "roles": ["owner"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"]})

# demands.jsonl:62 SH-13 press export
test_demands_062 if holds(15, {"viewer": {"orgId": "org_bao", "orgKind": "BAO_CHI"}, "request": {"requester": {"orgId": "org_bao"}, "legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/functions", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/transferGround", "request/caseFileId"], {"effect": "deny", "denies": ["PD-06", "PD-09", "PD-14", "SH-13", "CT-12"], "only": ["PD-06", "PD-09", "PD-14", "SH-13", "CT-12"]})

# demands.jsonl:63 SH-13 press, kind stated only
test_demands_063 if holds(15, {"request": {"requesterKind": "press", "legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["PD-14", "SH-13"], "only": ["PD-14", "SH-13"]})

# demands.jsonl:64 SH-13 press playback
test_demands_064 if holds(15, {"action": "playback", "viewer": {"orgId": "org_bao", "orgKind": "BAO_CHI"}, "request": {"requester": {"orgId": "org_bao"}, "legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/functions", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/transferGround", "request/caseFileId"], {"effect": "deny", "denies": ["PD-06", "PD-09", "PD-14", "SH-13", "CT-12"], "only": ["PD-06", "PD-09", "PD-14", "SH-13", "CT-12"]})

# demands.jsonl:65 SH-13 not before 01/07/2026
test_demands_065 if holds(19, {}, [], {"effect": "deny", "denies": ["PD-06", "PD-09", "POL-5", "CT-12"], "only": ["PD-06", "PD-09", "POL-5", "CT-12"]})

# demands.jsonl:66 SH-13 from 01/07/2026
test_demands_066 if holds(19, {"asOf": 1782838800000}, [], {"effect": "deny", "denies": ["PD-06", "PD-09", "POL-5", "SH-13", "CT-12"], "only": ["PD-06", "PD-09", "POL-5", "SH-13", "CT-12"]})

# demands.jsonl:67 SH-13 press submits a request
test_demands_067 if holds(14, {"asOf": 1789437600000, "viewer": {"orgKind": "BAO_CHI"}}, ["request/transferGround", "request/kind"], {"effect": "deny", "denies": ["PD-06", "PD-09", "PD-14", "SH-13"], "only": ["PD-06", "PD-09", "PD-14", "SH-13"]})

# demands.jsonl:68 SE-05 review 6 months / idle 45 d
test_demands_068 if holds(15, {"action": "playback", "viewer": {"lastActiveAt": 1785430800000}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# demands.jsonl:69 SH-09 a refusal of a connection without reasons
test_demands_069 if holds(1, {"action": "refuse_request", "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "roles": ["approver"]}, "request": {"kind": "SYSTEM_CONNECT", "requester": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}}}, ["camera", "retentionPolicy"], {"effect": "deny", "denies": ["SH-09"], "only": ["SH-09"]})

# demands.jsonl:70 SH-09 a refusal with its reasons
test_demands_070 if holds(1, {"action": "refuse_request", "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "roles": ["approver"]}, "request": {"kind": "SYSTEM_CONNECT", "requester": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "refusalReason": "Kênh kết nối chưa đáp ứng cấp độ an toàn"}}, ["camera", "retentionPolicy"], {"effect": "allow"})

# demands.jsonl:71 SH-09 refused for a ground of the list
test_demands_071 if holds(1, {"action": "refuse_request", "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "roles": ["approver"]}, "request": {"kind": "SYSTEM_CONNECT", "requester": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "refusalGround": "security"}}, ["camera", "retentionPolicy"], {"effect": "allow"})

# demands.jsonl:72 SH-13 a press request refused without reasons
test_demands_072 if holds(1, {"action": "refuse_request", "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "roles": ["approver"]}, "request": {"kind": "CLIP_EXPORT", "requester": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "requesterKind": "press"}}, ["camera", "retentionPolicy"], {"effect": "deny", "denies": ["SH-13"], "only": ["SH-13"]})

# demands.jsonl:73 SH-13 a press request refused with its reasons
test_demands_073 if holds(1, {"action": "refuse_request", "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "roles": ["approver"]}, "request": {"kind": "CLIP_EXPORT", "requester": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "requesterKind": "press", "refusalReason": "Vụ án đang điều tra, Điều 31.2 Luật Báo chí"}}, ["camera", "retentionPolicy"], {"effect": "allow"})

# demands.jsonl:74 SH-13 not before 01/07/2026
test_demands_074 if holds(1, {"action": "refuse_request", "asOf": 1782838799999, "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "roles": ["approver"]}, "request": {"kind": "CLIP_EXPORT", "requester": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "requesterKind": "press"}}, ["camera", "retentionPolicy"], {"effect": "allow"})

# demands.jsonl:75 DATA-18.2.a with proof (SH-01)
test_demands_075 if holds(4, {"request": {"legalBasisCode": "DATA-18.2.a"}, "context": {"emergencyDeclRef": "CB-1"}}, ["viewer/account"], {"effect": "allow", "reasons": ["SH-01"]})

# demands.jsonl:76 18.2.e does not exist (SH-01)
test_demands_076 if holds(4, {"request": {"legalBasisCode": "DATA-18.2.e"}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-06"], "only": ["PD-06"]})

# demands.jsonl:77 no dataType (SH-02)
test_demands_077 if holds(5, {"action": "submit_request", "viewer": {"roles": ["agency_head"]}, "request": {"state": "DRAFT"}}, ["approvals", "grant", "recording", "request/dataType", "request/receivedAt"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# demands.jsonl:78 no legalBasisCode (SH-02)
test_demands_078 if holds(5, {"action": "submit_request", "viewer": {"roles": ["agency_head"]}, "request": {"state": "DRAFT"}}, ["approvals", "grant", "recording", "request/legalBasisCode", "request/receivedAt"], {"effect": "deny", "denies": ["SH-02"]})

# demands.jsonl:79 no purposeCode (SH-02)
test_demands_079 if holds(5, {"action": "submit_request", "viewer": {"roles": ["agency_head"]}, "request": {"state": "DRAFT"}}, ["approvals", "grant", "recording", "request/purposeCode", "request/receivedAt"], {"effect": "deny", "denies": ["SH-02"]})

# demands.jsonl:80 closed with certificate (SH-03)
test_demands_080 if holds(5, {"action": "close_request", "request": {"kind": "CLOSE_REQUEST", "state": "DESTRUCTION_DUE"}, "grant": {"scope": {"actions": ["close_request"]}, "purposeEndedAt": 1794934800000, "destructionCertificate": "GCN-1"}}, ["recording"], {"effect": "allow"})

# demands.jsonl:81 no certificate (SH-03)
test_demands_081 if holds(5, {"action": "close_request", "request": {"kind": "CLOSE_REQUEST", "state": "DESTRUCTION_DUE"}, "grant": {"scope": {"actions": ["close_request"]}, "purposeEndedAt": 1794934800000}}, ["recording"], {"effect": "deny", "denies": ["SH-03"], "only": ["SH-03"]})

# demands.jsonl:82 use after the purpose ended (SH-03)
test_demands_082 if holds(5, {"action": "playback", "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}, "purposeEndedAt": 1794934800000}}, [], {"effect": "deny", "denies": ["SH-03"], "only": ["SH-03"]})

# demands.jsonl:83 purpose ends on a future date (SH-03)
test_demands_083 if holds(5, {"action": "playback", "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}, "purposeEndedAt": 1797526800000}}, [], {"effect": "allow"})

# demands.jsonl:84 connect through gateway (SH-04)
test_demands_084 if holds(5, {"action": "system_connect", "request": {"kind": "SYSTEM_CONNECT"}, "grant": {"scope": {"actions": ["system_connect"]}}}, ["recording"], {"effect": "allow"})

# demands.jsonl:85 by email (SH-04)
test_demands_085 if holds(5, {"action": "system_connect", "request": {"kind": "SYSTEM_CONNECT"}, "grant": {"scope": {"actions": ["system_connect"]}}, "context": {"channel": "email"}}, ["recording"], {"effect": "deny", "denies": ["SH-04"]})

# demands.jsonl:86 not connected: deadline 31/12/2026 (SH-06)
test_demands_086 if holds(5, {"action": "system_connect", "request": {"kind": "SYSTEM_CONNECT"}, "grant": {"scope": {"actions": ["system_connect"]}}}, ["recording"], {"effect": "allow", "deadlines": ["SH-06"]})

# demands.jsonl:87 state secret system connect (SH-07)
test_demands_087 if holds(5, {"action": "system_connect", "camera": {"classification": "stateSecret"}, "request": {"kind": "SYSTEM_CONNECT"}, "grant": {"scope": {"actions": ["system_connect"]}}}, ["recording"], {"effect": "deny", "denies": ["SH-07"], "only": ["SH-07"]})

# demands.jsonl:88 bí mật nhà nước (SH-07)
test_demands_088 if holds(4, {"camera": {"classification": "bí mật nhà nước"}}, ["viewer/account"], {"effect": "deny", "denies": ["SH-07"]})

# demands.jsonl:89 secret recording (SH-07)
test_demands_089 if holds(5, {"action": "playback", "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}, "recording": {"classification": "stateSecret"}}, [], {"effect": "deny", "denies": ["SH-07"], "only": ["SH-07"]})

# demands.jsonl:90 received 2026-11-17T09:00:00+07:00 (SH-09)
test_demands_090 if holds(5, {"action": "system_connect", "asOf": 1795168800000, "request": {"kind": "SYSTEM_CONNECT"}, "grant": {"scope": {"actions": ["system_connect"]}}}, ["recording"], {"effect": "allow", "deadlines": ["SH-09"]})

# demands.jsonl:91 emergency, six hours after the word, nothing written (SH-10)
test_demands_091 if holds(4, {"request": {"emergency": true, "oralRequestAt": 1795118400000}, "grant": {"effect": "emergency", "signedAt": 1795118700000, "expiresAt": 1795204800000}}, ["viewer/account", "request/writtenRequest"], {"effect": "allow", "deadlines": ["SH-10"]})

# demands.jsonl:92 24h and a second after (SH-10)
test_demands_092 if holds(4, {"asOf": 1795204801000, "viewer": {"lastActiveAt": 1795190400000}, "request": {"emergency": true, "timeWindow": {"to": 1795280400000}, "oralRequestAt": 1795118400000}, "grant": {"effect": "emergency", "signedAt": 1795118700000, "scope": {"window": {"to": 1795280400000}}, "expiresAt": 1795280400000}}, ["viewer/account", "request/writtenRequest"], {"effect": "deny", "denies": ["SH-10"]})

# demands.jsonl:93 priority request 24h (SH-11)
test_demands_093 if holds(5, {"action": "review", "viewer": {"userId": "ra-soat", "orgId": "CATP", "orgKind": "CATP", "roles": ["reviewer"]}, "request": {"kind": "PLAYBACK", "receivedAt": 1795136400000, "state": "UNDER_REVIEW", "slaClass": "priority"}, "grant": {"scope": {"actions": ["review"]}}}, ["recording"], {"effect": "allow", "deadlines": ["SH-11"]})

# demands.jsonl:94 ordinary request: 3 working days from receipt (SH-12)
test_demands_094 if holds(5, {"action": "review", "viewer": {"userId": "ra-soat", "orgId": "CATP", "orgKind": "CATP", "roles": ["reviewer"]}, "request": {"kind": "PLAYBACK", "state": "UNDER_REVIEW"}, "grant": {"scope": {"actions": ["review"]}}}, ["recording"], {"effect": "allow", "deadlines": ["SH-12"]})

# demands.jsonl:95 press asks for an export (SH-13)
test_demands_095 if holds(5, {"viewer": {"orgKind": "BAO_CHI"}, "request": {"requester": {"orgKind": "BAO_CHI"}, "requesterKind": "press"}}, [], {"effect": "deny", "denies": ["SH-13"]})

# demands.jsonl:96 journalist live view (SH-13)
test_demands_096 if holds(4, {"request": {"requesterKind": "press"}}, ["viewer/account"], {"effect": "deny", "denies": ["SH-13"]})

# demands.jsonl:97 approver whose title powers ended (SH-12)
test_demands_097 if holds(5, {"action": "approve", "viewer": {"userId": "chihuy-09", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "roles": ["approver"], "title": "Giám đốc Công an thành phố", "titlePowersValidTo": 1795107599999}, "request": {"kind": "APPROVE", "state": "UNDER_REVIEW"}, "approvals": []}, ["grant", "recording"], {"effect": "deny", "denies": ["SH-12"], "only": ["SH-12"]})

# demands.jsonl:98 approver whose powers' last day is today (SH-12)
test_demands_098 if holds(5, {"action": "approve", "viewer": {"userId": "chihuy-09", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "roles": ["approver"], "title": "Giám đốc Công an thành phố", "titlePowersValidTo": 1795193999999}, "request": {"kind": "APPROVE", "state": "UNDER_REVIEW"}, "approvals": []}, ["grant", "recording"], {"effect": "allow"})

# demands.jsonl:99 emergency grant longer than 24h (SH-10)
test_demands_099 if holds(5, {"action": "grant_emergency", "viewer": {"userId": "tb-1", "orgId": "CATP", "orgKind": "CATP", "roles": ["duty_officer"]}, "request": {"kind": "GRANT_EMERGENCY", "emergency": true, "oralRequestAt": 1795139400000}, "grant": {"scope": {"actions": ["grant_emergency"]}, "expiresAt": 1795225801000}, "context": {"onShift": true}}, ["approvals", "recording", "grant/id", "grant/orgId", "grant/effect", "grant/approver", "grant/approverTitle", "grant/signedAt", "grant/signature", "grant/viewsUsed"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# demands.jsonl:100 viewer.titlePowersValidTo: a bare date of yesterday has ended (SH-12)
test_demands_100 if holds(5, {"action": "approve", "viewer": {"userId": "chihuy-09", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "roles": ["approver"], "title": "Giám đốc Công an thành phố", "titlePowersValidTo": 1795107599999}, "request": {"kind": "APPROVE", "state": "UNDER_REVIEW"}, "approvals": []}, ["grant", "recording"], {"effect": "deny", "denies": ["SH-12"], "only": ["SH-12"]})

# demands.jsonl:101 viewer.titlePowersValidTo: a bare date of today lasts all day (SH-12)
test_demands_101 if holds(5, {"action": "approve", "viewer": {"userId": "chihuy-09", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "roles": ["approver"], "title": "Giám đốc Công an thành phố", "titlePowersValidTo": 1795193999999}, "request": {"kind": "APPROVE", "state": "UNDER_REVIEW"}, "approvals": []}, ["grant", "recording"], {"effect": "allow"})

# demands.jsonl:102 viewer.titlePowersValidTo: today's midnight written as an instant has passed (SH-12)
test_demands_102 if holds(5, {"action": "approve", "viewer": {"userId": "chihuy-09", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "roles": ["approver"], "title": "Giám đốc Công an thành phố", "titlePowersValidTo": 1795107600000}, "request": {"kind": "APPROVE", "state": "UNDER_REVIEW"}, "approvals": []}, ["grant", "recording"], {"effect": "deny", "denies": ["SH-12"], "only": ["SH-12"]})

# demands.jsonl:103 viewer.titlePowersValidTo: the last second of its day, written in Z (SH-12)
test_demands_103 if holds(5, {"action": "approve", "asOf": 1795193999000, "viewer": {"userId": "chihuy-09", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "roles": ["approver"], "title": "Giám đốc Công an thành phố", "titlePowersValidTo": 1795193999999}, "request": {"kind": "APPROVE", "state": "UNDER_REVIEW"}, "approvals": []}, ["grant", "recording"], {"effect": "allow"})

# demands.jsonl:104 viewer.titlePowersValidTo: the midnight after (SH-12)
test_demands_104 if holds(5, {"action": "approve", "asOf": 1795194000000, "viewer": {"userId": "chihuy-09", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "roles": ["approver"], "title": "Giám đốc Công an thành phố", "titlePowersValidTo": 1795193999999}, "request": {"kind": "APPROVE", "state": "UNDER_REVIEW"}, "approvals": []}, ["grant", "recording"], {"effect": "deny", "denies": ["SH-12"], "only": ["SH-12"]})

# demands.jsonl:105 secret link (SH-07)
test_demands_105 if holds(5, {"action": "system_connect", "camera": {"classification": "stateSecret"}, "request": {"kind": "SYSTEM_CONNECT"}, "grant": {"scope": {"actions": ["system_connect"]}}}, ["recording"], {"effect": "deny", "denies": ["SH-07"], "only": ["SH-07"]})

# demands.jsonl:106 secret recording of an ordinary camera, export (SH-07)
test_demands_106 if holds(5, {"viewer": {"orgKind": "CATP_PHONG", "roles": ["extraction_officer"], "qualification": "trung cấp cảnh sát", "authorityRef": "PC-1"}, "recording": {"classification": "stateSecret"}, "delivery": {"country": "VN", "encryption": "AES-256", "keyChannel": "other", "signature": "x", "anonymised": true, "protectedMedium": true}}, [], {"effect": "deny", "denies": ["SH-07"], "only": ["SH-07"]})

# demands.jsonl:107 secret recording published (SH-07)
test_demands_107 if holds(5, {"action": "publish", "request": {"kind": "PUBLISH"}, "grant": {"scope": {"actions": ["publish"]}}, "recording": {"classification": "topSecret", "childInPicture": false}}, [], {"effect": "deny", "denies": ["SH-07"], "only": ["SH-07"]})

# demands.jsonl:108 emergency grant of 24 hours (SH-10)
test_demands_108 if holds(5, {"action": "grant_emergency", "viewer": {"userId": "tb-1", "orgId": "CATP", "orgKind": "CATP", "roles": ["duty_officer"]}, "request": {"kind": "GRANT_EMERGENCY", "emergency": true, "oralRequestAt": 1795139400000}, "grant": {"scope": {"actions": ["grant_emergency"]}, "expiresAt": 1795225800000}, "context": {"onShift": true}}, ["approvals", "recording", "grant/id", "grant/orgId", "grant/effect", "grant/approver", "grant/approverTitle", "grant/signedAt", "grant/signature", "grant/viewsUsed"], {"effect": "allow"})

# demands.jsonl:109 emergency grant that states no end (SH-10)
test_demands_109 if holds(5, {"action": "grant_emergency", "viewer": {"userId": "tb-1", "orgId": "CATP", "orgKind": "CATP", "roles": ["duty_officer"]}, "request": {"kind": "GRANT_EMERGENCY", "emergency": true, "oralRequestAt": 1795139400000}, "grant": {"scope": {"actions": ["grant_emergency"]}}, "context": {"onShift": true}}, ["approvals", "recording", "grant/id", "grant/orgId", "grant/effect", "grant/approver", "grant/approverTitle", "grant/signedAt", "grant/signature", "grant/viewsUsed", "grant/expiresAt"], {"effect": "allow"})

# demands.jsonl:110 emergency grant a second too long (SH-10)
test_demands_110 if holds(5, {"action": "grant_emergency", "viewer": {"userId": "tb-1", "orgId": "CATP", "orgKind": "CATP", "roles": ["duty_officer"]}, "request": {"kind": "GRANT_EMERGENCY", "emergency": true, "oralRequestAt": 1795139400000}, "grant": {"scope": {"actions": ["grant_emergency"]}, "expiresAt": 1795225801000}, "context": {"onShift": true}}, ["approvals", "recording", "grant/id", "grant/orgId", "grant/effect", "grant/approver", "grant/approverTitle", "grant/signedAt", "grant/signature", "grant/viewsUsed"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# demands.jsonl:111 emergency grant for a whole next day as a bare date (SH-10)
test_demands_111 if holds(5, {"action": "grant_emergency", "viewer": {"userId": "tb-1", "orgId": "CATP", "orgKind": "CATP", "roles": ["duty_officer"]}, "request": {"kind": "GRANT_EMERGENCY", "emergency": true, "oralRequestAt": 1795139400000}, "grant": {"scope": {"actions": ["grant_emergency"]}, "expiresAt": 1795280399999}, "context": {"onShift": true}}, ["approvals", "recording", "grant/id", "grant/orgId", "grant/effect", "grant/approver", "grant/approverTitle", "grant/signedAt", "grant/signature", "grant/viewsUsed"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# demands.jsonl:112 longer, confirmed in writing (SH-10)
test_demands_112 if holds(20, {}, [], {"effect": "allow"})

# demands.jsonl:113 press at 2026-06-30T17:00:00Z (SH-13)
test_demands_113 if holds(5, {"asOf": 1782838800000, "viewer": {"orgKind": "BAO_CHI"}, "request": {"requesterKind": "press"}}, [], {"effect": "deny", "denies": ["SH-13"]})

# demands.jsonl:114 press at 2026-06-30T12:00:00-05:00 (SH-13)
test_demands_114 if holds(5, {"asOf": 1782838800000, "viewer": {"orgKind": "BAO_CHI"}, "request": {"requesterKind": "press"}}, [], {"effect": "deny", "denies": ["SH-13"]})

# drift.jsonl:1 the fourth look at the same target in 30 days
test_drift_001 if holds(21, {}, [], {"effect": "needs_approval", "notObligations": ["second_approver", "notify_inspector"]})

# drift.jsonl:2 the fifth look needs two approvers and tells an inspector
test_drift_002 if holds(21, {"request": {"sameTargetCount30d": 5}}, [], {"effect": "needs_approval", "obligations": ["second_approver", "notify_inspector"]})

# drift.jsonl:3 approving a ninth time for the same requester
test_drift_003 if holds(21, {"action": "approve", "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "unitId": "pv", "title": "Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "titlePowersValidTo": 1830358799999}, "request": {"pairApprovals30d": 9}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, ["request/sameTargetCount30d"], {"effect": "allow", "notObligations": ["second_approver", "notify_inspector"]})

# drift.jsonl:4 approving a tenth time for the same requester needs another hand
test_drift_004 if holds(21, {"action": "approve", "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "unitId": "pv", "title": "Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "titlePowersValidTo": 1830358799999}, "request": {"pairApprovals30d": 10}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, ["request/sameTargetCount30d"], {"effect": "needs_approval", "needs": ["second_approver"], "obligations": ["second_approver", "notify_inspector"]})

# drift.jsonl:5 a register that does not answer is no confirmation
test_drift_005 if holds(21, {"action": "approve", "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "unitId": "pv", "title": "Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "titlePowersValidTo": 1830358799999}, "request": {"caseRegister": "unavailable"}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, ["request/sameTargetCount30d"], {"effect": "needs_approval", "needs": ["second_approver"], "obligations": ["second_approver"], "notObligations": ["notify_inspector"]})

# drift.jsonl:6 a register that knows the case
test_drift_006 if holds(21, {"request": {"caseRegister": "found", "caseNumberForm": "good"}}, ["request/sameTargetCount30d"], {"effect": "needs_approval", "notObligations": ["second_approver"]})

# drift.jsonl:7 a register that does not know the case
test_drift_007 if holds(21, {"request": {"caseRegister": "not_found"}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["POL-13"], "only": ["POL-13"], "at": ["request.caseFileId"]})

# drift.jsonl:8 a case number of another form
test_drift_008 if holds(21, {"request": {"caseNumberForm": "bad"}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["POL-13"], "only": ["POL-13"]})

# drift.jsonl:9 footage that needs two approvers, opened by one
test_drift_009 if holds(22, {}, [], {"effect": "needs_approval", "needs": ["police"]})

# drift.jsonl:10 footage that needs two approvers, opened by two
test_drift_010 if holds(23, {}, [], {"effect": "allow"})

# drift.jsonl:11 the same approver twice is one
test_drift_011 if holds(24, {}, [], {"effect": "needs_approval", "needs": ["police"]})

# drift.jsonl:12 footage of one approver is enough where one is needed
test_drift_012 if holds(22, {"request": {"approvalsNeeded": 1}}, [], {"effect": "allow"})

# drift.jsonl:13 the fifth look opened by one approver
test_drift_013 if holds(22, {"request": {"sameTargetCount30d": 5}}, ["request/approvalsNeeded"], {"effect": "needs_approval", "needs": ["police"]})

# drift.jsonl:14 whoever approved does not approve again
test_drift_014 if holds(22, {"action": "approve", "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "unitId": "pv", "title": "Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "titlePowersValidTo": 1830358799999}, "request": {"kind": "CLIP_EXPORT"}}, ["grant", "recording", "request/approvalsNeeded"], {"effect": "deny", "denies": ["POL-12"], "only": ["POL-12"]})

# drift.jsonl:15 a second person approves after the first
test_drift_015 if holds(25, {}, [], {"effect": "allow"})

# drift.jsonl:16 a reason that says nothing: .
test_drift_016 if holds(21, {"request": {"reason": "."}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "at": ["request.reason"]})

# drift.jsonl:17 a reason that says nothing: ...........
test_drift_017 if holds(21, {"request": {"reason": "..........."}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "at": ["request.reason"]})

# drift.jsonl:18 a reason that says nothing: aaaa aaaa aaaa aaaa
test_drift_018 if holds(21, {"request": {"reason": "aaaa aaaa aaaa aaaa"}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "at": ["request.reason"]})

# drift.jsonl:19 a reason that says nothing: Phục vụ công tác.
test_drift_019 if holds(21, {"request": {"reason": "Phục vụ công tác."}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "at": ["request.reason"]})

# drift.jsonl:20 a reason that says nothing: phục vụ công tác nghiệp vụ
test_drift_020 if holds(21, {"request": {"reason": "phục vụ công tác nghiệp vụ"}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "at": ["request.reason"]})

# drift.jsonl:21 a reason that says nothing: for work purposes
test_drift_021 if holds(21, {"request": {"reason": "for work purposes"}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "at": ["request.reason"]})

# drift.jsonl:22 a reason that says nothing: test test test test
test_drift_022 if holds(21, {"request": {"reason": "test test test test"}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "at": ["request.reason"]})

# drift.jsonl:23 a reason that says something: Tìm xe tải gây tai nạn ở cầu Chương Dương
test_drift_023 if holds(21, {"request": {"reason": "Tìm xe tải gây tai nạn ở cầu Chương Dương"}}, ["request/sameTargetCount30d"], {"effect": "needs_approval"})

# drift.jsonl:24 a reason that says something: Stolen motorbike near the lake, plate to be read
test_drift_024 if holds(21, {"request": {"reason": "Stolen motorbike near the lake, plate to be read"}}, ["request/sameTargetCount30d"], {"effect": "needs_approval"})

# drift.jsonl:25 who approved with a key that nobody names does not approve again
test_drift_025 if holds(25, {"approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}]}, [], {"effect": "deny", "denies": ["POL-12"], "only": ["POL-12"]})

# drift.jsonl:26 a first approval of the fifth look opens nothing yet
test_drift_026 if holds(25, {"request": {"pairApprovals30d": 0, "sameTargetCount30d": 5}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, [], {"effect": "needs_approval", "needs": ["second_approver"], "obligations": ["second_approver", "notify_inspector"]})

# drift.jsonl:27 one approval is enough for the fourth look
test_drift_027 if holds(25, {"request": {"pairApprovals30d": 0, "sameTargetCount30d": 4}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, [], {"effect": "allow", "notObligations": ["second_approver", "notify_inspector"]})

# drift.jsonl:28 the second person approves the fifth look after the first
test_drift_028 if holds(25, {"request": {"pairApprovals30d": 0, "sameTargetCount30d": 5}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_hai", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Phó Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}]}, [], {"effect": "allow", "obligations": ["second_approver", "notify_inspector"]})

# drift.jsonl:29 the second person approves where two were asked for at the beginning
test_drift_029 if holds(25, {"request": {"pairApprovals30d": 0, "approvalsNeeded": 2}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_hai", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Phó Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}]}, [], {"effect": "allow"})

# drift.jsonl:30 the first person approves where two were asked for at the beginning
test_drift_030 if holds(25, {"request": {"pairApprovals30d": 0, "approvalsNeeded": 2}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, [], {"effect": "needs_approval", "needs": ["second_approver"]})

# drift.jsonl:31 a pair that always decides together has the other hand already
test_drift_031 if holds(25, {"request": {"pairApprovals30d": 10}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_hai", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Phó Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}]}, [], {"effect": "allow", "obligations": ["second_approver", "notify_inspector"]})

# drift.jsonl:32 whoever approved first is not the second
test_drift_032 if holds(25, {"request": {"pairApprovals30d": 0, "sameTargetCount30d": 5}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Phó Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}]}, [], {"effect": "deny", "denies": ["POL-12"], "only": ["POL-12"]})

# drift.jsonl:33 an approval that is no police officer's is no first of two
test_drift_033 if holds(25, {"request": {"pairApprovals30d": 0, "approvalsNeeded": 2}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_hai", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "approverTitle": "Phó Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}]}, [], {"effect": "needs_approval", "needs": ["second_approver"]})

# drift.jsonl:34 an approval that is still to come is no first of two
test_drift_034 if holds(25, {"request": {"pairApprovals30d": 0, "approvalsNeeded": 2}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_hai", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Phó Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789524000000}]}, [], {"effect": "needs_approval", "needs": ["second_approver"]})

# drift.jsonl:35 a first approval that was taken back stands against the second
test_drift_035 if holds(25, {"request": {"pairApprovals30d": 0, "approvalsNeeded": 2}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_hai", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Phó Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000, "withdrawnAt": 1789264800000}]}, [], {"effect": "deny", "denies": ["POL-4"]})

# drift.jsonl:36 the first of two was the owner's own hand: two keys in one
test_drift_036 if holds(25, {"request": {"pairApprovals30d": 0, "approvalsNeeded": 2}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_thu", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Phó Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}]}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# drift.jsonl:37 whoever turned the owner's key does not approve
test_drift_037 if holds(25, {"request": {"pairApprovals30d": 0}, "approvals": [{"key": "owner", "approver": "per_dung", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"], "at": ["approvals"]})

# drift.jsonl:38 a requester's own approval is no first of two
test_drift_038 if holds(25, {"request": {"pairApprovals30d": 0, "approvalsNeeded": 2}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_lan", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Phó Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}]}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# drift.jsonl:39 a register that answers in a word nobody knows has confirmed nothing
test_drift_039 if holds(25, {"request": {"pairApprovals30d": 0, "caseRegister": "maybe"}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, [], {"effect": "needs_approval", "needs": ["second_approver"]})

# drift.jsonl:40 a register that knows the case asks for no second hand
test_drift_040 if holds(25, {"request": {"pairApprovals30d": 0, "caseRegister": "found"}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}]}, [], {"effect": "allow", "notObligations": ["second_approver"]})

# drift.jsonl:41 a form of case number that nobody knows is not the right one
test_drift_041 if holds(21, {"request": {"caseNumberForm": "almost"}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["POL-13"], "only": ["POL-13"]})

# drift.jsonl:42 the owner's hand is no second approver at the opening either
test_drift_042 if holds(26, {}, [], {"effect": "needs_approval", "needs": ["police"]})

# drift.jsonl:43 footage of a first approval alone is not open where the looks were counted
test_drift_043 if holds(22, {}, [], {"effect": "needs_approval", "needs": ["police"]})

# drift.jsonl:44 a department's case file
test_drift_044 if holds(21, {"request": {"caseNumberForm": "HO_SO"}}, ["request/sameTargetCount30d"], {"effect": "needs_approval"})

# drift.jsonl:45 a department's sanction file
test_drift_045 if holds(21, {"request": {"caseNumberForm": "XU_PHAT"}}, ["request/sameTargetCount30d"], {"effect": "needs_approval"})

# drift.jsonl:46 a criminal case that a department names
test_drift_046 if holds(21, {"request": {"caseNumberForm": "VU_AN"}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["POL-13"], "only": ["POL-13"], "at": ["request.caseFileId"]})

# drift.jsonl:47 a number that is of no form
test_drift_047 if holds(21, {"request": {"caseNumberForm": "none"}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["POL-13"], "only": ["POL-13"], "at": ["request.caseFileId"]})

# drift.jsonl:48 a body whose kind has no forms of its own writes the common ones
test_drift_048 if holds(21, {"viewer": {"orgKind": "BCA_C12"}, "request": {"requester": {"orgKind": "BCA_C12"}, "caseNumberForm": "VU_VIEC"}}, ["request/sameTargetCount30d"], {"effect": "needs_approval"})

# drift.jsonl:49 a body whose kind has no forms of its own has no sanction files
test_drift_049 if holds(21, {"viewer": {"orgKind": "BCA_C12"}, "request": {"requester": {"orgKind": "BCA_C12"}, "caseNumberForm": "XU_PHAT"}}, ["request/sameTargetCount30d"], {"effect": "deny", "denies": ["POL-13"], "only": ["POL-13"], "at": ["request.caseFileId"]})

# drift.jsonl:50 a seizure of evidence under criminal procedure names its criminal case
test_drift_050 if holds(15, {"viewer": {"orgKind": "CQDT"}, "request": {"requester": {"orgKind": "CQDT"}, "legalBasisCode": "BLTTHS-88", "caseNo": "VA-1", "procedureAuthority": "CQDT", "caseFileId": "VA-2026-0012", "caseNumberForm": "VU_AN"}, "recording": {"tamperFlag": true}, "delivery": {"encryption": "AES-256", "keyChannel": "sms"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "allow"})

# drift.jsonl:51 a seizure of evidence under criminal procedure names a sanction file
test_drift_051 if holds(15, {"viewer": {"orgKind": "CQDT"}, "request": {"requester": {"orgKind": "CQDT"}, "legalBasisCode": "BLTTHS-88", "caseNo": "VA-1", "procedureAuthority": "CQDT", "caseFileId": "128/2026/HS-XPHC", "caseNumberForm": "XU_PHAT"}, "recording": {"tamperFlag": true}, "delivery": {"encryption": "AES-256", "keyChannel": "sms"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "deny", "denies": ["POL-13"], "only": ["POL-13"]})

# emergency.jsonl:1 an oral demand in its first day needs no paper and no consent
test_emergency_001 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000}}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "needs_approval", "needs": ["police"], "deadlines": ["SH-10"]})

# emergency.jsonl:2 23:59:59 after the demand
test_emergency_002 if holds(0, {"action": "submit_request", "asOf": 1789520399000, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000}}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "needs_approval"})

# emergency.jsonl:3 24 hours after the demand it lapses
test_emergency_003 if holds(0, {"action": "submit_request", "asOf": 1789520400000, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000}}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["SH-10", "PD-14", "SH-02"], "only": ["SH-10", "PD-14", "SH-02"]})

# emergency.jsonl:4 confirmed in time, it stands
test_emergency_004 if holds(0, {"action": "submit_request", "asOf": 1789578000000, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000, "writtenConfirmedAt": 1789477200000, "writtenRequest": {"number": "9/KC", "date": 1789405200000, "issuer": "Sở Xây dựng", "signatureRef": "s"}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["owner", "police"]})

# emergency.jsonl:5 confirmed too late
test_emergency_005 if holds(0, {"action": "submit_request", "asOf": 1789578000000, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000, "writtenConfirmedAt": 1789563600000, "writtenRequest": {"number": "9/KC", "date": 1789405200000, "issuer": "Sở Xây dựng", "signatureRef": "s"}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# emergency.jsonl:6 no oral demands before NĐ 333
test_emergency_006 if holds(0, {"action": "submit_request", "asOf": 1787029200000, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1787025600000}}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# emergency.jsonl:7 an oral demand on a basis that is no emergency
test_emergency_007 if holds(0, {"action": "submit_request", "request": {"emergency": true, "oralRequestAt": 1789434000000}}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["SH-10", "PD-14", "SH-02"], "only": ["SH-10", "PD-14", "SH-02"]})

# emergency.jsonl:8 an oral demand by a company
test_emergency_008 if holds(8, {"action": "submit_request", "asOf": 1789437600000, "request": {"requester": {"orgKind": "SO_XD"}, "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000}}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["SH-10"]})

# emergency.jsonl:9 an oral demand from the future
test_emergency_009 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789491600000}}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["SH-10"]})

# emergency.jsonl:10 a written emergency request
test_emergency_010 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "writtenRequest": {"number": "9/KC", "date": 1789405200000, "issuer": "Sở Xây dựng", "signatureRef": "s"}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# emergency.jsonl:11 emergency of the Data Law without its proof
test_emergency_011 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "DATA-18.2.b"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-01"], "only": ["SH-01"]})

# emergency.jsonl:12 the officer on shift makes the emergency grant
test_emergency_012 if holds(27, {}, [], {"effect": "allow"})

# emergency.jsonl:13 not on shift
test_emergency_013 if holds(27, {"context": {"onShift": false}}, [], {"effect": "deny", "denies": ["TR-10"], "only": ["TR-10"]})

# emergency.jsonl:14 no urgent demand
test_emergency_014 if holds(27, {"request": {"emergency": false}}, [], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# emergency.jsonl:15 powers of the title ended
test_emergency_015 if holds(27, {"viewer": {"titlePowersValidTo": 1788281999999}}, [], {"effect": "deny", "denies": ["SH-12"], "only": ["SH-12"]})

# ends.jsonl:1 an idle account closes 45 days after its last use: the answer holds until then
test_ends_001 if holds(27, {"action": "act_on_match", "viewer": {"lastActiveAt": 1788195600000}, "analytics": {"kind": "violationDetection", "riskLevel": "high", "automaticAction": true, "reviewOffered": true, "inServiceSince": 1767200400000, "verifierTitle": "Đội trưởng", "humanVerification": true}}, ["camera", "request", "context"], {"effect": "allow", "validUntil": 1792083600001})

# ends.jsonl:2 an approval may be given while the powers of the title last
test_ends_002 if holds(17, {"viewer": {"orgId": "org_catp", "titlePowersValidTo": 1789880400000}, "camera": {"ownerOrgId": "org_dongda", "systemKind": "central", "purposes": ["GIAO_THONG"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["camera/operatorOrgId", "camera/operatorKind"], {"effect": "allow", "validUntil": 1789880400000})

# ends.jsonl:3 an answer that rests on consent ends with it
test_ends_003 if holds(10, {"request": {"legalBasisCode": "PDPL-9"}, "grant": {"scope": {"window": {"to": 1793379600000}}, "expiresAt": 1793379599999}, "recording": {"expiresAt": 1796144399999}, "consent": {"recordId": "cr_1", "principalId": "p1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1788195600000, "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true, "expiresAt": 1789750799999}}, [], {"effect": "allow", "validUntil": 1789750799999})

# ends.jsonl:4 a consent taken back as of a later day carries until that day
test_ends_004 if holds(10, {"request": {"legalBasisCode": "PDPL-9"}, "grant": {"scope": {"window": {"to": 1793379600000}}, "expiresAt": 1793379599999}, "recording": {"expiresAt": 1796144399999}, "consent": {"recordId": "cr_1", "principalId": "p1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1788195600000, "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true, "withdrawnAt": 1789578000000}}, [], {"effect": "allow", "validUntil": 1789578000000})

# ends.jsonl:5 a grant whose purpose ends this evening is seen until this evening
test_ends_005 if holds(0, {"action": "playback", "grant": {"id": "grt_2", "scope": {"window": {"from": 1789318800000}, "actions": ["playback", "snapshot", "clip_export", "plate_search", "trajectory", "face_match", "live_view"]}, "expiresAt": 1790787599999, "purposeEndedAt": 1789470000000}, "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1789347600000, "to": 1789348200000, "expiresAt": 1790873999999, "dataClass": "basic", "sha256": "ab12"}}, ["viewer/lastActiveAt"], {"effect": "allow", "validUntil": 1789470000000})

# ends.jsonl:6 the answer about evidence ends with the last day of the limitation period
test_ends_006 if holds(28, {}, [], {"effect": "allow", "validUntil": 1789491600000})

# ends.jsonl:7 the answer about a device ends with the decision that deploys it
test_ends_007 if holds(28, {"camera": {"enforcementDecision": {"validTo": 1789520400000}}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "allow", "validUntil": 1789520400000})

# ends.jsonl:8 a request for evidence to come holds while the device is calibrated, to the end of that day
test_ends_008 if holds(28, {"action": "submit_request", "viewer": {"roles": ["requester"]}, "camera": {"calibrationValidTo": 1789873200000}}, ["grant", "recording"], {"effect": "allow", "validUntil": 1789923600000})

# ends.jsonl:9 a connection stands on a key while the key lasts
test_ends_009 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "system": {"connectedAt": 1767200400000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000, "expiresAt": 1789923599999}]}, ["camera", "organisation"], {"effect": "allow", "validUntil": 1789923599999})

# ends.jsonl:10 a pause that begins later leaves the registration free until it begins
test_ends_010 if holds(1, {"camera": {"systemKind": "central", "origin": "newInvestment"}, "moratorium": {"from": 1798736400000}}, ["retentionPolicy"], {"effect": "allow", "validUntil": 1798736400000})

# ends.jsonl:11 a neighbour described by a name nobody knows
test_ends_011 if holds(1, {"camera": {"systemKind": "central"}, "neighbours": [{"id": "cam_9", "location": {"lat": 21.01814, "lon": 105.82903, "height": 5}, "azimuth": 270, "purposes": ["GIAO_THONG"]}]}, ["retentionPolicy"], {"effect": "deny", "denies": ["POL-0"], "only": ["POL-0"], "at": ["neighbours.location.height"]})

# ends.jsonl:12 a neighbour whose place is no number
test_ends_012 if holds(1, {"camera": {"systemKind": "central"}, "neighbours": [{"id": "cam_9", "location": {"lat": "21", "lon": 105.82903}, "azimuth": 270, "purposes": ["GIAO_THONG"]}]}, ["retentionPolicy"], {"effect": "deny", "denies": ["POL-0"], "only": ["POL-0"], "at": ["neighbours.location.lat"]})

# ends.jsonl:13 a state secret is refused under the decree on sharing before the new law on secrets
test_ends_013 if holds(0, {"asOf": 1772297999999, "camera": {"classification": "stateSecret"}, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["SH-07"], "articles": ["ND278"], "notArticles": ["L117-5"]})

# ends.jsonl:14 a state secret is refused under the new law on secrets from its first moment
test_ends_014 if holds(0, {"asOf": 1772298000000, "camera": {"classification": "stateSecret"}, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["SH-07"], "articles": ["ND278", "L117-5"]})

# ends.jsonl:15 before the decree on sharing a state secret is refused by the rule, without its article
test_ends_015 if holds(0, {"asOf": 1761065999999, "camera": {"classification": "stateSecret"}, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["SH-07"], "notArticles": ["ND278", "L117-5"]})

# ends.jsonl:16 the answer to an inspector of the Government ends with the sixty days of the inspection, when no extension is named
test_ends_016 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TTCP"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "endsAt": 1798822799999}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "allow", "validUntil": 1793466000000})

# evidence-edges.jsonl:1 what is on file about a device is read whether or not its decision runs on
test_evidence_edges_001 if holds(9, {"action": "list_cameras", "viewer": {"userId": "u_i", "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "enforcementDecision": {"no": "1", "date": 1775062800000, "issuerTitle": "Trưởng phòng Cảnh sát giao thông", "validTo": 1789577999999}}}, ["request", "approvals", "camera/operatorOrgId"], {"effect": "allow", "validUntil": 253402275600000})

# evidence-edges.jsonl:2 an answer about the log holds for 184 days after its review
test_evidence_edges_002 if holds(1, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 12}, "log": {"reviewedAt": 1785517200000}}, ["camera", "retentionPolicy"], {"effect": "allow", "validUntil": 1801414800001})

# evidence-edges.jsonl:3 the stated end of a recording counts, not the one reckoned from its days
test_evidence_edges_003 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "recording": {"recordedAt": 1788973200000, "retentionDays": 7}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "validUntil": 1791565199999})

# evidence-edges.jsonl:4 the limitation period of a violation ends no answer where nobody enforces
test_evidence_edges_004 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "recording": {"limitationEnd": 1789923599999}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "validUntil": 1791565199999})

# evidence-edges.jsonl:5 what was recorded while the device was calibrated stands after the calibration
test_evidence_edges_005 if holds(28, {"camera": {"calibrationValidTo": 1789491599999}, "grant": {"scope": {"window": {"to": 1789923600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1790701199999}}, [], {"effect": "allow", "validUntil": 1789923600000})

# evidence-edges.jsonl:6 the live picture of an enforcement device, on another basis too, holds while the device is calibrated
test_evidence_edges_006 if holds(28, {"action": "live_view", "camera": {"calibrationValidTo": 1789491599999}, "request": {"legalBasisCode": "PDPL-19.1.c"}, "grant": {"scope": {"window": {"to": 1789923600000}}, "expiresAt": 1790787599999}}, ["recording"], {"effect": "allow", "validUntil": 1789491600000})

# evidence-edges.jsonl:7 the calibration of an ordinary camera ends no answer
test_evidence_edges_007 if holds(28, {"action": "live_view", "camera": {"enforcement": false, "calibrationValidTo": 1789491599999}, "request": {"legalBasisCode": "PDPL-19.1.c"}, "grant": {"scope": {"window": {"to": 1789923600000}}, "expiresAt": 1790787599999}}, ["recording"], {"effect": "allow", "validUntil": 1789923600000})

# evidence-edges.jsonl:8 a connection stands on a key until the key is taken back
test_evidence_edges_008 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "system": {"connectedAt": 1767200400000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000, "withdrawnAt": 1789664400000}]}, ["camera", "organisation"], {"effect": "allow", "validUntil": 1789664400000})

# evidence-edges.jsonl:9 a registration refused during the pause may be asked again when the pause ends
test_evidence_edges_009 if holds(1, {"camera": {"systemKind": "central", "origin": "newInvestment"}, "moratorium": {"from": 1788195600000, "to": 1796144400000}}, ["retentionPolicy"], {"effect": "deny", "denies": ["HN-02"], "validUntil": 1796144400000})

# evidence-edges.jsonl:10 the pause ends no answer about footage
test_evidence_edges_010 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "moratorium": {"from": 1789837200000, "to": 1790355600000}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "validUntil": 1791565199999})

# evidence-edges.jsonl:11 an owner who consents to a request for evidence verifies nothing
test_evidence_edges_011 if holds(13, {"action": "consent", "viewer": {"userId": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "roles": ["owner"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"legalBasisCode": "ND61-14/22"}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "allow", "notObligations": ["verify_before_use"]})

# evidence-edges.jsonl:12 an agency may ask for evidence before its officer holds the authority over results
test_evidence_edges_012 if holds(28, {"action": "submit_request", "viewer": {"roles": ["requester"]}, "camera": {"calibrationValidTo": 1789873200000}}, ["grant", "recording", "viewer/authorityRef"], {"effect": "allow"})

# evidence-edges.jsonl:13 what was recorded at midnight after the last day of calibration proves nothing
test_evidence_edges_013 if holds(28, {"camera": {"calibrationValidTo": 1789318799999}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"from": 1789318800000, "limitationEnd": 1798736399999}}, [], {"effect": "deny", "denies": ["EV-01"], "only": ["EV-01"], "at": ["camera.calibrationValidTo"]})

# evidence-edges.jsonl:14 what was recorded in the last moment of the last day of calibration is a result
test_evidence_edges_014 if holds(28, {"camera": {"calibrationValidTo": 1789405199999}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"from": 1789405140000, "to": 1789405199999, "limitationEnd": 1798736399999}}, [], {"effect": "allow"})

# evidence-edges.jsonl:15 a recording that begins at a time told in words is refused for that
test_evidence_edges_015 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"from": "hôm thứ Hai", "limitationEnd": 1798736399999}}, [], {"effect": "deny", "denies": ["POL-0"]})

# evidence-edges.jsonl:16 an altered recording is looked at by who asked for it, reported and held
test_evidence_edges_016 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "recording": {"tamperFlag": true}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "obligations": ["escalate_and_hold"]})

# evidence-edges.jsonl:17 an altered recording is taken out by nobody but investigators
test_evidence_edges_017 if holds(15, {"request": {"legalBasisCode": "PDPL-17.1.dd"}, "recording": {"tamperFlag": true}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["EV-01"], "only": ["EV-01"]})

# evidence-edges.jsonl:18 a person gets their own picture although it was altered
test_evidence_edges_018 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "request": {"requesterKind": "dataSubject", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN"}, "recording": {"tamperFlag": true}}, ["viewer/orgId", "viewer/orgKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "allow", "obligations": ["escalate_and_hold"]})

# evidence-edges.jsonl:19 an altered recording of an ordinary camera supports no sanction
test_evidence_edges_019 if holds(28, {"action": "playback", "camera": {"enforcement": false}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999, "tamperFlag": true}}, [], {"effect": "deny", "denies": ["EV-01", "EV-15"], "only": ["EV-01", "EV-15"]})

# evidence-edges.jsonl:20 an altered recording of an enforcement device is no result on any basis
test_evidence_edges_020 if holds(28, {"action": "playback", "request": {"legalBasisCode": "PDPL-19.1.c"}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999, "tamperFlag": true}}, [], {"effect": "deny", "denies": ["EV-01"], "only": ["EV-01"]})

# evidence-edges.jsonl:21 an altered recording goes to the body that conducts the criminal procedure
test_evidence_edges_021 if holds(15, {"viewer": {"orgKind": "CQDT"}, "request": {"requester": {"orgKind": "CQDT"}, "legalBasisCode": "BLTTHS-88", "caseNo": "VA-1", "procedureAuthority": "CQDT", "caseFileId": "HS-1"}, "recording": {"tamperFlag": true}, "delivery": {"encryption": "AES-256", "keyChannel": "sms"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "allow", "obligations": ["escalate_and_hold", "handover_minutes", "copy_minutes"]})

# evidence-edges.jsonl:22 a camera that only shows an old deployment decision and is not flagged is watched like any other
test_evidence_edges_022 if holds(15, {"action": "playback", "camera": {"enforcementDecision": {"no": "1", "date": 1775062800000, "issuerTitle": "Trưởng phòng Cảnh sát giao thông", "validTo": 1788281999999}}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# evidence-edges.jsonl:23 a deployment decision whose date is left empty is none
test_evidence_edges_023 if holds(28, {"camera": {"enforcementDecision": {"date": null}}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "deny", "denies": ["EV-02"]})

# evidence-edges.jsonl:24 a deployment decision counts from its very moment
test_evidence_edges_024 if holds(28, {"camera": {"enforcementDecision": {"date": 1789437600000}}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "allow"})

# evidence-edges.jsonl:25 a person who takes out their own picture needs no training
test_evidence_edges_025 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}, "request": {"requesterKind": "dataSubject", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN"}}, ["viewer/orgId", "viewer/orgKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "allow"})

# evidence-edges.jsonl:26 training that has run out is none, whatever is said of it
test_evidence_edges_026 if holds(28, {"viewer": {"trainingValidTo": 1788281999999, "trained": true}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "deny", "denies": ["EV-03"], "only": ["EV-03"]})

# evidence-edges.jsonl:27 a still picture for enforcement is looked at before there is a case file
test_evidence_edges_027 if holds(28, {"action": "snapshot", "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["request/caseFileId"], {"effect": "allow"})

# evidence-edges.jsonl:28 a device in an approved plan is a qualified source: no verification before use
test_evidence_edges_028 if holds(28, {"camera": {"trustLevel": "qualified"}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "allow", "reasons": ["EV-16"], "notObligations": ["verify_before_use"]})

# evidence-edges.jsonl:29 a device of no stated trust is verified before its result supports a sanction
test_evidence_edges_029 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "allow", "notReasons": ["EV-16"], "obligations": ["verify_before_use"]})

# evidence-edges.jsonl:30 a device of another trust is verified before its result supports a sanction
test_evidence_edges_030 if holds(28, {"camera": {"trustLevel": "basic"}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "allow", "notReasons": ["EV-16"], "obligations": ["verify_before_use"]})

# evidence-edges.jsonl:31 a qualified camera watched for no sanction needs no verification and is no reason
test_evidence_edges_031 if holds(15, {"action": "playback", "viewer": {"trainingValidTo": 1798822799999}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/authorityRef", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "notReasons": ["EV-16"], "notObligations": ["verify_before_use"]})

# evidence-edges.jsonl:32 an ordinary camera watched for no sanction needs no verification
test_evidence_edges_032 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "notObligations": ["verify_before_use"]})

# evidence-edges.jsonl:33 a qualified camera is no reason for who is not trained
test_evidence_edges_033 if holds(28, {"action": "playback", "camera": {"trustLevel": "qualified"}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["viewer/trainingValidTo"], {"effect": "allow", "notReasons": ["EV-16"]})

# evidence-edges.jsonl:34 a still picture taken by a procedural body is no delivery: no minutes
test_evidence_edges_034 if holds(15, {"action": "snapshot", "viewer": {"orgKind": "CQDT"}, "request": {"requester": {"orgKind": "CQDT"}, "legalBasisCode": "BLTTHS-88", "caseNo": "VA-1", "procedureAuthority": "CQDT", "caseFileId": "HS-1"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "allow", "notObligations": ["handover_minutes", "copy_minutes"]})

# evidence-edges.jsonl:35 a day later, nothing on paper: the demand has lapsed, and both keys are missing again
test_evidence_edges_035 if holds(18, {"asOf": 1789516800000, "grant": {"expiresAt": 1789923599999, "scope": {"window": {"to": 1789923600000}}}}, [], {"effect": "deny", "denies": ["SH-10"], "needs": ["owner", "police"]})

# evidence-edges.jsonl:36 a day later, the paper there but never confirmed: both keys are missing again
test_evidence_edges_036 if holds(18, {"asOf": 1789524000000, "request": {"writtenRequest": {"number": "12/CV-SXD", "date": 1789405200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}}, "grant": {"expiresAt": 1789923599999, "scope": {"window": {"to": 1789923600000}}}}, [], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"], "needs": ["owner", "police"]})

# evidence-edges.jsonl:37 a day later, said to be confirmed, but no paper: both keys are missing again
test_evidence_edges_037 if holds(18, {"asOf": 1789524000000, "request": {"writtenConfirmedAt": 1789477200000}, "grant": {"expiresAt": 1789923599999, "scope": {"window": {"to": 1789923600000}}}}, [], {"effect": "deny", "denies": ["SH-10"], "needs": ["owner", "police"]})

# evidence-edges.jsonl:38 an emergency grant on a basis that is no emergency is nobody's key
test_evidence_edges_038 if holds(18, {"asOf": 1789524000000, "request": {"legalBasisCode": "PDPL-19.1.c", "writtenConfirmedAt": 1789477200000, "writtenRequest": {"number": "12/CV-SXD", "date": 1789405200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}}, "grant": {"expiresAt": 1789923599999, "scope": {"window": {"to": 1789923600000}}}}, [], {"effect": "needs_approval", "needs": ["owner", "police"]})

# evidence-edges.jsonl:39 before NĐ 333 the officer on duty grants nothing on an oral demand, confirmed or not
test_evidence_edges_039 if holds(18, {"asOf": 1787018400000, "request": {"oralRequestAt": 1786921200000, "writtenConfirmedAt": 1786971600000, "writtenRequest": {"number": "12/CV-SXD", "date": 1786899600000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}}, "grant": {"signedAt": 1786921800000, "expiresAt": 1789923599999, "scope": {"window": {"from": 1786899600000, "to": 1789923600000}}}}, [], {"effect": "needs_approval", "needs": ["owner", "police"]})

# evidence-edges.jsonl:40 an emergency grant that nobody signed is no key
test_evidence_edges_040 if holds(18, {}, ["grant/signature"], {"effect": "needs_approval", "needs": ["police"]})

# evidence-edges.jsonl:41 an emergency grant signed before the demand is no key
test_evidence_edges_041 if holds(18, {"grant": {"signedAt": 1789426799000}}, [], {"effect": "needs_approval", "needs": ["police"]})

# evidence-edges.jsonl:42 an emergency grant signed in the moment of the demand
test_evidence_edges_042 if holds(18, {"grant": {"signedAt": 1789426800000}}, [], {"effect": "allow"})

# evidence-edges.jsonl:43 an emergency grant to be signed later is no key yet
test_evidence_edges_043 if holds(18, {"grant": {"signedAt": 1789437601000}}, [], {"effect": "needs_approval", "needs": ["police"]})

# evidence-edges.jsonl:44 an emergency grant signed this very moment
test_evidence_edges_044 if holds(18, {"grant": {"signedAt": 1789437600000}}, [], {"effect": "allow"})

# evidence-edges.jsonl:45 nobody grants an emergency to themselves
test_evidence_edges_045 if holds(18, {"grant": {"approver": "per_minh"}}, [], {"effect": "needs_approval", "needs": ["police"]})

# evidence-edges.jsonl:46 an oral demand that is not said to be urgent is a request without its paper
test_evidence_edges_046 if holds(18, {}, ["request/emergency"], {"effect": "deny", "denies": ["PD-14"], "needs": ["owner", "police"], "clocks": []})

# evidence-edges.jsonl:47 an urgent written request whose oral moment is left empty starts no clock
test_evidence_edges_047 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "writtenRequest": {"number": "9/KC", "date": 1789405200000, "issuer": "Sở Xây dựng", "signatureRef": "s"}, "oralRequestAt": null}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "clocks": []})

# evidence-edges.jsonl:48 an oral demand made this very moment
test_evidence_edges_048 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789437600000}}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "needs_approval", "deadlines": ["SH-10"], "terms": {"written_confirmation": {"amount": 24, "unit": "hour", "from": 1789437600000}}})

# evidence-edges.jsonl:49 a person who urgently asks for their own picture writes no paper after
test_evidence_edges_049 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "request": {"requesterKind": "dataSubject", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN", "emergency": true}}, ["viewer/orgId", "viewer/orgKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "allow"})

# evidence-edges.jsonl:50 confirmed in the first day, but the paper is not there
test_evidence_edges_050 if holds(0, {"action": "submit_request", "asOf": 1789578000000, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000, "writtenConfirmedAt": 1789477200000}}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["SH-10"]})

# evidence-edges.jsonl:51 confirmed, the moment left empty
test_evidence_edges_051 if holds(0, {"action": "submit_request", "asOf": 1789578000000, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000, "writtenConfirmedAt": null, "writtenRequest": {"number": "9/KC", "date": 1789405200000, "issuer": "Sở Xây dựng", "signatureRef": "s"}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# evidence-edges.jsonl:52 confirmed in the last moment of the first day, and asked in that moment
test_evidence_edges_052 if holds(0, {"action": "submit_request", "asOf": 1789524000000, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789437600000, "writtenConfirmedAt": 1789524000000, "writtenRequest": {"number": "9/KC", "date": 1789405200000, "issuer": "Sở Xây dựng", "signatureRef": "s"}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# evidence-edges.jsonl:53 confirmed a minute after the first day
test_evidence_edges_053 if holds(0, {"action": "submit_request", "asOf": 1789534800000, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789437600000, "writtenConfirmedAt": 1789524060000, "writtenRequest": {"number": "9/KC", "date": 1789405200000, "issuer": "Sở Xây dựng", "signatureRef": "s"}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# evidence-edges.jsonl:54 an urgent demand on a basis that is no emergency, its confirmation still to come
test_evidence_edges_054 if holds(0, {"action": "submit_request", "asOf": 1789441200000, "request": {"transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789437600000, "writtenConfirmedAt": 1789444800000, "writtenRequest": {"number": "9/KC", "date": 1789405200000, "issuer": "Sở Xây dựng", "signatureRef": "s"}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# evidence-edges.jsonl:55 who reads an urgent request starts no clock of its paper
test_evidence_edges_055 if holds(0, {"action": "read_request", "request": {"legalBasisCode": "PDPL-19.1.b", "emergency": true, "oralRequestAt": 1789426800000}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow", "clocks": []})

# evidence-edges.jsonl:56 an owner who consents proves no emergency
test_evidence_edges_056 if holds(13, {"action": "consent", "viewer": {"userId": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "roles": ["owner"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"legalBasisCode": "DATA-18.2.a"}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "allow"})

# evidence-edges.jsonl:57 the urgent demand is why the officer on duty may grant
test_evidence_edges_057 if holds(13, {"action": "grant_emergency", "viewer": {"userId": "per_truc", "roles": ["duty_officer"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"emergency": true, "requester": {"userId": "per_minh", "orgId": "org_csgt", "orgKind": "CATP_CSGT"}, "legalBasisCode": "PDPL-19.1.b", "oralRequestAt": 1789426800000}, "context": {"onShift": true}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "allow", "reasons": ["SH-10"]})

# evidence-edges.jsonl:58 the urgent demand is no reason of who reads the request
test_evidence_edges_058 if holds(0, {"action": "read_request", "request": {"requester": {"orgKind": "CATP_CSGT"}, "legalBasisCode": "PDPL-19.1.b", "emergency": true, "oralRequestAt": 1789426800000}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow", "notReasons": ["SH-10"]})

# evidence-edges.jsonl:59 a reviewer makes no emergency grant and has no reason to
test_evidence_edges_059 if holds(13, {"action": "grant_emergency", "viewer": {"userId": "per_truc"}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"emergency": true, "requester": {"userId": "per_minh", "orgId": "org_csgt", "orgKind": "CATP_CSGT"}, "legalBasisCode": "PDPL-19.1.b", "oralRequestAt": 1789426800000}, "context": {"onShift": true}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "deny", "denies": ["POL-3"], "only": ["POL-3"], "notReasons": ["SH-10"]})

# evidence-edges.jsonl:60 an emergency grant on a demand still to come
test_evidence_edges_060 if holds(13, {"action": "grant_emergency", "viewer": {"userId": "per_truc", "roles": ["duty_officer"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"emergency": true, "requester": {"userId": "per_minh", "orgId": "org_csgt", "orgKind": "CATP_CSGT"}, "legalBasisCode": "PDPL-19.1.b", "oralRequestAt": 1789437601000}, "context": {"onShift": true}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"], "notReasons": ["SH-10"]})

# evidence-edges.jsonl:61 an emergency grant in the moment of the demand
test_evidence_edges_061 if holds(13, {"action": "grant_emergency", "viewer": {"userId": "per_truc", "roles": ["duty_officer"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"emergency": true, "requester": {"userId": "per_minh", "orgId": "org_csgt", "orgKind": "CATP_CSGT"}, "legalBasisCode": "PDPL-19.1.b", "oralRequestAt": 1789437600000}, "context": {"onShift": true}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "allow"})

# evidence-edges.jsonl:62 an emergency grant exactly 24 hours after the demand
test_evidence_edges_062 if holds(13, {"action": "grant_emergency", "viewer": {"userId": "per_truc", "roles": ["duty_officer"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"emergency": true, "requester": {"userId": "per_minh", "orgId": "org_csgt", "orgKind": "CATP_CSGT"}, "legalBasisCode": "PDPL-19.1.b", "oralRequestAt": 1789351200000}, "context": {"onShift": true}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# evidence-edges.jsonl:63 an emergency grant half an hour after the first day
test_evidence_edges_063 if holds(13, {"action": "grant_emergency", "viewer": {"userId": "per_truc", "roles": ["duty_officer"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"emergency": true, "requester": {"userId": "per_minh", "orgId": "org_csgt", "orgKind": "CATP_CSGT"}, "legalBasisCode": "PDPL-19.1.b", "oralRequestAt": 1789349400000}, "context": {"onShift": true}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# evidence-edges.jsonl:64 an emergency grant on a basis that is no emergency
test_evidence_edges_064 if holds(13, {"action": "grant_emergency", "viewer": {"userId": "per_truc", "roles": ["duty_officer"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"emergency": true, "requester": {"userId": "per_minh", "orgId": "org_csgt", "orgKind": "CATP_CSGT"}, "legalBasisCode": "PDPL-19.1.c", "oralRequestAt": 1789426800000}, "context": {"onShift": true}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# evidence-edges.jsonl:65 an emergency grant to a company
test_evidence_edges_065 if holds(13, {"action": "grant_emergency", "viewer": {"userId": "per_truc", "roles": ["duty_officer"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"emergency": true, "requester": {"userId": "per_minh", "orgId": "org_csgt", "orgKind": "DOANH_NGHIEP"}, "legalBasisCode": "PDPL-19.1.b", "oralRequestAt": 1789426800000}, "context": {"onShift": true}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "deny", "denies": ["SH-10"], "only": ["SH-10"]})

# evidence.jsonl:1 export as evidence of a violation
test_evidence_001 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "allow", "reasons": ["EV-04"], "obligations": ["seal_evidence", "sign_delivery", "register_handover"]})

# evidence.jsonl:2 evidence: viewer.authorityRef = None
test_evidence_002 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["viewer/authorityRef"], {"effect": "deny", "denies": ["EV-01"], "only": ["EV-01"]})

# evidence.jsonl:3 evidence: camera.calibrationValidTo = 2026-09-01
test_evidence_003 if holds(28, {"camera": {"calibrationValidTo": 1788281999999}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "deny", "denies": ["EV-01"], "only": ["EV-01"]})

# evidence.jsonl:4 evidence: camera.calibrationValidTo = None
test_evidence_004 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["camera/calibrationValidTo"], {"effect": "deny", "denies": ["EV-01"], "only": ["EV-01"]})

# evidence.jsonl:5 evidence: camera.enforcementDecision = None
test_evidence_005 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["camera/enforcementDecision"], {"effect": "deny", "denies": ["EV-02"], "only": ["EV-02"]})

# evidence.jsonl:6 evidence: camera.enforcementDecision.issuerTitle = Trưởng công an xã
test_evidence_006 if holds(28, {"camera": {"enforcementDecision": {"issuerTitle": "Trưởng công an xã"}}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "deny", "denies": ["EV-02"], "only": ["EV-02"]})

# evidence.jsonl:7 evidence: camera.enforcementDecision.validTo = 2026-09-01
test_evidence_007 if holds(28, {"camera": {"enforcementDecision": {"validTo": 1788281999999}}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "deny", "denies": ["EV-02"], "only": ["EV-02"]})

# evidence.jsonl:8 evidence: camera.enforcementDecision.no = None
test_evidence_008 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["camera/enforcementDecision/no"], {"effect": "deny", "denies": ["EV-02"], "only": ["EV-02"]})

# evidence.jsonl:9 evidence: camera.enforcementDecision.date = 2026-10-01
test_evidence_009 if holds(28, {"camera": {"enforcementDecision": {"date": 1790787600000}}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "deny", "denies": ["EV-02"], "only": ["EV-02"]})

# evidence.jsonl:10 evidence: viewer.trainingValidTo = 2026-09-01
test_evidence_010 if holds(28, {"viewer": {"trainingValidTo": 1788281999999}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "deny", "denies": ["EV-03"], "only": ["EV-03"]})

# evidence.jsonl:11 evidence: viewer.trainingValidTo = None
test_evidence_011 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["viewer/trainingValidTo"], {"effect": "deny", "denies": ["EV-03"], "only": ["EV-03"]})

# evidence.jsonl:12 evidence: request.caseFileId = None
test_evidence_012 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["request/caseFileId"], {"effect": "deny", "denies": ["EV-04"], "only": ["EV-04"]})

# evidence.jsonl:13 evidence: recording.limitationEnd = 2026-09-14
test_evidence_013 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1789405199999}}, [], {"effect": "deny", "denies": ["EV-06"], "only": ["EV-06"]})

# evidence.jsonl:14 evidence: recording.limitationEnd = None
test_evidence_014 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}}, ["recording/limitationEnd"], {"effect": "deny", "denies": ["EV-06"], "only": ["EV-06"]})

# evidence.jsonl:15 evidence: recording.tamperFlag = True
test_evidence_015 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999, "tamperFlag": true}}, [], {"effect": "deny", "denies": ["EV-01", "EV-15"], "only": ["EV-01", "EV-15"]})

# evidence.jsonl:16 evidence: delivery.encryption = none
test_evidence_016 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}, "delivery": {"encryption": "none"}}, [], {"effect": "deny", "denies": ["PD-19"], "only": ["PD-19"]})

# evidence.jsonl:17 evidence: delivery.keyChannel = same
test_evidence_017 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}, "delivery": {"keyChannel": "same"}}, [], {"effect": "deny", "denies": ["PD-19"], "only": ["PD-19"]})

# evidence.jsonl:18 evidence: delivery = {'country': 'VN'}
test_evidence_018 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["delivery/encryption", "delivery/keyChannel"], {"effect": "deny", "denies": ["PD-19"], "only": ["PD-19"]})

# evidence.jsonl:19 usable on the last day of the limitation period
test_evidence_019 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}}, [], {"effect": "allow"})

# evidence.jsonl:20 calibrated on the day it recorded
test_evidence_020 if holds(28, {"camera": {"calibrationValidTo": 1789405199999}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "allow"})

# evidence.jsonl:21 a private person does not export evidence
test_evidence_021 if holds(28, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "deny", "denies": ["PD-06"]})

# evidence.jsonl:22 export by an untrained officer of another body
test_evidence_022 if holds(29, {}, [], {"effect": "deny", "denies": ["EV-03"], "only": ["EV-03"]})

# evidence.jsonl:23 export by a trained officer
test_evidence_023 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}}, [], {"effect": "allow"})

# evidence.jsonl:24 training was not asked before NĐ 61
test_evidence_024 if holds(30, {}, [], {"effect": "allow"})

# evidence.jsonl:25 training is asked from NĐ 61 on
test_evidence_025 if holds(30, {"asOf": 1774976400000}, [], {"effect": "deny", "denies": ["EV-03"], "only": ["EV-03"]})

# evidence.jsonl:26 an export to an authority that names no country is delivered in Viet Nam
test_evidence_026 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}}, ["request/deliveryCountry"], {"effect": "allow", "obligations": ["deliver_in_vietnam"]})

# evidence.jsonl:27 export without a written request
test_evidence_027 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}}, ["request/writtenRequest"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "only": ["PD-14", "SH-02"]})

# evidence.jsonl:28 criminal-procedure demand stands in lieu of consent
test_evidence_028 if holds(31, {}, [], {"effect": "allow", "reasons": ["EV-17"], "obligations": ["handover_minutes"]})

# evidence.jsonl:29 procedural demand without request.caseNo
test_evidence_029 if holds(31, {}, ["request/caseNo"], {"effect": "deny", "denies": ["EV-17"], "only": ["EV-17"]})

# evidence.jsonl:30 procedural demand without request.procedureAuthority
test_evidence_030 if holds(31, {}, ["request/procedureAuthority"], {"effect": "deny", "denies": ["EV-17"], "only": ["EV-17"]})

# evidence.jsonl:31 procedural demand by a body that conducts no proceedings
test_evidence_031 if holds(31, {"viewer": {"orgKind": "CATP_CSGT"}}, [], {"effect": "deny", "denies": ["EV-17"], "only": ["EV-17"]})

# evidence.jsonl:32 a hold on paper
test_evidence_032 if holds(27, {"action": "legal_hold", "viewer": {"orgKind": "CQDT", "roles": ["extraction_officer"]}, "legalHold": {"ref": "YC-7", "authority": "Cơ quan CSĐT"}}, ["camera", "request", "context"], {"effect": "allow"})

# evidence.jsonl:33 a hold without a paper
test_evidence_033 if holds(27, {"action": "legal_hold", "viewer": {"orgKind": "CQDT", "roles": ["extraction_officer"]}, "legalHold": {"authority": "Cơ quan CSĐT"}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["EV-19"], "only": ["EV-19"]})

# evidence.jsonl:34 an expired recording is deleted
test_evidence_034 if holds(12, {"action": "delete_recording", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": [], "sha256": "ab", "storedCopySha256": "ab", "deletionMinutesRef": "BB-1"}, "camera": {"enforcement": false}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow"})

# evidence.jsonl:35 a held recording is not
test_evidence_035 if holds(12, {"action": "delete_recording", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": ["lh_1"], "sha256": "ab", "storedCopySha256": "ab", "deletionMinutesRef": "BB-1"}, "camera": {"enforcement": false}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "deny", "denies": ["EV-19"], "only": ["EV-19"]})

# evidence.jsonl:36 a hold that stands on its own paper
test_evidence_036 if holds(12, {"action": "delete_recording", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": [], "sha256": "ab", "storedCopySha256": "ab", "deletionMinutesRef": "BB-1"}, "camera": {"enforcement": false}, "legalHold": {"ref": "YC-7"}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "deny", "denies": ["EV-19"], "only": ["EV-19"]})

# evidence.jsonl:37 a hold that was released
test_evidence_037 if holds(12, {"action": "delete_recording", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": [], "sha256": "ab", "storedCopySha256": "ab", "deletionMinutesRef": "BB-1"}, "camera": {"enforcement": false}, "legalHold": {"ref": "YC-7", "releasedAt": 1788195600000}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow"})

# evidence.jsonl:38 device memory after copy and minutes
test_evidence_038 if holds(12, {"action": "purge_device", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": [], "sha256": "ab", "storedCopySha256": "ab", "deletionMinutesRef": "BB-1"}, "camera": {"enforcement": true}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow"})

# evidence.jsonl:39 device memory without minutes
test_evidence_039 if holds(12, {"action": "purge_device", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": [], "sha256": "ab", "storedCopySha256": "ab"}, "camera": {"enforcement": true}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "deny", "denies": ["TR-14"], "only": ["TR-14"]})

# evidence.jsonl:40 device memory with another copy
test_evidence_040 if holds(12, {"action": "purge_device", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": [], "sha256": "ab", "storedCopySha256": "zz", "deletionMinutesRef": "BB-1"}, "camera": {"enforcement": true}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "deny", "denies": ["TR-14"], "only": ["TR-14"]})

# evidence.jsonl:41 a clip comes in by VNeID
test_evidence_041 if holds(27, {"action": "citizen_intake", "submission": {"channel": "vneid", "acceptedAt": 1789437600000}, "violation": {"field": "road"}}, ["camera", "request", "context"], {"effect": "allow", "obligations": ["enter_in_register"], "deadlines": ["EV-14"]})

# evidence.jsonl:42 an unknown way
test_evidence_042 if holds(27, {"action": "citizen_intake", "submission": {"channel": "pigeon", "acceptedAt": 1789437600000}, "violation": {"field": "road"}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["EV-09"], "only": ["EV-09"]})

# evidence.jsonl:43 the day before NĐ 61
test_evidence_043 if holds(27, {"action": "citizen_intake", "asOf": 1774890000000, "submission": {"channel": "vneid", "acceptedAt": 1789437600000}, "violation": {"field": "road"}}, ["camera", "request", "context"], {"effect": "cannot_decide"})

# evidence.jsonl:44 the provider would be told
test_evidence_044 if holds(27, {"action": "citizen_intake", "submission": {"channel": "vneid", "acceptedAt": 1789437600000, "discloseProvider": true}, "violation": {"field": "road"}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["EV-10"], "only": ["EV-10"]})

# evidence.jsonl:45 a body that does not receive
test_evidence_045 if holds(27, {"action": "citizen_intake", "viewer": {"orgKind": "SO_XD"}, "submission": {"channel": "vneid", "acceptedAt": 1789437600000}, "violation": {"field": "road"}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["EV-12"], "only": ["EV-12"]})

# evidence.jsonl:46 a ward receives road violations
test_evidence_046 if holds(27, {"action": "citizen_intake", "viewer": {"orgKind": "UBND_PHUONG"}, "submission": {"channel": "vneid", "acceptedAt": 1789437600000}, "violation": {"field": "road"}}, ["camera", "request", "context"], {"effect": "allow"})

# evidence.jsonl:47 a field whose receivers the catalogue lacks
test_evidence_047 if holds(27, {"action": "citizen_intake", "submission": {"channel": "vneid", "acceptedAt": 1789437600000}, "violation": {"field": "environment"}}, ["camera", "request", "context"], {"effect": "cannot_decide"})

# evidence.jsonl:48 a citizen hands in
test_evidence_048 if holds(1, {"action": "citizen_intake", "viewer": {"roles": ["public"]}, "submission": {"channel": "vneid", "acceptedAt": 1789437600000}, "violation": {"field": "road"}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow"})

# evidence.jsonl:49 a clip that infringed privacy
test_evidence_049 if holds(27, {"action": "citizen_intake", "submission": {"channel": "vneid", "acceptedAt": 1789437600000, "privacyRespected": false}, "violation": {"field": "road"}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"]})

# evidence.jsonl:50 four checks passed
test_evidence_050 if holds(27, {"action": "admit_submission", "submission": {"channel": "vneid", "acceptedAt": 1789437600000, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road"}}, ["camera", "request", "context"], {"effect": "allow"})

# evidence.jsonl:51 check fieldCovered not passed
test_evidence_051 if holds(27, {"action": "admit_submission", "submission": {"channel": "vneid", "acceptedAt": 1789437600000, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road"}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"]})

# evidence.jsonl:52 check privacyRespected not passed
test_evidence_052 if holds(27, {"action": "admit_submission", "submission": {"channel": "vneid", "acceptedAt": 1789437600000, "fieldCovered": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road"}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"]})

# evidence.jsonl:53 check objective not passed
test_evidence_053 if holds(27, {"action": "admit_submission", "submission": {"channel": "vneid", "acceptedAt": 1789437600000, "fieldCovered": true, "privacyRespected": true, "withinPeriod": true}, "violation": {"field": "road"}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"]})

# evidence.jsonl:54 check withinPeriod not passed
test_evidence_054 if holds(27, {"action": "admit_submission", "submission": {"channel": "vneid", "acceptedAt": 1789437600000, "fieldCovered": true, "privacyRespected": true, "objective": true}, "violation": {"field": "road"}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"]})

# evidence.jsonl:55 export by authorised officer (EV-01)
test_evidence_055 if holds(5, {"viewer": {"orgKind": "CATP_PHONG", "roles": ["extraction_officer"], "qualification": "trung cấp cảnh sát", "authorityRef": "PC-1"}, "delivery": {"country": "VN", "encryption": "AES-256", "keyChannel": "other", "signature": "x", "anonymised": true, "protectedMedium": true}}, [], {"effect": "allow"})

# evidence.jsonl:56 no decision (EV-02)
test_evidence_056 if holds(5, {"viewer": {"orgKind": "CATP_PHONG", "roles": ["extraction_officer"], "qualification": "trung cấp cảnh sát", "authorityRef": "PC-1"}, "camera": {"enforcement": true, "calibrationValidTo": 1798736399999}, "request": {"legalBasisCode": "ND61-14/22"}, "delivery": {"country": "VN", "encryption": "AES-256", "keyChannel": "other", "signature": "x", "anonymised": true, "protectedMedium": true}, "violation": {"id": "VP-1", "detectedAt": 1794675600000, "limitationEnd": 1826297999999, "field": "road"}}, [], {"effect": "deny", "denies": ["EV-02"], "only": ["EV-02"]})

# evidence.jsonl:57 title Giám đốc Sở Xây dựng (EV-02)
test_evidence_057 if holds(32, {}, [], {"effect": "allow"})

# evidence.jsonl:58 untrained (EV-03)
test_evidence_058 if holds(32, {"request": {"legalBasisCode": "PDPL-19.1.b"}}, ["violation", "viewer/trainingValidTo", "camera/enforcement", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "deny", "denies": ["EV-03"], "only": ["EV-03"]})

# evidence.jsonl:59 training's last day (EV-03)
test_evidence_059 if holds(32, {"viewer": {"trainingValidTo": 1795193999999}, "request": {"legalBasisCode": "PDPL-19.1.b"}}, ["violation", "camera/enforcement", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "allow"})

# evidence.jsonl:60 channel VNeID (EV-09)
test_evidence_060 if holds(20, {"action": "citizen_intake", "viewer": {"userId": "canbo-01", "orgId": "CAX-1", "orgKind": "CAX"}, "organisation": {"id": "CAX-1", "kind": "CAX"}, "submission": {"channel": "VNeID", "field": "road", "receivedAt": 1795136400000, "competent": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "allow"})

# evidence.jsonl:61 facebook comment (EV-09)
test_evidence_061 if holds(20, {"action": "citizen_intake", "viewer": {"userId": "canbo-01", "orgId": "CAX-1", "orgKind": "CAX"}, "organisation": {"id": "CAX-1", "kind": "CAX"}, "submission": {"channel": "facebook", "field": "road", "receivedAt": 1795136400000, "competent": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "deny", "denies": ["EV-09"], "only": ["EV-09"]})

# evidence.jsonl:62 no channel (EV-09)
test_evidence_062 if holds(20, {"action": "citizen_intake", "viewer": {"userId": "canbo-01", "orgId": "CAX-1", "orgKind": "CAX"}, "organisation": {"id": "CAX-1", "kind": "CAX"}, "submission": {"field": "road", "receivedAt": 1795136400000, "competent": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "deny", "denies": ["EV-09"]})

# evidence.jsonl:63 disclose the provider (EV-10)
test_evidence_063 if holds(20, {"action": "citizen_intake", "viewer": {"userId": "canbo-01", "orgId": "CAX-1", "orgKind": "CAX"}, "organisation": {"id": "CAX-1", "kind": "CAX"}, "submission": {"channel": "VNeID", "field": "road", "receivedAt": 1795136400000, "competent": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}, "discloseProvider": true}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "deny", "denies": ["EV-10"], "only": ["EV-10"]})

# evidence.jsonl:64 provider sealed (EV-10)
test_evidence_064 if holds(20, {"action": "citizen_intake", "viewer": {"userId": "canbo-01", "orgId": "CAX-1", "orgKind": "CAX"}, "organisation": {"id": "CAX-1", "kind": "CAX"}, "submission": {"channel": "VNeID", "field": "road", "receivedAt": 1795136400000, "competent": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "allow", "obligations": ["seal_provider"]})

# evidence.jsonl:65 four checks pass (EV-11)
test_evidence_065 if holds(20, {"action": "admit_submission", "viewer": {"userId": "canbo-01", "orgId": "CAX-1", "orgKind": "CAX"}, "organisation": {"id": "CAX-1", "kind": "CAX"}, "submission": {"channel": "VNeID", "field": "road", "receivedAt": 1795136400000, "competent": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}, "acceptedAt": 1795138200000}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "allow"})

# evidence.jsonl:66 fieldCovered fails (EV-11)
test_evidence_066 if holds(20, {"action": "admit_submission", "viewer": {"userId": "canbo-01", "orgId": "CAX-1", "orgKind": "CAX"}, "organisation": {"id": "CAX-1", "kind": "CAX"}, "submission": {"channel": "VNeID", "field": "road", "receivedAt": 1795136400000, "competent": true, "fieldCovered": false, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}, "acceptedAt": 1795138200000}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"]})

# evidence.jsonl:67 CATP_CSGT receives road (EV-12)
test_evidence_067 if holds(20, {"action": "citizen_intake", "viewer": {"userId": "canbo-01", "orgId": "X", "orgKind": "CATP_CSGT"}, "organisation": {"id": "X", "kind": "CATP_CSGT"}, "submission": {"channel": "VNeID", "field": "road", "receivedAt": 1795136400000, "competent": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "allow"})

# evidence.jsonl:68 SO_VHTT receives road (EV-12)
test_evidence_068 if holds(20, {"action": "citizen_intake", "viewer": {"userId": "canbo-01", "orgId": "X", "orgKind": "SO_VHTT"}, "organisation": {"id": "X", "kind": "SO_VHTT"}, "submission": {"channel": "VNeID", "field": "road", "receivedAt": 1795136400000, "competent": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "deny", "denies": ["EV-12"], "only": ["EV-12"]})

# evidence.jsonl:69 not competent, forwarded (EV-13)
test_evidence_069 if holds(20, {"action": "citizen_intake", "viewer": {"userId": "canbo-01", "orgId": "CAX-1", "orgKind": "CAX"}, "organisation": {"id": "CAX-1", "kind": "CAX"}, "submission": {"channel": "VNeID", "field": "road", "receivedAt": 1795136400000, "competent": false, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}, "forwardedTo": "CATP_CSGT"}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "allow"})

# evidence.jsonl:70 register obligation (EV-13)
test_evidence_070 if holds(20, {"action": "citizen_intake", "viewer": {"userId": "canbo-01", "orgId": "CAX-1", "orgKind": "CAX"}, "organisation": {"id": "CAX-1", "kind": "CAX"}, "submission": {"channel": "VNeID", "field": "road", "receivedAt": 1795136400000, "competent": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "allow", "obligations": ["enter_in_register"]})

# evidence.jsonl:71 30 days (EV-14)
test_evidence_071 if holds(20, {"action": "admit_submission", "viewer": {"userId": "canbo-01", "orgId": "CAX-1", "orgKind": "CAX"}, "organisation": {"id": "CAX-1", "kind": "CAX"}, "submission": {"channel": "VNeID", "field": "road", "receivedAt": 1795136400000, "competent": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}, "acceptedAt": 1795138200000}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "allow", "deadlines": ["EV-14"]})

# evidence.jsonl:72 forged (EV-15)
test_evidence_072 if holds(20, {"action": "admit_submission", "viewer": {"userId": "canbo-01", "orgId": "CAX-1", "orgKind": "CAX"}, "organisation": {"id": "CAX-1", "kind": "CAX"}, "submission": {"channel": "VNeID", "field": "road", "receivedAt": 1795136400000, "competent": true, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true, "provider": {"sealed": true}, "acceptedAt": 1795138200000, "tamperFlag": true}}, ["camera", "request", "grant", "context/fidelity", "context/onShift"], {"effect": "deny", "denies": ["EV-15"], "only": ["EV-15"]})

# evidence.jsonl:73 investigation body with case no (EV-17)
test_evidence_073 if holds(32, {"viewer": {"orgId": "CQDT", "orgKind": "CQDT"}, "organisation": {"id": "CQDT", "kind": "CQDT"}, "request": {"requester": {"orgId": "CQDT", "orgKind": "CQDT"}, "legalBasisCode": "BLTTHS-88", "caseNo": "VA-2026-5", "procedureAuthority": "CQDT"}, "grant": {"orgId": "CQDT"}}, ["violation", "camera/enforcement", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "allow", "reasons": ["EV-17"]})

# evidence.jsonl:74 no case number (EV-17)
test_evidence_074 if holds(32, {"viewer": {"orgId": "CQDT", "orgKind": "CQDT"}, "organisation": {"id": "CQDT", "kind": "CQDT"}, "request": {"requester": {"orgId": "CQDT", "orgKind": "CQDT"}, "legalBasisCode": "BLTTHS-88", "procedureAuthority": "CQDT"}, "grant": {"orgId": "CQDT"}}, ["violation", "camera/enforcement", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "deny", "denies": ["EV-17"], "only": ["EV-17"]})

# evidence.jsonl:75 seal obligation (EV-18)
test_evidence_075 if holds(32, {"request": {"legalBasisCode": "PDPL-19.1.b"}}, ["violation", "camera/enforcement", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "allow", "obligations": ["seal_evidence"]})

# evidence.jsonl:76 delete under hold (EV-19)
test_evidence_076 if holds(5, {"action": "delete_recording", "viewer": {"roles": ["operator"]}, "request": {"kind": "DELETE_RECORDING"}, "grant": {"scope": {"actions": ["delete_recording"]}}, "recording": {"expiresAt": 1795107599999, "legalHoldIds": ["LH-1"]}, "legalHold": {"ref": "LH-1", "authority": "CQDT", "from": 1793466000000, "scope": ["REC-1"]}}, [], {"effect": "deny", "denies": ["EV-19"], "only": ["EV-19"]})

# evidence.jsonl:77 hold with end (EV-19)
test_evidence_077 if holds(5, {"action": "delete_recording", "viewer": {"roles": ["operator"]}, "request": {"kind": "DELETE_RECORDING"}, "grant": {"scope": {"actions": ["delete_recording"]}}, "recording": {"expiresAt": 1795107599999, "legalHoldIds": ["LH-1"]}, "legalHold": {"ref": "LH-1", "authority": "CQDT", "from": 1793466000000, "scope": ["REC-1"], "releasedAt": 1794675600000}}, [], {"effect": "allow"})

# evidence.jsonl:78 place a hold (EV-19)
test_evidence_078 if holds(5, {"action": "legal_hold", "viewer": {"orgId": "CQDT", "orgKind": "CQDT"}, "organisation": {"id": "CQDT", "kind": "CQDT"}, "request": {"kind": "LEGAL_HOLD"}, "grant": {"scope": {"actions": ["legal_hold"]}}, "legalHold": {"ref": "LH-1", "authority": "CQDT", "from": 1795107600000, "scope": ["REC-1"], "reviewAt": 1803142799999}}, [], {"effect": "allow"})

# evidence.jsonl:79 analysis on the original (EV-20)
test_evidence_079 if holds(5, {"action": "plate_search", "request": {"kind": "PLATE_SEARCH"}, "grant": {"scope": {"actions": ["plate_search"]}}}, [], {"effect": "deny", "denies": ["EV-20"], "only": ["EV-20"]})

# evidence.jsonl:80 on a copy (EV-20)
test_evidence_080 if holds(5, {"action": "plate_search", "request": {"kind": "PLATE_SEARCH"}, "grant": {"scope": {"actions": ["plate_search"]}}, "recording": {"original": false, "copyOf": "R0"}}, [], {"effect": "allow"})

# evidence.jsonl:81 accident: CSGT takes footage (EV-21)
test_evidence_081 if holds(5, {"action": "playback", "viewer": {"orgKind": "CATP_CSGT", "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU", "GSGT"]}, "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}, "accident": {"time": 1795134600000, "location": {"lat": 21, "lon": 105.8}, "radius": 300}}, [], {"effect": "allow"})

# evidence.jsonl:82 viewer.trainingValidTo: a bare date of yesterday has ended (EV-03)
test_evidence_082 if holds(32, {"viewer": {"trainingValidTo": 1795107599999}, "request": {"legalBasisCode": "PDPL-19.1.b"}}, ["violation", "camera/enforcement", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "deny", "denies": ["EV-03"], "only": ["EV-03"]})

# evidence.jsonl:83 viewer.trainingValidTo: a bare date of today lasts all day (EV-03)
test_evidence_083 if holds(32, {"viewer": {"trainingValidTo": 1795193999999}, "request": {"legalBasisCode": "PDPL-19.1.b"}}, ["violation", "camera/enforcement", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "allow"})

# evidence.jsonl:84 viewer.trainingValidTo: today's midnight written as an instant has passed (EV-03)
test_evidence_084 if holds(32, {"viewer": {"trainingValidTo": 1795107600000}, "request": {"legalBasisCode": "PDPL-19.1.b"}}, ["violation", "camera/enforcement", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "deny", "denies": ["EV-03"], "only": ["EV-03"]})

# evidence.jsonl:85 viewer.trainingValidTo: the last second of its day, written in Z (EV-03)
test_evidence_085 if holds(32, {"asOf": 1795193999000, "viewer": {"trainingValidTo": 1795193999999}, "request": {"legalBasisCode": "PDPL-19.1.b"}}, ["violation", "camera/enforcement", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "allow"})

# evidence.jsonl:86 viewer.trainingValidTo: the midnight after (EV-03)
test_evidence_086 if holds(32, {"asOf": 1795194000000, "viewer": {"trainingValidTo": 1795193999999}, "request": {"legalBasisCode": "PDPL-19.1.b"}}, ["violation", "camera/enforcement", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "deny", "denies": ["EV-03"], "only": ["EV-03"]})

# evidence.jsonl:87 hold ordered by a ward (EV-19)
test_evidence_087 if holds(5, {"action": "legal_hold", "request": {"kind": "LEGAL_HOLD"}, "grant": {"scope": {"actions": ["legal_hold"]}}, "legalHold": {"ref": "Y", "authority": "UBND_PHUONG"}}, ["recording"], {"effect": "deny", "denies": ["EV-19"], "only": ["EV-19"]})

# evidence.jsonl:88 hold ordered by an investigating body by name (EV-19)
test_evidence_088 if holds(5, {"action": "legal_hold", "request": {"kind": "LEGAL_HOLD"}, "grant": {"scope": {"actions": ["legal_hold"]}}, "legalHold": {"ref": "Y", "authority": "Cơ quan CSĐT Công an TP Hà Nội"}}, ["recording"], {"effect": "allow"})

# evidence.jsonl:89 hold ordered by the city inspectorate (EV-19)
test_evidence_089 if holds(5, {"action": "legal_hold", "request": {"kind": "LEGAL_HOLD"}, "grant": {"scope": {"actions": ["legal_hold"]}}, "legalHold": {"ref": "Y", "authority": "TTTP"}}, ["recording"], {"effect": "allow"})

# form.jsonl:1 unknown action
test_form_001 if holds(0, {"action": "teleport"}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-1"]})

# form.jsonl:2 action missing
test_form_002 if holds(0, {}, ["action", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-1"]})

# form.jsonl:3 unknown role
test_form_003 if holds(0, {"viewer": {"roles": ["king"]}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-2", "POL-3"]})

# form.jsonl:4 two roles at once
test_form_004 if holds(0, {"viewer": {"roles": ["requester", "approver"]}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-2"], "only": ["POL-2"]})

# form.jsonl:5 no role
test_form_005 if holds(0, {"viewer": {"roles": []}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0", "POL-2", "POL-3"]})

# form.jsonl:6 unknown kind of body
test_form_006 if holds(0, {"viewer": {"orgKind": "CLUB"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-2"]})

# form.jsonl:7 time missing
test_form_007 if holds(0, {}, ["asOf", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"]})

# form.jsonl:8 time is text that is no time
test_form_008 if holds(0, {"asOf": "yesterday"}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["asOf"]})

# form.jsonl:9 a fact of the wrong type
test_form_009 if holds(0, {"camera": {"isPublicPlace": "yes"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["camera.isPublicPlace"]})

# form.jsonl:10 a nested fact of the wrong type
test_form_010 if holds(0, {"grant": {"scope": {"window": {"from": "soon"}}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0", "POL-5"], "at": ["grant.scope.window.from"]})

# form.jsonl:11 a listed fact of the wrong type
test_form_011 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": "soon"}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["approvals.signedAt"]})

# form.jsonl:12 an unknown name
test_form_012 if holds(0, {"camera": {"staet": "ok"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["camera.staet"]})

# form.jsonl:13 an unknown object
test_form_013 if holds(0, {"kamera": {}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["kamera"]})

# form.jsonl:14 a null fact
test_form_014 if holds(0, {"camera": {"purposes": null}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0", "PD-04"], "at": ["camera.purposes"]})

# form.jsonl:15 an empty fact
test_form_015 if holds(0, {"camera": {"purposes": []}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0", "PD-04"], "at": ["camera.purposes"]})

# form.jsonl:16 anyone may check a proof
test_form_016 if holds(1, {"action": "read_proof", "viewer": {"roles": ["public"]}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow"})

# form.jsonl:17 anyone may read public information
test_form_017 if holds(1, {"action": "public_read", "viewer": {"roles": ["public"]}}, ["camera", "retentionPolicy", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow"})

# form.jsonl:18 the public may not list cameras
test_form_018 if holds(12, {"action": "list_cameras", "viewer": {"roles": ["public"]}, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "classification": "normal"}}, ["inspection", "context", "request", "viewer/userId", "viewer/orgId", "viewer/orgKind", "viewer/functions"], {"effect": "deny", "denies": ["POL-3"]})

# form.jsonl:19 a requester lists cameras
test_form_019 if holds(0, {"action": "list_cameras"}, ["request", "approvals", "grant", "viewer/lastActiveAt", "camera/id", "camera/ownerOrgId", "camera/purposes", "camera/isPublicPlace", "camera/zoneKind"], {"effect": "allow"})

# form.jsonl:20 secret cameras are never listed
test_form_020 if holds(0, {"action": "list_cameras", "camera": {"classification": "stateSecret"}}, ["request", "approvals", "grant", "viewer/lastActiveAt", "camera/id", "camera/ownerOrgId", "camera/purposes", "camera/isPublicPlace", "camera/zoneKind"], {"effect": "deny", "denies": ["SH-07"]})

# form.jsonl:21 a role is chosen
test_form_021 if holds(0, {"action": "choose_role"}, ["camera", "request", "approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow"})

# form.jsonl:22 cameras that are no list
test_form_022 if holds(0, {"cameras": "all"}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0"], "at": ["cameras"]})

# grants.jsonl:1 the duty commander of the operations centre watches a camera that an old, revoked grant for clear pictures does not reach
test_grants_001 if holds(9, {"camera": {"systemKind": "central"}, "grant": {"id": "grt_0", "scope": {"cameras": ["cam_9"], "actions": ["playback"], "window": {"from": 1785517200000, "to": 1785690000000}, "maxViews": 0, "fidelity": "original"}, "expiresAt": 1785689999999, "revokedAt": 1785603600000}}, ["approvals", "camera/operatorOrgId"], {"effect": "allow", "reasons": ["CT-04"]})

# grants.jsonl:2 a body whose earlier grant has run out asks anew
test_grants_002 if holds(0, {"action": "submit_request", "grant": {"id": "grt_0", "scope": {"cameras": ["cam_9"], "actions": ["playback"], "window": {"from": 1785517200000, "to": 1785690000000}, "maxViews": 0}, "expiresAt": 1785689999999, "revokedAt": 1785603600000}}, ["approvals", "viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["owner", "police"]})

# grants.jsonl:3 the end of the grant is no time
test_grants_003 if holds(0, {"grant": {"expiresAt": "soon"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0", "POL-5"], "at": ["grant.expiresAt"]})

# grants.jsonl:4 the granted window has no beginning
test_grants_004 if holds(0, {"grant": {"scope": {"window": {"from": null}}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"], "at": ["grant.scope.window"]})

# grants.jsonl:5 the end of the granted window is no time
test_grants_005 if holds(0, {"grant": {"scope": {"window": {"to": "later"}}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0", "POL-5"], "at": ["grant.scope.window"]})

# grants.jsonl:6 the granted window opens this moment
test_grants_006 if holds(0, {"grant": {"scope": {"window": {"from": 1789437600000}}}}, ["viewer/lastActiveAt"], {"effect": "allow"})

# grants.jsonl:7 the granted window closes this moment
test_grants_007 if holds(0, {"grant": {"scope": {"window": {"to": 1789437600000}}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"], "at": ["grant.scope.window"]})

# grants.jsonl:8 the granted window closed before the act, the grant runs on
test_grants_008 if holds(0, {"grant": {"scope": {"window": {"to": 1789437540000}}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"], "at": ["grant.scope.window"]})

# grants.jsonl:9 a recording of yesterday under a grant whose window has no beginning
test_grants_009 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a"}, "grant": {"scope": {"window": {"from": null}}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# grants.jsonl:10 a recording of yesterday under a grant whose window ends at no time
test_grants_010 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a"}, "grant": {"scope": {"window": {"to": "later"}}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["POL-0", "POL-5"], "at": ["grant.scope.window"]})

# grants.jsonl:11 a recording that has no end
test_grants_011 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a"}, "recording": {"to": null}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["POL-5"], "at": ["grant.scope.window"]})

# grants.jsonl:12 a stretch of time that ends as it begins is no recording
test_grants_012 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a"}, "recording": {"to": 1789347600000}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# grants.jsonl:13 a still picture of a recording made before the granted window
test_grants_013 if holds(29, {"action": "snapshot", "recording": {"from": 1789261200000, "to": 1789261800000}}, ["viewer/trainingValidTo", "request/deliveryCountry", "recording/dataClass", "recording/sha256"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"], "at": ["grant.scope.window"]})

# grants.jsonl:14 a still picture of a recording inside the granted window
test_grants_014 if holds(29, {"action": "snapshot", "recording": {"legalHoldIds": []}}, ["viewer/trainingValidTo", "request/deliveryCountry", "recording/dataClass", "recording/sha256"], {"effect": "allow"})

# grants.jsonl:15 following over the granted hours, no recording named
test_grants_015 if holds(10, {"action": "trajectory", "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}, "recording": null}, ["analytics", "watchlist"], {"effect": "allow"})

# grants.jsonl:16 a plate is looked for on a recording: its own time counts, not that of the request
test_grants_016 if holds(10, {"action": "plate_search", "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}, "recording": {"from": 1789174800000, "to": 1789175400000}}, ["analytics", "watchlist", "recording/dataClass", "recording/sha256", "recording/original"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# grants.jsonl:17 playback of a time, without the recording
test_grants_017 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a", "timeWindow": {"from": 1789347600000, "to": 1789351200000}}}, ["recording", "viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["POL-5", "PD-05"], "at": ["grant.scope.window"]})

# grants.jsonl:18 a grant of no views, nobody looked yet
test_grants_018 if holds(0, {"grant": {"scope": {"maxViews": 0}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"], "at": ["grant.viewsUsed"]})

# grants.jsonl:19 a grant of no views, the count is not known
test_grants_019 if holds(0, {"grant": {"scope": {"maxViews": 0}, "viewsUsed": null}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"], "at": ["grant.viewsUsed"]})

# grants.jsonl:20 a grant of one view, nobody looked yet
test_grants_020 if holds(0, {"grant": {"scope": {"maxViews": 1}}}, ["viewer/lastActiveAt"], {"effect": "allow"})

# grants.jsonl:21 the grant was revoked this moment
test_grants_021 if holds(0, {"grant": {"revokedAt": 1789437600000}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"], "at": ["grant.revokedAt"]})

# grants.jsonl:22 an answer on a grant stands until the grant expires
test_grants_022 if holds(0, {"grant": {"expiresAt": 1789477200000}}, ["viewer/lastActiveAt"], {"effect": "allow", "validUntil": 1789477200000})

# grants.jsonl:23 an answer on a grant that will be revoked stands until then
test_grants_023 if holds(0, {"grant": {"revokedAt": 1789473600000}}, ["viewer/lastActiveAt"], {"effect": "allow", "validUntil": 1789473600000})

# grants.jsonl:24 an answer on a grant stands until its window closes
test_grants_024 if holds(0, {"grant": {"scope": {"window": {"to": 1789470000000}}}}, ["viewer/lastActiveAt"], {"effect": "allow", "validUntil": 1789470000000})

# grants.jsonl:25 an answer stands until a key that it rests on runs out
test_grants_025 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000, "expiresAt": 1789466400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "allow", "validUntil": 1789466400000})

# grants.jsonl:26 an answer stands until a key that it rests on is taken back
test_grants_026 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000, "withdrawnAt": 1789462800000}]}, ["viewer/lastActiveAt"], {"effect": "allow", "validUntil": 1789462800000})

# grants.jsonl:27 a connection stands until the approval that opens it runs out
test_grants_027 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "system": {"connectedAt": 1767200400000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000, "expiresAt": 1789466400000}]}, ["camera", "organisation"], {"effect": "allow", "validUntil": 1789466400000})

# grants.jsonl:28 an inspector reads until the inspection ends
test_grants_028 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow", "validUntil": 1793379599999})

# grants.jsonl:29 an export stands until the training of who extracts runs out
test_grants_029 if holds(15, {"viewer": {"trainingValidTo": 1789470000000}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "validUntil": 1789470000000})

# grants.jsonl:30 playback stands until the recording expires
test_grants_030 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a"}, "recording": {"expiresAt": 1789470000000}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow", "validUntil": 1789470000000})

# grants.jsonl:31 a view on an urgent oral demand stands for its first day
test_grants_031 if holds(0, {"request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789390800000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "grant": {"scope": {"window": {"to": 1789664400000}}, "expiresAt": 1789664399999}}, ["viewer/lastActiveAt", "request/writtenRequest"], {"effect": "allow", "validUntil": 1789477200000})

# grants.jsonl:32 a time of asking orally ends nothing where the request is in writing
test_grants_032 if holds(0, {"request": {"oralRequestAt": 1789390800000}}, ["viewer/lastActiveAt"], {"effect": "allow", "validUntil": 1789491600000})

# grants.jsonl:33 what a delegation opens stands until the delegation ends
test_grants_033 if holds(0, {"viewer": {"delegations": [{"area": "00200", "actions": ["live_view"], "validTo": 1789470000000, "decisionRef": "QĐ-PQ-1"}]}, "camera": {"areaCode": "00200"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow", "validUntil": 1789470000000})

# hanoi-edges.jsonl:1 a ward looks at its own camera, reported or not
test_hanoi_edges_001 if holds(33, {}, [], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:2 the operations centre without a report asks for a grant
test_hanoi_edges_002 if holds(33, {"action": "submit_request", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "IOC"}, "request": {"requester": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "IOC"}, "transferGround": "17.1.dd"}, "inventory": {"orgId": "org_sxd"}}, [], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:3 the City People's Committee without a report asks for a grant
test_hanoi_edges_003 if holds(33, {"action": "submit_request", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "UBND_TP"}, "request": {"requester": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "UBND_TP"}, "transferGround": "17.1.dd"}, "inventory": {"orgId": "org_sxd"}}, [], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:4 a ward without a report asks for a grant
test_hanoi_edges_004 if holds(33, {"action": "submit_request", "viewer": {"userId": "u_sxd", "orgId": "org_sxd"}, "request": {"requester": {"userId": "u_sxd", "orgId": "org_sxd"}, "transferGround": "17.1.dd"}, "inventory": {"orgId": "org_sxd"}}, [], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:5 the operations centre invests in a new camera during the pause
test_hanoi_edges_005 if holds(1, {"viewer": {"userId": "u_ward", "orgId": "org_w", "orgKind": "IOC"}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "origin": "newInvestment", "vmsNodeId": "vms1", "noticeKind": "sign", "noticeVerifiedAt": 1788195600000, "location": {"lat": 21.02, "lon": 105.83}, "fov": 60}}, ["retentionPolicy", "camera/integrationStatus", "camera/enforcement"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:6 the City People's Committee invests in a new camera during the pause
test_hanoi_edges_006 if holds(1, {"viewer": {"userId": "u_ward", "orgId": "org_w", "orgKind": "UBND_TP"}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "origin": "newInvestment", "vmsNodeId": "vms1", "noticeKind": "sign", "noticeVerifiedAt": 1788195600000, "location": {"lat": 21.02, "lon": 105.83}, "fov": 60}}, ["retentionPolicy", "camera/integrationStatus", "camera/enforcement"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:7 the operations centre connects a newly invested camera during the pause
test_hanoi_edges_007 if holds(2, {"viewer": {"orgKind": "IOC"}}, ["organisation"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["HN-12", "POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:8 the City People's Committee connects a newly invested camera during the pause
test_hanoi_edges_008 if holds(2, {"viewer": {"orgKind": "UBND_TP"}}, ["organisation"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["HN-12", "POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:9 a ward connects a newly invested camera during the pause
test_hanoi_edges_009 if holds(2, {"viewer": {"orgKind": "UBND_PHUONG"}}, ["organisation"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["HN-12", "POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:10 an enterprise connects a newly invested camera
test_hanoi_edges_010 if holds(2, {}, ["organisation"], {"effect": "allow", "reasons": ["HN-12", "POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:11 a department connects a newly invested camera before the pause
test_hanoi_edges_011 if holds(2, {"asOf": 1756746000000, "viewer": {"orgKind": "SO_XD"}, "request": {"receivedAt": 1756659600000}, "approvals": [{"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1756659600000}]}, ["organisation"], {"effect": "allow", "reasons": ["POL-4"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:12 a specialised system, justified and confirmed, is connected
test_hanoi_edges_012 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "camera": {"systemKind": "specialised", "justificationDocId": "doc1"}}, ["organisation"], {"effect": "allow", "reasons": ["HN-12", "POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:13 a tendered project is connected
test_hanoi_edges_013 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "camera": {"project": {"biddingCompletedAt": 1753981200000, "status": "underImplementation"}}}, ["organisation"], {"effect": "allow", "reasons": ["HN-12", "POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:14 a small change on newly invested cameras
test_hanoi_edges_014 if holds(2, {"action": "change_system", "viewer": {"userId": "u_h", "orgId": "org_catp", "orgKind": "SO_XD", "roles": ["operator"]}, "change": {"class": "minor", "approvalBody": "BCD_CAMERA", "approvalRef": "12/QĐ"}}, ["request", "context", "system", "approvals", "organisation", "viewer/functions"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:15 the pause begins this moment
test_hanoi_edges_015 if holds(1, {"viewer": {"userId": "u_ward", "orgId": "org_w"}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "origin": "newInvestment", "vmsNodeId": "vms1", "noticeKind": "sign", "noticeVerifiedAt": 1788195600000, "location": {"lat": 21.02, "lon": 105.83}, "fov": 60}, "moratorium": {"from": 1789437600000}}, ["retentionPolicy", "camera/integrationStatus", "camera/enforcement"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:16 the pause begins in a moment
test_hanoi_edges_016 if holds(1, {"viewer": {"userId": "u_ward", "orgId": "org_w"}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "origin": "newInvestment", "vmsNodeId": "vms1", "noticeKind": "sign", "noticeVerifiedAt": 1788195600000, "location": {"lat": 21.02, "lon": 105.83}, "fov": 60}, "moratorium": {"from": 1789437600001}}, ["retentionPolicy", "camera/integrationStatus", "camera/enforcement"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:17 the pause ends this moment
test_hanoi_edges_017 if holds(1, {"viewer": {"userId": "u_ward", "orgId": "org_w"}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "origin": "newInvestment", "vmsNodeId": "vms1", "noticeKind": "sign", "noticeVerifiedAt": 1788195600000, "location": {"lat": 21.02, "lon": 105.83}, "fov": 60}, "moratorium": {"from": 1756832400000, "to": 1789437600000}}, ["retentionPolicy", "camera/integrationStatus", "camera/enforcement"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:18 a specialised camera that exists needs no confirmation
test_hanoi_edges_018 if holds(1, {"viewer": {"userId": "u_ward", "orgId": "org_w"}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "specialised", "vmsNodeId": "vms1", "noticeKind": "sign", "noticeVerifiedAt": 1788195600000, "location": {"lat": 21.02, "lon": 105.83}, "fov": 60, "justificationDocId": "doc1"}}, ["retentionPolicy", "camera/integrationStatus", "camera/enforcement"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:19 before the pause a specialised system needs no confirmation
test_hanoi_edges_019 if holds(1, {"asOf": 1756746000000, "viewer": {"userId": "u_ward", "orgId": "org_w"}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "specialised", "origin": "newInvestment", "vmsNodeId": "vms1", "noticeKind": "sign", "noticeVerifiedAt": 1753981200000, "location": {"lat": 21.02, "lon": 105.83}, "fov": 60, "justificationDocId": "doc1"}}, ["retentionPolicy", "camera/integrationStatus", "camera/enforcement"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:20 a specialised camera on a connection that is law
test_hanoi_edges_020 if holds(2, {"viewer": {"orgKind": "CATP_TTCHGT"}, "approvals": [], "camera": {"systemKind": "specialised", "justificationDocId": "doc1", "project": {"biddingCompletedAt": 1753981200000, "status": "underImplementation"}}}, ["organisation", "camera/origin"], {"effect": "allow", "reasons": ["TR-08"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:21 nothing was tendered
test_hanoi_edges_021 if holds(1, {"viewer": {"userId": "u_ward", "orgId": "org_w"}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "origin": "newInvestment", "vmsNodeId": "vms1", "noticeKind": "sign", "noticeVerifiedAt": 1788195600000, "location": {"lat": 21.02, "lon": 105.83}, "fov": 60, "project": {"id": "p1", "biddingCompletedAt": null, "status": "underImplementation"}}}, ["retentionPolicy", "camera/integrationStatus", "camera/enforcement"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:22 the tender is complete this moment
test_hanoi_edges_022 if holds(1, {"viewer": {"userId": "u_ward", "orgId": "org_w"}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "origin": "newInvestment", "vmsNodeId": "vms1", "noticeKind": "sign", "noticeVerifiedAt": 1788195600000, "location": {"lat": 21.02, "lon": 105.83}, "fov": 60, "project": {"id": "p1", "biddingCompletedAt": 1789437600000, "status": "underImplementation"}}}, ["retentionPolicy", "camera/integrationStatus", "camera/enforcement"], {"effect": "allow", "reasons": ["HN-04", "POL-3"], "notReasons": ["HN-03", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:23 a justification that is not there
test_hanoi_edges_023 if holds(34, {}, [], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:24 an empty justification
test_hanoi_edges_024 if holds(34, {"camera": {"justificationDocId": ""}}, [], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:25 an empty place in the video system
test_hanoi_edges_025 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "vmsNodeId": ""}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-06"], "only": ["HN-06"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:26 a tender of an existing camera, not under way
test_hanoi_edges_026 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {"biddingCompletedAt": 1753981200000, "status": "planned", "fundingKind": "private"}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:27 a connection touches no smart-traffic item
test_hanoi_edges_027 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "camera": {"project": {"programme": "smartTraffic", "itemIsNew": true, "fundingKind": "state"}}}, ["organisation", "camera/origin"], {"effect": "allow", "reasons": ["HN-12", "POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:28 another department brings in a smart-traffic item
test_hanoi_edges_028 if holds(34, {"viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_YT"}, "camera": {"ownerOrgId": "org_sxd", "systemKind": "smartTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {"programme": "smartTraffic", "itemIsNew": true}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:29 bringing in a camera is no change of a system
test_hanoi_edges_029 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}, "change": {"class": "majorTechnical"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:30 a major change decided by the City People's Committee, as an approval
test_hanoi_edges_030 if holds(34, {"action": "change_system", "viewer": {"userId": "u_h", "orgId": "org_catp", "orgKind": "CATP", "roles": ["operator"]}, "change": {"class": "majorTechnical"}, "approvals": [{"body": "UBND_TP", "decisionRef": "12/QĐ", "effect": "approved"}]}, ["camera"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:31 a decision of the committee without a word of its effect
test_hanoi_edges_031 if holds(34, {"action": "change_system", "viewer": {"userId": "u_h", "orgId": "org_catp", "orgKind": "CATP", "roles": ["operator"]}, "change": {"class": "majorTechnical"}, "approvals": [{"body": "BCD_CAMERA", "decisionRef": "12/QĐ"}]}, ["camera"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:32 an analogue camera behind an ONVIF encoder is marked
test_hanoi_edges_032 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "analog": true}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["mark_nonconforming"], "notObligations": ["file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:33 a camera said not to be analogue
test_hanoi_edges_033 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "analog": false}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:34 a private camera of a project
test_hanoi_edges_034 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "fundingKind": "socialised", "project": {"id": "p1"}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:35 watching over the city's platform
test_hanoi_edges_035 if holds(35, {}, [], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:36 a centre's connection over the city's platform needs no key
test_hanoi_edges_036 if holds(2, {"viewer": {"orgKind": "CATP_TTCHGT"}, "approvals": []}, ["camera", "organisation"], {"effect": "allow", "reasons": ["TR-08"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:37 the duty commander lists cameras
test_hanoi_edges_037 if holds(33, {"action": "list_cameras", "viewer": {"userId": "u_i", "orgId": "org_ioc", "orgKind": "IOC", "roles": ["duty_commander"], "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"]}}, ["request", "inventory"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:38 a reason of ten letters
test_hanoi_edges_038 if holds(9, {"viewer": {"userId": "u_i", "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central"}, "request": {"legalBasisCode": "PDPL-19.1.c", "reason": "mười chữ c"}}, ["approvals", "camera/operatorOrgId"], {"effect": "allow", "reasons": ["CT-04"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:39 a delegation that ends this moment
test_hanoi_edges_039 if holds(3, {"action": "live_view", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "delegations": [{"cameraGroup": "grp1", "actions": ["live_view"], "validTo": 1789437600000, "decisionRef": "55/QĐ"}]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "groupId": "grp1"}, "request": {"reason": "Theo dõi giao thông giờ cao điểm"}}, ["recording", "camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["PD-09", "PD-14", "SH-02"], "only": ["PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:40 an enterprise holds a delegation
test_hanoi_edges_040 if holds(3, {"action": "live_view", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "DOANH_NGHIEP", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "delegations": [{"cameraGroup": "grp1", "actions": ["live_view"], "validTo": 1798736399999, "decisionRef": "55/QĐ"}]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "groupId": "grp1"}, "request": {"reason": "Theo dõi giao thông giờ cao điểm"}}, ["recording", "camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["PD-06", "PD-09", "PD-14", "SH-02"], "only": ["PD-06", "PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:41 a delegation for a snapshot
test_hanoi_edges_041 if holds(3, {"action": "snapshot", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "delegations": [{"cameraGroup": "grp1", "actions": ["snapshot"], "validTo": 1798736399999, "decisionRef": "55/QĐ"}]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "groupId": "grp1"}, "request": {"reason": "Theo dõi giao thông giờ cao điểm"}}, ["recording", "camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["PD-09", "PD-14", "SH-02"], "only": ["PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:42 a delegation with no end that can be read
test_hanoi_edges_042 if holds(3, {"action": "live_view", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "delegations": [{"cameraGroup": "grp1", "actions": ["live_view"], "validTo": null, "decisionRef": "55/QĐ"}]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "groupId": "grp1"}, "request": {"reason": "Theo dõi giao thông giờ cao điểm"}}, ["recording", "camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["PD-09", "PD-14", "SH-02"], "only": ["PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:43 a delegation for no area and a camera of no area
test_hanoi_edges_043 if holds(3, {"action": "live_view", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "delegations": [{"cameraGroup": "", "actions": ["live_view"], "validTo": 1798736399999, "decisionRef": "55/QĐ", "area": ""}]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "groupId": "", "areaCode": ""}, "request": {"reason": "Theo dõi giao thông giờ cao điểm"}}, ["recording", "camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["PD-09", "PD-14", "SH-02"], "only": ["PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:44 an offered camera that is not in a public place
test_hanoi_edges_044 if holds(33, {"action": "public_view", "viewer": {"userId": "u_pub", "roles": ["public"]}, "camera": {"isPublicPlace": false, "publicShare": true}}, ["request", "inventory", "viewer/orgId", "viewer/orgKind", "viewer/functions"], {"effect": "deny", "denies": ["CT-07"], "only": ["CT-07"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces", "reduce_fps"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:45 an offered camera, fidelity left open
test_hanoi_edges_045 if holds(33, {"action": "public_view", "viewer": {"userId": "u_pub", "roles": ["public"]}, "camera": {"publicShare": true}, "context": {"fidelity": null}}, ["request", "inventory", "viewer/orgId", "viewer/orgKind", "viewer/functions"], {"effect": "allow", "reasons": ["CT-07"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces", "reduce_fps"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:46 an offered camera, something else said
test_hanoi_edges_046 if holds(33, {"action": "public_view", "viewer": {"userId": "u_pub", "roles": ["public"]}, "camera": {"publicShare": true}, "context": {"traceId": "t"}}, ["request", "inventory", "viewer/orgId", "viewer/orgKind", "viewer/functions"], {"effect": "allow", "reasons": ["CT-07"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces", "reduce_fps"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:47 the coarse picture of the past
test_hanoi_edges_047 if holds(9, {"action": "snapshot", "viewer": {"userId": "u_x", "orgId": "none", "orgKind": "CA_NHAN", "roles": ["requester"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "publicShare": true}, "context": {"fidelity": "degraded"}}, ["approvals", "camera/operatorOrgId", "request/reason"], {"effect": "deny", "denies": ["CT-12", "PD-09", "PD-14", "SH-02"], "only": ["CT-12", "PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:48 an offered camera watched as any other
test_hanoi_edges_048 if holds(35, {"camera": {"publicShare": true}}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:49 a private camera is watched, whatever its coverage
test_hanoi_edges_049 if holds(35, {"camera": {"ownerKind": "private", "coverage": "beyondBoundary"}}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:50 a system change at a private camera
test_hanoi_edges_050 if holds(12, {"action": "change_system", "viewer": {"userId": "u_h", "orgId": "org_catp", "orgKind": "CATP", "roles": ["operator"]}, "change": {"class": "minor", "approvalBody": "BCD_CAMERA", "approvalRef": "12/QĐ"}, "camera": {"ownerKind": "private", "coverage": "beyondBoundary", "duplicateOf": "cam9"}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:51 a camera owned privately, funded by the State
test_hanoi_edges_051 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "ownerKind": "private", "coverage": "beyondBoundary"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-08"], "only": ["CT-08"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:52 a camera paid for privately
test_hanoi_edges_052 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "fundingKind": "private", "coverage": "beyondBoundary"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-08"], "only": ["CT-08"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:53 a state body's camera of which nobody says more
test_hanoi_edges_053 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}}, ["approvals", "camera/fundingKind", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:54 an agency asks for an internal camera by written request
test_hanoi_edges_054 if holds(35, {"action": "submit_request", "camera": {"systemKind": "internal"}, "request": {"requesterAuthority": "SO_XD"}}, ["approvals", "grant", "context"], {"effect": "needs_approval", "needs": ["owner", "police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["notify_owner"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:55 an agency asks for a city camera: nobody is told
test_hanoi_edges_055 if holds(35, {"action": "submit_request"}, ["approvals", "grant", "context"], {"effect": "needs_approval", "needs": ["owner", "police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:56 an enterprise asks about nobody
test_hanoi_edges_056 if holds(35, {"action": "submit_request", "viewer": {"orgKind": "DOANH_NGHIEP"}, "request": {"requester": {"orgKind": "DOANH_NGHIEP"}}}, ["approvals", "grant", "context"], {"effect": "deny", "denies": ["PD-06", "PD-09", "PD-14"], "only": ["PD-06", "PD-09", "PD-14"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:57 a police professional camera that doubles another is only outside
test_hanoi_edges_057 if holds(34, {"camera": {"systemKind": "police_professional", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "duplicateOf": "cam9"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:58 a neighbour that is a police professional camera, spelled otherwise
test_hanoi_edges_058 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "police_professional", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 92, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:59 a heading fifteen degrees away
test_hanoi_edges_059 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 105, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:60 a heading sixteen degrees away
test_hanoi_edges_060 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 106, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:61 headings fifteen degrees apart across north
test_hanoi_edges_061 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "azimuth": 350}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 5, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:62 headings sixteen degrees apart across north
test_hanoi_edges_062 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "azimuth": 350}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 6, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:63 headings sixteen degrees apart across north, the other way
test_hanoi_edges_063 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "azimuth": 6}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 350, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:64 a neighbour of unknown purpose
test_hanoi_edges_064 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": [], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 92, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:65 a camera of unknown purpose beside another
test_hanoi_edges_065 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": [], "origin": "existing"}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 92, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:66 a written request opens no police professional camera
test_hanoi_edges_066 if holds(35, {"action": "submit_request", "camera": {"systemKind": "policeProfessional"}, "request": {"requesterAuthority": "SO_XD"}}, ["approvals", "grant", "context"], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:67 a written request lists no internal camera
test_hanoi_edges_067 if holds(35, {"action": "read_camera", "camera": {"systemKind": "internal"}, "request": {"requesterAuthority": "SO_XD"}}, ["approvals", "grant", "context"], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:68 an enterprise asks for an internal camera
test_hanoi_edges_068 if holds(35, {"action": "submit_request", "viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "internal"}, "request": {"requester": {"orgKind": "DOANH_NGHIEP"}, "requesterAuthority": "SO_XD"}}, ["approvals", "grant", "context"], {"effect": "deny", "denies": ["CT-01", "PD-06", "PD-09"], "only": ["CT-01", "PD-06", "PD-09"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["notify_owner"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:69 an internal camera without a written request
test_hanoi_edges_069 if holds(35, {"action": "submit_request", "camera": {"systemKind": "internal"}, "request": {"requesterAuthority": "SO_XD"}}, ["approvals", "grant", "context", "request/writtenRequest"], {"effect": "deny", "denies": ["CT-01", "PD-14", "SH-02"], "only": ["CT-01", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["notify_owner"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:70 a statistic for a purpose outside the list
test_hanoi_edges_070 if holds(2, {"action": "aggregate", "viewer": {"orgKind": "SO_XD"}, "request": {"purposeCode": "MARKETING"}, "context": {"output": "aggregate", "deidMethod": "counts"}}, ["system", "approvals", "camera", "organisation", "request/kind", "request/receivedAt", "context/channel"], {"effect": "deny", "denies": ["CT-03"], "only": ["CT-03"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:71 functions of a request between two unnamed bodies
test_hanoi_edges_071 if holds(35, {"viewer": {"orgId": null}, "request": {"requester": {"orgId": null, "functions": ["GIAO_THONG"]}}}, ["context", "viewer/functions"], {"effect": "deny", "denies": ["CT-12", "POL-0"], "only": ["CT-12", "POL-0", "POL-5"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:72 functions of another body's request
test_hanoi_edges_072 if holds(35, {"request": {"requester": {"orgId": "org_other", "functions": ["GIAO_THONG"]}}}, ["context", "viewer/functions"], {"effect": "deny", "denies": ["CT-12", "POL-5"], "only": ["CT-12", "POL-5"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:73 functions of another body
test_hanoi_edges_073 if holds(35, {"organisation": {"id": "org_other", "functions": ["GIAO_THONG"]}}, ["context", "viewer/functions"], {"effect": "deny", "denies": ["CT-12"], "only": ["CT-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:74 functions of the body before the gate
test_hanoi_edges_074 if holds(35, {"organisation": {"functions": ["GIAO_THONG"]}}, ["context", "viewer/functions"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:75 the viewer's functions count, whatever the request says
test_hanoi_edges_075 if holds(35, {"request": {"requester": {"functions": ["MOI_TRUONG"]}}}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:76 approval where the functions are left open
test_hanoi_edges_076 if holds(35, {"action": "approve", "viewer": {"userId": "u_c", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "titlePowersValidTo": 1798822799999, "roles": ["approver"]}, "request": {"requester": {"functions": null}}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}], "organisation": {"id": "org_sxd", "functions": null}}, ["grant", "context", "viewer/functions"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:77 watching over the national platform
test_hanoi_edges_077 if holds(35, {"context": {"channel": "NDOP"}}, [], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:78 the operations centre watches while its connection is named
test_hanoi_edges_078 if holds(9, {"viewer": {"userId": "u_i", "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central"}, "request": {"legalBasisCode": "PDPL-19.1.c", "reason": "Chỉ huy phân luồng sự kiện lớn"}, "system": {"partnerOrgKind": "TT_GTTM"}}, ["approvals", "camera/operatorOrgId"], {"effect": "allow", "reasons": ["CT-04"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:79 a department connects with the operations centre
test_hanoi_edges_079 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "system": {"partnerOrgKind": "IOC"}, "approvals": []}, ["camera", "organisation"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:80 the command centre before its law
test_hanoi_edges_080 if holds(2, {"asOf": 1735578000000, "viewer": {"orgKind": "CATP_TTCHGT"}, "request": {"receivedAt": 1735491600000}, "approvals": []}, ["camera", "organisation"], {"effect": "cannot_decide", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["police"]})

# hanoi-edges.jsonl:81 a key that nobody signed
test_hanoi_edges_081 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "approvals": [{"key": "police", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["camera", "organisation"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:82 a key of no day
test_hanoi_edges_082 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "approvals": [{"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved"}]}, ["camera", "organisation"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:83 a key signed this moment
test_hanoi_edges_083 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "approvals": [{"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789437600000}]}, ["camera", "organisation"], {"effect": "allow", "reasons": ["HN-12", "POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:84 a key taken back
test_hanoi_edges_084 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "approvals": [{"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000, "withdrawnAt": 1789232400000}]}, ["camera", "organisation"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:85 a key that has run out
test_hanoi_edges_085 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "approvals": [{"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000, "expiresAt": 1789318799999}]}, ["camera", "organisation"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:86 the owner's body said yes to something else
test_hanoi_edges_086 if holds(35, {"approvals": [{"key": "reviewer", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["context"], {"effect": "needs_approval", "needs": ["owner"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:87 the police said yes to something else
test_hanoi_edges_087 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "approvals": [{"key": "reviewer", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["camera", "organisation"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:88 a refusal in the file of one's own camera
test_hanoi_edges_088 if holds(33, {"approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "refused", "signedAt": 1789059600000}]}, ["inventory"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:89 keys in one hand in the file of one's own camera
test_hanoi_edges_089 if holds(33, {"approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_b", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["inventory"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:90 one's own key in the file of one's own camera
test_hanoi_edges_090 if holds(33, {"approvals": [{"key": "owner", "approver": "u_w", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}]}, ["inventory"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:91 keys in one hand where the owner is not asked
test_hanoi_edges_091 if holds(35, {"viewer": {"orgKind": "CQDT"}, "request": {"requester": {"orgKind": "CQDT"}, "legalBasisCode": "BLTTHS-88", "caseNo": "12/2026", "procedureAuthority": "CQDT"}, "approvals": [{"key": "owner", "approver": "u_c", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:92 the owner is not asked before the basis is law
test_hanoi_edges_092 if holds(35, {"asOf": 1751216400000, "request": {"legalBasisCode": "DATA-18.2.a"}, "approvals": [{"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["grant", "context"], {"effect": "cannot_decide", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-edges.jsonl:93 somebody else's inspection opens no request
test_hanoi_edges_093 if holds(35, {"action": "read_request", "viewer": {"orgId": "org_yt", "orgKind": "SO_YT"}, "inspection": {"inspectedOrgs": ["org_sxd"]}}, ["camera", "approvals", "grant", "context"], {"effect": "deny", "denies": ["POL-4"], "only": ["POL-4"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:94 a list without a role
test_hanoi_edges_094 if holds(33, {"action": "list_cameras", "viewer": {"userId": "u"}}, ["request", "inventory", "viewer/orgId", "viewer/orgKind", "viewer/roles", "viewer/functions"], {"effect": "deny", "denies": ["POL-0", "POL-2", "POL-3"], "only": ["POL-0", "POL-2", "POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:95 watching without a body
test_hanoi_edges_095 if holds(35, {}, ["context", "viewer/orgKind"], {"effect": "deny", "denies": ["PD-06", "PD-09", "PD-14", "POL-0", "POL-2"], "only": ["PD-06", "PD-09", "PD-14", "POL-0", "POL-2"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-edges.jsonl:96 a role lists what is not its own
test_hanoi_edges_096 if holds(34, {"action": "list_requests", "viewer": {"userId": "u", "orgId": "o", "orgKind": "CATP", "roles": ["public"]}}, ["camera", "approvals"], {"effect": "deny", "denies": ["POL-3"], "only": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:1 an existing camera is brought in with everything its inventory asks
test_hanoi_law_001 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:2 a ward invests in a new camera during the pause
test_hanoi_law_002 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"]}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:3 a department invests in a new camera during the pause
test_hanoi_law_003 if holds(34, {"viewer": {"orgKind": "SO_YT"}, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"]}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:4 a citizen's own new camera is no investment of an agency
test_hanoi_law_004 if holds(34, {"viewer": {"orgKind": "CA_NHAN"}, "camera": {"systemKind": "private", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "private_land", "isPublicPlace": false, "fundingKind": "private", "ownerKind": "private", "coverage": "withinBoundary"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:5 the last minute before the directive
test_hanoi_law_005 if holds(34, {"asOf": 1756832399000, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "noticeVerifiedAt": 1753981200000}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:6 the first moment of the day of the directive
test_hanoi_law_006 if holds(34, {"asOf": 1756832400000, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "noticeVerifiedAt": 1753981200000}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:7 the same moment written in universal time
test_hanoi_law_007 if holds(34, {"asOf": 1756832400000, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "noticeVerifiedAt": 1753981200000}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:8 a pause that the city has ended
test_hanoi_law_008 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"]}, "moratorium": {"from": 1756832400000, "to": 1782838800000}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:9 a pause without a stated end goes on
test_hanoi_law_009 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"]}, "moratorium": {"from": 1756832400000}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:10 a specialised system, justified and confirmed by the police
test_hanoi_law_010 if holds(34, {"camera": {"justificationDocId": "doc1"}}, [], {"effect": "allow", "reasons": ["HN-03", "POL-3"], "notReasons": ["HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:11 a specialised system that the police have not confirmed yet
test_hanoi_law_011 if holds(34, {"camera": {"justificationDocId": "doc1"}, "approvals": []}, [], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["police"]})

# hanoi-law.jsonl:12 a specialised system without its justification
test_hanoi_law_012 if holds(34, {}, ["camera/justificationDocId"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:13 a justification does not make an ordinary system specialised
test_hanoi_law_013 if holds(34, {"camera": {"systemKind": "central", "justificationDocId": "doc1"}}, [], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:14 a specialised system that the police refused
test_hanoi_law_014 if holds(34, {"camera": {"justificationDocId": "doc1"}, "approvals": [{"key": "police", "orgId": "org_catp", "orgKind": "CATP", "approver": "u_p", "effect": "refused", "signedAt": 1788973200000}]}, [], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["police"]})

# hanoi-law.jsonl:15 a specialised system confirmed by somebody else than the police
test_hanoi_law_015 if holds(34, {"camera": {"justificationDocId": "doc1"}, "approvals": [{"key": "police", "orgId": "org_khcn", "orgKind": "SO_KHCN", "approver": "u_p", "effect": "approved", "signedAt": 1788973200000}]}, [], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["police"]})

# hanoi-law.jsonl:16 a specialised system told by its system's record
test_hanoi_law_016 if holds(34, {"camera": {"systemKind": "central", "justificationDocId": "doc1"}, "system": {"kind": "specialised"}}, [], {"effect": "allow", "reasons": ["HN-03", "POL-3"], "notReasons": ["HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:17 tendered before the pause and under way
test_hanoi_law_017 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "project": {"id": "p1", "biddingCompletedAt": 1753981200000, "status": "underImplementation"}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["HN-04", "POL-3"], "notReasons": ["HN-03", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:18 tendered, but nobody says that it is under way
test_hanoi_law_018 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "project": {"id": "p1", "biddingCompletedAt": 1753981200000}}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:19 under way, but not tendered
test_hanoi_law_019 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "project": {"id": "p1", "status": "underImplementation"}}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:20 a tender that will be complete later
test_hanoi_law_020 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "project": {"id": "p1", "biddingCompletedAt": 1796058000000, "status": "underImplementation"}}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:21 tendered and finished: the next camera is a new one
test_hanoi_law_021 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "project": {"id": "p1", "biddingCompletedAt": 1753981200000, "status": "completed"}}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:22 a new item of the smart-traffic project
test_hanoi_law_022 if holds(34, {"viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "camera": {"ownerOrgId": "org_sxd", "systemKind": "smartTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {"programme": "smartTraffic", "itemIsNew": true}}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-05"], "only": ["HN-05"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:23 a new item after the revised plan was approved
test_hanoi_law_023 if holds(34, {"viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "camera": {"ownerOrgId": "org_sxd", "systemKind": "smartTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {"programme": "smartTraffic", "itemIsNew": true, "planRevisionApproved": true}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:24 an old item of the smart-traffic project
test_hanoi_law_024 if holds(34, {"viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "camera": {"ownerOrgId": "org_sxd", "systemKind": "smartTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {"programme": "smartTraffic", "itemIsNew": false}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:25 nobody says whether the item is new
test_hanoi_law_025 if holds(34, {"viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "camera": {"ownerOrgId": "org_sxd", "systemKind": "smartTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {"programme": "smartTraffic"}}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-05"], "only": ["HN-05"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:26 an item of another programme
test_hanoi_law_026 if holds(34, {"viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "camera": {"ownerOrgId": "org_sxd", "systemKind": "smartTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {"programme": "flood", "itemIsNew": true}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:27 a smart-traffic item on the eve of the directive
test_hanoi_law_027 if holds(34, {"asOf": 1756832340000, "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "camera": {"ownerOrgId": "org_sxd", "systemKind": "smartTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "noticeVerifiedAt": 1753981200000, "project": {"programme": "smartTraffic", "itemIsNew": true}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:28 a smart-traffic item on the day of the directive
test_hanoi_law_028 if holds(34, {"asOf": 1756832400000, "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "camera": {"ownerOrgId": "org_sxd", "systemKind": "smartTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "noticeVerifiedAt": 1753981200000, "project": {"programme": "smartTraffic", "itemIsNew": true}}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-05"], "only": ["HN-05"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:29 a tendered project excuses no new smart-traffic item
test_hanoi_law_029 if holds(34, {"viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "camera": {"ownerOrgId": "org_sxd", "systemKind": "smartTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "project": {"programme": "smartTraffic", "itemIsNew": true, "biddingCompletedAt": 1753981200000, "status": "underImplementation"}}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-05"], "only": ["HN-05"], "reasons": ["HN-04", "POL-3"], "notReasons": ["HN-03", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:30 neither a place in the video system nor a word about it
test_hanoi_law_030 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}}, ["approvals", "camera/vmsNodeId", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-06"], "only": ["HN-06"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:31 not yet integrated, and it says so
test_hanoi_law_031 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "integrationStatus": "notYetIntegrated"}}, ["approvals", "camera/vmsNodeId", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:32 before the directive no place in the video system was asked
test_hanoi_law_032 if holds(34, {"asOf": 1756746000000, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "noticeVerifiedAt": 1753981200000}}, ["approvals", "camera/vmsNodeId", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:33 a major change decided by the committee, as an approval
test_hanoi_law_033 if holds(34, {"action": "change_system", "viewer": {"userId": "u_h", "orgId": "org_catp", "orgKind": "CATP", "roles": ["operator"]}, "change": {"class": "majorTechnical"}, "approvals": [{"body": "BCD_CAMERA", "decisionRef": "12/QĐ", "effect": "approved"}]}, ["camera"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:34 a major change decided by the City People's Committee
test_hanoi_law_034 if holds(34, {"action": "change_system", "viewer": {"userId": "u_h", "orgId": "org_catp", "orgKind": "CATP", "roles": ["operator"]}, "change": {"class": "majorTechnical", "approvalBody": "UBND_TP", "approvalRef": "12/QĐ"}}, ["camera", "approvals"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:35 a major change decided by a department
test_hanoi_law_035 if holds(34, {"action": "change_system", "viewer": {"userId": "u_h", "orgId": "org_catp", "orgKind": "CATP", "roles": ["operator"]}, "change": {"class": "majorTechnical", "approvalBody": "SO_KHCN", "approvalRef": "12/QĐ"}}, ["camera", "approvals"], {"effect": "deny", "denies": ["HN-07"], "only": ["HN-07"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:36 a decision without its number
test_hanoi_law_036 if holds(34, {"action": "change_system", "viewer": {"userId": "u_h", "orgId": "org_catp", "orgKind": "CATP", "roles": ["operator"]}, "change": {"class": "majorTechnical", "approvalBody": "BCD_CAMERA"}}, ["camera", "approvals"], {"effect": "deny", "denies": ["HN-07"], "only": ["HN-07"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:37 a major change before the directive
test_hanoi_law_037 if holds(34, {"action": "change_system", "asOf": 1756746000000, "viewer": {"userId": "u_h", "orgId": "org_catp", "orgKind": "CATP", "roles": ["operator"]}, "change": {"class": "majorTechnical"}}, ["camera", "approvals"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:38 rules signed by the City Police alone
test_hanoi_law_038 if holds(34, {"action": "activate_policy", "viewer": {"userId": "u_s", "orgId": "org_catp", "orgKind": "CATP", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP"], "opinionRef": "99/BCA", "operatingRegulation": {"ref": "QC-1", "departmentOpinionRef": "C08-1"}}}, ["camera", "approvals"], {"effect": "deny", "denies": ["HN-08"], "only": ["HN-08"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:39 rules signed by another department
test_hanoi_law_039 if holds(34, {"action": "activate_policy", "viewer": {"userId": "u_s", "orgId": "org_catp", "orgKind": "CATP", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP", "SO_XD"], "opinionRef": "99/BCA", "operatingRegulation": {"ref": "QC-1", "departmentOpinionRef": "C08-1"}}}, ["camera", "approvals"], {"effect": "deny", "denies": ["HN-08"], "only": ["HN-08"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:40 one signer twice is one signer
test_hanoi_law_040 if holds(34, {"action": "activate_policy", "viewer": {"userId": "u_s", "orgId": "org_catp", "orgKind": "CATP", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["SO_KHCN", "SO_KHCN"], "opinionRef": "99/BCA", "operatingRegulation": {"ref": "QC-1", "departmentOpinionRef": "C08-1"}}}, ["camera", "approvals"], {"effect": "deny", "denies": ["HN-08"], "only": ["HN-08"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:41 rules without the ministry's opinion
test_hanoi_law_041 if holds(34, {"action": "activate_policy", "viewer": {"userId": "u_s", "orgId": "org_catp", "orgKind": "CATP", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP", "SO_KHCN"], "operatingRegulation": {"ref": "QC-1", "departmentOpinionRef": "C08-1"}}}, ["camera", "approvals"], {"effect": "deny", "denies": ["HN-08"], "only": ["HN-08"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:42 rules released without the operating unit's regulation: a warning
test_hanoi_law_042 if holds(34, {"action": "activate_policy", "viewer": {"userId": "u_s", "orgId": "org_catp", "orgKind": "CATP", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP", "SO_KHCN"], "opinionRef": "99/BCA"}}, ["camera", "approvals"], {"effect": "allow", "obligations": ["file_operating_regulation"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:43 an operating regulation without the department's opinion: a warning
test_hanoi_law_043 if holds(34, {"action": "activate_policy", "viewer": {"userId": "u_s", "orgId": "org_catp", "orgKind": "CATP", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP", "SO_KHCN"], "opinionRef": "99/BCA", "operatingRegulation": {"ref": "QC-1"}}}, ["camera", "approvals"], {"effect": "allow", "obligations": ["file_operating_regulation"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:44 rules with both signatures, the opinion and the operating regulation
test_hanoi_law_044 if holds(34, {"action": "activate_policy", "viewer": {"userId": "u_s", "orgId": "org_catp", "orgKind": "CATP", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP", "SO_KHCN"], "opinionRef": "99/BCA", "operatingRegulation": {"ref": "QC-1", "departmentOpinionRef": "C08-1"}}}, ["camera", "approvals"], {"effect": "allow", "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"]})

# hanoi-law.jsonl:45 an analogue camera is marked
test_hanoi_law_045 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "protocols": [], "analog": true}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "obligations": ["mark_nonconforming"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:46 a network camera without ONVIF is marked
test_hanoi_law_046 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "protocols": ["rtsp"]}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "obligations": ["mark_nonconforming"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:47 ONVIF in capitals is ONVIF
test_hanoi_law_047 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "protocols": ["ONVIF"]}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"]})

# hanoi-law.jsonl:48 a defence camera is not brought in
test_hanoi_law_048 if holds(34, {"camera": {"systemKind": "central", "missionClass": "QUOC_PHONG", "purposes": ["QUOC_PHONG"], "origin": "existing"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-10"], "only": ["HN-10"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:49 a budget project without its architecture appraisal: a warning
test_hanoi_law_049 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {"fundingKind": "state"}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "obligations": ["file_architecture_appraisal"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:50 a budget project with its appraisal
test_hanoi_law_050 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {"fundingKind": "state", "architectureAppraisalRef": "KT-1"}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"]})

# hanoi-law.jsonl:51 a privately paid project needs no appraisal
test_hanoi_law_051 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {"fundingKind": "private"}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"]})

# hanoi-law.jsonl:52 the day before the appraisal decision
test_hanoi_law_052 if holds(34, {"asOf": 1780851599000, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "noticeVerifiedAt": 1767200400000, "project": {"fundingKind": "state"}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"]})

# hanoi-law.jsonl:53 the day of the appraisal decision
test_hanoi_law_053 if holds(34, {"asOf": 1780851600000, "camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "noticeVerifiedAt": 1767200400000, "project": {"fundingKind": "state"}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "obligations": ["file_architecture_appraisal"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:54 a private camera that watches its own ground
test_hanoi_law_054 if holds(34, {"viewer": {"userId": "u_c", "orgId": "org_p", "orgKind": "CA_NHAN"}, "camera": {"ownerOrgId": "org_p", "systemKind": "private", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "fundingKind": "private", "ownerKind": "private", "coverage": "withinBoundary"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:55 a private camera that watches the street
test_hanoi_law_055 if holds(34, {"viewer": {"userId": "u_c", "orgId": "org_p", "orgKind": "CA_NHAN"}, "camera": {"ownerOrgId": "org_p", "systemKind": "private", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "fundingKind": "private", "ownerKind": "private", "coverage": "beyondBoundary"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-08"], "only": ["CT-08"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:56 a private camera whose view of the street is masked
test_hanoi_law_056 if holds(34, {"viewer": {"userId": "u_c", "orgId": "org_p", "orgKind": "CA_NHAN"}, "camera": {"ownerOrgId": "org_p", "systemKind": "private", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "fundingKind": "private", "ownerKind": "private", "coverage": "beyondBoundary", "coverageMasked": true}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:57 a private camera of unknown coverage
test_hanoi_law_057 if holds(34, {"viewer": {"userId": "u_c", "orgId": "org_p", "orgKind": "CA_NHAN"}, "camera": {"ownerOrgId": "org_p", "systemKind": "private", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "fundingKind": "private", "ownerKind": "private"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-08"], "only": ["CT-08"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:58 a state camera may watch the street
test_hanoi_law_058 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "ownerKind": "state", "coverage": "beyondBoundary"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:59 a private system is private whoever paid for it
test_hanoi_law_059 if holds(34, {"viewer": {"userId": "u_c", "orgId": "org_p", "orgKind": "CA_NHAN"}, "camera": {"ownerOrgId": "org_p", "systemKind": "private", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "fundingKind": "socialised", "coverage": "beyondBoundary"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-08"], "only": ["CT-08"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:60 a second camera at the same place, looking the same way
test_hanoi_law_060 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 92, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:61 at the same place, looking elsewhere
test_hanoi_law_061 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 200, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:62 looking the same way from elsewhere
test_hanoi_law_062 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.03, "lon": 105.83}, "azimuth": 92, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:63 at the same place for another purpose
test_hanoi_law_063 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "MOI_TRUONG", "purposes": ["MOI_TRUONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 92, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:64 a police professional camera is no duplicate
test_hanoi_law_064 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "policeProfessional", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 92, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:65 headings on both sides of north are close
test_hanoi_law_065 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "azimuth": 359}, "neighbours": [{"id": "cam2", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 2, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:66 a camera declared a duplicate
test_hanoi_law_066 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "duplicateOf": "cam9"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:67 a camera is no duplicate of itself
test_hanoi_law_067 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}, "neighbours": [{"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 92, "fov": 60}]}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:68 a police professional camera is not brought in
test_hanoi_law_068 if holds(34, {"camera": {"systemKind": "policeProfessional", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:69 an internal camera is not brought in
test_hanoi_law_069 if holds(34, {"camera": {"systemKind": "internal", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:70 no place stated and no neighbour known
test_hanoi_law_070 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}}, ["approvals", "camera/location", "camera/azimuth", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:71 a grant opens nothing to a body without a report
test_hanoi_law_071 if holds(35, {"inventory": {"orgId": "org_sxd", "status": "none"}}, ["context"], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:72 a report sent in is not yet accepted
test_hanoi_law_072 if holds(35, {"inventory": {"orgId": "org_sxd", "status": "submitted"}}, ["context"], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:73 a body whose report was accepted
test_hanoi_law_073 if holds(35, {"inventory": {"orgId": "org_sxd", "status": "accepted"}}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:74 the register says that the report was rejected
test_hanoi_law_074 if holds(35, {"organisation": {"id": "org_sxd", "kind": "SO_XD", "inventoryReportStatus": "rejected"}}, ["context"], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:75 a body without a report asks for a grant
test_hanoi_law_075 if holds(35, {"action": "submit_request", "inventory": {"orgId": "org_sxd", "status": "rejected"}}, ["approvals", "grant", "context"], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-law.jsonl:76 an enterprise reports nothing
test_hanoi_law_076 if holds(35, {"action": "submit_request", "viewer": {"orgKind": "DOANH_NGHIEP"}, "request": {"requester": {"orgKind": "DOANH_NGHIEP"}}, "inventory": {"orgId": "org_sxd", "status": "rejected"}}, ["approvals", "grant", "context"], {"effect": "deny", "denies": ["PD-06", "PD-09", "PD-14"], "only": ["PD-06", "PD-09", "PD-14"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-law.jsonl:77 the police grant nothing to a body without a report
test_hanoi_law_077 if holds(35, {"action": "approve", "viewer": {"userId": "u_c", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "titlePowersValidTo": 1798822799999, "roles": ["approver"]}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}], "inventory": {"orgId": "org_sxd", "status": "rejected"}}, ["grant", "context", "viewer/functions"], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:78 the duty commander of the operations centre watches live
test_hanoi_law_078 if holds(9, {"viewer": {"userId": "u_i", "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central"}, "request": {"legalBasisCode": "PDPL-19.1.c", "reason": "Chỉ huy phân luồng sự kiện lớn"}}, ["approvals", "camera/operatorOrgId"], {"effect": "allow", "reasons": ["CT-04"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:79 an ordinary officer of the operations centre has no standing right
test_hanoi_law_079 if holds(9, {"viewer": {"userId": "u_i", "roles": ["requester"], "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central"}, "request": {"legalBasisCode": "PDPL-19.1.c", "reason": "Chỉ huy phân luồng sự kiện lớn"}}, ["approvals", "camera/operatorOrgId"], {"effect": "deny", "denies": ["PD-09", "PD-14", "SH-02"], "only": ["PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-law.jsonl:80 a ward has no operations centre
test_hanoi_law_080 if holds(9, {"viewer": {"userId": "u_i", "orgKind": "UBND_PHUONG", "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central"}, "request": {"legalBasisCode": "PDPL-19.1.c", "reason": "Chỉ huy phân luồng sự kiện lớn"}}, ["approvals", "camera/operatorOrgId"], {"effect": "deny", "denies": ["PD-09", "PD-14", "SH-02"], "only": ["PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-law.jsonl:81 the operations centre sees cameras of every kind
test_hanoi_law_081 if holds(9, {"viewer": {"userId": "u_i", "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "private"}, "request": {"legalBasisCode": "PDPL-19.1.c", "reason": "Chỉ huy phân luồng sự kiện lớn"}}, ["approvals", "camera/operatorOrgId"], {"effect": "allow", "reasons": ["CT-04"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:82 the operations centre and police road cameras, the day before its connection has a ground
test_hanoi_law_082 if holds(9, {"asOf": 1782838799000, "viewer": {"userId": "u_i", "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "operatorOrgId": "org_csgt"}, "request": {"legalBasisCode": "PDPL-19.1.c", "reason": "Chỉ huy phân luồng sự kiện lớn"}, "context": {"channel": "LGSP"}}, ["approvals"], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"], "reasons": ["CT-04"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:83 the same centre on the first day of its ground
test_hanoi_law_083 if holds(9, {"asOf": 1782838800000, "viewer": {"userId": "u_i", "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "operatorOrgId": "org_csgt"}, "request": {"legalBasisCode": "PDPL-19.1.c", "reason": "Chỉ huy phân luồng sự kiện lớn"}, "context": {"channel": "LGSP"}}, ["approvals"], {"effect": "allow", "reasons": ["CT-04"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:84 a delegation for a group of cameras
test_hanoi_law_084 if holds(3, {"action": "live_view", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "delegations": [{"cameraGroup": "grp1", "actions": ["live_view"], "validTo": 1798736399999, "decisionRef": "55/QĐ"}]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "groupId": "grp1"}, "request": {"reason": "Theo dõi giao thông giờ cao điểm"}}, ["recording", "camera/noticeKind", "request/transferGround"], {"effect": "allow", "reasons": ["CT-05"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:85 a delegation for an area
test_hanoi_law_085 if holds(3, {"action": "live_view", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "delegations": [{"area": "00004", "actions": ["live_view"], "validTo": 1798736399999, "decisionRef": "55/QĐ"}]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "areaCode": "00004"}, "request": {"reason": "Theo dõi giao thông giờ cao điểm"}}, ["recording", "camera/noticeKind", "request/transferGround"], {"effect": "allow", "reasons": ["CT-05"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:86 a delegation that ended this morning
test_hanoi_law_086 if holds(3, {"action": "live_view", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "delegations": [{"cameraGroup": "grp1", "actions": ["live_view"], "validTo": 1789437599000, "decisionRef": "55/QĐ"}]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "groupId": "grp1"}, "request": {"reason": "Theo dõi giao thông giờ cao điểm"}}, ["recording", "camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["PD-09", "PD-14", "SH-02"], "only": ["PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-law.jsonl:87 a delegation for another group
test_hanoi_law_087 if holds(3, {"action": "live_view", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "delegations": [{"cameraGroup": "grp1", "actions": ["live_view"], "validTo": 1798736399999, "decisionRef": "55/QĐ"}]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "groupId": "grp2"}, "request": {"reason": "Theo dõi giao thông giờ cao điểm"}}, ["recording", "camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["PD-09", "PD-14", "SH-02"], "only": ["PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-law.jsonl:88 a delegation without its decision
test_hanoi_law_088 if holds(3, {"action": "live_view", "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "delegations": [{"cameraGroup": "grp1", "actions": ["live_view"], "validTo": 1798736399999}]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "groupId": "grp1"}, "request": {"reason": "Theo dõi giao thông giờ cao điểm"}}, ["recording", "camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["PD-09", "PD-14", "SH-02"], "only": ["PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-law.jsonl:89 an owner refuses to connect a street camera
test_hanoi_law_089 if holds(3, {"action": "decline_consent", "viewer": {"userId": "u_w", "orgId": "org_w", "roles": ["owner"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w"}, "request": {"kind": "SYSTEM_CONNECT", "requester": {"userId": "u_x", "orgId": "org_catp", "orgKind": "CATP"}}}, ["recording", "viewer/functions", "camera/noticeKind", "request/legalBasisCode", "request/transferGround"], {"effect": "deny", "denies": ["CT-06"], "only": ["CT-06"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:90 an owner may refuse to connect a camera of a housing block
test_hanoi_law_090 if holds(3, {"action": "decline_consent", "viewer": {"userId": "u_w", "orgId": "org_w", "roles": ["owner"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "zoneKind": "residential", "isPublicPlace": false}, "request": {"kind": "SYSTEM_CONNECT", "requester": {"userId": "u_x", "orgId": "org_catp", "orgKind": "CATP"}}}, ["recording", "viewer/functions", "camera/noticeKind", "request/legalBasisCode", "request/transferGround"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:91 an owner may refuse a request to watch
test_hanoi_law_091 if holds(3, {"action": "decline_consent", "viewer": {"userId": "u_w", "orgId": "org_w", "roles": ["owner"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w"}, "request": {"kind": "LIVE_VIEW", "requester": {"userId": "u_x", "orgId": "org_catp", "orgKind": "CATP"}}}, ["recording", "viewer/functions", "camera/noticeKind", "request/legalBasisCode", "request/transferGround"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:92 an owner refuses to connect a camera at a waste collection point
test_hanoi_law_092 if holds(3, {"action": "decline_consent", "viewer": {"userId": "u_w", "orgId": "org_w", "roles": ["owner"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "zoneKind": "waste_point"}, "request": {"kind": "SYSTEM_CONNECT", "requester": {"userId": "u_x", "orgId": "org_catp", "orgKind": "CATP"}}}, ["recording", "viewer/functions", "camera/noticeKind", "request/legalBasisCode", "request/transferGround"], {"effect": "deny", "denies": ["CT-06"], "only": ["CT-06"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:93 the public asks for a camera that is not offered
test_hanoi_law_093 if holds(33, {"action": "public_view", "viewer": {"userId": "u_pub", "roles": ["public"]}, "camera": {"publicShare": false}}, ["request", "inventory", "viewer/orgId", "viewer/orgKind", "viewer/functions"], {"effect": "deny", "denies": ["CT-07"], "only": ["CT-07"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces", "reduce_fps"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "register_handover", "record_trace"]})

# hanoi-law.jsonl:94 the public asks for the sharp picture
test_hanoi_law_094 if holds(33, {"action": "public_view", "viewer": {"userId": "u_pub", "roles": ["public"]}, "camera": {"publicShare": true}, "context": {"fidelity": "full"}}, ["request", "inventory", "viewer/orgId", "viewer/orgKind", "viewer/functions"], {"effect": "deny", "denies": ["CT-07"], "only": ["CT-07"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces", "reduce_fps"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "register_handover", "record_trace"]})

# hanoi-law.jsonl:95 the public asks for the coarse picture
test_hanoi_law_095 if holds(33, {"action": "public_view", "viewer": {"userId": "u_pub", "roles": ["public"]}, "camera": {"publicShare": true}, "context": {"fidelity": "degraded"}}, ["request", "inventory", "viewer/orgId", "viewer/orgKind", "viewer/functions"], {"effect": "allow", "reasons": ["CT-07"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces", "reduce_fps"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "register_handover", "record_trace"]})

# hanoi-law.jsonl:96 an agency asks a private owner: the owner is told formally
test_hanoi_law_096 if holds(35, {"action": "submit_request", "camera": {"ownerOrgId": "org_shop", "systemKind": "private", "ownerKind": "private", "fundingKind": "private"}}, ["approvals", "grant", "context"], {"effect": "needs_approval", "obligations": ["notify_owner"], "needs": ["owner", "police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:97 a purpose outside the body's functions
test_hanoi_law_097 if holds(35, {"viewer": {"functions": ["MOI_TRUONG"]}}, ["context"], {"effect": "deny", "denies": ["CT-12"], "only": ["CT-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:98 functions that stand with the body
test_hanoi_law_098 if holds(35, {"organisation": {"id": "org_sxd", "functions": ["GIAO_THONG"]}}, ["context", "viewer/functions"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:99 functions that stand with the request
test_hanoi_law_099 if holds(35, {"request": {"requester": {"functions": ["GIAO_THONG"]}}}, ["context", "viewer/functions"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:100 the police approve nothing outside the requester's functions
test_hanoi_law_100 if holds(35, {"action": "approve", "viewer": {"userId": "u_c", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "titlePowersValidTo": 1798822799999, "roles": ["approver"]}, "request": {"requester": {"functions": ["MOI_TRUONG"]}}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}]}, ["grant", "context", "viewer/functions"], {"effect": "deny", "denies": ["CT-12"], "only": ["CT-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:101 an approval that is the first key
test_hanoi_law_101 if holds(35, {"action": "approve", "viewer": {"userId": "u_c", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "titlePowersValidTo": 1798822799999, "roles": ["approver"]}}, ["approvals", "grant", "context", "viewer/functions"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:102 professional cameras are not listed
test_hanoi_law_102 if holds(35, {"action": "list_cameras", "camera": {"systemKind": "policeProfessional"}}, ["request", "approvals", "grant", "context"], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:103 defence cameras are not listed
test_hanoi_law_103 if holds(35, {"action": "list_cameras", "camera": {"missionClass": "QUOC_PHONG", "purposes": ["QUOC_PHONG"]}}, ["request", "approvals", "grant", "context"], {"effect": "deny", "denies": ["HN-10"], "only": ["HN-10"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:104 what is newly invested is not connected either
test_hanoi_law_104 if holds(2, {"viewer": {"orgKind": "SO_XD"}}, ["organisation"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"], "reasons": ["HN-12", "POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:105 what exists is connected
test_hanoi_law_105 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "camera": {"origin": "existing"}}, ["organisation"], {"effect": "allow", "reasons": ["HN-12", "POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:106 a link over the city's platform
test_hanoi_law_106 if holds(2, {"viewer": {"orgKind": "SO_XD"}}, ["system", "camera", "organisation"], {"effect": "allow", "reasons": ["HN-12", "POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:107 a city system linked past the city's platform
test_hanoi_law_107 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "context": {"channel": "NDOP"}}, ["camera", "organisation"], {"effect": "deny", "denies": ["HN-13"], "only": ["HN-13"], "reasons": ["POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "obligations": ["record_trace"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover"]})

# hanoi-law.jsonl:108 a city system linked past it, with a recorded exception
test_hanoi_law_108 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "context": {"channel": "NDOP", "peerExceptionRef": "NL-1"}}, ["camera", "organisation"], {"effect": "allow", "reasons": ["POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "obligations": ["record_trace"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover"]})

# hanoi-law.jsonl:109 a link to no city system over the national platform
test_hanoi_law_109 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "context": {"channel": "NDOP"}, "system": {"cityShared": false}}, ["camera", "organisation"], {"effect": "allow", "reasons": ["POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "obligations": ["record_trace"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover"]})

# hanoi-law.jsonl:110 a city system linked past it on the eve of the decision
test_hanoi_law_110 if holds(2, {"asOf": 1767632399000, "viewer": {"orgKind": "SO_XD"}, "request": {"receivedAt": 1767546000000}, "context": {"channel": "NDOP"}, "approvals": [{"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1767546000000}]}, ["camera", "organisation"], {"effect": "allow", "reasons": ["POL-4"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "SH-12"], "obligations": ["record_trace"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover"]})

# hanoi-law.jsonl:111 a city system linked past it on the day of the decision
test_hanoi_law_111 if holds(2, {"asOf": 1767632400000, "viewer": {"orgKind": "SO_XD"}, "request": {"receivedAt": 1767546000000}, "context": {"channel": "NDOP"}, "approvals": [{"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1767546000000}]}, ["camera", "organisation"], {"effect": "deny", "denies": ["HN-13"], "only": ["HN-13"], "reasons": ["POL-4"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "SH-12"], "obligations": ["record_trace"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover"]})

# hanoi-law.jsonl:112 a direct link
test_hanoi_law_112 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "context": {"channel": "PEER"}}, ["camera", "organisation"], {"effect": "deny", "denies": ["HN-13", "SH-04"], "only": ["HN-13", "SH-04"], "reasons": ["POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:113 a direct link with a recorded exception
test_hanoi_law_113 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "context": {"channel": "PEER", "peerExceptionRef": "NL-1"}}, ["camera", "organisation"], {"effect": "allow", "reasons": ["POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:114 a connection nobody approved
test_hanoi_law_114 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "approvals": []}, ["camera", "organisation"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:115 a direct link of which nobody says what it serves
test_hanoi_law_115 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "context": {"channel": "PEER"}}, ["system", "camera", "organisation"], {"effect": "deny", "denies": ["HN-13", "SH-04"], "only": ["HN-13", "SH-04"], "reasons": ["POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:116 a direct link that serves no city system
test_hanoi_law_116 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "context": {"channel": "PEER"}, "system": {"cityShared": false}}, ["camera", "organisation"], {"effect": "deny", "denies": ["SH-04"], "only": ["SH-04"], "reasons": ["POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:117 the coarse live picture of an offered camera, asked by name
test_hanoi_law_117 if holds(9, {"viewer": {"userId": "u_x", "orgId": "none", "orgKind": "CA_NHAN", "roles": ["requester"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "publicShare": true}, "context": {"fidelity": "degraded"}}, ["approvals", "camera/operatorOrgId", "request/reason"], {"effect": "allow", "reasons": ["CT-07"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces", "reduce_fps"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "register_handover", "record_trace"]})

# hanoi-law.jsonl:118 the coarse live picture of a camera that is not offered
test_hanoi_law_118 if holds(9, {"viewer": {"userId": "u_x", "orgId": "none", "orgKind": "CA_NHAN", "roles": ["requester"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "publicShare": false}, "context": {"fidelity": "degraded"}}, ["approvals", "camera/operatorOrgId", "request/reason"], {"effect": "deny", "denies": ["CT-12", "PD-09", "PD-14", "SH-02"], "only": ["CT-12", "PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-law.jsonl:119 an offered camera opens no sharp picture
test_hanoi_law_119 if holds(9, {"viewer": {"userId": "u_x", "orgId": "none", "orgKind": "CA_NHAN", "roles": ["requester"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "publicShare": true}, "context": {"fidelity": "full"}}, ["approvals", "camera/operatorOrgId", "request/reason"], {"effect": "deny", "denies": ["CT-12", "PD-09", "PD-14", "SH-02"], "only": ["CT-12", "PD-09", "PD-14", "SH-02"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "needs": ["owner", "police"]})

# hanoi-law.jsonl:120 nobody says whose camera it is, and no state body asks
test_hanoi_law_120 if holds(34, {"viewer": {"userId": "u_c", "orgId": "org_p", "orgKind": "CA_NHAN"}, "camera": {"ownerOrgId": "org_p", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}}, ["approvals", "camera/fundingKind", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-08"], "only": ["CT-08"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:121 an enterprise brings in a camera the State paid for
test_hanoi_law_121 if holds(34, {"viewer": {"userId": "u_c", "orgId": "org_p", "orgKind": "CA_NHAN"}, "camera": {"ownerOrgId": "org_p", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:122 an enterprise brings in a camera the State owns
test_hanoi_law_122 if holds(34, {"viewer": {"userId": "u_c", "orgId": "org_p", "orgKind": "CA_NHAN"}, "camera": {"ownerOrgId": "org_p", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "ownerKind": "state"}}, ["approvals", "camera/fundingKind", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:123 the requester's body has other functions
test_hanoi_law_123 if holds(35, {"action": "approve", "viewer": {"userId": "u_c", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "titlePowersValidTo": 1798822799999, "roles": ["approver"]}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}], "organisation": {"id": "org_sxd", "functions": ["MOI_TRUONG"]}}, ["grant", "context", "viewer/functions"], {"effect": "deny", "denies": ["CT-12"], "only": ["CT-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:124 the requester's body has the function
test_hanoi_law_124 if holds(35, {"action": "approve", "viewer": {"userId": "u_c", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "titlePowersValidTo": 1798822799999, "roles": ["approver"]}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}], "organisation": {"id": "org_sxd", "functions": ["GIAO_THONG"]}}, ["grant", "context", "viewer/functions"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:125 another body's functions say nothing
test_hanoi_law_125 if holds(35, {"action": "approve", "viewer": {"userId": "u_c", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "titlePowersValidTo": 1798822799999, "roles": ["approver"]}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}], "organisation": {"id": "org_zz", "functions": ["MOI_TRUONG"]}}, ["grant", "context", "viewer/functions"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:126 a device whose decision has run out, not flagged as one
test_hanoi_law_126 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "enforcementDecision": {"no": "1", "date": 1735664400000, "issuerTitle": "Giám đốc Công an Thành phố", "validTo": 1767286799999}}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["EV-02"], "only": ["EV-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:127 a camera declared to be no enforcement device
test_hanoi_law_127 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "enforcement": false, "enforcementDecision": {"no": "1", "date": 1735664400000, "issuerTitle": "Giám đốc Công an Thành phố", "validTo": 1767286799999}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:128 an enforcement device without a decision
test_hanoi_law_128 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "enforcement": true}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["EV-02"], "only": ["EV-02"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:129 an enforcement device under a running decision
test_hanoi_law_129 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "enforcement": true, "enforcementDecision": {"no": "1", "date": 1735664400000, "issuerTitle": "Giám đốc Công an Thành phố", "validTo": 1798822799999}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:130 another body's report is no report
test_hanoi_law_130 if holds(35, {"inventory": {"orgId": "org_zz", "status": "accepted"}}, ["context"], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:131 a report before the gate is the asking body's
test_hanoi_law_131 if holds(35, {"inventory": {"status": "accepted"}}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:132 a connection nobody approved, before the decree asked for it in writing
test_hanoi_law_132 if holds(2, {"asOf": 1787072399000, "viewer": {"orgKind": "SO_XD"}, "request": {"receivedAt": 1786899600000}, "approvals": []}, ["camera", "organisation"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:133 a connection nobody approved, on the first day of the decree
test_hanoi_law_133 if holds(2, {"asOf": 1787072400000, "viewer": {"orgKind": "SO_XD"}, "request": {"receivedAt": 1786899600000}, "approvals": []}, ["camera", "organisation"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:134 over the city's platform on the first day of its regulation
test_hanoi_law_134 if holds(2, {"asOf": 1764176400000, "viewer": {"orgKind": "SO_XD"}, "request": {"receivedAt": 1764090000000}, "approvals": [{"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1764090000000}]}, ["camera", "organisation"], {"effect": "allow", "reasons": ["HN-12", "POL-4"], "notReasons": ["HN-03", "HN-04", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:135 over the city's platform a day earlier
test_hanoi_law_135 if holds(2, {"asOf": 1764176399000, "viewer": {"orgKind": "SO_XD"}, "request": {"receivedAt": 1764090000000}, "approvals": [{"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1764090000000}]}, ["camera", "organisation"], {"effect": "allow", "reasons": ["POL-4"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:136 the national platform: the trace number is to be recorded
test_hanoi_law_136 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "context": {"channel": "NDOP"}}, ["system", "camera", "organisation"], {"effect": "allow", "obligations": ["record_trace"], "reasons": ["POL-4", "SH-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover"]})

# hanoi-law.jsonl:137 a major change that the committee refused
test_hanoi_law_137 if holds(34, {"action": "change_system", "viewer": {"userId": "u_h", "orgId": "org_catp", "orgKind": "CATP", "roles": ["operator"]}, "change": {"class": "majorTechnical"}, "approvals": [{"body": "BCD_CAMERA", "decisionRef": "12/QĐ", "effect": "refused"}]}, ["camera"], {"effect": "deny", "denies": ["HN-07"], "only": ["HN-07"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:138 a committee's decision without its number
test_hanoi_law_138 if holds(34, {"action": "change_system", "viewer": {"userId": "u_h", "orgId": "org_catp", "orgKind": "CATP", "roles": ["operator"]}, "change": {"class": "majorTechnical"}, "approvals": [{"body": "BCD_CAMERA", "effect": "approved"}]}, ["camera"], {"effect": "deny", "denies": ["HN-07"], "only": ["HN-07"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:139 a major change approved by a department
test_hanoi_law_139 if holds(34, {"action": "change_system", "viewer": {"userId": "u_h", "orgId": "org_catp", "orgKind": "CATP", "roles": ["operator"]}, "change": {"class": "majorTechnical"}, "approvals": [{"body": "SO_XD", "decisionRef": "1", "effect": "approved"}]}, ["camera"], {"effect": "deny", "denies": ["HN-07"], "only": ["HN-07"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:140 a new item of the Department of Construction whose programme nobody names
test_hanoi_law_140 if holds(34, {"viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "camera": {"ownerOrgId": "org_sxd", "systemKind": "smartTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {"itemIsNew": true}}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-05"], "only": ["HN-05"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:141 an existing camera of the Department of Construction
test_hanoi_law_141 if holds(34, {"viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "camera": {"ownerOrgId": "org_sxd", "systemKind": "smartTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "obligations": ["file_architecture_appraisal"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:142 a state-funded project without its appraisal: a warning
test_hanoi_law_142 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "project": {"id": "p1"}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "obligations": ["file_architecture_appraisal"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# hanoi-law.jsonl:143 no project, no appraisal
test_hanoi_law_143 if holds(34, {"camera": {"systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"]})

# hanoi-law.jsonl:144 live view by a ward whose inventory report was never made (HN-01)
test_hanoi_law_144 if holds(4, {"organisation": {"inventoryReportStatus": "missing"}}, ["viewer/account"], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"]})

# hanoi-law.jsonl:145 accepted report (HN-01)
test_hanoi_law_145 if holds(4, {}, ["viewer/account"], {"effect": "allow"})

# hanoi-law.jsonl:146 approve grant to org with no accepted report (HN-01)
test_hanoi_law_146 if holds(5, {"action": "approve", "viewer": {"userId": "chihuy-09", "orgId": "CATP", "orgKind": "CATP", "unitId": "PV01", "roles": ["approver"], "title": "Giám đốc Công an thành phố"}, "organisation": {"inventoryReportStatus": "none"}, "request": {"kind": "APPROVE"}, "grant": {"scope": {"actions": ["approve"]}}}, ["recording"], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"]})

# hanoi-law.jsonl:147 new investment camera of a ward on the day of the directive (HN-02)
test_hanoi_law_147 if holds(6, {"asOf": 1756832400000, "viewer": {"orgKind": "UBND_PHUONG"}, "organisation": {"id": "SO_XD", "code": "H26.1", "kind": "SO_XD", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"conformity": {"standard": "QCVN 11:2026/BCA"}}}, ["organisation/impactAssessmentRef"], {"effect": "deny", "denies": ["HN-02"]})

# hanoi-law.jsonl:148 new investment camera, one second before local midnight (HN-02)
test_hanoi_law_148 if holds(6, {"asOf": 1756832399000, "viewer": {"orgKind": "SO_XD"}, "organisation": {"id": "SO_XD", "code": "H26.1", "kind": "SO_XD", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"noticeVerifiedAt": 1740762000000, "conformity": {"certifiedAt": 1738342800000}}}, ["organisation/impactAssessmentRef"], {"effect": "allow"})

# hanoi-law.jsonl:149 moratorium object ends today (bare date, last day included) (HN-02)
test_hanoi_law_149 if holds(6, {"asOf": 1795140000000, "viewer": {"orgKind": "SO_XD"}, "organisation": {"id": "SO_XD", "code": "H26.1", "kind": "SO_XD", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"conformity": {"standard": "QCVN 11:2026/BCA"}}, "moratorium": {"from": 1756832400000, "to": 1795194000000}}, ["organisation/impactAssessmentRef"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# hanoi-law.jsonl:150 specialised with justification and police confirmation (HN-03)
test_hanoi_law_150 if holds(36, {}, [], {"effect": "allow", "reasons": ["HN-03"]})

# hanoi-law.jsonl:151 specialised with no justification (HN-03)
test_hanoi_law_151 if holds(36, {"approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1"}]}, ["camera/justificationDocId"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# hanoi-law.jsonl:152 bidding complete and under implementation (HN-04)
test_hanoi_law_152 if holds(36, {"camera": {"systemKind": "central", "project": {"id": "DA1", "biddingCompletedAt": 1753981200000, "status": "underImplementation", "architectureAppraisalRef": "TD1"}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["HN-04"]})

# hanoi-law.jsonl:153 only bidding complete, project not begun (HN-04)
test_hanoi_law_153 if holds(36, {"camera": {"systemKind": "central", "project": {"id": "DA1", "biddingCompletedAt": 1753981200000, "status": "approved"}}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# hanoi-law.jsonl:154 SO_XD new smart-traffic item (HN-05)
test_hanoi_law_154 if holds(36, {"camera": {"systemKind": "central", "project": {"programme": "smartTraffic", "itemIsNew": true, "id": "D", "status": "underImplementation", "biddingCompletedAt": 1751302800000}}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-05"], "only": ["HN-05"]})

# hanoi-law.jsonl:155 SO_XD new smart-traffic item, plan revision approved (HN-05)
test_hanoi_law_155 if holds(36, {"camera": {"systemKind": "central", "project": {"programme": "smartTraffic", "itemIsNew": true, "planRevisionApproved": true, "id": "D", "status": "underImplementation", "biddingCompletedAt": 1751302800000}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow"})

# hanoi-law.jsonl:156 camera with neither VMS nor state (HN-06)
test_hanoi_law_156 if holds(36, {"camera": {"systemKind": "central", "origin": "existing"}}, ["approvals", "camera/vmsNodeId", "camera/justificationDocId"], {"effect": "deny", "denies": ["HN-06"], "only": ["HN-06"]})

# hanoi-law.jsonl:157 explicit not yet integrated (HN-06)
test_hanoi_law_157 if holds(36, {"camera": {"systemKind": "central", "origin": "existing", "integrationStatus": "notYetIntegrated"}}, ["approvals", "camera/vmsNodeId", "camera/justificationDocId"], {"effect": "allow"})

# hanoi-law.jsonl:158 major change with committee decision (HN-07)
test_hanoi_law_158 if holds(36, {"action": "change_system", "viewer": {"orgId": "CATP", "orgKind": "CATP"}, "change": {"class": "majorTechnical", "approvalBody": "BCD_CAMERA", "approvalRef": "5243/1"}}, ["organisation", "camera", "context", "approvals"], {"effect": "allow"})

# hanoi-law.jsonl:159 no decision (HN-07)
test_hanoi_law_159 if holds(36, {"action": "change_system", "viewer": {"orgId": "CATP", "orgKind": "CATP"}, "change": {"class": "majorTechnical", "approvalBody": "BCD_CAMERA"}}, ["organisation", "camera", "context", "approvals"], {"effect": "deny", "denies": ["HN-07"], "only": ["HN-07"]})

# hanoi-law.jsonl:160 two signers and opinion (HN-08)
test_hanoi_law_160 if holds(20, {"action": "activate_policy", "viewer": {"userId": "canbo-01", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP", "SO_KHCN"], "opinionRef": "BCA-12", "operatingRegulation": {"ref": "QC-1", "departmentOpinionRef": "C08-1"}}}, ["organisation", "camera", "request", "grant", "context"], {"effect": "allow"})

# hanoi-law.jsonl:161 police alone (HN-08)
test_hanoi_law_161 if holds(20, {"action": "activate_policy", "viewer": {"userId": "canbo-01", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP"], "opinionRef": "BCA-12", "operatingRegulation": {"ref": "QC-1", "departmentOpinionRef": "C08-1"}}}, ["organisation", "camera", "request", "grant", "context"], {"effect": "deny", "denies": ["HN-08"], "only": ["HN-08"]})

# hanoi-law.jsonl:162 ONVIF camera (HN-09)
test_hanoi_law_162 if holds(36, {"camera": {"systemKind": "central", "origin": "existing"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow"})

# hanoi-law.jsonl:163 defence mission (HN-10)
test_hanoi_law_163 if holds(4, {"camera": {"missionClass": "QUOC_PHONG"}}, ["viewer/account"], {"effect": "deny", "denies": ["HN-10"], "only": ["HN-10"]})

# hanoi-law.jsonl:164 defence mission, playback by police (HN-10)
test_hanoi_law_164 if holds(5, {"action": "playback", "viewer": {"orgId": "CATP", "orgKind": "CATP"}, "camera": {"missionClass": "QUOC_PHONG"}, "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}}, [], {"effect": "deny", "denies": ["HN-10"]})

# hanoi-law.jsonl:165 system connect over LGSP (HN-12)
test_hanoi_law_165 if holds(5, {"action": "system_connect", "request": {"kind": "SYSTEM_CONNECT"}, "grant": {"scope": {"actions": ["system_connect"]}}, "context": {"channel": "LGSP"}}, ["recording"], {"effect": "allow"})

# hanoi-law.jsonl:166 direct peer link city system, no exception (HN-13)
test_hanoi_law_166 if holds(5, {"action": "system_connect", "request": {"kind": "SYSTEM_CONNECT"}, "grant": {"scope": {"actions": ["system_connect"]}}, "context": {"channel": "direct"}, "system": {"cityShared": true, "id": "s"}}, ["recording"], {"effect": "deny", "denies": ["HN-13"]})

# hanoi-law.jsonl:167 direct with recorded exception (HN-13)
test_hanoi_law_167 if holds(5, {"action": "system_connect", "request": {"kind": "SYSTEM_CONNECT"}, "grant": {"scope": {"actions": ["system_connect"]}}, "context": {"channel": "direct", "peerExceptionRef": "NL-1"}, "system": {"cityShared": true, "id": "s"}}, ["recording"], {"effect": "allow"})

# hanoi-law.jsonl:168 budget project without appraisal: warning (HN-14)
test_hanoi_law_168 if holds(36, {"camera": {"systemKind": "central", "origin": "existing", "project": {"id": "d", "fundingKind": "state"}}}, ["approvals", "camera/justificationDocId"], {"effect": "allow"})

# hanoi-law.jsonl:169 police professional camera (policeProfessional) (CT-01)
test_hanoi_law_169 if holds(4, {"camera": {"systemKind": "policeProfessional"}}, ["viewer/account"], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"]})

# hanoi-law.jsonl:170 state secret (CT-01)
test_hanoi_law_170 if holds(4, {"camera": {"classification": "stateSecret"}}, ["viewer/account"], {"effect": "deny", "denies": ["CT-01"]})

# hanoi-law.jsonl:171 playback of professional (CT-01)
test_hanoi_law_171 if holds(5, {"action": "playback", "camera": {"systemKind": "policeProfessional"}, "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}}, [], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"]})

# hanoi-law.jsonl:172 purpose not in closed list (CT-03)
test_hanoi_law_172 if holds(4, {"request": {"purposeCode": "MARKETING"}}, ["viewer/account"], {"effect": "deny", "denies": ["CT-03"]})

# hanoi-law.jsonl:173 traffic purpose on traffic camera (CT-03)
test_hanoi_law_173 if holds(4, {"viewer": {"functions": ["GIAO_THONG"]}, "camera": {"missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"]}, "request": {"purposeCode": "GIAO_THONG"}}, ["viewer/account"], {"effect": "allow"})

# hanoi-law.jsonl:174 IOC duty commander, live, no grant (CT-04)
test_hanoi_law_174 if holds(37, {}, [], {"effect": "allow", "reasons": ["CT-04"]})

# hanoi-law.jsonl:175 IOC operator is not the commander (CT-04)
test_hanoi_law_175 if holds(37, {"viewer": {"roles": ["operator"]}}, [], {"effect": "deny", "denies": ["POL-3"]})

# hanoi-law.jsonl:176 delegated group (CT-05)
test_hanoi_law_176 if holds(4, {"viewer": {"delegations": [{"cameraGroup": "NHOM-HK", "actions": ["live_view"], "validTo": 1798736399999, "decisionRef": "QD-PQ-1"}]}, "camera": {"groupId": "NHOM-HK"}}, ["approvals", "grant", "viewer/account"], {"effect": "allow", "reasons": ["CT-05"]})

# hanoi-law.jsonl:177 owner refuses connection of street camera (CT-06)
test_hanoi_law_177 if holds(5, {"action": "decline_consent", "viewer": {"userId": "chu-1", "orgId": "SO_XD", "orgKind": "SO_XD", "roles": ["owner"]}, "request": {"kind": "SYSTEM_CONNECT", "state": "UNDER_REVIEW", "refusalReason": "Hệ thống đang bảo trì đến tháng 12", "refusalGround": "system_down"}}, ["approvals", "grant", "recording"], {"effect": "deny", "denies": ["CT-06"], "only": ["CT-06"]})

# hanoi-law.jsonl:178 public view of a flagged degraded feed (CT-07)
test_hanoi_law_178 if holds(37, {"action": "public_view", "camera": {"publicShare": true}, "context": {"fidelity": "degraded"}, "viewer": {"roles": ["public"]}}, ["organisation", "request", "context/channel", "context/mfa", "viewer/userId", "viewer/orgId", "viewer/orgKind", "viewer/unitId", "viewer/functions", "viewer/areaCodes", "viewer/title", "viewer/trainingValidTo", "viewer/clearance", "viewer/mfaLevel", "viewer/lastActiveAt"], {"effect": "allow"})

# hanoi-law.jsonl:179 not flagged (CT-07)
test_hanoi_law_179 if holds(37, {"action": "public_view", "context": {"fidelity": "degraded"}, "viewer": {"roles": ["public"]}}, ["organisation", "request", "context/channel", "context/mfa", "viewer/userId", "viewer/orgId", "viewer/orgKind", "viewer/unitId", "viewer/functions", "viewer/areaCodes", "viewer/title", "viewer/trainingValidTo", "viewer/clearance", "viewer/mfaLevel", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["CT-07"], "only": ["CT-07"]})

# hanoi-law.jsonl:180 private camera looks on the street (CT-08)
test_hanoi_law_180 if holds(36, {"camera": {"fundingKind": "private", "systemKind": "private", "origin": "existing", "coverage": "street", "ownerKind": "private"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-08"], "only": ["CT-08"]})

# hanoi-law.jsonl:181 private camera beyond boundary, masked (CT-08)
test_hanoi_law_181 if holds(36, {"camera": {"fundingKind": "private", "systemKind": "private", "origin": "existing", "coverage": "beyondBoundary", "ownerKind": "private", "coverageMasked": true}}, ["approvals", "camera/justificationDocId"], {"effect": "allow"})

# hanoi-law.jsonl:182 playback of a private camera on written request by police: owner is notified (CT-09)
test_hanoi_law_182 if holds(5, {"action": "playback", "viewer": {"orgKind": "CATP"}, "camera": {"fundingKind": "private", "systemKind": "private", "ownerKind": "private"}, "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}}, [], {"effect": "allow"})

# hanoi-law.jsonl:183 duplicate (CT-10)
test_hanoi_law_183 if holds(36, {"camera": {"systemKind": "central", "origin": "existing", "duplicateOf": "CAM-9"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"]})

# hanoi-law.jsonl:184 same place, opposite heading (CT-10)
test_hanoi_law_184 if holds(38, {}, [], {"effect": "allow"})

# hanoi-law.jsonl:185 purpose outside functions (CT-12)
test_hanoi_law_185 if holds(4, {"viewer": {"functions": ["MOI_TRUONG"]}}, ["viewer/account"], {"effect": "deny", "denies": ["CT-12"], "only": ["CT-12"]})

# hanoi-law.jsonl:186 moratorium.to: a bare date of yesterday has ended (HN-02)
test_hanoi_law_186 if holds(38, {"camera": {"origin": "newInvestment"}, "moratorium": {"from": 1756832400000, "to": 1795107600000}}, ["neighbours"], {"effect": "allow"})

# hanoi-law.jsonl:187 moratorium.to: a bare date of today lasts all day (HN-02)
test_hanoi_law_187 if holds(38, {"camera": {"origin": "newInvestment"}, "moratorium": {"from": 1756832400000, "to": 1795194000000}}, ["neighbours"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# hanoi-law.jsonl:188 moratorium.to: today's midnight written as an instant has passed (HN-02)
test_hanoi_law_188 if holds(38, {"camera": {"origin": "newInvestment"}, "moratorium": {"from": 1756832400000, "to": 1795107600000}}, ["neighbours"], {"effect": "allow"})

# hanoi-law.jsonl:189 moratorium.to: the last second of its day, written in Z (HN-02)
test_hanoi_law_189 if holds(38, {"asOf": 1795193999000, "camera": {"origin": "newInvestment"}, "moratorium": {"from": 1756832400000, "to": 1795194000000}}, ["neighbours"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# hanoi-law.jsonl:190 moratorium.to: the midnight after (HN-02)
test_hanoi_law_190 if holds(38, {"asOf": 1795194000000, "camera": {"origin": "newInvestment"}, "moratorium": {"from": 1756832400000, "to": 1795194000000}}, ["neighbours"], {"effect": "allow"})

# hanoi-law.jsonl:191 registration with the facts the law names (HN-02)
test_hanoi_law_191 if holds(18, {"action": "register_camera", "asOf": 1795140000000, "viewer": {"orgKind": "UBND_XA", "roles": ["owner"]}, "camera": {"id": "C", "origin": "newInvestment", "vmsNodeId": "v", "purposes": ["AN_NINH_TRAT_TU"]}}, ["request", "grant", "viewer/userId", "viewer/orgId", "viewer/functions", "camera/ownerOrgId", "camera/zoneKind", "camera/isPublicPlace"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# hanoi-law.jsonl:192 the same, contracted and under way (HN-04)
test_hanoi_law_192 if holds(18, {"action": "register_camera", "asOf": 1795140000000, "viewer": {"orgKind": "UBND_XA", "roles": ["owner"]}, "camera": {"id": "C", "origin": "newInvestment", "vmsNodeId": "v", "purposes": ["AN_NINH_TRAT_TU"], "project": {"biddingCompletedAt": 1756486800000, "status": "underImplementation"}}}, ["request", "grant", "viewer/userId", "viewer/orgId", "viewer/functions", "camera/ownerOrgId", "camera/zoneKind", "camera/isPublicPlace"], {"effect": "allow", "reasons": ["HN-04"]})

# hanoi-requests.jsonl:1 a body whose inventory report was accepted
test_hanoi_requests_001 if holds(0, {"action": "submit_request", "organisation": {"inventoryReportStatus": "accepted"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# hanoi-requests.jsonl:2 a body whose inventory report is missing
test_hanoi_requests_002 if holds(0, {"action": "submit_request", "organisation": {"inventoryReportStatus": "missing"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"]})

# hanoi-requests.jsonl:3 nothing is granted to it either
test_hanoi_requests_003 if holds(17, {"viewer": {"orgId": "org_catp"}, "camera": {"ownerOrgId": "org_dongda", "systemKind": "central", "purposes": ["GIAO_THONG"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}], "organisation": {"inventoryReportStatus": "submitted"}}, ["camera/operatorOrgId", "camera/operatorKind"], {"effect": "deny", "denies": ["HN-01"], "only": ["HN-01"]})

# hanoi-requests.jsonl:4 before the directive it did not matter
test_hanoi_requests_004 if holds(0, {"action": "submit_request", "asOf": 1756746000000, "request": {"writtenRequest": {"date": 1756659600000}}, "organisation": {"inventoryReportStatus": "missing"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "cannot_decide"})

# hanoi-requests.jsonl:5 a delegated body looks within its delegation
test_hanoi_requests_005 if holds(0, {"viewer": {"delegations": [{"area": "00200", "actions": ["live_view"], "validTo": 1798736399999, "decisionRef": "QĐ-PQ-1"}]}, "camera": {"areaCode": "00200"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow", "reasons": ["CT-05"]})

# hanoi-requests.jsonl:6 in another area
test_hanoi_requests_006 if holds(0, {"viewer": {"delegations": [{"area": "00200", "actions": ["live_view"], "validTo": 1798736399999, "decisionRef": "QĐ-PQ-1"}]}, "camera": {"areaCode": "00300"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# hanoi-requests.jsonl:7 a delegation of a camera group
test_hanoi_requests_007 if holds(0, {"viewer": {"delegations": [{"cameraGroup": "g1", "actions": ["live_view"], "validTo": 1798736399999, "decisionRef": "QĐ"}]}, "camera": {"areaCode": "00200", "groupId": "g1"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow"})

# hanoi-requests.jsonl:8 another act than delegated
test_hanoi_requests_008 if holds(0, {"viewer": {"delegations": [{"area": "00200", "actions": ["playback"], "validTo": 1798736399999, "decisionRef": "QĐ-PQ-1"}]}, "camera": {"areaCode": "00200"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# hanoi-requests.jsonl:9 a delegation that has ended
test_hanoi_requests_009 if holds(0, {"viewer": {"delegations": [{"area": "00200", "actions": ["live_view"], "validTo": 1789405199999, "decisionRef": "QĐ-PQ-1"}]}, "camera": {"areaCode": "00200"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# hanoi-requests.jsonl:10 a delegation without its decision
test_hanoi_requests_010 if holds(0, {"viewer": {"delegations": [{"area": "00200", "actions": ["live_view"], "validTo": 1798736399999}]}, "camera": {"areaCode": "00200"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# hanoi-requests.jsonl:11 a delegation on a camera outside the central system
test_hanoi_requests_011 if holds(0, {"viewer": {"delegations": [{"area": "00200", "actions": ["live_view"], "validTo": 1798736399999, "decisionRef": "QĐ-PQ-1"}]}, "camera": {"systemKind": "specialised", "areaCode": "00200"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# hanoi-requests.jsonl:12 a delegation does not widen the function
test_hanoi_requests_012 if holds(0, {"viewer": {"functions": ["MOI_TRUONG"], "delegations": [{"area": "00200", "actions": ["live_view"], "validTo": 1798736399999, "decisionRef": "QĐ-PQ-1"}]}, "camera": {"areaCode": "00200"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["CT-12"], "only": ["CT-12"]})

# hanoi-requests.jsonl:13 the owner may not refuse to connect a public-zone camera
test_hanoi_requests_013 if holds(12, {"action": "decline_consent", "viewer": {"userId": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "zoneKind": "street"}, "request": {"kind": "SYSTEM_CONNECT"}}, ["inspection", "context"], {"effect": "deny", "denies": ["CT-06"], "only": ["CT-06"]})

# hanoi-requests.jsonl:14 the owner may refuse to connect a camera on private land
test_hanoi_requests_014 if holds(12, {"action": "decline_consent", "viewer": {"userId": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "zoneKind": "private_land"}, "request": {"kind": "SYSTEM_CONNECT"}}, ["inspection", "context"], {"effect": "allow"})

# hanoi-requests.jsonl:15 an internal camera answers a state agency's written request
test_hanoi_requests_015 if holds(0, {"action": "submit_request", "camera": {"systemKind": "internal"}, "request": {"requesterAuthority": "SO_XD"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "obligations": ["notify_owner"]})

# house.jsonl:1 a press request opens nothing
test_house_001 if holds(0, {"action": "submit_request", "viewer": {"orgKind": "BAO_CHI"}, "request": {"legalBasisCode": "PDPL-19.1.b", "requesterKind": "press"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-13", "PD-14"]})

# house.jsonl:2 press request before the press law
test_house_002 if holds(0, {"action": "submit_request", "asOf": 1782838799000, "request": {"writtenRequest": {"date": 1780246800000}, "requesterKind": "press"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# house.jsonl:3 press request from 01/07/2026
test_house_003 if holds(0, {"action": "submit_request", "asOf": 1782838800000, "request": {"writtenRequest": {"date": 1780246800000}, "requesterKind": "press"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-13"], "only": ["SH-13"]})

# house.jsonl:4 a company with an authority behind it
test_house_004 if holds(0, {"action": "submit_request", "viewer": {"orgKind": "DOANH_NGHIEP"}, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "requesterAuthority": "CATP"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# house.jsonl:5 an approver without title
test_house_005 if holds(17, {"viewer": {"orgId": "org_catp", "title": ""}, "camera": {"ownerOrgId": "org_dongda", "systemKind": "central", "purposes": ["GIAO_THONG"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["camera/operatorOrgId", "camera/operatorKind"], {"effect": "deny", "denies": ["SH-12"], "only": ["SH-12"]})

# house.jsonl:6 an approver without title before NĐ 333
test_house_006 if holds(17, {"asOf": 1786986000000, "viewer": {"orgId": "org_catp"}, "camera": {"ownerOrgId": "org_dongda", "systemKind": "central", "purposes": ["GIAO_THONG"]}, "request": {"writtenRequest": {"date": 1785517200000}}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1785517200000}]}, ["viewer/title", "camera/operatorOrgId", "camera/operatorKind"], {"effect": "allow"})

# house.jsonl:7 an approver whose powers have ended
test_house_007 if holds(17, {"viewer": {"orgId": "org_catp", "titlePowersValidTo": 1789405199999}, "camera": {"ownerOrgId": "org_dongda", "systemKind": "central", "purposes": ["GIAO_THONG"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["camera/operatorOrgId", "camera/operatorKind"], {"effect": "deny", "denies": ["SH-12"], "only": ["SH-12"]})

# house.jsonl:8 an approver whose powers last
test_house_008 if holds(17, {"viewer": {"orgId": "org_catp", "titlePowersValidTo": 1798822799999}, "camera": {"ownerOrgId": "org_dongda", "systemKind": "central", "purposes": ["GIAO_THONG"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["camera/operatorOrgId", "camera/operatorKind"], {"effect": "allow"})

# house.jsonl:9 an account idle for 45 days and more
test_house_009 if holds(0, {"viewer": {"lastActiveAt": 1785430800000}}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# house.jsonl:10 an account used yesterday
test_house_010 if holds(0, {"viewer": {"lastActiveAt": 1789318800000}}, [], {"effect": "allow"})

# house.jsonl:11 a shared account
test_house_011 if holds(0, {"viewer": {"account": {"personal": false}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# house.jsonl:12 a closed account
test_house_012 if holds(0, {"viewer": {"account": {"personal": true, "disabled": true}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# house.jsonl:13 level three, appraised by another unit
test_house_013 if holds(17, {"action": "approve_system_level", "viewer": {"orgId": "org_catp"}, "system": {"id": "s1", "level": 3, "operatorUnitId": "u1", "appraiserUnitId": "u2", "buildStartedAt": 1772298000000}}, ["camera", "request", "approvals"], {"effect": "allow", "deadlines": ["SE-01"]})

# house.jsonl:14 level two
test_house_014 if holds(17, {"action": "approve_system_level", "viewer": {"orgId": "org_catp"}, "system": {"id": "s1", "level": 2, "operatorUnitId": "u1", "appraiserUnitId": "u2", "buildStartedAt": 1772298000000}}, ["camera", "request", "approvals"], {"effect": "deny", "denies": ["SE-01"], "only": ["SE-01"]})

# house.jsonl:15 appraised by the operator
test_house_015 if holds(17, {"action": "approve_system_level", "viewer": {"orgId": "org_catp"}, "system": {"id": "s1", "level": 3, "operatorUnitId": "u1", "appraiserUnitId": "u1", "buildStartedAt": 1772298000000}}, ["camera", "request", "approvals"], {"effect": "deny", "denies": ["SE-02"], "only": ["SE-02"]})

# house.jsonl:16 before NĐ 331
test_house_016 if holds(17, {"action": "approve_system_level", "asOf": 1786986000000, "viewer": {"orgId": "org_catp"}, "system": {"id": "s1", "level": 3, "operatorUnitId": "u1", "appraiserUnitId": "u2", "buildStartedAt": 1772298000000}}, ["camera", "request", "approvals"], {"effect": "cannot_decide"})

# house.jsonl:17 log kept twelve months
test_house_017 if holds(34, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 12}}, ["camera", "approvals"], {"effect": "allow"})

# house.jsonl:18 log kept six months
test_house_018 if holds(34, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 6}}, ["camera", "approvals"], {"effect": "deny", "denies": ["SE-04"], "only": ["SE-04"]})

# house.jsonl:19 log kept two months
test_house_019 if holds(34, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 2}}, ["camera", "approvals"], {"effect": "deny", "denies": ["SE-03", "SE-04"], "only": ["SE-03", "SE-04"]})

# house.jsonl:20 six months before NĐ 333
test_house_020 if holds(34, {"action": "set_log_retention", "asOf": 1786986000000, "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 6}}, ["camera", "approvals"], {"effect": "allow"})

# house.jsonl:21 digests on the ledger
test_house_021 if holds(34, {"action": "write_ledger", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "entry": {"clearPersonalData": false}}, ["camera", "approvals"], {"effect": "allow"})

# house.jsonl:22 personal data on the ledger
test_house_022 if holds(34, {"action": "write_ledger", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "entry": {"clearPersonalData": true}}, ["camera", "approvals"], {"effect": "deny", "denies": ["SE-08"], "only": ["SE-08"]})

# house.jsonl:23 not said what is on the ledger
test_house_023 if holds(34, {"action": "write_ledger", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}}, ["camera", "approvals"], {"effect": "deny", "denies": ["SE-08"], "only": ["SE-08"]})

# house.jsonl:24 personal data on the ledger before the law
test_house_024 if holds(34, {"action": "write_ledger", "asOf": 1767114000000, "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "entry": {"clearPersonalData": true}}, ["camera", "approvals"], {"effect": "allow"})

# house.jsonl:25 three days need no reason
test_house_025 if holds(12, {"action": "set_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "camera": {"systemKind": "central"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 3}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow"})

# house.jsonl:26 ten days without a reason
test_house_026 if holds(12, {"action": "set_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "camera": {"systemKind": "central"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 10}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "deny", "denies": ["INT-01"], "only": ["INT-01"]})

# house.jsonl:27 ten days with a reason
test_house_027 if holds(12, {"action": "set_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "camera": {"systemKind": "central"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 10, "justification": "tai nạn báo trễ"}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow"})

# house.jsonl:28 a toll station below its floor
test_house_028 if holds(12, {"action": "set_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "camera": {"systemKind": "toll"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 300, "justification": "x"}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "deny", "denies": ["TR-15"], "only": ["TR-15"]})

# house.jsonl:29 a toll station at its floor
test_house_029 if holds(12, {"action": "set_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "camera": {"systemKind": "toll"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 365, "justification": "luật định"}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow"})

# house.jsonl:30 below the floor of the policy itself
test_house_030 if holds(12, {"action": "set_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "camera": {"systemKind": "central"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 3, "floorDays": 5}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "deny", "denies": ["TR-15"], "only": ["TR-15"]})

# house.jsonl:31 closed with the certificate
test_house_031 if holds(0, {"action": "close_request", "grant": {"purposeEndedAt": 1789318800000, "destructionCertificate": "GX-1"}}, ["camera", "request", "approvals", "viewer/lastActiveAt", "grant/id", "grant/scope", "grant/expiresAt"], {"effect": "allow"})

# house.jsonl:32 closed without the certificate
test_house_032 if holds(0, {"action": "close_request", "grant": {"purposeEndedAt": 1789318800000}}, ["camera", "request", "approvals", "viewer/lastActiveAt", "grant/id", "grant/scope", "grant/expiresAt"], {"effect": "deny", "denies": ["SH-03"], "only": ["SH-03"], "deadlines": ["SH-03"]})

# house.jsonl:33 closed because it is held
test_house_033 if holds(0, {"action": "close_request", "grant": {"purposeEndedAt": 1789318800000}, "legalHold": {"ref": "YC"}}, ["camera", "request", "approvals", "viewer/lastActiveAt", "grant/id", "grant/scope", "grant/expiresAt"], {"effect": "allow"})

# house.jsonl:34 a serious biometric incident starts every clock
test_house_034 if holds(34, {"action": "report_incident", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "incident": {"detectedAt": 1789434000000, "harm": true, "severity": "serious", "dataClass": "biometric"}}, ["camera", "approvals"], {"effect": "allow", "deadlines": ["DS-08", "DS-09", "SE-09"]})

# house.jsonl:35 sixty days
test_house_035 if holds(34, {"action": "issue_inspection", "viewer": {"userId": "per_chief", "orgId": "org_ttcp", "orgKind": "TTCP", "roles": ["inspection_issuer"]}, "inspection": {"no": "1", "issuerOrgKind": "TTCP", "announcedAt": 1788195600000, "endsAt": 1793465999999}}, ["camera", "approvals"], {"effect": "allow"})

# house.jsonl:36 sixty-one days
test_house_036 if holds(34, {"action": "issue_inspection", "viewer": {"userId": "per_chief", "orgId": "org_ttcp", "orgKind": "TTCP", "roles": ["inspection_issuer"]}, "inspection": {"no": "1", "issuerOrgKind": "TTCP", "announcedAt": 1788195600000, "endsAt": 1793552399999}}, ["camera", "approvals"], {"effect": "deny", "denies": ["IN-04"], "only": ["IN-04"]})

# house.jsonl:37 longer with an extension
test_house_037 if holds(34, {"action": "issue_inspection", "viewer": {"userId": "per_chief", "orgId": "org_ttcp", "orgKind": "TTCP", "roles": ["inspection_issuer"]}, "inspection": {"no": "1", "issuerOrgKind": "TTCP", "announcedAt": 1788195600000, "endsAt": 1796144399999, "extensionRef": "GH-1"}}, ["camera", "approvals"], {"effect": "allow"})

# house.jsonl:38 a department decides no inspection
test_house_038 if holds(34, {"action": "issue_inspection", "viewer": {"userId": "per_chief", "orgId": "org_ttcp", "orgKind": "SO_XD", "roles": ["inspection_issuer"]}, "inspection": {"no": "1", "issuerOrgKind": "TTCP", "announcedAt": 1788195600000, "endsAt": 1793465999999}}, ["camera", "approvals"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# house.jsonl:39 inspectors whose way of working nobody states take nothing away
test_house_039 if holds(12, {"action": "snapshot", "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "INSP-84"}, "inspection": {"needsContent": true, "contentJustification": "đối chiếu hình ảnh với biên bản bàn giao"}}, ["context", "request/requester"], {"effect": "deny", "denies": ["IN-03"], "only": ["IN-03"]})

# house.jsonl:40 remote inspectors take nothing away
test_house_040 if holds(12, {"action": "snapshot", "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "INSP-84"}, "inspection": {"needsContent": true, "contentJustification": "đối chiếu hình ảnh với biên bản bàn giao", "mode": "remote"}}, ["context", "request/requester"], {"effect": "deny", "denies": ["IN-03"], "only": ["IN-03"]})

# house.jsonl:41 inspectors on site may
test_house_041 if holds(12, {"action": "snapshot", "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "INSP-84"}, "inspection": {"needsContent": true, "contentJustification": "đối chiếu hình ảnh với biên bản bàn giao", "mode": "onsite"}}, ["context", "request/requester"], {"effect": "allow", "obligations": ["notify_issuer"]})

# house.jsonl:42 the data-protection authority checks on the same papers
test_house_042 if holds(12, {"action": "inspect", "viewer": {"orgKind": "BCA_A05"}, "inspection": {"kind": "dataProtectionCheck"}}, ["request"], {"effect": "allow", "reasons": ["IN-07"]})

# house.jsonl:43 the ministry without a check decision
test_house_043 if holds(12, {"action": "inspect", "viewer": {"orgKind": "BCA"}}, ["request"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# house.jsonl:44 a release signed by both with the opinion
test_house_044 if holds(34, {"action": "activate_policy", "viewer": {"userId": "u", "orgId": "org_catp", "orgKind": "CATP", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP", "SO_KHCN"], "opinionRef": "BCA-1", "operatingRegulation": {"ref": "r", "departmentOpinionRef": "o"}}}, ["camera", "approvals"], {"effect": "allow"})

# house.jsonl:45 a release without DOST
test_house_045 if holds(34, {"action": "activate_policy", "viewer": {"userId": "u", "orgId": "org_catp", "orgKind": "CATP", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP"], "opinionRef": "BCA-1", "operatingRegulation": {"ref": "r", "departmentOpinionRef": "o"}}}, ["camera", "approvals"], {"effect": "deny", "denies": ["HN-08"], "only": ["HN-08"]})

# house.jsonl:46 a release without the opinion
test_house_046 if holds(34, {"action": "activate_policy", "viewer": {"userId": "u", "orgId": "org_catp", "orgKind": "CATP", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP", "SO_KHCN"], "operatingRegulation": {"ref": "r", "departmentOpinionRef": "o"}}}, ["camera", "approvals"], {"effect": "deny", "denies": ["HN-08"], "only": ["HN-08"]})

# house.jsonl:47 a release without the operating regulation is marked
test_house_047 if holds(34, {"action": "activate_policy", "viewer": {"userId": "u", "orgId": "org_catp", "orgKind": "CATP", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP", "SO_KHCN"], "opinionRef": "BCA-1"}}, ["camera", "approvals"], {"effect": "allow", "obligations": ["file_operating_regulation"]})

# house.jsonl:48 72 hours need no justification (INT-01)
test_house_048 if holds(5, {"action": "set_retention", "viewer": {"roles": ["operator"]}, "retentionPolicy": {"purpose": "AN_NINH_TRAT_TU", "days": 3}}, ["organisation", "request", "approvals", "grant", "context", "recording"], {"effect": "allow"})

# house.jsonl:49 4 days without justification (INT-01)
test_house_049 if holds(5, {"action": "set_retention", "viewer": {"roles": ["operator"]}, "retentionPolicy": {"purpose": "AN_NINH_TRAT_TU", "days": 4}}, ["organisation", "request", "approvals", "grant", "context", "recording"], {"effect": "deny", "denies": ["INT-01"], "only": ["INT-01"]})

# house.jsonl:50 30 days with reason (INT-02)
test_house_050 if holds(5, {"action": "set_retention", "viewer": {"roles": ["operator"]}, "retentionPolicy": {"purpose": "AN_NINH_TRAT_TU", "days": 30, "justification": "Thời gian xác minh tin báo tội phạm"}}, ["organisation", "request", "approvals", "grant", "context", "recording"], {"effect": "allow"})

# house.jsonl:51 retention with the facts the rule names (INT-01)
test_house_051 if holds(12, {"action": "set_retention", "asOf": 1795140000000, "viewer": {"orgKind": "CATP", "roles": ["operator"]}, "camera": {"systemKind": "central"}, "retentionPolicy": {"days": 8}}, ["inspection", "context", "request", "viewer/userId", "viewer/orgId", "viewer/functions"], {"effect": "deny", "denies": ["INT-01"], "only": ["INT-01"]})

# inspection-edges.jsonl:1 a decision that names neither a number nor its bodies opens no footage
test_inspection_edges_001 if holds(39, {}, [], {"effect": "deny", "denies": ["IN-02"], "at": ["inspection.team"]})

# inspection-edges.jsonl:2 the issuer of a decision without a number sees no footage
test_inspection_edges_002 if holds(39, {"inspection": {"team": [], "issuer": "per_tt"}}, [], {"effect": "deny", "denies": ["IN-02"], "at": ["inspection.team"]})

# inspection-edges.jsonl:3 an inspection announced for a moment told in words is not taken for one to come
test_inspection_edges_003 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "announcedAt": "hôm thứ Hai"}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "deny", "denies": ["POL-0"], "only": ["POL-0"]})

# inspection-edges.jsonl:4 an inspection runs from the very moment of its announcement
test_inspection_edges_004 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "announcedAt": 1789437600000}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "allow"})

# inspection-edges.jsonl:5 a decision of the Government Inspectorate that lasts too long opens records in its first sixty days
test_inspection_edges_005 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TTCP"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "endsAt": 1798736399999}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "allow"})

# inspection-edges.jsonl:6 the sixty days end with the sixtieth: at midnight after it the records are closed
test_inspection_edges_006 if holds(12, {"action": "inspect", "asOf": 1793466000000, "viewer": {"userId": "per_tt", "orgKind": "TTCP"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "endsAt": 1798736399999}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "deny", "denies": ["IN-04"], "only": ["IN-04"]})

# inspection-edges.jsonl:7 the last moment of the sixtieth day
test_inspection_edges_007 if holds(12, {"action": "inspect", "asOf": 1793465999999, "viewer": {"userId": "per_tt", "orgKind": "TTCP"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "endsAt": 1798736399999}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "allow"})

# inspection-edges.jsonl:8 a city inspector in a team of the Government Inspectorate is bound by its sixty days
test_inspection_edges_008 if holds(12, {"action": "inspect", "asOf": 1793552400000, "viewer": {"userId": "per_tt"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "endsAt": 1798736399999, "issuerOrgKind": "TTCP"}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "deny", "denies": ["IN-04"], "only": ["IN-04"]})

# inspection-edges.jsonl:9 an inspection of the city may last longer: its limit was not found
test_inspection_edges_009 if holds(12, {"action": "inspect", "asOf": 1793552400000, "viewer": {"userId": "per_tt"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "endsAt": 1798736399999, "issuerOrgKind": "TTTP"}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "allow"})

# inspection-edges.jsonl:10 the city inspectorate decides an inspection of ninety days
test_inspection_edges_010 if holds(34, {"action": "issue_inspection", "viewer": {"userId": "per_chief", "orgId": "org_ttcp", "orgKind": "TTTP", "roles": ["inspection_issuer"]}, "inspection": {"no": "1", "issuerOrgKind": "TTTP", "announcedAt": 1788195600000, "endsAt": 1796057999999}}, ["camera", "approvals"], {"effect": "allow"})

# inspection-edges.jsonl:11 a check of data protection by BCA under its own decision, not under the law on inspection
test_inspection_edges_011 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "BCA"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "kind": "dataProtectionCheck"}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow", "reasons": ["IN-02", "IN-07"], "notReasons": ["IN-01", "IN-03"]})

# inspection-edges.jsonl:12 a check of data protection by BCA_A05 under its own decision, not under the law on inspection
test_inspection_edges_012 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "BCA_A05"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "kind": "dataProtectionCheck"}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow", "reasons": ["IN-02", "IN-07"], "notReasons": ["IN-01", "IN-03"]})

# inspection-edges.jsonl:13 the specialised authority comes for a check of data protection even where its decision does not say so
test_inspection_edges_013 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "BCA_A05"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow", "reasons": ["IN-07"]})

# inspection-edges.jsonl:14 the specialised authority has no check of taxes
test_inspection_edges_014 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "BCA_A05"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "kind": "tax"}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspection-edges.jsonl:15 the ministry without a named kind of check is no inspection body
test_inspection_edges_015 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "BCA"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspection-edges.jsonl:16 a department that calls its visit a check of data protection is no inspection body
test_inspection_edges_016 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "SO_XD"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "kind": "dataProtectionCheck"}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspection-edges.jsonl:17 an inspection of the law is reasoned by its decision and its body, not by a check
test_inspection_edges_017 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}, "mode": "onsite"}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow", "reasons": ["IN-01", "IN-02"], "notReasons": ["IN-03", "IN-07", "IN-08"], "notObligations": ["narrow_to_scope"]})

# inspection-edges.jsonl:18 a remote inspection (remote) is reasoned as one
test_inspection_edges_018 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}, "mode": "remote"}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow", "reasons": ["IN-03"]})

# inspection-edges.jsonl:19 a remote inspection (REMOTE) is reasoned as one
test_inspection_edges_019 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}, "mode": "REMOTE"}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow", "reasons": ["IN-03"]})

# inspection-edges.jsonl:20 a stranger to the remote inspection has none of its reasons
test_inspection_edges_020 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt"}, "inspection": {"team": ["per_other"], "inspectedOrgs": ["org_so_xd", "org_catp"], "mode": "remote"}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"], "notReasons": ["IN-01", "IN-02", "IN-03"]})

# inspection-edges.jsonl:21 a stranger to the check of data protection has none of its reasons
test_inspection_edges_021 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "BCA_A05"}, "inspection": {"team": ["per_other"], "inspectedOrgs": ["org_so_xd", "org_catp"], "kind": "dataProtectionCheck"}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"], "notReasons": ["IN-07", "IN-02"]})

# inspection-edges.jsonl:22 footage seen in a remote inspection is reasoned by its need alone
test_inspection_edges_022 if holds(39, {"inspection": {"no": "45/QĐ-TTTP", "mode": "remote"}}, [], {"effect": "allow", "reasons": ["IN-08"], "notReasons": ["IN-01", "IN-03", "IN-07"]})

# inspection-edges.jsonl:23 footage seen in a check of data protection is reasoned by its need alone
test_inspection_edges_023 if holds(39, {"viewer": {"orgKind": "BCA_A05"}, "inspection": {"no": "45/QĐ-TTTP", "kind": "dataProtectionCheck"}}, [], {"effect": "allow", "reasons": ["IN-08"], "notReasons": ["IN-07"]})

# inspection-edges.jsonl:24 a stranger to the inspection has not its need of footage
test_inspection_edges_024 if holds(39, {"inspection": {"no": "45/QĐ-TTTP", "team": ["per_other"], "issuer": "per_chief"}}, [], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"], "notReasons": ["IN-08"]})

# inspection-edges.jsonl:25 footage whose need nobody wrote down has no reason
test_inspection_edges_025 if holds(39, {"inspection": {"no": "45/QĐ-TTTP", "needsContent": false}}, [], {"effect": "deny", "denies": ["IN-08"], "only": ["IN-08"], "notReasons": ["IN-08"]})

# inspection-edges.jsonl:26 records are read without the need of footage, even where the decision names one
test_inspection_edges_026 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}, "contentJustification": "Đối chiếu hình với sổ theo dõi"}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request"], {"effect": "allow", "notReasons": ["IN-08"]})

# inspection-edges.jsonl:27 the bodies that are asked about, told as one word instead of a list
test_inspection_edges_027 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": "org_so_xd", "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["POL-0"]})

# inspection-edges.jsonl:28 an entry of a body outside the decision
test_inspection_edges_028 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetWindow": {"from": 1785517200000, "to": 1788282000000}}, "entry": {"orgCode": "org_other"}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"], "at": ["context.targetOrgIds"]})

# inspection-edges.jsonl:29 an entry of a body in the decision
test_inspection_edges_029 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetWindow": {"from": 1785517200000, "to": 1788282000000}}, "entry": {"orgCode": "org_so_xd"}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow", "obligations": ["narrow_to_scope"]})

# inspection-edges.jsonl:30 a request of a body outside the decision
test_inspection_edges_030 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetWindow": {"from": 1785517200000, "to": 1788282000000}}, "request": {"requester": {"orgId": "org_other"}}}, ["camera", "inspection/needsContent", "request/purposeCode", "request/legalBasisCode", "request/reason"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"], "at": ["context.targetOrgIds"]})

# inspection-edges.jsonl:31 an organisation outside the decision
test_inspection_edges_031 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetWindow": {"from": 1785517200000, "to": 1788282000000}}, "organisation": {"id": "org_other"}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"], "at": ["context.targetOrgIds"]})

# inspection-edges.jsonl:32 a decision that names no body opens no records, whoever is asked about or nobody
test_inspection_edges_032 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": [], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "at": ["context.targetOrgIds"]})

# inspection-edges.jsonl:33 a query with its period and without its bodies is narrowed to the decision
test_inspection_edges_033 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow", "obligations": ["narrow_to_scope"]})

# inspection-edges.jsonl:34 a query with the beginning of its period alone is refused, and would be narrowed
test_inspection_edges_034 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"], "at": ["context.targetWindow"], "obligations": ["narrow_to_scope"]})

# inspection-edges.jsonl:35 a query with the end of its period alone is refused, and would be narrowed
test_inspection_edges_035 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"to": 1785603600000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"], "at": ["context.targetWindow"], "obligations": ["narrow_to_scope"]})

# inspection-edges.jsonl:36 an incident reported by an inspector is narrowed by no decision
test_inspection_edges_036 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "notObligations": ["narrow_to_scope"]})

# inspection-edges.jsonl:37 a decision that does not say when its period begins has none
test_inspection_edges_037 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "at": ["context.targetWindow"]})

# inspection-edges.jsonl:38 a decision that does not say when its period ends has none
test_inspection_edges_038 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000}}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "at": ["context.targetWindow"]})

# inspection-edges.jsonl:39 a query that ends before it begins
test_inspection_edges_039 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1788195600000, "to": 1785603600000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection-edges.jsonl:40 a query about one moment
test_inspection_edges_040 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1785603600000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow"})

# inspection-edges.jsonl:41 an entry of the first moment of the period
test_inspection_edges_041 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}, "entry": {"at": 1767200400000}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow"})

# inspection-edges.jsonl:42 an entry of the last moment of the period
test_inspection_edges_042 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}, "entry": {"at": 1790701200000}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow"})

# inspection-edges.jsonl:43 an entry before the period
test_inspection_edges_043 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}, "entry": {"at": 1767200399000}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection-edges.jsonl:44 an inspector who sees what a device without calibration recorded is held up by no rule on devices
test_inspection_edges_044 if holds(39, {"camera": {"enforcement": true}, "inspection": {"no": "45/QĐ-TTTP"}}, [], {"effect": "allow"})

# inspection-edges.jsonl:45 another body does not take the place of a procedural body by naming one
test_inspection_edges_045 if holds(8, {"asOf": 1789437600000, "viewer": {"orgKind": "SO_XD"}, "request": {"requester": {"orgKind": "SO_XD"}, "legalBasisCode": "BLTTHS-88", "caseNo": "VA-1", "procedureAuthority": "CQDT"}}, [], {"effect": "deny", "denies": ["EV-17"], "only": ["EV-17"]})

# inspection-edges.jsonl:46 a snapshot is no delivery: it is not sealed, signed for or handed over in minutes
test_inspection_edges_046 if holds(29, {"action": "snapshot"}, ["recording", "viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow", "notObligations": ["seal_evidence", "sign_delivery", "handover_minutes", "copy_minutes"]})

# inspection-edges.jsonl:47 an export for enforcement is no procedural one: no minutes of a criminal case
test_inspection_edges_047 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "allow", "notObligations": ["handover_minutes", "copy_minutes"]})

# inspection-edges.jsonl:48 a hold that names no authority
test_inspection_edges_048 if holds(27, {"action": "legal_hold", "viewer": {"orgKind": "CQDT", "roles": ["extraction_officer"]}, "legalHold": {"ref": "YC-7", "authority": ""}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["EV-19"], "only": ["EV-19"], "notReasons": ["EV-19"]})

# inspection-edges.jsonl:49 a hold ordered by a role that orders none has no reason
test_inspection_edges_049 if holds(27, {"action": "legal_hold", "viewer": {"orgKind": "CQDT", "roles": ["dpo"]}, "legalHold": {"ref": "YC-7", "authority": "Cơ quan CSĐT"}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["POL-3"], "only": ["POL-3"], "notReasons": ["EV-19"]})

# inspection-edges.jsonl:50 a deletion after a hold was released is reasoned by no hold
test_inspection_edges_050 if holds(12, {"action": "delete_recording", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": [], "sha256": "ab", "storedCopySha256": "ab", "deletionMinutesRef": "BB-1"}, "camera": {"enforcement": false}, "legalHold": {"ref": "YC-7", "authority": "Cơ quan CSĐT", "releasedAt": 1788195600000}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow", "notReasons": ["EV-19"]})

# inspection-edges.jsonl:51 the memory of an ordinary camera is cleared without minutes
test_inspection_edges_051 if holds(12, {"action": "purge_device", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": [], "sha256": "ab"}, "camera": {"enforcement": false}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow"})

# inspection-edges.jsonl:52 two empty fingerprints are no verified copy
test_inspection_edges_052 if holds(12, {"action": "purge_device", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": [], "sha256": "", "storedCopySha256": "", "deletionMinutesRef": "BB-1"}, "camera": {"enforcement": true}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "deny", "denies": ["TR-14"], "only": ["TR-14"]})

# inspection-edges.jsonl:53 a request for a camera is not reasoned by the right to publish
test_inspection_edges_053 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "PDPL-19.1.b", "publish": true}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "notReasons": ["PD-13"]})

# inspection-edges.jsonl:54 a publication without a ground has no reason
test_inspection_edges_054 if holds(29, {"action": "publish", "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "request": {"purposeCode": "AN_NINH_TRAT_TU"}, "recording": {"childInPicture": false}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["grant", "viewer/unitId", "viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-13"], "notReasons": ["PD-13"]})

# inspection-edges.jsonl:55 a child of five, the representative's consent on no record
test_inspection_edges_055 if holds(40, {}, [], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# inspection-edges.jsonl:56 a child of five, without the representative
test_inspection_edges_056 if holds(40, {"consent": {"recordId": "c", "representative": false}}, [], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# inspection-edges.jsonl:57 a child whose age is left empty, with the representative alone
test_inspection_edges_057 if holds(40, {"consent": {"recordId": "c", "subjectAge": null}}, [], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# inspection-edges.jsonl:58 a child of seven has to agree itself
test_inspection_edges_058 if holds(40, {"consent": {"recordId": "c", "subjectAge": 7}}, [], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# inspection-edges.jsonl:59 a person takes out their own picture from a school's camera
test_inspection_edges_059 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "camera": {"zoneKind": "school"}, "request": {"requesterKind": "dataSubject", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN"}}, ["viewer/orgId", "viewer/orgKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "allow"})

# inspection-edges.jsonl:60 an incident of re-identification may be reported
test_inspection_edges_060 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000}, "context": {"reidentify": true}}, ["camera", "request", "viewer/functions"], {"effect": "allow"})

# inspection-edges.jsonl:61 looking at a camera is not reasoned by the freedom of statistics
test_inspection_edges_061 if holds(8, {"request": {"transferGround": "17.1.e"}, "context": {"deidMethod": "k-anonymity"}}, [], {"effect": "allow", "notReasons": ["PD-21"]})

# inspection-edges.jsonl:62 statistics that are encrypted only have no reason
test_inspection_edges_062 if holds(2, {"action": "aggregate", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "context": {"output": "aggregate", "deidMethod": "AES-256"}}, ["system", "approvals", "camera", "organisation", "request/kind", "request/receivedAt", "context/channel"], {"effect": "deny", "denies": ["PD-21"], "only": ["PD-21"], "notReasons": ["PD-21"]})

# inspection-edges.jsonl:63 an inspector who reports an incident does not do so by the inspection decision
test_inspection_edges_063 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000}, "inspection": {"no": "45/QĐ-TTTP", "team": ["per_lan"], "mode": "remote"}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "notReasons": ["IN-01", "IN-02", "IN-03", "IN-07", "IN-08"]})

# inspection.jsonl:1 an inspector reads records inside the decision
test_inspection_001 if holds(12, {"action": "inspect"}, ["request"], {"effect": "allow", "reasons": ["IN-02"]})

# inspection.jsonl:2 the issuer reads them too
test_inspection_002 if holds(12, {"action": "inspect", "viewer": {"userId": "per_chief", "roles": ["inspection_issuer"]}}, ["request"], {"effect": "allow"})

# inspection.jsonl:3 not of the team
test_inspection_003 if holds(12, {"action": "inspect", "viewer": {"userId": "per_other"}}, ["request"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection.jsonl:4 no inspection decision at all
test_inspection_004 if holds(12, {"action": "inspect"}, ["inspection", "request"], {"effect": "deny", "denies": ["IN-02", "POL-0"]})

# inspection.jsonl:5 department-level inspectors are no inspection body
test_inspection_005 if holds(12, {"action": "inspect", "viewer": {"orgKind": "SO_XD"}}, ["request"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspection.jsonl:6 a body outside the decision
test_inspection_006 if holds(12, {"action": "inspect", "context": {"targetOrgIds": ["org_soxd", "org_catp"]}}, ["request"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection.jsonl:7 a time outside the inspected period
test_inspection_007 if holds(12, {"action": "inspect", "context": {"targetWindow": {"to": 1790960400000}}}, ["request"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection.jsonl:8 before the inspection was announced
test_inspection_008 if holds(12, {"action": "inspect", "asOf": 1788195599000}, ["request"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection.jsonl:9 after the inspection ended
test_inspection_009 if holds(12, {"action": "inspect", "asOf": 1793379600000}, ["request"], {"effect": "deny", "denies": ["IN-02", "IN-04"], "only": ["IN-02", "IN-04"]})

# inspection.jsonl:10 footage with a justified need
test_inspection_010 if holds(12, {"action": "live_view", "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "INSP-84"}, "inspection": {"needsContent": true, "contentJustification": "đối chiếu hình ảnh với biên bản bàn giao"}}, ["context", "request/requester"], {"effect": "allow", "reasons": ["IN-02"]})

# inspection.jsonl:11 footage without the step
test_inspection_011 if holds(12, {"action": "live_view", "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "INSP-84"}, "inspection": {"needsContent": false, "contentJustification": "đối chiếu hình ảnh với biên bản bàn giao"}}, ["context", "request/requester"], {"effect": "deny", "denies": ["IN-08"], "only": ["IN-08"]})

# inspection.jsonl:12 footage without its justification
test_inspection_012 if holds(12, {"action": "live_view", "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "INSP-84"}, "inspection": {"needsContent": true, "contentJustification": ""}}, ["context", "request/requester"], {"effect": "deny", "denies": ["IN-08"], "only": ["IN-08"]})

# inspection.jsonl:13 footage of a body not inspected
test_inspection_013 if holds(12, {"action": "live_view", "camera": {"id": "cam_1", "ownerOrgId": "org_z", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "INSP-84"}, "inspection": {"needsContent": true, "contentJustification": "đối chiếu hình ảnh với biên bản bàn giao"}}, ["context", "request/requester"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspection.jsonl:14 footage on another basis
test_inspection_014 if holds(12, {"action": "live_view", "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-19.1.b"}, "inspection": {"needsContent": true, "contentJustification": "đối chiếu hình ảnh với biên bản bàn giao"}}, ["context", "request/requester"], {"effect": "deny", "denies": ["IN-08"], "only": ["IN-08"]})

# inspections-untimely.jsonl:1 nobody says when an inspector reads: no inspection runs then
test_inspections_untimely_001 if holds(39, {"action": "inspect", "asOf": null, "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["POL-0", "IN-02", "IN-04"], "at": ["asOf", "inspection.endsAt"]})

# inspections.jsonl:1 inspect inside scope
test_inspections_001 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow", "reasons": ["IN-02"], "obligations": ["notify_issuer"]})

# inspections.jsonl:2 IN-01 kind TTCP
test_inspections_002 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TTCP"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "allow"})

# inspections.jsonl:3 IN-01 kind TTTP
test_inspections_003 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow"})

# inspections.jsonl:4 IN-01 kind TTCA
test_inspections_004 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TTCA"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow"})

# inspections.jsonl:5 IN-01 kind TTQD
test_inspections_005 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TTQD"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow"})

# inspections.jsonl:6 IN-01 kind TTNHNN
test_inspections_006 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TTNHNN"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow"})

# inspections.jsonl:7 IN-01 kind TTCY
test_inspections_007 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TTCY"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow"})

# inspections.jsonl:8 IN-01 not SO_XD
test_inspections_008 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "SO_XD"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspections.jsonl:9 IN-01 not SO_NV
test_inspections_009 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "SO_NV"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspections.jsonl:10 IN-01 not UBND_PHUONG
test_inspections_010 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "UBND_PHUONG"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspections.jsonl:11 IN-01 not CATP
test_inspections_011 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "CATP"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspections.jsonl:12 IN-01 not UBND_TP
test_inspections_012 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "UBND_TP"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspections.jsonl:13 IN-01 district inspectorate kind unknown
test_inspections_013 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TT_QUAN"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-01", "POL-2"], "only": ["IN-01", "POL-2"]})

# inspections.jsonl:14 IN-01 department inspectorate, 30/06/2025
test_inspections_014 if holds(39, {"action": "inspect", "asOf": 1751302799999, "viewer": {"orgKind": "SO_XD"}, "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1735664400000, "to": 1748797200000}, "endsAt": 1753894799999}}, ["camera", "request", "inspection/team", "inspection/needsContent"], {"effect": "cannot_decide"})

# inspections.jsonl:15 IN-01 from 01/07/2025
test_inspections_015 if holds(39, {"action": "inspect", "asOf": 1751302800000, "viewer": {"orgKind": "SO_XD"}, "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1735664400000, "to": 1748797200000}, "endsAt": 1753894799999}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1738342800000, "to": 1740848400000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspections.jsonl:16 IN-02 city inspectorate on 01/07/2025
test_inspections_016 if holds(39, {"action": "inspect", "asOf": 1751302800000, "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1735664400000, "to": 1748797200000}, "endsAt": 1753894799999}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1738342800000, "to": 1740848400000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow"})

# inspections.jsonl:17 IN-02 no decision
test_inspections_017 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt"}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["inspection", "request", "viewer/functions"], {"effect": "deny", "denies": ["IN-02", "IN-04", "POL-0"], "only": ["IN-02", "IN-04", "POL-0"]})

# inspections.jsonl:18 IN-02 decision without number
test_inspections_018 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt"}, "inspection": {"inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/no", "inspection/issuer", "inspection/head", "inspection/team", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-02", "POL-0"], "only": ["IN-02", "POL-0"]})

# inspections.jsonl:19 IN-02 not in the team
test_inspections_019 if holds(12, {"action": "inspect", "viewer": {"userId": "per_x"}, "inspection": {"inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/team", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspections.jsonl:20 IN-02 head of team
test_inspections_020 if holds(12, {"action": "inspect", "viewer": {"userId": "per_head", "roles": ["inspection_head"]}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow"})

# inspections.jsonl:21 IN-02 issuer
test_inspections_021 if holds(12, {"action": "inspect", "viewer": {"userId": "per_chief", "roles": ["inspection_issuer"]}, "inspection": {"inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/head", "inspection/team", "inspection/contents", "inspection/announcedAt"], {"effect": "allow"})

# inspections.jsonl:22 IN-02 other body
test_inspections_022 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_khac"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspections.jsonl:23 IN-02 one of two outside
test_inspections_023 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd", "org_khac"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspections.jsonl:24 IN-02 window before the period
test_inspections_024 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1764522000000, "to": 1769965200000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspections.jsonl:25 IN-02 window after the period
test_inspections_025 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1788195600000, "to": 1791219600000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspections.jsonl:26 IN-02 window equals period
test_inspections_026 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1767200400000, "to": 1790787600000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow"})

# inspections.jsonl:27 IN-04 after the end
test_inspections_027 if holds(39, {"action": "inspect", "asOf": 1793379600000, "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02", "IN-04"], "only": ["IN-02", "IN-04"]})

# inspections.jsonl:28 IN-04 endsAt unknown
test_inspections_028 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/endsAt", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02", "IN-04", "POL-0"], "only": ["IN-02", "IN-04", "POL-0"]})

# inspections.jsonl:29 IN-04 government inspection longer than 60 days
test_inspections_029 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TTCP"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "announcedAt": 1780246800000}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents"], {"effect": "deny", "denies": ["IN-04"], "only": ["IN-04"]})

# inspections.jsonl:30 IN-04 government inspection extended
test_inspections_030 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "TTCP"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"], "extensionRef": "GH-1"}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow"})

# inspections.jsonl:31 IN-03 remote
test_inspections_031 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}, "mode": "remote"}, "context": {"targetOrgIds": ["org_so_xd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow"})

# inspections.jsonl:32 IN-07 data protection check by the authority
test_inspections_032 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "orgKind": "BCA_A05"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "allow"})

# inspections.jsonl:33 IN-08 live_view with justified need
test_inspections_033 if holds(39, {"inspection": {"no": "45/QĐ-TTTP"}}, [], {"effect": "allow", "reasons": ["IN-08"]})

# inspections.jsonl:34 IN-08 live_view need not set
test_inspections_034 if holds(39, {"inspection": {"no": "45/QĐ-TTTP"}}, ["inspection/needsContent", "request/reason"], {"effect": "deny", "denies": ["IN-08"], "only": ["IN-08"]})

# inspections.jsonl:35 IN-08 live_view no decision
test_inspections_035 if holds(39, {}, ["inspection", "request/reason"], {"effect": "deny", "denies": ["IN-02", "IN-04", "IN-08"], "only": ["IN-02", "IN-04", "IN-08"]})

# inspections.jsonl:36 IN-08/IN-02 live_view of a body outside
test_inspections_036 if holds(39, {"inspection": {"no": "45/QĐ-TTTP"}}, ["inspection/inspectedOrgs"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspections.jsonl:37 IN-08 playback with justified need
test_inspections_037 if holds(39, {"action": "playback", "recording": {"expiresAt": 1791565199999}, "inspection": {"no": "45/QĐ-TTTP"}}, [], {"effect": "allow", "reasons": ["IN-08"]})

# inspections.jsonl:38 IN-08 playback need not set
test_inspections_038 if holds(39, {"action": "playback", "recording": {"expiresAt": 1791565199999}, "inspection": {"no": "45/QĐ-TTTP"}}, ["inspection/needsContent", "request/reason"], {"effect": "deny", "denies": ["IN-08"], "only": ["IN-08"]})

# inspections.jsonl:39 IN-08 playback no decision
test_inspections_039 if holds(39, {"action": "playback", "recording": {"expiresAt": 1791565199999}}, ["inspection", "request/reason"], {"effect": "deny", "denies": ["IN-02", "IN-04", "IN-08"], "only": ["IN-02", "IN-04", "IN-08"]})

# inspections.jsonl:40 IN-08/IN-02 playback of a body outside
test_inspections_040 if holds(39, {"action": "playback", "recording": {"expiresAt": 1791565199999}, "inspection": {"no": "45/QĐ-TTTP"}}, ["inspection/inspectedOrgs"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspections.jsonl:41 IN-08 snapshot with justified need
test_inspections_041 if holds(39, {"action": "snapshot", "inspection": {"no": "45/QĐ-TTTP", "mode": "onsite"}}, [], {"effect": "allow", "reasons": ["IN-08"]})

# inspections.jsonl:42 IN-08 snapshot need not set
test_inspections_042 if holds(39, {"action": "snapshot", "inspection": {"no": "45/QĐ-TTTP", "mode": "onsite"}}, ["inspection/needsContent", "request/reason"], {"effect": "deny", "denies": ["IN-08"], "only": ["IN-08"]})

# inspections.jsonl:43 IN-08 snapshot no decision
test_inspections_043 if holds(39, {"action": "snapshot"}, ["inspection", "request/reason"], {"effect": "deny", "denies": ["IN-02", "IN-03", "IN-04", "IN-08"], "only": ["IN-02", "IN-03", "IN-04", "IN-08"]})

# inspections.jsonl:44 IN-08/IN-02 snapshot of a body outside
test_inspections_044 if holds(39, {"action": "snapshot", "inspection": {"no": "45/QĐ-TTTP", "mode": "onsite"}}, ["inspection/inspectedOrgs"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspections.jsonl:45 IN-08 clip_export with justified need
test_inspections_045 if holds(39, {"action": "clip_export", "viewer": {"trainingValidTo": 1798822799999}, "recording": {"expiresAt": 1791565199999}, "inspection": {"no": "45/QĐ-TTTP", "mode": "onsite"}, "delivery": {"country": "VN"}}, [], {"effect": "allow", "reasons": ["IN-08"]})

# inspections.jsonl:46 IN-08 clip_export need not set
test_inspections_046 if holds(39, {"action": "clip_export", "viewer": {"trainingValidTo": 1798822799999}, "recording": {"expiresAt": 1791565199999}, "inspection": {"no": "45/QĐ-TTTP", "mode": "onsite"}, "delivery": {"country": "VN"}}, ["inspection/needsContent", "request/reason"], {"effect": "deny", "denies": ["IN-08"], "only": ["IN-08"]})

# inspections.jsonl:47 IN-08 clip_export no decision
test_inspections_047 if holds(39, {"action": "clip_export", "viewer": {"trainingValidTo": 1798822799999}, "recording": {"expiresAt": 1791565199999}, "delivery": {"country": "VN"}}, ["inspection", "request/reason"], {"effect": "deny", "denies": ["IN-02", "IN-03", "IN-04", "IN-08"], "only": ["IN-02", "IN-03", "IN-04", "IN-08"]})

# inspections.jsonl:48 IN-08/IN-02 clip_export of a body outside
test_inspections_048 if holds(39, {"action": "clip_export", "viewer": {"trainingValidTo": 1798822799999}, "recording": {"expiresAt": 1791565199999}, "inspection": {"no": "45/QĐ-TTTP", "mode": "onsite"}, "delivery": {"country": "VN"}}, ["inspection/inspectedOrgs"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspections.jsonl:49 IN-08 inspector with a grant of his own but no decision
test_inspections_049 if holds(39, {"action": "playback", "viewer": {"userId": "per_lan", "orgId": "org_so_xd"}, "request": {"legalBasisCode": "PDPL-17.1.dd", "purposeCode": "GIAO_THONG"}, "recording": {"expiresAt": 1791565199999}}, ["inspection", "request/reason"], {"effect": "deny", "denies": ["IN-02", "IN-04", "IN-08"], "only": ["IN-02", "IN-04", "IN-08"]})

# inspections.jsonl:50 inspect with role requester
test_inspections_050 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt", "roles": ["requester"]}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "context": {"targetOrgIds": ["org_so_xd"]}}, ["request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["POL-3"], "only": ["POL-3"]})

# inspections.jsonl:51 inspect without a target: narrowed
test_inspections_051 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "allow", "obligations": ["narrow_to_scope", "notify_issuer"]})

# inspections.jsonl:52 inspect a camera of a body outside
test_inspections_052 if holds(12, {"action": "inspect", "viewer": {"userId": "per_tt"}, "inspection": {"team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_catp"]}, "camera": {"ownerOrgId": "org_khac"}}, ["context", "request", "viewer/functions", "inspection/issuer", "inspection/head", "inspection/contents", "inspection/announcedAt"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspections.jsonl:53 inspect an entry outside the period
test_inspections_053 if holds(39, {"action": "inspect", "inspection": {"no": "45/QĐ-TTTP", "inspectedOrgs": ["org_so_xd", "org_catp"], "period": {"from": 1767200400000, "to": 1790787600000}}, "entry": {"at": 1767114000000}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspections.jsonl:54 IN-07 before 2026
test_inspections_054 if holds(39, {"action": "inspect", "asOf": 1767200399000, "viewer": {"orgKind": "BCA_A05"}, "inspection": {"no": "7/QĐ-A05", "team": ["per_tt"], "inspectedOrgs": ["org_so_xd"], "period": {"from": 1735664400000, "to": 1759251600000}}}, ["camera", "request", "inspection/needsContent"], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspections.jsonl:55 inspector of TTCP (IN-01)
test_inspections_055 if holds(41, {}, [], {"effect": "allow"})

# inspections.jsonl:56 department inspectorate (IN-01)
test_inspections_056 if holds(41, {"viewer": {"orgId": "SO_XD2", "orgKind": "SO_XD"}, "inspection": {"issuerOrgKind": "SO_XD"}}, [], {"effect": "deny", "denies": ["IN-01"], "only": ["IN-01"]})

# inspections.jsonl:57 before 01/07/2025 (IN-01)
test_inspections_057 if holds(41, {"asOf": 1751302799000, "viewer": {"orgId": "TTTP", "orgKind": "TTTP", "lastActiveAt": 1750352400000}, "inspection": {"issuerOrgKind": "TTTP", "period": {"from": 1735664400000, "to": 1746118800000}, "announcedAt": 1748710800000, "endsAt": 1753894799999}, "context": {"targetWindow": {"from": 1738342800000, "to": 1740848400000}}}, [], {"effect": "cannot_decide", "unknowns": ["law_of_that_day_unknown"]})

# inspections.jsonl:58 org outside (IN-02)
test_inspections_058 if holds(41, {"viewer": {"orgId": "TTTP", "orgKind": "TTTP"}, "inspection": {"issuerOrgKind": "TTTP"}, "context": {"targetOrgIds": ["SO_YT"]}}, [], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# inspections.jsonl:59 window to the last day of the period, bare dates (IN-02)
test_inspections_059 if holds(41, {"viewer": {"orgId": "TTTP", "orgKind": "TTTP"}, "inspection": {"issuerOrgKind": "TTTP"}, "context": {"targetWindow": {"from": 1767200400000, "to": 1793466000000}}}, [], {"effect": "allow"})

# inspections.jsonl:60 remote mode (IN-03)
test_inspections_060 if holds(41, {"viewer": {"orgId": "TTTP", "orgKind": "TTTP"}, "inspection": {"issuerOrgKind": "TTTP", "mode": "remote"}}, [], {"effect": "allow"})

# inspections.jsonl:61 ended yesterday (IN-04)
test_inspections_061 if holds(41, {"viewer": {"orgId": "TTTP", "orgKind": "TTTP"}, "inspection": {"issuerOrgKind": "TTTP", "endsAt": 1795107599999}}, [], {"effect": "deny", "denies": ["IN-04"]})

# inspections.jsonl:62 last day, bare date (IN-04)
test_inspections_062 if holds(41, {"viewer": {"orgId": "TTTP", "orgKind": "TTTP"}, "inspection": {"issuerOrgKind": "TTTP", "endsAt": 1795193999999}}, [], {"effect": "allow"})

# inspections.jsonl:63 demand with due date (IN-05)
test_inspections_063 if holds(41, {"viewer": {"orgId": "TTTP", "orgKind": "TTTP"}, "inspection": {"issuerOrgKind": "TTTP", "demands": [{"id": "D1", "orgId": "SO_XD", "content": "Cung cấp sổ", "demandedAt": 1794762000000, "dueAt": 1795625999999}]}}, [], {"effect": "allow", "deadlines": ["IN-05"]})

# inspections.jsonl:64 data-protection check by A05 (IN-07)
test_inspections_064 if holds(41, {"viewer": {"orgId": "A05", "orgKind": "BCA_A05"}, "inspection": {"issuerOrgKind": "BCA_A05", "kind": "dataProtection"}}, [], {"effect": "allow"})

# inspections.jsonl:65 inspector plays footage without need (IN-08)
test_inspections_065 if holds(42, {}, [], {"effect": "deny", "denies": ["IN-08"], "only": ["IN-08"]})

# inspections.jsonl:66 inspector with needsContent and justification (IN-08)
test_inspections_066 if holds(42, {"inspection": {"needsContent": true, "contentJustification": "Đối chiếu nội dung trích xuất với biên bản giao nhận"}}, [], {"effect": "allow"})

# inspections.jsonl:67 issuer is told (IN-09)
test_inspections_067 if holds(42, {"action": "inspect"}, ["camera", "recording", "request", "approvals", "grant"], {"effect": "allow", "obligations": ["notify_issuer"]})

# inspections.jsonl:68 inspection.endsAt: a bare date of yesterday has ended (IN-04)
test_inspections_068 if holds(41, {"viewer": {"orgId": "TTTP", "orgKind": "TTTP"}, "inspection": {"issuerOrgKind": "TTTP", "endsAt": 1795107599999}}, [], {"effect": "deny", "denies": ["IN-04"]})

# inspections.jsonl:69 inspection.endsAt: a bare date of today lasts all day (IN-04)
test_inspections_069 if holds(41, {"viewer": {"orgId": "TTTP", "orgKind": "TTTP"}, "inspection": {"issuerOrgKind": "TTTP", "endsAt": 1795193999999}}, [], {"effect": "allow"})

# inspections.jsonl:70 inspection.endsAt: today's midnight written as an instant has passed (IN-04)
test_inspections_070 if holds(41, {"viewer": {"orgId": "TTTP", "orgKind": "TTTP"}, "inspection": {"issuerOrgKind": "TTTP", "endsAt": 1795107600000}}, [], {"effect": "deny", "denies": ["IN-04"]})

# inspections.jsonl:71 inspection.endsAt: the last second of its day, written in Z (IN-04)
test_inspections_071 if holds(41, {"asOf": 1795193999000, "viewer": {"orgId": "TTTP", "orgKind": "TTTP"}, "inspection": {"issuerOrgKind": "TTTP", "endsAt": 1795193999999}}, [], {"effect": "allow"})

# inspections.jsonl:72 inspection.endsAt: the midnight after (IN-04)
test_inspections_072 if holds(41, {"asOf": 1795194000000, "viewer": {"orgId": "TTTP", "orgKind": "TTTP"}, "inspection": {"issuerOrgKind": "TTTP", "endsAt": 1795193999999}}, [], {"effect": "deny", "denies": ["IN-04"]})

# inspections.jsonl:73 inspection with the facts the law names, no body of the viewer (IN-02)
test_inspections_073 if holds(39, {"action": "inspect", "asOf": 1795140000000, "viewer": {"userId": "tt-01"}, "inspection": {"no": "1", "team": ["tt-01"], "inspectedOrgs": ["SO_XD"], "period": {"from": 1767200400000, "to": 1793466000000}, "endsAt": 1798736399999}, "context": {"targetOrgIds": ["SO_XD"], "targetWindow": {"from": 1790787600000, "to": 1793466000000}}}, ["camera", "request", "viewer/orgId", "inspection/needsContent"], {"effect": "allow", "reasons": ["IN-02"]})

# intake.jsonl:1 a field that the law of violations does not cover does not count, also at the counter
test_intake_001 if holds(34, {"action": "citizen_intake", "viewer": {"roles": ["public"]}, "submission": {"channel": "portal", "fieldCovered": false}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"], "at": ["submission.fieldCovered"]})

# intake.jsonl:2 a field that the law of violations does not cover is not admitted
test_intake_002 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": false, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"], "at": ["submission.fieldCovered"]})

# intake.jsonl:3 a clip filmed into a private home does not count, also at the counter
test_intake_003 if holds(34, {"action": "citizen_intake", "viewer": {"roles": ["public"]}, "submission": {"channel": "portal", "privacyRespected": false}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"], "at": ["submission.privacyRespected"]})

# intake.jsonl:4 a clip filmed into a private home is not admitted
test_intake_004 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": false, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"], "at": ["submission.privacyRespected"]})

# intake.jsonl:5 a clip that does not show where and when does not count, also at the counter
test_intake_005 if holds(34, {"action": "citizen_intake", "viewer": {"roles": ["public"]}, "submission": {"channel": "portal", "objective": false}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"], "at": ["submission.objective"]})

# intake.jsonl:6 a clip that does not show where and when is not admitted
test_intake_006 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": false, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"], "at": ["submission.objective"]})

# intake.jsonl:7 a clip from after the usable period does not count, also at the counter
test_intake_007 if holds(34, {"action": "citizen_intake", "viewer": {"roles": ["public"]}, "submission": {"channel": "portal", "withinPeriod": false}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"], "at": ["submission.withinPeriod"]})

# intake.jsonl:8 a clip from after the usable period is not admitted
test_intake_008 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": false}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"], "at": ["submission.withinPeriod"]})

# intake.jsonl:9 a connection judges no submission that lies beside it
test_intake_009 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "system": {"connectedAt": 1767200400000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "submission": {"channel": "portal", "objective": false, "competent": false}}, ["camera", "organisation"], {"effect": "allow", "notReasons": ["EV-09"], "notObligations": ["seal_provider", "forward_submission", "enter_in_register"]})

# intake.jsonl:10 a citizen hands something in: the way is open to all, no body is competent by it
test_intake_010 if holds(34, {"action": "citizen_intake", "viewer": {"roles": ["public"], "orgKind": "CAX"}, "submission": {"channel": "portal"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow", "reasons": ["EV-09"], "notReasons": ["EV-12"]})

# intake.jsonl:11 a duty commander does not admit submissions, competent body or not
test_intake_011 if holds(9, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX"}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "request", "approvals"], {"effect": "deny", "denies": ["POL-3"], "only": ["POL-3"], "notReasons": ["EV-09", "EV-12"]})

# intake.jsonl:12 a way of handing in that the law does not name is no permission
test_intake_012 if holds(34, {"action": "citizen_intake", "viewer": {"roles": ["public"]}, "submission": {"channel": "fax"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["EV-09"], "notReasons": ["EV-09"]})

# intake.jsonl:13 a body that does not receive for the field is not competent by it
test_intake_013 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "SO_XD", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-12"], "only": ["EV-12"], "notReasons": ["EV-12"]})

# intake.jsonl:14 at the counter the field is left empty under each of its names
test_intake_014 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789434000000, "field": ""}, "violation": {"field": ""}, "recording": {"violationField": ""}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow", "reasons": ["EV-09"]})

# intake.jsonl:15 at the counter the field of the violation is left empty
test_intake_015 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789434000000}, "violation": {"field": ""}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# intake.jsonl:16 at the counter the field of the submission is left empty
test_intake_016 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789434000000, "field": ""}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# intake.jsonl:17 at the counter the field of the recording is left empty
test_intake_017 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789434000000}, "recording": {"violationField": ""}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# intake.jsonl:18 the field stands in the submission: a department does not receive for roads
test_intake_018 if holds(34, {"action": "citizen_intake", "viewer": {"roles": ["reviewer"], "orgKind": "SO_XD"}, "submission": {"channel": "portal", "field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "deny", "denies": ["EV-12"], "only": ["EV-12"]})

# intake.jsonl:19 the field stands with the recording: a department does not receive for roads
test_intake_019 if holds(34, {"action": "citizen_intake", "viewer": {"roles": ["reviewer"], "orgKind": "SO_XD"}, "submission": {"channel": "portal"}, "recording": {"violationField": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "deny", "denies": ["EV-12"], "only": ["EV-12"]})

# intake.jsonl:20 nothing is admitted whose field is still open
test_intake_020 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}}, ["camera", "approvals"], {"effect": "cannot_decide", "unknowns": ["receivers_of_field_unknown"]})

# intake.jsonl:21 what bears signs of forgery is received at the counter, sealed and escalated
test_intake_021 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789434000000, "tamperFlag": true}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow", "obligations": ["enter_in_register", "seal_provider", "escalate_and_hold"]})

# live-view.jsonl:1 a grantee watches live with both keys and a running grant
test_live_view_001 if holds(0, {}, ["viewer/lastActiveAt"], {"effect": "allow", "reasons": ["PD-06"], "obligations": ["log_access", "watermark", "max_duration", "no_download"]})

# live-view.jsonl:2 no grant yet: asks for it
test_live_view_002 if holds(0, {}, ["grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["police"]})

# live-view.jsonl:3 no keys and no grant: both keys are needed
test_live_view_003 if holds(0, {}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["owner", "police"]})

# live-view.jsonl:4 a grant without the owner's key opens nothing
test_live_view_004 if holds(0, {"approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["owner"]})

# live-view.jsonl:5 a grant without the police key opens nothing
test_live_view_005 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["police"]})

# live-view.jsonl:6 the owner's key of another body is none
test_live_view_006 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_other", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["owner"]})

# live-view.jsonl:7 a police key from a department is none
test_live_view_007 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "SO_XD", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["police"]})

# live-view.jsonl:8 both keys by one person
test_live_view_008 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_binh", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# live-view.jsonl:9 both keys by one body
test_live_view_009 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_dongda", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# live-view.jsonl:10 the requester holds a key
test_live_view_010 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_mai", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# live-view.jsonl:11 the owner took consent back
test_live_view_011 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000, "withdrawnAt": 1789318800000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-4"]})

# live-view.jsonl:12 the owner will take consent back later
test_live_view_012 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000, "withdrawnAt": 1789837200000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "allow"})

# live-view.jsonl:13 the police refused
test_live_view_013 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "refused", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-4"]})

# live-view.jsonl:14 a key signed in the future is none
test_live_view_014 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789837200000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["owner"]})

# live-view.jsonl:15 a key that has run out is none
test_live_view_015 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000, "expiresAt": 1789318800000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["owner"]})

# live-view.jsonl:16 another camera than the granted one
test_live_view_016 if holds(0, {"camera": {"id": "cam_2"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# live-view.jsonl:17 another act than the granted one
test_live_view_017 if holds(0, {"grant": {"scope": {"actions": ["playback"]}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# live-view.jsonl:18 the grant has expired
test_live_view_018 if holds(0, {"grant": {"expiresAt": 1789437600000}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# live-view.jsonl:19 one millisecond before the grant expires
test_live_view_019 if holds(0, {"grant": {"expiresAt": 1789437600001}}, ["viewer/lastActiveAt"], {"effect": "allow"})

# live-view.jsonl:20 the grant was revoked
test_live_view_020 if holds(0, {"grant": {"revokedAt": 1789437599000}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# live-view.jsonl:21 outside the granted window
test_live_view_021 if holds(0, {"grant": {"scope": {"window": {"from": 1789441200000}}}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# live-view.jsonl:22 somebody of another body uses the grant
test_live_view_022 if holds(0, {"viewer": {"userId": "per_x", "orgId": "org_sonnmt"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# live-view.jsonl:23 a colleague of the same body uses the grant
test_live_view_023 if holds(0, {"viewer": {"userId": "per_minh"}}, ["viewer/lastActiveAt"], {"effect": "allow"})

# live-view.jsonl:24 emergency basis of the Data Law stands in lieu of consent
test_live_view_024 if holds(0, {"request": {"legalBasisCode": "DATA-18.2.a"}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "context": {"emergencyDeclRef": "QĐ-KC-1"}}, ["viewer/lastActiveAt"], {"effect": "allow", "reasons": ["SH-01"]})

# live-view.jsonl:25 the same without the police key
test_live_view_025 if holds(0, {"request": {"legalBasisCode": "DATA-18.2.a"}, "context": {"emergencyDeclRef": "QĐ-KC-1"}}, ["approvals", "viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["police"]})

# live-view.jsonl:26 camera outside the city system is refused: internal
test_live_view_026 if holds(0, {"camera": {"systemKind": "internal"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"]})

# live-view.jsonl:27 camera outside the city system is refused: police professional
test_live_view_027 if holds(0, {"camera": {"systemKind": "policeProfessional"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"]})

# live-view.jsonl:28 an unknown system kind is refused
test_live_view_028 if holds(0, {"camera": {"systemKind": "balloon"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["CT-01"]})

# live-view.jsonl:29 defence camera
test_live_view_029 if holds(0, {"camera": {"missionClass": "QUOC_PHONG"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["HN-10"], "only": ["HN-10"]})

# live-view.jsonl:30 an unknown mission
test_live_view_030 if holds(0, {"camera": {"missionClass": "SPACE"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["HN-10"]})

# live-view.jsonl:31 state secret
test_live_view_031 if holds(0, {"camera": {"classification": "stateSecret"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-07", "CT-01"], "only": ["SH-07", "CT-01"]})

# live-view.jsonl:32 operations centre watches any camera live
test_live_view_032 if holds(9, {"camera": {"systemKind": "central"}}, ["approvals", "camera/operatorOrgId"], {"effect": "allow", "reasons": ["CT-04"]})

# live-view.jsonl:33 operations centre gives no reason
test_live_view_033 if holds(9, {"camera": {"systemKind": "central"}, "request": {"reason": "."}}, ["approvals", "camera/operatorOrgId"], {"effect": "deny", "denies": ["CT-04"], "only": ["CT-04"]})

# live-view.jsonl:34 operations centre: reason missing
test_live_view_034 if holds(9, {"camera": {"systemKind": "central"}}, ["approvals", "camera/operatorOrgId", "request/reason"], {"effect": "deny", "denies": ["CT-04"]})

# live-view.jsonl:35 the highest access does not reach secrets
test_live_view_035 if holds(9, {"camera": {"systemKind": "central", "classification": "stateSecret"}}, ["approvals", "camera/operatorOrgId"], {"effect": "deny", "denies": ["SH-07"]})

# live-view.jsonl:36 the highest access is for live view only
test_live_view_036 if holds(9, {"action": "playback", "camera": {"systemKind": "central"}}, ["approvals", "camera/operatorOrgId"], {"effect": "deny", "denies": ["POL-3"]})

# live-view.jsonl:37 a duty commander of another body has no standing authority
test_live_view_037 if holds(9, {"viewer": {"orgKind": "SO_XD"}, "camera": {"systemKind": "central"}}, ["approvals", "camera/operatorOrgId"], {"effect": "deny", "denies": ["PD-09", "PD-14"]})

# machines.jsonl:1 a camera that counts by itself is brought in: nothing is decided about anybody, no review is offered
test_machines_001 if holds(1, {"camera": {"systemKind": "central"}, "analytics": {"kind": "counting", "automated": true}}, ["retentionPolicy"], {"effect": "allow", "notObligations": ["offer_review"]})

# national-data.jsonl:1 playback of a granted recording
test_national_data_001 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow", "reasons": ["PD-06"]})

# national-data.jsonl:2 playback without its recording
test_national_data_002 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}}, ["recording", "viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["POL-5", "PD-05"]})

# national-data.jsonl:3 recording outside the granted window
test_national_data_003 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "recording": {"from": 1789315200000}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# national-data.jsonl:4 recording that ends before it begins
test_national_data_004 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "recording": {"to": 1789344000000}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# national-data.jsonl:5 recording past its time
test_national_data_005 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "recording": {"expiresAt": 1789405199999}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# national-data.jsonl:6 recording past its time but held
test_national_data_006 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "recording": {"expiresAt": 1789491599999, "legalHoldIds": ["lh_1"]}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# national-data.jsonl:7 recording without a time of expiry
test_national_data_007 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}}, ["viewer/trainingValidTo", "request/deliveryCountry", "recording/expiresAt"], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# national-data.jsonl:8 views used up
test_national_data_008 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "grant": {"scope": {"maxViews": 3}, "viewsUsed": 3}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# national-data.jsonl:9 one view left
test_national_data_009 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "grant": {"scope": {"maxViews": 3}, "viewsUsed": 2}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# national-data.jsonl:10 purpose has ended
test_national_data_010 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "grant": {"purposeEndedAt": 1789434000000}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["SH-03"], "only": ["SH-03"], "deadlines": ["SH-03"]})

# national-data.jsonl:11 public activity
test_national_data_011 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"legalBasisCode": "PDPL-32.1.b"}, "context": {"event": {"isPublicActivity": true, "harmsHonour": false}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow", "reasons": ["PD-02"]})

# national-data.jsonl:12 no public activity
test_national_data_012 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"legalBasisCode": "PDPL-32.1.b"}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-02"], "only": ["PD-02"]})

# national-data.jsonl:13 public activity that harms honour
test_national_data_013 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"legalBasisCode": "PDPL-32.1.b"}, "context": {"event": {"isPublicActivity": true, "harmsHonour": true}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-02"], "only": ["PD-02"]})

# national-data.jsonl:14 control mechanism incomplete
test_national_data_014 if holds(0, {"action": "submit_request", "organisation": {"controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-08"], "only": ["PD-08"], "at": ["organisation.controlMechanism.complaintChannel"]})

# national-data.jsonl:15 control mechanism complete
test_national_data_015 if holds(0, {"action": "submit_request", "organisation": {"controlMechanism": {"procedure": true, "riskAssessment": "DG-1", "periodicCheck": true, "complaintChannel": "hotline"}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# national-data.jsonl:16 ground e without Article 19
test_national_data_016 if holds(0, {"action": "submit_request", "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a", "transferGround": "17.1.e"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-09"], "only": ["PD-09"]})

# national-data.jsonl:17 ground e with Article 19
test_national_data_017 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# national-data.jsonl:18 ground d with its agreement
test_national_data_018 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# national-data.jsonl:19 agreement without purpose
test_national_data_019 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"id": "agr_1", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"], "at": ["agreement.purpose"]})

# national-data.jsonl:20 agreement without dataSubjectsAndTypes
test_national_data_020 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"id": "agr_1", "purpose": "p", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"], "at": ["agreement.dataSubjectsAndTypes"]})

# national-data.jsonl:21 agreement without periodAndDeletion
test_national_data_021 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"], "at": ["agreement.periodAndDeletion"]})

# national-data.jsonl:22 agreement without legalBasis
test_national_data_022 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"], "at": ["agreement.legalBasis"]})

# national-data.jsonl:23 agreement without protectionDuties
test_national_data_023 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "rightsContact": "dpo", "violationCooperation": "có"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"], "at": ["agreement.protectionDuties"]})

# national-data.jsonl:24 agreement without rightsContact
test_national_data_024 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "violationCooperation": "có"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"], "at": ["agreement.rightsContact"]})

# national-data.jsonl:25 agreement without violationCooperation
test_national_data_025 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"], "at": ["agreement.violationCooperation"]})

# national-data.jsonl:26 ground d without agreement
test_national_data_026 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"]})

# national-data.jsonl:27 paid transfer under agreement without its conditions
test_national_data_027 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d", "feeCharged": true}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có", "paidConditionsMet": false}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-24"], "only": ["PD-24"]})

# national-data.jsonl:28 paid transfer with its conditions
test_national_data_028 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d", "feeCharged": true}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có", "paidConditionsMet": true}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# national-data.jsonl:29 a fee without an agreement is a sale, whoever asks
test_national_data_029 if holds(0, {"action": "submit_request", "request": {"feeCharged": true}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-24"], "only": ["PD-24"]})

# national-data.jsonl:30 sale of footage
test_national_data_030 if holds(0, {"action": "submit_request", "request": {"commercial": true}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-24"], "only": ["PD-24"]})

# national-data.jsonl:31 a body looks at its own camera for its purpose
test_national_data_031 if holds(3, {}, ["camera/noticeKind"], {"effect": "allow", "reasons": ["PD-11"]})

# national-data.jsonl:32 a body looks at its own camera for another purpose
test_national_data_032 if holds(3, {"camera": {"purposes": ["MOI_TRUONG"]}}, ["camera/noticeKind"], {"effect": "deny", "denies": ["PD-04"], "only": ["PD-04"]})

# national-data.jsonl:33 the ground within one body on another body's camera
test_national_data_033 if holds(3, {"camera": {"ownerOrgId": "org_x"}}, ["camera/noticeKind"], {"effect": "deny", "denies": ["PD-09", "PD-14"]})

# national-data.jsonl:34 consent of the subject on record
test_national_data_034 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "PDPL-9", "transferGround": "17.1.a"}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có"}, "consent": {"recordId": "cr_1", "principalId": "p1", "purposeCode": "HA_TANG", "givenAt": 1788195600000, "voluntary": true, "informed": true, "verifiable": true}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# national-data.jsonl:35 consent given before 2026 stays valid
test_national_data_035 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "PDPL-9", "transferGround": "17.1.a"}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có"}, "consent": {"recordId": "cr_1", "principalId": "p1", "purposeCode": "HA_TANG", "givenAt": 1748710800000, "voluntary": true, "informed": true, "verifiable": true}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# national-data.jsonl:36 no consent on record
test_national_data_036 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "PDPL-9", "transferGround": "17.1.a"}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# national-data.jsonl:37 consent with purposeCode = MOI_TRUONG
test_national_data_037 if holds(43, {}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# national-data.jsonl:38 consent with withdrawnAt = 2026-09-10
test_national_data_038 if holds(43, {"consent": {"purposeCode": "HA_TANG", "withdrawnAt": 1788973200000}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# national-data.jsonl:39 consent with voluntary = False
test_national_data_039 if holds(43, {"consent": {"purposeCode": "HA_TANG", "voluntary": false}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# national-data.jsonl:40 consent with informed = False
test_national_data_040 if holds(43, {"consent": {"purposeCode": "HA_TANG", "informed": false}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# national-data.jsonl:41 consent with verifiable = False
test_national_data_041 if holds(43, {"consent": {"purposeCode": "HA_TANG", "verifiable": false}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# national-data.jsonl:42 consent with tied = True
test_national_data_042 if holds(43, {"consent": {"purposeCode": "HA_TANG", "tied": true}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# national-data.jsonl:43 consent with method = silence
test_national_data_043 if holds(43, {"consent": {"purposeCode": "HA_TANG", "method": "silence"}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# national-data.jsonl:44 consent with expiresAt = 2026-09-10
test_national_data_044 if holds(43, {"consent": {"purposeCode": "HA_TANG", "expiresAt": 1789059599999}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# national-data.jsonl:45 consent with recordId =
test_national_data_045 if holds(43, {"consent": {"recordId": "", "purposeCode": "HA_TANG"}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# national-data.jsonl:46 consent withdrawn later
test_national_data_046 if holds(43, {"consent": {"purposeCode": "HA_TANG", "withdrawnAt": 1796058000000}}, [], {"effect": "needs_approval"})

# national-data.jsonl:47 delivery abroad
test_national_data_047 if holds(0, {"action": "submit_request", "request": {"deliveryCountry": "SG"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-23"], "only": ["PD-23"]})

# national-data.jsonl:48 delivery in the country
test_national_data_048 if holds(0, {"action": "submit_request", "request": {"deliveryCountry": "VN"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# national-data.jsonl:49 a person asks for their own picture, nobody else in it
test_national_data_049 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "reasons": ["PD-12"], "deadlines": ["DS-01", "DS-03"]})

# national-data.jsonl:50 others in the picture, masked
test_national_data_050 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": true, "identityVerified": true, "thirdPartiesMasked": true}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow"})

# national-data.jsonl:51 others in the picture are made unrecognisable
test_national_data_051 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": true, "identityVerified": true}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "reasons": ["DS-01"], "obligations": ["mask_faces"], "deadlines": ["DS-01", "DS-03"]})

# national-data.jsonl:52 not said whether others are in the picture: masked as well
test_national_data_052 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "identityVerified": true}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "obligations": ["mask_faces"]})

# national-data.jsonl:53 own data that would harm security
test_national_data_053 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true, "refusalGround": "security"}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["PD-12"], "only": ["PD-12"]})

# national-data.jsonl:54 a refusal without a ground of the law does not count
test_national_data_054 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true, "refusalGround": "inconvenience"}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow"})

# national-data.jsonl:55 identity not proven
test_national_data_055 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": false}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["PD-12"], "only": ["PD-12"]})

# national-data.jsonl:56 own data needs no written request of an authority (PD-12 before PD-14)
test_national_data_056 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN"}}, ["camera/noticeKind", "request/transferGround"], {"effect": "allow", "reasons": ["PD-12"], "obligations": ["seal_evidence"]})

# national-data.jsonl:57 own data is not refused for want of a city purpose
test_national_data_057 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "purposeCode": "TU_XEM", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN"}}, ["camera/noticeKind", "request/transferGround"], {"effect": "allow"})

# personal-data.jsonl:1 public-place basis for traffic safety in a public place
test_personal_data_001 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a"}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow", "reasons": ["PD-01"]})

# personal-data.jsonl:2 public-place basis on a camera of which nobody says that it is public
test_personal_data_002 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a"}}, ["viewer/trainingValidTo", "camera/isPublicPlace", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-01"], "only": ["PD-01"]})

# personal-data.jsonl:3 a public activity of which nobody says that it harms honour
test_personal_data_003 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"legalBasisCode": "PDPL-32.1.b"}, "context": {"event": {"isPublicActivity": true}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow", "reasons": ["PD-02"]})

# personal-data.jsonl:4 the basis of public activities without an activity
test_personal_data_004 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"legalBasisCode": "PDPL-32.1.b"}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-02"], "only": ["PD-02"]})

# personal-data.jsonl:5 a camera without notice is shared only when that is overridden
test_personal_data_005 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "camera": {"noticeKind": "none"}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "needs_approval", "needs": ["police"]})

# personal-data.jsonl:6 the override is named
test_personal_data_006 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "camera": {"noticeKind": "none"}, "request": {"noticeOverrideRef": "CV 77/CATP"}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# personal-data.jsonl:7 the notice was verified
test_personal_data_007 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "camera": {"noticeKind": "sign", "noticeVerifiedAt": 1769878800000}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# personal-data.jsonl:8 the notice is verified only after the act
test_personal_data_008 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "camera": {"noticeKind": "sign", "noticeVerifiedAt": 1789491600000}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "needs_approval", "needs": ["police"]})

# personal-data.jsonl:9 kept for 30 days from the recording, on the 30th day
test_personal_data_009 if holds(29, {"action": "playback", "asOf": 1791856800000, "viewer": {"roles": ["requester"]}, "grant": {"expiresAt": 1798736399999}, "recording": {"recordedAt": 1789318800000, "retentionDays": 30}}, ["viewer/trainingValidTo", "request/deliveryCountry", "recording/expiresAt"], {"effect": "allow"})

# personal-data.jsonl:10 kept for 30 days from the recording, after the 30th day
test_personal_data_010 if holds(29, {"action": "playback", "asOf": 1791910800000, "viewer": {"roles": ["requester"]}, "grant": {"expiresAt": 1798736399999}, "recording": {"recordedAt": 1789318800000, "retentionDays": 30}}, ["viewer/trainingValidTo", "request/deliveryCountry", "recording/expiresAt"], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# personal-data.jsonl:11 kept from the end of the recording when its day is not stated
test_personal_data_011 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "recording": {"retentionDays": 30}}, ["viewer/trainingValidTo", "request/deliveryCountry", "recording/expiresAt"], {"effect": "allow"})

# personal-data.jsonl:12 the stated end counts before the days
test_personal_data_012 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "recording": {"expiresAt": 1789405199999, "recordedAt": 1789318800000, "retentionDays": 30}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# personal-data.jsonl:13 past its time, held by order
test_personal_data_013 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "recording": {"expiresAt": 1789491599999, "legalHold": true}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# personal-data.jsonl:14 past its time, held by a named order
test_personal_data_014 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "recording": {"expiresAt": 1789491599999, "legalHold": "LH-9"}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# personal-data.jsonl:15 past its time, said to be under no hold
test_personal_data_015 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "recording": {"expiresAt": 1789405199999, "legalHold": false}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# personal-data.jsonl:16 its last instant
test_personal_data_016 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "recording": {"expiresAt": 1789437600001}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# personal-data.jsonl:17 the instant of its end
test_personal_data_017 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "recording": {"expiresAt": 1789437600000}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# personal-data.jsonl:18 footage for a body without procedure
test_personal_data_018 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "organisation": {"controlMechanism": {"riskAssessment": "DG-01", "periodicCheck": "KT-01", "complaintChannel": "1022"}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-08"], "only": ["PD-08"]})

# personal-data.jsonl:19 footage for a body without riskAssessment
test_personal_data_019 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "organisation": {"controlMechanism": {"procedure": "QT-01", "periodicCheck": "KT-01", "complaintChannel": "1022"}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-08"], "only": ["PD-08"]})

# personal-data.jsonl:20 footage for a body without periodicCheck
test_personal_data_020 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "organisation": {"controlMechanism": {"procedure": "QT-01", "riskAssessment": "DG-01", "complaintChannel": "1022"}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-08"], "only": ["PD-08"]})

# personal-data.jsonl:21 footage for a body without complaintChannel
test_personal_data_021 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "organisation": {"controlMechanism": {"procedure": "QT-01", "riskAssessment": "DG-01", "periodicCheck": "KT-01"}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-08"], "only": ["PD-08"]})

# personal-data.jsonl:22 footage for a body with the whole mechanism
test_personal_data_022 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "organisation": {"controlMechanism": {"procedure": "QT-01", "riskAssessment": "DG-01", "periodicCheck": "KT-01", "complaintChannel": "1022"}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# personal-data.jsonl:23 a mechanism that is only said to exist
test_personal_data_023 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "organisation": {"controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# personal-data.jsonl:24 consent needs no mechanism of Article 19
test_personal_data_024 if holds(43, {"consent": {"purposeCode": "HA_TANG"}, "organisation": {"controlMechanism": {"procedure": false}}}, [], {"effect": "needs_approval"})

# personal-data.jsonl:25 ground d with its seven clauses as a list
test_personal_data_025 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"fields": ["purpose", "dataSubjectsAndTypes", "periodAndDeletion", "legalBasis", "protectionDuties", "rightsContact", "violationCooperation"]}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:26 ground d with six clauses
test_personal_data_026 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"fields": ["dataSubjectsAndTypes", "periodAndDeletion", "legalBasis", "protectionDuties", "rightsContact", "violationCooperation"]}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"]})

# personal-data.jsonl:27 ground d with one clause seven times
test_personal_data_027 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"fields": ["purpose", "purpose", "purpose", "purpose", "purpose", "purpose", "purpose"]}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"]})

# personal-data.jsonl:28 ground d with an empty clause
test_personal_data_028 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"fields": ["dataSubjectsAndTypes", "periodAndDeletion", "legalBasis", "protectionDuties", "rightsContact", "violationCooperation", ""]}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"]})

# personal-data.jsonl:29 ground d with seven clauses by name
test_personal_data_029 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"fields": {"purpose": "…", "dataSubjectsAndTypes": "…", "periodAndDeletion": "…", "legalBasis": "…", "protectionDuties": "…", "rightsContact": "…", "violationCooperation": "…"}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:30 ground d with seven clauses ticked
test_personal_data_030 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"fields": {"purpose": true, "dataSubjectsAndTypes": true, "periodAndDeletion": true, "legalBasis": true, "protectionDuties": true, "rightsContact": true, "violationCooperation": true}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:31 ground d with one of seven ticked off
test_personal_data_031 if holds(0, {"action": "submit_request", "request": {"transferGround": "17.1.d"}, "agreement": {"fields": {"purpose": false, "dataSubjectsAndTypes": true, "periodAndDeletion": true, "legalBasis": true, "protectionDuties": true, "rightsContact": true, "violationCooperation": true}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"]})

# personal-data.jsonl:32 ground c rests on an agreement too
test_personal_data_032 if holds(43, {"request": {"legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.c"}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"]})

# personal-data.jsonl:33 the road of own data on behalf of somebody else
test_personal_data_033 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "thirdParty", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["PD-12"], "only": ["PD-12"]})

# personal-data.jsonl:34 somebody else, with that person's consent
test_personal_data_034 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "thirdParty", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true}, "consent": {"recordId": "cns_1"}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow"})

# personal-data.jsonl:35 a consent that was taken back
test_personal_data_035 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "thirdParty", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true}, "consent": {"recordId": "cns_1", "withdrawnAt": 1788195600000}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["PD-12"], "only": ["PD-12"]})

# personal-data.jsonl:36 a representative asks
test_personal_data_036 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "representative", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow"})

# personal-data.jsonl:37 a copy in which others can be recognised
test_personal_data_037 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": true, "identityVerified": true, "thirdPartiesMasked": false}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["PD-12"], "only": ["PD-12"]})

# personal-data.jsonl:38 nobody else in the picture: nothing to mask
test_personal_data_038 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true, "thirdPartiesMasked": false}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "notObligations": ["mask_faces"]})

# personal-data.jsonl:39 others already masked: nothing more to mask
test_personal_data_039 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": true, "identityVerified": true, "thirdPartiesMasked": true}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "notObligations": ["mask_faces"]})

# personal-data.jsonl:40 nothing is said of others, identity or basis
test_personal_data_040 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject"}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "reasons": ["PD-12", "DS-01"], "obligations": ["mask_faces", "give_controller_contact"], "deadlines": ["DS-01", "DS-03"]})

# personal-data.jsonl:41 a right that needs no role
test_personal_data_041 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan"}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind", "viewer/roles"], {"effect": "allow"})

# personal-data.jsonl:42 a role that nobody knows
test_personal_data_042 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["king"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789354800000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["POL-2", "POL-3"], "only": ["POL-2", "POL-3"]})

# personal-data.jsonl:43 deleting gives no picture: nothing to mask, no contact to give
test_personal_data_043 if holds(34, {"action": "data_subject", "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "delete", "receivedAt": 1789354800000, "basis": "PDPL-9"}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "notObligations": ["mask_faces", "give_controller_contact"], "deadlines": ["DS-04"], "clocks": ["acknowledgement_due", "answer_due"]})

# personal-data.jsonl:44 the contact before NĐ 330
test_personal_data_044 if holds(34, {"action": "data_subject", "asOf": 1787072399000, "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1786899600000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "notObligations": ["give_controller_contact"]})

# personal-data.jsonl:45 the contact from NĐ 330 on
test_personal_data_045 if holds(34, {"action": "data_subject", "asOf": 1787072400000, "viewer": {"userId": "per_dan", "roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1786899600000}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true}}, ["camera", "approvals", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "obligations": ["give_controller_contact"]})

# personal-data.jsonl:46 own footage without body, purpose or basis
test_personal_data_046 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "request": {"requesterKind": "dataSubject", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN"}}, ["viewer/orgId", "viewer/orgKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "allow", "reasons": ["PD-12"]})

# personal-data.jsonl:47 own footage claimed on an agency's basis is no own data
test_personal_data_047 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "request": {"requesterKind": "dataSubject", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN"}}, ["camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["PD-14", "PD-09"]})

# personal-data.jsonl:48 own footage of a body that nobody knows
test_personal_data_048 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "UBND_QUAN", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN"}}, ["camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["POL-2"], "only": ["POL-2"]})

# personal-data.jsonl:49 own footage delivered abroad
test_personal_data_049 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN"}, "delivery": {"country": "SG"}}, ["camera/noticeKind", "request/transferGround"], {"effect": "deny", "denies": ["PD-23"], "only": ["PD-23"]})

# personal-data.jsonl:50 a request to publish on the operation of an agency
test_personal_data_050 if holds(0, {"action": "submit_request", "request": {"publish": true}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-13"], "only": ["PD-13"]})

# personal-data.jsonl:51 a request to publish in crime prevention
test_personal_data_051 if holds(43, {"request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.dd", "publish": true}}, ["agreement", "consent"], {"effect": "needs_approval"})

# personal-data.jsonl:52 a request to publish a child without consents
test_personal_data_052 if holds(43, {"request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.dd", "publish": true}, "recording": {"childInPicture": true}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# personal-data.jsonl:53 a request to publish a child with both consents
test_personal_data_053 if holds(0, {"action": "submit_request", "request": {"legalBasisCode": "PDPL-19.1.b", "publish": true}, "recording": {"childInPicture": true}, "consent": {"recordId": "cns_2", "subject": true, "representative": true}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:54 a child in a picture that is not to be published
test_personal_data_054 if holds(0, {"action": "submit_request", "request": {"publish": false}, "recording": {"childInPicture": true}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:55 a child of no stated age with both consents
test_personal_data_055 if holds(40, {"consent": {"recordId": "cns_2", "subject": true}}, ["consent/subjectAge"], {"effect": "allow"})

# personal-data.jsonl:56 a child of no stated age with the representative's consent
test_personal_data_056 if holds(40, {"consent": {"recordId": "cns_2"}}, ["consent/subjectAge"], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# personal-data.jsonl:57 a child's own consent alone
test_personal_data_057 if holds(40, {"consent": {"recordId": "cns_2", "subject": true, "subjectAge": 15}}, ["consent/representative"], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# personal-data.jsonl:58 consents that are not on record
test_personal_data_058 if holds(40, {"consent": {"subject": true, "subjectAge": 15}}, [], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# personal-data.jsonl:59 consents taken back
test_personal_data_059 if holds(40, {"consent": {"recordId": "cns_2", "subject": true, "subjectAge": 15, "withdrawnAt": 1788195600000}}, [], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# personal-data.jsonl:60 consent for a child is the child's and the representative's
test_personal_data_060 if holds(43, {"consent": {"purposeCode": "HA_TANG"}, "recording": {"childInPicture": true}}, [], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# personal-data.jsonl:61 consent for a child by both
test_personal_data_061 if holds(43, {"consent": {"purposeCode": "HA_TANG", "subject": true, "representative": true}, "recording": {"childInPicture": true}}, [], {"effect": "needs_approval"})

# personal-data.jsonl:62 face match by a police unit with a grant for it
test_personal_data_062 if holds(10, {}, ["viewer/authorityRef"], {"effect": "allow"})

# personal-data.jsonl:63 face match with a second factor in this session
test_personal_data_063 if holds(10, {"context": {"mfa": true}}, ["viewer/mfaLevel"], {"effect": "allow"})

# personal-data.jsonl:64 face match without a second factor in this session
test_personal_data_064 if holds(10, {"context": {"mfa": false}}, ["viewer/mfaLevel"], {"effect": "deny", "denies": ["PD-17"], "only": ["PD-17"]})

# personal-data.jsonl:65 a stated level counts before the session
test_personal_data_065 if holds(10, {"viewer": {"mfaLevel": 1}, "context": {"mfa": true}}, [], {"effect": "deny", "denies": ["PD-17"], "only": ["PD-17"]})

# personal-data.jsonl:66 commerce is not opened by crime prevention
test_personal_data_066 if holds(10, {"analytics": {"kind": "commercial"}}, [], {"effect": "deny", "denies": ["PD-15"], "only": ["PD-15"]})

# personal-data.jsonl:67 commerce, named as what the act analyses
test_personal_data_067 if holds(10, {"context": {"analytics": "commercial"}}, [], {"effect": "deny", "denies": ["PD-15"], "only": ["PD-15"]})

# personal-data.jsonl:68 counting a flow builds no profiles
test_personal_data_068 if holds(0, {"analytics": {"kind": "counting", "riskLevel": "low", "humanVerification": true}}, ["viewer/lastActiveAt"], {"effect": "allow"})

# personal-data.jsonl:69 an analysis that nobody knows is taken for the worst
test_personal_data_069 if holds(0, {"analytics": {"kind": "aura", "riskLevel": "low", "humanVerification": true}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-15"], "only": ["PD-15"]})

# personal-data.jsonl:70 behaviour analysis named by the act
test_personal_data_070 if holds(0, {"context": {"analytics": "behaviourAnalysis"}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-15"], "only": ["PD-15"]})

# personal-data.jsonl:71 a recording that is sensitive by its content leaves unsealed
test_personal_data_071 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}, "recording": {"dataClass": "sensitive"}, "delivery": {"encryption": "none"}}, [], {"effect": "deny", "denies": ["PD-19"], "only": ["PD-19"]})

# personal-data.jsonl:72 an act that makes a face template leaves sealed
test_personal_data_072 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}, "context": {"produces": "faceTemplate"}, "delivery": {"encryption": "aes", "keyChannel": "none"}}, [], {"effect": "deny", "denies": ["PD-19"], "only": ["PD-19"]})

# personal-data.jsonl:73 a sensitive recording, sealed, its key by another way
test_personal_data_073 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}, "recording": {"dataClass": "biometric"}, "delivery": {"encryption": "aes", "keyChannel": "courier"}}, [], {"effect": "allow", "obligations": ["mark_sensitive"]})

# personal-data.jsonl:74 a company that names no country
test_personal_data_074 if holds(29, {"viewer": {"orgKind": "DOANH_NGHIEP", "trainingValidTo": 1798822799999}, "delivery": {}}, ["request/deliveryCountry"], {"effect": "deny", "denies": ["PD-23"]})

# personal-data.jsonl:75 a journey followed with consent on record
test_personal_data_075 if holds(10, {"action": "trajectory", "request": {"legalBasisCode": "PDPL-9", "timeWindow": {"from": 1789347600000, "to": 1789351200000}}, "consent": {"recordId": "cns_3", "purposeCode": "AN_NINH_TRAT_TU", "sensitiveTold": true}}, ["recording", "analytics", "watchlist"], {"effect": "allow"})

# personal-data.jsonl:76 encryption is no de-identification
test_personal_data_076 if holds(2, {"action": "aggregate", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "context": {"output": "aggregate", "deidMethod": "encryption"}}, ["system", "approvals", "camera", "organisation", "request/kind", "request/receivedAt", "context/channel"], {"effect": "deny", "denies": ["PD-21"], "only": ["PD-21"]})

# personal-data.jsonl:77 no method is no method
test_personal_data_077 if holds(2, {"action": "aggregate", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "context": {"output": "aggregate", "deidMethod": "None"}}, ["system", "approvals", "camera", "organisation", "request/kind", "request/receivedAt", "context/channel"], {"effect": "deny", "denies": ["PD-21"], "only": ["PD-21"]})

# personal-data.jsonl:78 a fee with a named agreement is no sale
test_personal_data_078 if holds(0, {"action": "submit_request", "request": {"feeCharged": true, "agreementId": "agr_1"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:79 a fee with the agreement at hand is no sale
test_personal_data_079 if holds(0, {"action": "submit_request", "request": {"feeCharged": true}, "agreement": {"id": "agr_1"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:80 a fee with the seven clauses is no sale
test_personal_data_080 if holds(0, {"action": "submit_request", "request": {"feeCharged": true}, "agreement": {"purpose": "…", "dataSubjectsAndTypes": "…", "periodAndDeletion": "…", "legalBasis": "…", "protectionDuties": "…", "rightsContact": "…", "violationCooperation": "…"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:81 a fee with six of the clauses
test_personal_data_081 if holds(0, {"action": "submit_request", "request": {"feeCharged": true}, "agreement": {"dataSubjectsAndTypes": "…", "periodAndDeletion": "…", "legalBasis": "…", "protectionDuties": "…", "rightsContact": "…", "violationCooperation": "…"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-24"], "only": ["PD-24"]})

# personal-data.jsonl:82 a fee with the clauses as a list
test_personal_data_082 if holds(0, {"action": "submit_request", "request": {"feeCharged": true}, "agreement": {"fields": ["purpose", "dataSubjectsAndTypes", "periodAndDeletion", "legalBasis", "protectionDuties", "rightsContact", "violationCooperation"]}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:83 a fee without an agreement before NĐ 330
test_personal_data_083 if holds(0, {"action": "submit_request", "asOf": 1787072399000, "request": {"writtenRequest": {"date": 1786294800000}, "feeCharged": true}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:84 a fee as an amount
test_personal_data_084 if holds(0, {"action": "submit_request", "request": {"fee": 50000}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-24"], "only": ["PD-24"]})

# personal-data.jsonl:85 a fee said to be taken
test_personal_data_085 if holds(0, {"action": "submit_request", "request": {"fee": true}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-24"], "only": ["PD-24"]})

# personal-data.jsonl:86 a fee of nothing
test_personal_data_086 if holds(0, {"action": "submit_request", "request": {"fee": 0}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:87 paid, for no stated purpose
test_personal_data_087 if holds(0, {"action": "submit_request", "request": {"purposeCode": "", "feeCharged": true, "agreementId": "agr_1"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-24", "POL-0"]})

# personal-data.jsonl:88 consent not yet given
test_personal_data_088 if holds(43, {"consent": {"purposeCode": "HA_TANG", "givenAt": 1789491600000}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# personal-data.jsonl:89 the last event of the consent is its withdrawal
test_personal_data_089 if holds(43, {"consent": {"purposeCode": "HA_TANG", "events": [{"type": "given", "at": 1769878800000}, {"type": "withdrawn", "at": 1788195600000}]}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# personal-data.jsonl:90 withdrawn as a state
test_personal_data_090 if holds(43, {"consent": {"purposeCode": "HA_TANG", "events": [{"type": "event", "state": "Withdrawn", "at": 1788195600000}]}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# personal-data.jsonl:91 withdrawn and given again
test_personal_data_091 if holds(43, {"consent": {"purposeCode": "HA_TANG", "events": [{"type": "withdrawn", "at": 1772298000000}, {"type": "given", "at": 1774976400000}]}}, [], {"effect": "needs_approval"})

# personal-data.jsonl:92 a withdrawal still to come
test_personal_data_092 if holds(43, {"consent": {"purposeCode": "HA_TANG", "events": [{"type": "given", "at": 1769878800000}, {"type": "withdrawn", "at": 1789491600000}]}}, [], {"effect": "needs_approval"})

# personal-data.jsonl:93 consent of the former decree, tied to another purpose as it then could be
test_personal_data_093 if holds(43, {"consent": {"purposeCode": "HA_TANG", "givenAt": 1748710800000, "tied": true}}, [], {"effect": "needs_approval"})

# personal-data.jsonl:94 consent of 01/01/2026 answers to Law 91
test_personal_data_094 if holds(43, {"consent": {"purposeCode": "HA_TANG", "givenAt": 1767200400000, "tied": true}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# personal-data.jsonl:95 consent of 31/12/2025 answers to the former decree
test_personal_data_095 if holds(43, {"consent": {"purposeCode": "HA_TANG", "givenAt": 1767114000000, "tied": true}}, [], {"effect": "needs_approval"})

# personal-data.jsonl:96 silence was no consent then either
test_personal_data_096 if holds(43, {"consent": {"purposeCode": "HA_TANG", "givenAt": 1748710800000, "method": "silence"}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# personal-data.jsonl:97 consent preset
test_personal_data_097 if holds(43, {"consent": {"purposeCode": "HA_TANG", "method": "default"}}, [], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# personal-data.jsonl:98 an agency that says it has no officer
test_personal_data_098 if holds(0, {"action": "submit_request", "organisation": {"dpoContact": null}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-26"], "only": ["PD-26"]})

# personal-data.jsonl:99 an agency that hires the service
test_personal_data_099 if holds(0, {"action": "submit_request", "organisation": {"dpoContact": null, "dpService": "DV-1"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:100 an agency whose officer is not spoken of
test_personal_data_100 if holds(0, {"action": "submit_request", "organisation": {"kind": "SO_XD"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval"})

# personal-data.jsonl:101 a firm that is not described yet
test_personal_data_101 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}}, ["retentionPolicy"], {"effect": "allow"})

# personal-data.jsonl:102 an individual owner
test_personal_data_102 if holds(1, {"viewer": {"orgKind": "CA_NHAN"}, "camera": {"systemKind": "central"}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "allow"})

# personal-data.jsonl:103 a start-up until 31/12/2030
test_personal_data_103 if holds(1, {"asOf": 1924966799000, "viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"id": "o", "sizeClass": "startup"}}, ["retentionPolicy"], {"effect": "allow"})

# personal-data.jsonl:104 a small firm that processes sensitive data
test_personal_data_104 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"id": "o", "sizeClass": "small", "impactAssessmentRef": "DG-1", "processesSensitive": true}}, ["retentionPolicy"], {"effect": "deny", "denies": ["PD-26"], "only": ["PD-26"]})

# personal-data.jsonl:105 a micro firm with 99,999 people
test_personal_data_105 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"id": "o", "sizeClass": "micro", "dataSubjects": 99999}}, ["retentionPolicy"], {"effect": "allow"})

# personal-data.jsonl:106 a lead somebody verified without saying who
test_personal_data_106 if holds(27, {"action": "act_on_match", "asOf": 1803834000000, "viewer": {"lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "riskLevel": "high", "automaticAction": true, "reviewOffered": true, "inServiceSince": 1767200400000, "humanVerification": true}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["AI-01"]})

# personal-data.jsonl:107 looking for a match that an officer will verify
test_personal_data_107 if holds(10, {}, ["analytics/automaticAction", "analytics/verifierTitle"], {"effect": "allow"})

# personal-data.jsonl:108 a match that nobody verifies
test_personal_data_108 if holds(10, {"analytics": {"humanVerification": false}}, ["analytics/automaticAction"], {"effect": "deny", "denies": ["AI-01"], "only": ["AI-01"]})

# personal-data.jsonl:109 an analysis that acts by itself
test_personal_data_109 if holds(0, {"analytics": {"kind": "counting", "riskLevel": "low", "automaticAction": true}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["AI-01", "AI-03"], "only": ["AI-01", "AI-03"]})

# personal-data.jsonl:110 an analysis that nobody verifies and nothing follows from
test_personal_data_110 if holds(0, {"analytics": {"kind": "counting", "riskLevel": "low", "automaticAction": false, "humanVerification": false}}, ["viewer/lastActiveAt"], {"effect": "allow"})

# personal-data.jsonl:111 a machine that keeps no log
test_personal_data_111 if holds(10, {"analytics": {"aiLog": false}}, [], {"effect": "deny", "denies": ["AI-05"], "only": ["AI-05"]})

# personal-data.jsonl:112 a machine that keeps its log
test_personal_data_112 if holds(10, {"analytics": {"aiLog": {"modelVersion": "1"}}}, [], {"effect": "allow", "obligations": ["log_model"]})

# personal-data.jsonl:113 a case file's picture of which nobody says that it is a copy
test_personal_data_113 if holds(10, {"recording": {"caseFileId": "HS-1"}}, ["recording/copyOf", "recording/original"], {"effect": "deny", "denies": ["EV-20"], "only": ["EV-20"]})

# personal-data.jsonl:114 a case file's picture that names what it is a copy of
test_personal_data_114 if holds(10, {"recording": {"caseFileId": "HS-1"}}, ["recording/original"], {"effect": "allow"})

# personal-data.jsonl:115 an ordinary recording
test_personal_data_115 if holds(10, {}, ["recording/original"], {"effect": "allow"})

# personal-data.jsonl:116 an administrator with one factor
test_personal_data_116 if holds(0, {"viewer": {"lastActiveAt": 1789318800000, "account": {"admin": true}, "mfaLevel": 1}}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# personal-data.jsonl:117 an administrator with two factors
test_personal_data_117 if holds(0, {"viewer": {"lastActiveAt": 1789318800000, "account": {"admin": true}, "mfaLevel": 2}}, [], {"effect": "allow"})

# personal-data.jsonl:118 access from outside with one factor
test_personal_data_118 if holds(0, {"viewer": {"lastActiveAt": 1789318800000, "account": {"external": true}, "mfaLevel": 1}}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# personal-data.jsonl:119 access from outside, the account itself asks for more
test_personal_data_119 if holds(0, {"viewer": {"lastActiveAt": 1789318800000, "account": {"external": true, "mfa": true}}}, [], {"effect": "allow"})

# personal-data.jsonl:120 an account of several people
test_personal_data_120 if holds(0, {"viewer": {"lastActiveAt": 1789318800000, "account": {"shared": true}}}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# personal-data.jsonl:121 an account whose person has left
test_personal_data_121 if holds(0, {"viewer": {"lastActiveAt": 1789318800000, "account": {"leftAt": 1788195600000}}}, [], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# personal-data.jsonl:122 an account whose person is about to leave
test_personal_data_122 if holds(0, {"viewer": {"lastActiveAt": 1789318800000, "account": {"leftAt": 1796058000000}}}, [], {"effect": "allow"})

# personal-data.jsonl:123 clear pictures without a reason
test_personal_data_123 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "context": {"fidelity": "unblurred"}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["SE-07"], "only": ["SE-07"]})

# personal-data.jsonl:124 clear pictures with a reason
test_personal_data_124 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"clearTextReason": "Nhận dạng vết nứt mặt đường"}, "context": {"fidelity": "unblurred"}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# personal-data.jsonl:125 clear pictures by the grant, without a reason
test_personal_data_125 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "grant": {"scope": {"fidelity": "Original"}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["SE-07"], "only": ["SE-07"]})

# personal-data.jsonl:126 clear pictures by the grant, with a reason
test_personal_data_126 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"clearTextReason": "Nhận dạng vết nứt mặt đường"}, "grant": {"scope": {"fidelity": "original"}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# personal-data.jsonl:127 blurred pictures need none
test_personal_data_127 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "context": {"fidelity": "blurred"}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# personal-data.jsonl:128 a digest on the ledger
test_personal_data_128 if holds(34, {"action": "write_ledger", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "entry": {"payload": "sha256"}}, ["camera", "approvals"], {"effect": "allow"})

# personal-data.jsonl:129 clear text on the ledger
test_personal_data_129 if holds(34, {"action": "write_ledger", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "entry": {"payload": "cleartext"}}, ["camera", "approvals"], {"effect": "deny", "denies": ["SE-08"], "only": ["SE-08"]})

# personal-data.jsonl:130 clear text that is said to hold no personal data
test_personal_data_130 if holds(34, {"action": "write_ledger", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "entry": {"payload": "cleartext", "clearPersonalData": false}}, ["camera", "approvals"], {"effect": "deny", "denies": ["SE-08"], "only": ["SE-08"]})

# personal-data.jsonl:131 a digest of which somebody says that it is clear
test_personal_data_131 if holds(34, {"action": "write_ledger", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "entry": {"payload": "sha256", "clearPersonalData": true}}, ["camera", "approvals"], {"effect": "deny", "denies": ["SE-08"], "only": ["SE-08"]})

# personal-data.jsonl:132 a device certified under the former standard, with its date
test_personal_data_132 if holds(1, {"asOf": 1782838800000, "viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central", "origin": "newInvestment", "conformity": {"standard": "QCVN 135:2024/BTTTT", "certifiedAt": 1782752400000}}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "allow"})

# personal-data.jsonl:133 a device certified under the former standard after its end
test_personal_data_133 if holds(1, {"asOf": 1782838800000, "viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central", "origin": "newInvestment", "conformity": {"standard": "QCVN 135:2024/BTTTT", "certifiedAt": 1782838800000}}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["SE-10"], "only": ["SE-10"]})

# personal-data.jsonl:134 a certificate dated after the act
test_personal_data_134 if holds(1, {"asOf": 1782838800000, "viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central", "origin": "newInvestment", "conformity": {"standard": "QCVN11:2026/BCA", "certifiedAt": 1798736400000}}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["SE-10"], "only": ["SE-10"]})

# personal-data.jsonl:135 ten more days with a reason, asked once
test_personal_data_135 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "correct", "receivedAt": 1789354800000, "basis": "PDPL-19.1.c", "extension": {"days": 10, "reason": "Cần xác minh nhiều nguồn"}}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-03"]})

# personal-data.jsonl:136 eleven more days
test_personal_data_136 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "correct", "receivedAt": 1789354800000, "basis": "PDPL-19.1.c", "extension": {"days": 11, "reason": "Cần xác minh nhiều nguồn"}}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["DS-03"], "only": ["DS-03"]})

# personal-data.jsonl:137 sixteen more days to withdraw
test_personal_data_137 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789354800000, "basis": "PDPL-9", "extension": {"days": 16, "reason": "Cần xác minh nhiều nguồn"}}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["DS-02"], "only": ["DS-02"]})

# personal-data.jsonl:138 twenty-one more days to delete
test_personal_data_138 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "delete", "receivedAt": 1789354800000, "basis": "PDPL-9", "extension": {"days": 21, "reason": "Cần xác minh nhiều nguồn"}}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["DS-04"], "only": ["DS-04"]})

# personal-data.jsonl:139 sixteen more days to protect
test_personal_data_139 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "protect", "receivedAt": 1789354800000, "basis": "PDPL-9", "extension": {"days": 16, "reason": "Cần xác minh nhiều nguồn"}}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["DS-05"], "only": ["DS-05"]})

# personal-data.jsonl:140 an extension without a reason, its number not stated
test_personal_data_140 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "correct", "receivedAt": 1789354800000, "basis": "PDPL-19.1.c", "extension": {"days": 5}}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["DS-06"], "only": ["DS-06"]})

# personal-data.jsonl:141 a request that is not complete starts no clock
test_personal_data_141 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "correct", "receivedAt": 1789354800000, "basis": "PDPL-19.1.c", "complete": false}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "clocks": []})

# personal-data.jsonl:142 withdrawing where nobody states the basis
test_personal_data_142 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789354800000}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-02"]})

# personal-data.jsonl:143 an analysis that nobody verifies
test_personal_data_143 if holds(0, {"analytics": {"kind": "counting", "riskLevel": "low", "humanVerification": false}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["AI-01"], "only": ["AI-01"]})

# personal-data.jsonl:144 consent that covers several purposes
test_personal_data_144 if holds(43, {"consent": {"purposeCodes": ["MOI_TRUONG", "HA_TANG"]}}, ["consent/purposeCode"], {"effect": "needs_approval"})

# personal-data.jsonl:145 consent that covers several other purposes
test_personal_data_145 if holds(43, {"consent": {"purposeCodes": ["MOI_TRUONG"]}}, ["consent/purposeCode"], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# personal-data.jsonl:146 a company that delivers in the country
test_personal_data_146 if holds(29, {"viewer": {"orgKind": "DOANH_NGHIEP", "trainingValidTo": 1798822799999}, "delivery": {"country": "VN"}}, ["request/deliveryCountry"], {"effect": "deny", "denies": ["PD-14"]})

# personal-data.jsonl:147 a copy for an agency that names no country
test_personal_data_147 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["request/deliveryCountry", "delivery/country"], {"effect": "allow", "obligations": ["deliver_in_vietnam"]})

# personal-data.jsonl:148 a copy delivered in the country
test_personal_data_148 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["request/deliveryCountry"], {"effect": "allow", "notObligations": ["deliver_in_vietnam"]})

# personal-data.jsonl:149 PD-14 is cited with its article
test_personal_data_149 if holds(28, {"request": {"writtenRequest": {"signatureRef": ""}}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "deny", "denies": ["PD-14"], "only": ["PD-14"], "articles": ["ND330-71.2"]})

# personal-data.jsonl:150 a paper without signature before NĐ 330: no article of it is cited
test_personal_data_150 if holds(0, {"action": "submit_request", "asOf": 1787072399000, "request": {"writtenRequest": {"number": "", "date": 1786294800000}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "notArticles": ["ND330-71.2"]})

# personal-data.jsonl:151 a log in order
test_personal_data_151 if holds(34, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 12}, "log": {"kinds": ["access", "process", "application", "alert"], "central": true, "ntp": true, "siem": true, "reviewedAt": 1774976400000}}, ["camera", "approvals"], {"effect": "allow"})

# personal-data.jsonl:152 a log that is not central
test_personal_data_152 if holds(34, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 12}, "log": {"central": false}}, ["camera", "approvals"], {"effect": "deny", "denies": ["SE-03"], "only": ["SE-03"]})

# personal-data.jsonl:153 a log without synchronised time
test_personal_data_153 if holds(34, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 12}, "log": {"ntp": false}}, ["camera", "approvals"], {"effect": "deny", "denies": ["SE-03"], "only": ["SE-03"]})

# personal-data.jsonl:154 a log that nobody watches
test_personal_data_154 if holds(34, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 12}, "log": {"siem": false}}, ["camera", "approvals"], {"effect": "deny", "denies": ["SE-03"], "only": ["SE-03"]})

# personal-data.jsonl:155 a log without alerts
test_personal_data_155 if holds(34, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 12}, "log": {"kinds": ["access", "process", "application"]}}, ["camera", "approvals"], {"effect": "deny", "denies": ["SE-03"], "only": ["SE-03"]})

# personal-data.jsonl:156 a log not reviewed for more than six months
test_personal_data_156 if holds(34, {"action": "set_log_retention", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "system": {"auditRetentionMonths": 12}, "log": {"reviewedAt": 1772298000000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["SE-03"], "only": ["SE-03"]})

# personal-data.jsonl:157 an answer ends when the person leaves
test_personal_data_157 if holds(0, {"viewer": {"lastActiveAt": 1789318800000, "account": {"leftAt": 1789441200000}}}, [], {"effect": "allow", "validUntil": 1789441200000})

# personal-data.jsonl:158 an answer ends with the days of the recording
test_personal_data_158 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "recording": {"recordedAt": 1789354800000, "retentionDays": 1.5}}, ["viewer/trainingValidTo", "request/deliveryCountry", "recording/expiresAt"], {"effect": "allow", "validUntil": 1789484400000})

# personal-data.jsonl:159 an answer ends when a withdrawal takes effect
test_personal_data_159 if holds(43, {"consent": {"purposeCode": "HA_TANG", "events": [{"type": "withdrawn", "at": 1789448400000}]}}, [], {"effect": "needs_approval", "validUntil": 1789448400000})

# personal-data.jsonl:160 PDPL-32.1.a not a public place (PD-01)
test_personal_data_160 if holds(4, {"camera": {"isPublicPlace": false}, "request": {"legalBasisCode": "PDPL-32.1.a"}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-01"], "only": ["PD-01"]})

# personal-data.jsonl:161 public activity (PD-02)
test_personal_data_161 if holds(4, {"request": {"legalBasisCode": "PDPL-32.1.b"}, "context": {"event": {"isPublicActivity": true, "harmsHonour": false}}}, ["viewer/account"], {"effect": "allow", "reasons": ["PD-02"]})

# personal-data.jsonl:162 private activity (PD-02)
test_personal_data_162 if holds(4, {"request": {"legalBasisCode": "PDPL-32.1.b"}, "context": {"event": {"isPublicActivity": false, "harmsHonour": false}}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-02"], "only": ["PD-02"]})

# personal-data.jsonl:163 not verified but override (PD-03)
test_personal_data_163 if holds(4, {"request": {"noticeOverrideRef": "QD-9"}}, ["viewer/account", "camera/noticeVerifiedAt"], {"effect": "allow"})

# personal-data.jsonl:164 register without notice is a warning (PD-03)
test_personal_data_164 if holds(38, {}, ["neighbours", "camera/noticeKind", "camera/noticeVerifiedAt"], {"effect": "allow"})

# personal-data.jsonl:165 traffic camera used for environment (PD-04)
test_personal_data_165 if holds(4, {"viewer": {"functions": ["MOI_TRUONG"]}, "camera": {"purposes": ["GIAO_THONG"]}, "request": {"purposeCode": "MOI_TRUONG"}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-04"], "only": ["PD-04"]})

# personal-data.jsonl:166 camera purposes empty (PD-04)
test_personal_data_166 if holds(4, {"camera": {"purposes": []}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-04"]})

# personal-data.jsonl:167 same purpose (PD-04)
test_personal_data_167 if holds(4, {}, ["viewer/account"], {"effect": "allow"})

# personal-data.jsonl:168 recording expired (PD-05)
test_personal_data_168 if holds(5, {"action": "playback", "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}, "recording": {"expiresAt": 1795107599999}}, [], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# personal-data.jsonl:169 recording expires today, bare date (PD-05)
test_personal_data_169 if holds(5, {"action": "playback", "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}, "recording": {"expiresAt": 1795193999999}}, [], {"effect": "allow"})

# personal-data.jsonl:170 delete an expired recording (PD-05)
test_personal_data_170 if holds(5, {"action": "delete_recording", "viewer": {"roles": ["operator"]}, "request": {"kind": "DELETE_RECORDING"}, "grant": {"scope": {"actions": ["delete_recording"]}}, "recording": {"expiresAt": 1795021200000}}, [], {"effect": "allow"})

# personal-data.jsonl:171 unknown basis (PD-06)
test_personal_data_171 if holds(4, {"request": {"legalBasisCode": "PDPL-99"}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-06"], "only": ["PD-06"]})

# personal-data.jsonl:172 basis missing (PD-06)
test_personal_data_172 if holds(4, {}, ["viewer/account", "request/legalBasisCode"], {"effect": "deny", "denies": ["PD-06"]})

# personal-data.jsonl:173 19.1.b (PD-06)
test_personal_data_173 if holds(4, {}, ["viewer/account"], {"effect": "allow", "reasons": ["PD-06"]})

# personal-data.jsonl:174 19.1.a without proof (PD-07)
test_personal_data_174 if holds(4, {"request": {"legalBasisCode": "PDPL-19.1.a"}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-07"], "only": ["PD-07"]})

# personal-data.jsonl:175 19.1.a with both (PD-07)
test_personal_data_175 if holds(4, {"request": {"legalBasisCode": "PDPL-19.1.a", "justificationText": "Cháu bé 6 tuổi mất tích, cần tìm gấp trong đêm", "evidenceDocs": ["DOC-1"]}}, ["viewer/account"], {"effect": "allow"})

# personal-data.jsonl:176 three of four (PD-08)
test_personal_data_176 if holds(4, {}, ["viewer/account", "organisation/controlMechanism/complaintChannel"], {"effect": "deny", "denies": ["PD-08"], "only": ["PD-08"]})

# personal-data.jsonl:177 texts in place of true (PD-08)
test_personal_data_177 if holds(4, {"organisation": {"controlMechanism": {"procedure": "QT-01", "riskAssessment": "RA-2026", "periodicCheck": "hằng quý", "complaintChannel": "hotline 113"}}}, ["viewer/account"], {"effect": "allow"})

# personal-data.jsonl:178 consent ground 17.1.a without agreement or consent (PD-09)
test_personal_data_178 if holds(4, {"request": {"transferGround": "17.1.a"}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-10"]})

# personal-data.jsonl:179 ground 17.1.đ (PD-09)
test_personal_data_179 if holds(4, {}, ["viewer/account"], {"effect": "allow"})

# personal-data.jsonl:180 no ground (PD-09)
test_personal_data_180 if holds(4, {}, ["viewer/account", "request/transferGround"], {"effect": "deny", "denies": ["PD-09"], "only": ["PD-09"]})

# personal-data.jsonl:181 ground d with full agreement (PD-10)
test_personal_data_181 if holds(4, {"request": {"transferGround": "17.1.d", "agreementId": "TT-1"}, "agreement": {"id": "TT-1", "signedAt": 1790787600000, "endsAt": 1798736399999, "purpose": "AN_NINH_TRAT_TU", "dataSubjectsAndTypes": "người đi đường; hình ảnh", "periodAndDeletion": "đến hết vụ việc", "legalBasis": "L91 Đ17.1.d", "protectionDuties": "mã hóa", "rightsContact": "dpo@x.vn", "violationCooperation": "phối hợp"}}, ["viewer/account"], {"effect": "allow"})

# personal-data.jsonl:182 ground d, clause purpose missing (PD-10)
test_personal_data_182 if holds(4, {"request": {"transferGround": "17.1.d", "agreementId": "TT-1"}, "agreement": {"id": "TT-1", "signedAt": 1790787600000, "endsAt": 1798736399999, "dataSubjectsAndTypes": "người đi đường; hình ảnh", "periodAndDeletion": "đến hết vụ việc", "legalBasis": "L91 Đ17.1.d", "protectionDuties": "mã hóa", "rightsContact": "dpo@x.vn", "violationCooperation": "phối hợp"}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"]})

# personal-data.jsonl:183 another unit of the owner, with purpose: logged (PD-11)
test_personal_data_183 if holds(4, {"viewer": {"orgId": "SO_XD", "orgKind": "SO_XD", "unitId": "A"}, "organisation": {"id": "SO_XD", "kind": "SO_XD"}, "camera": {"ownerUnitId": "B"}, "request": {"requester": {"orgId": "SO_XD", "orgKind": "SO_XD"}, "transferGround": "17.1.b"}, "grant": {"orgId": "SO_XD"}}, ["viewer/account"], {"effect": "allow", "obligations": ["log_access"]})

# personal-data.jsonl:184 own image, alone in frame (PD-12)
test_personal_data_184 if holds(44, {}, [], {"effect": "allow", "reasons": ["PD-12"]})

# personal-data.jsonl:185 others in frame: obligation to mask (PD-12)
test_personal_data_185 if holds(44, {"request": {"thirdPartiesInFrame": true}}, [], {"effect": "allow", "obligations": ["mask_others"]})

# personal-data.jsonl:186 asker for somebody else's image (PD-12)
test_personal_data_186 if holds(44, {"request": {"requesterKind": "other"}}, [], {"effect": "deny", "denies": ["PD-12"], "only": ["PD-12"]})

# personal-data.jsonl:187 refusal without a listed ground (PD-12)
test_personal_data_187 if holds(5, {"action": "refuse_request", "viewer": {"userId": "xx", "orgId": "CATP", "orgKind": "CATP", "roles": ["reviewer"]}, "request": {"kind": "DATA_SUBJECT", "requesterKind": "dataSubject", "state": "UNDER_REVIEW", "refusalReason": "Không muốn cung cấp cho công dân"}, "grant": {"scope": {"actions": ["refuse_request"]}}}, ["recording"], {"effect": "deny", "denies": ["PD-12"], "only": ["PD-12"]})

# personal-data.jsonl:188 refusal because it harms security (PD-12)
test_personal_data_188 if holds(5, {"action": "refuse_request", "viewer": {"userId": "xx", "orgId": "CATP", "orgKind": "CATP", "roles": ["reviewer"]}, "request": {"kind": "DATA_SUBJECT", "requesterKind": "dataSubject", "state": "UNDER_REVIEW", "refusalReason": "Gây hại đến an ninh: vụ án đang điều tra", "refusalGround": "security"}, "grant": {"scope": {"actions": ["refuse_request"]}}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1794762000000}}, ["recording"], {"effect": "allow"})

# personal-data.jsonl:189 publish with basis 19.1.b and approval (PD-13)
test_personal_data_189 if holds(5, {"action": "publish", "request": {"kind": "PUBLISH", "publish": true}, "grant": {"scope": {"actions": ["publish"]}}, "context": {"fidelity": "deidentified", "publishApproved": true}, "recording": {"childInPicture": false}}, [], {"effect": "allow"})

# personal-data.jsonl:190 publish, contract basis of none (PD-13)
test_personal_data_190 if holds(5, {"action": "publish", "request": {"kind": "PUBLISH", "legalBasisCode": "PDPL-32.1.a", "publish": true}, "grant": {"scope": {"actions": ["publish"]}}, "context": {"fidelity": "deidentified", "publishApproved": true}, "recording": {"childInPicture": false}}, [], {"effect": "deny", "denies": ["PD-13"], "only": ["PD-13"]})

# personal-data.jsonl:191 publish with no purpose (PD-13)
test_personal_data_191 if holds(5, {"action": "publish", "request": {"kind": "PUBLISH", "publish": true}, "grant": {"scope": {"actions": ["publish"]}}, "context": {"fidelity": "deidentified", "publishApproved": true}, "recording": {"childInPicture": false}}, ["request/purposeCode"], {"effect": "deny", "denies": ["PD-13"]})

# personal-data.jsonl:192 export, no written request, 18/08/2026 (PD-14)
test_personal_data_192 if holds(45, {}, [], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# personal-data.jsonl:193 export, no written request, 19/08/2026 (PD-14)
test_personal_data_193 if holds(45, {"asOf": 1787072400000}, [], {"effect": "deny", "denies": ["PD-14"]})

# personal-data.jsonl:194 export with it, before (PD-14)
test_personal_data_194 if holds(45, {"asOf": 1786986000000, "request": {"writtenRequest": {"number": "1", "date": 1786294800000, "issuer": "UBND", "signatureRef": "s"}}}, [], {"effect": "allow"})

# personal-data.jsonl:195 written request without signatureRef (PD-14)
test_personal_data_195 if holds(5, {}, ["request/writtenRequest/signatureRef"], {"effect": "deny", "denies": ["PD-14"], "only": ["PD-14"]})

# personal-data.jsonl:196 phân tích hành vi (PD-15)
test_personal_data_196 if holds(4, {"context": {"analytics": "phân tích hành vi"}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-15"], "only": ["PD-15"]})

# personal-data.jsonl:197 vehicle counting is no profile (PD-15)
test_personal_data_197 if holds(4, {"context": {"analytics": "counting"}}, ["viewer/account"], {"effect": "allow"})

# personal-data.jsonl:198 plate search by a ward: basic (PD-16)
test_personal_data_198 if holds(5, {"action": "plate_search", "request": {"kind": "PLATE_SEARCH"}, "grant": {"scope": {"actions": ["plate_search"]}}, "recording": {"original": false, "copyOf": "R0"}}, ["request/caseFileId", "recording/caseFileId"], {"effect": "allow"})

# personal-data.jsonl:199 case evidence at the police: sensitive (PD-16)
test_personal_data_199 if holds(5, {"action": "playback", "viewer": {"orgKind": "CATP_PHONG"}, "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}}, [], {"effect": "allow", "obligations": ["mark_sensitive"]})

# personal-data.jsonl:200 sensitive export unencrypted (PD-19)
test_personal_data_200 if holds(5, {"viewer": {"orgKind": "CATP_PHONG"}, "recording": {"dataClass": "sensitive"}, "delivery": {"encryption": "none", "country": "VN"}}, [], {"effect": "deny", "denies": ["PD-19"], "only": ["PD-19"]})

# personal-data.jsonl:201 sensitive, encrypted, key by other channel (PD-19)
test_personal_data_201 if holds(5, {"viewer": {"orgKind": "CATP_PHONG", "roles": ["extraction_officer"]}, "recording": {"dataClass": "sensitive"}, "delivery": {"encryption": "AES-256-GCM", "keyChannel": "sms", "country": "VN", "anonymised": true, "protectedMedium": true, "signature": "x"}}, [], {"effect": "allow"})

# personal-data.jsonl:202 trajectory with a written authority request (PD-20)
test_personal_data_202 if holds(5, {"action": "trajectory", "request": {"kind": "TRAJECTORY"}, "grant": {"scope": {"actions": ["trajectory"]}}, "recording": {"original": false, "copyOf": "R0"}}, [], {"effect": "allow"})

# personal-data.jsonl:203 trajectory with none (PD-20)
test_personal_data_203 if holds(5, {"action": "trajectory", "request": {"kind": "TRAJECTORY", "legalBasisCode": "PDPL-19.1.c"}, "grant": {"scope": {"actions": ["trajectory"]}}, "recording": {"original": false, "copyOf": "R0"}}, ["request/writtenRequest"], {"effect": "deny", "denies": ["PD-20"]})

# personal-data.jsonl:204 statistics, de-identified (PD-21)
test_personal_data_204 if holds(5, {"action": "aggregate", "request": {"kind": "AGGREGATE"}, "grant": {"scope": {"actions": ["aggregate"]}}, "context": {"deidMethod": "counts", "output": "aggregate"}}, ["recording"], {"effect": "allow"})

# personal-data.jsonl:205 method unsaid (PD-21)
test_personal_data_205 if holds(5, {"action": "aggregate", "request": {"kind": "AGGREGATE"}, "grant": {"scope": {"actions": ["aggregate"]}}}, ["recording"], {"effect": "deny", "denies": ["PD-21"], "only": ["PD-21"]})

# personal-data.jsonl:206 publish identifiable child, no consent (PD-22)
test_personal_data_206 if holds(5, {"action": "publish", "request": {"kind": "PUBLISH", "publish": true}, "grant": {"scope": {"actions": ["publish"]}}, "context": {"fidelity": "full", "publishApproved": true}, "recording": {"childInPicture": true}}, [], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# personal-data.jsonl:207 publish child <7, representative (PD-22)
test_personal_data_207 if holds(5, {"action": "publish", "request": {"kind": "PUBLISH", "publish": true}, "grant": {"scope": {"actions": ["publish"]}}, "context": {"fidelity": "full", "publishApproved": true}, "recording": {"childInPicture": true}, "consent": {"subjectAge": 6, "representative": true, "recordId": "c", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1793466000000, "voluntary": true, "informed": true, "verifiable": true, "tied": false}}, [], {"effect": "allow"})

# personal-data.jsonl:208 school export on 32.1.a (PD-22)
test_personal_data_208 if holds(5, {"camera": {"zoneKind": "school"}, "request": {"legalBasisCode": "PDPL-32.1.a"}}, [], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# personal-data.jsonl:209 delivery to Singapore (PD-23)
test_personal_data_209 if holds(5, {"delivery": {"country": "SG", "encryption": "AES"}}, [], {"effect": "deny", "denies": ["PD-23"], "only": ["PD-23"]})

# personal-data.jsonl:210 Viet Nam (PD-23)
test_personal_data_210 if holds(5, {"delivery": {"country": "VN", "encryption": "AES"}}, [], {"effect": "allow"})

# personal-data.jsonl:211 resale (PD-24)
test_personal_data_211 if holds(5, {"request": {"commercial": true}}, [], {"effect": "deny", "denies": ["PD-24"], "only": ["PD-24"]})

# personal-data.jsonl:212 paid d transfer, no agreement (PD-24)
test_personal_data_212 if holds(5, {"request": {"transferGround": "17.1.d", "feeCharged": true}}, [], {"effect": "deny", "denies": ["PD-24"]})

# personal-data.jsonl:213 basis PDPL-9 with consent (PD-25)
test_personal_data_213 if holds(4, {"request": {"legalBasisCode": "PDPL-9"}, "consent": {"recordId": "DY-1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1790787600000, "voluntary": true, "informed": true, "verifiable": true, "tied": false, "method": "signed"}}, ["viewer/account"], {"effect": "allow"})

# personal-data.jsonl:214 basis PDPL-9, none (PD-25)
test_personal_data_214 if holds(4, {"request": {"legalBasisCode": "PDPL-9"}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# personal-data.jsonl:215 hired service instead (PD-26)
test_personal_data_215 if holds(4, {"organisation": {"dpService": "DV-1"}}, ["viewer/account", "organisation/dpoContact"], {"effect": "allow"})

# personal-data.jsonl:216 micro firm exempt (PD-26)
test_personal_data_216 if holds(6, {"asOf": 1795140000000, "viewer": {"orgId": "DN1"}, "organisation": {"id": "DN1", "sizeClass": "micro"}, "camera": {"ownerOrgId": "DN1", "operatorOrgId": "DN1", "controllerOrgId": "DN1", "systemKind": "private", "origin": "existing", "ownerKind": "private", "conformity": {"standard": "QCVN 11:2026/BCA"}}}, ["organisation/dpoContact", "organisation/impactAssessmentRef"], {"effect": "allow"})

# personal-data.jsonl:217 micro but sells processing (PD-26)
test_personal_data_217 if holds(6, {"asOf": 1795140000000, "viewer": {"orgId": "DN1"}, "organisation": {"id": "DN1", "sizeClass": "micro", "sellsProcessing": true}, "camera": {"ownerOrgId": "DN1", "operatorOrgId": "DN1", "controllerOrgId": "DN1", "systemKind": "private", "origin": "existing", "ownerKind": "private", "conformity": {"standard": "QCVN 11:2026/BCA"}}}, ["organisation/dpoContact", "organisation/impactAssessmentRef"], {"effect": "deny", "denies": ["PD-26"]})

# personal-data.jsonl:218 large firm without DPIA (PD-27)
test_personal_data_218 if holds(6, {"asOf": 1795140000000, "viewer": {"orgId": "DN1"}, "organisation": {"id": "DN1", "sizeClass": "large", "dpoContact": "x"}, "camera": {"ownerOrgId": "DN1", "operatorOrgId": "DN1", "controllerOrgId": "DN1", "systemKind": "private", "origin": "existing", "ownerKind": "private", "conformity": {"standard": "QCVN 11:2026/BCA"}}}, ["organisation/impactAssessmentRef"], {"effect": "deny", "denies": ["PD-27"], "only": ["PD-27"]})

# personal-data.jsonl:219 large firm with (PD-27)
test_personal_data_219 if holds(6, {"asOf": 1795140000000, "viewer": {"orgId": "DN1"}, "organisation": {"id": "DN1", "sizeClass": "large", "dpoContact": "x", "impactAssessmentRef": "DG-1"}, "camera": {"ownerOrgId": "DN1", "operatorOrgId": "DN1", "controllerOrgId": "DN1", "systemKind": "private", "origin": "existing", "ownerKind": "private", "conformity": {"standard": "QCVN 11:2026/BCA"}}}, [], {"effect": "allow"})

# personal-data.jsonl:220 state body needs none (PD-27)
test_personal_data_220 if holds(4, {}, ["viewer/account"], {"effect": "allow"})

# personal-data.jsonl:221 approve with override (PD-03)
test_personal_data_221 if holds(5, {"action": "approve", "viewer": {"userId": "chihuy-09", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "roles": ["approver"], "title": "Giám đốc Công an thành phố"}, "request": {"kind": "APPROVE", "state": "UNDER_REVIEW", "noticeOverrideRef": "QD-9"}, "approvals": []}, ["grant", "recording", "camera/noticeVerifiedAt"], {"effect": "allow"})

# personal-data.jsonl:222 approve, mechanism incomplete (PD-08)
test_personal_data_222 if holds(5, {"action": "approve", "viewer": {"userId": "chihuy-09", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "roles": ["approver"], "title": "Giám đốc Công an thành phố"}, "request": {"kind": "APPROVE", "state": "UNDER_REVIEW"}, "approvals": []}, ["grant", "recording", "organisation/controlMechanism/complaintChannel"], {"effect": "deny", "denies": ["PD-08"], "only": ["PD-08"]})

# personal-data.jsonl:223 recording.expiresAt: a bare date of yesterday has ended (PD-05)
test_personal_data_223 if holds(5, {"action": "playback", "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}, "recording": {"expiresAt": 1795107599999}}, [], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# personal-data.jsonl:224 recording.expiresAt: a bare date of today lasts all day (PD-05)
test_personal_data_224 if holds(5, {"action": "playback", "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}, "recording": {"expiresAt": 1795193999999}}, [], {"effect": "allow"})

# personal-data.jsonl:225 recording.expiresAt: today's midnight written as an instant has passed (PD-05)
test_personal_data_225 if holds(5, {"action": "playback", "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}, "recording": {"expiresAt": 1795107600000}}, [], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# personal-data.jsonl:226 recording.expiresAt: the last second of its day, written in Z (PD-05)
test_personal_data_226 if holds(5, {"action": "playback", "asOf": 1795193999000, "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}, "recording": {"expiresAt": 1795193999999}}, [], {"effect": "allow"})

# personal-data.jsonl:227 recording.expiresAt: the midnight after (PD-05)
test_personal_data_227 if holds(5, {"action": "playback", "asOf": 1795194000000, "request": {"kind": "PLAYBACK"}, "grant": {"scope": {"actions": ["playback"]}}, "recording": {"expiresAt": 1795193999999}}, [], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# personal-data.jsonl:228 agreement.endsAt: a bare date of yesterday has ended (PD-10)
test_personal_data_228 if holds(4, {"request": {"transferGround": "17.1.d", "agreementId": "TT-1"}, "agreement": {"id": "TT-1", "signedAt": 1790787600000, "endsAt": 1795107599999, "fields": ["purpose", "dataSubjectsAndTypes", "periodAndDeletion", "legalBasis", "protectionDuties", "rightsContact", "violationCooperation"]}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"]})

# personal-data.jsonl:229 agreement.endsAt: a bare date of today lasts all day (PD-10)
test_personal_data_229 if holds(4, {"request": {"transferGround": "17.1.d", "agreementId": "TT-1"}, "agreement": {"id": "TT-1", "signedAt": 1790787600000, "endsAt": 1795193999999, "fields": ["purpose", "dataSubjectsAndTypes", "periodAndDeletion", "legalBasis", "protectionDuties", "rightsContact", "violationCooperation"]}}, ["viewer/account"], {"effect": "allow"})

# personal-data.jsonl:230 agreement.endsAt: today's midnight written as an instant has passed (PD-10)
test_personal_data_230 if holds(4, {"request": {"transferGround": "17.1.d", "agreementId": "TT-1"}, "agreement": {"id": "TT-1", "signedAt": 1790787600000, "endsAt": 1795107600000, "fields": ["purpose", "dataSubjectsAndTypes", "periodAndDeletion", "legalBasis", "protectionDuties", "rightsContact", "violationCooperation"]}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-10"], "only": ["PD-10"]})

# personal-data.jsonl:231 agreement.endsAt: the last second of its day, written in Z (PD-10)
test_personal_data_231 if holds(4, {"asOf": 1795193999000, "request": {"transferGround": "17.1.d", "agreementId": "TT-1"}, "agreement": {"id": "TT-1", "signedAt": 1790787600000, "endsAt": 1795193999999, "fields": ["purpose", "dataSubjectsAndTypes", "periodAndDeletion", "legalBasis", "protectionDuties", "rightsContact", "violationCooperation"]}}, ["viewer/account"], {"effect": "allow"})

# personal-data.jsonl:232 agreement.endsAt: the midnight after (PD-10)
test_personal_data_232 if holds(4, {"asOf": 1795194000000, "request": {"transferGround": "17.1.d", "agreementId": "TT-1"}, "agreement": {"id": "TT-1", "signedAt": 1790787600000, "endsAt": 1795193999999, "fields": ["purpose", "dataSubjectsAndTypes", "periodAndDeletion", "legalBasis", "protectionDuties", "rightsContact", "violationCooperation"]}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-10"]})

# personal-data.jsonl:233 consent.expiresAt: a bare date of yesterday has ended (PD-25)
test_personal_data_233 if holds(4, {"request": {"legalBasisCode": "PDPL-9"}, "consent": {"recordId": "DY-1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1790787600000, "voluntary": true, "informed": true, "verifiable": true, "tied": false, "method": "signed", "expiresAt": 1795107599999}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# personal-data.jsonl:234 consent.expiresAt: a bare date of today lasts all day (PD-25)
test_personal_data_234 if holds(4, {"request": {"legalBasisCode": "PDPL-9"}, "consent": {"recordId": "DY-1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1790787600000, "voluntary": true, "informed": true, "verifiable": true, "tied": false, "method": "signed", "expiresAt": 1795193999999}}, ["viewer/account"], {"effect": "allow"})

# personal-data.jsonl:235 consent.expiresAt: today's midnight written as an instant has passed (PD-25)
test_personal_data_235 if holds(4, {"request": {"legalBasisCode": "PDPL-9"}, "consent": {"recordId": "DY-1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1790787600000, "voluntary": true, "informed": true, "verifiable": true, "tied": false, "method": "signed", "expiresAt": 1795107600000}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-25"], "only": ["PD-25"]})

# personal-data.jsonl:236 consent.expiresAt: the last second of its day, written in Z (PD-25)
test_personal_data_236 if holds(4, {"asOf": 1795193999000, "request": {"legalBasisCode": "PDPL-9"}, "consent": {"recordId": "DY-1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1790787600000, "voluntary": true, "informed": true, "verifiable": true, "tied": false, "method": "signed", "expiresAt": 1795193999999}}, ["viewer/account"], {"effect": "allow"})

# personal-data.jsonl:237 consent.expiresAt: the midnight after (PD-25)
test_personal_data_237 if holds(4, {"asOf": 1795194000000, "request": {"legalBasisCode": "PDPL-9"}, "consent": {"recordId": "DY-1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1790787600000, "voluntary": true, "informed": true, "verifiable": true, "tied": false, "method": "signed", "expiresAt": 1795193999999}}, ["viewer/account"], {"effect": "deny", "denies": ["PD-25"]})

# personal-data.jsonl:238 refusal of own data with a ground (PD-12)
test_personal_data_238 if holds(5, {"action": "refuse_request", "viewer": {"userId": "x", "orgId": "CATP", "orgKind": "CATP", "roles": ["reviewer"]}, "request": {"kind": "DATA_SUBJECT", "refusalGround": "life"}, "grant": {"scope": {"actions": ["refuse_request"]}}}, ["recording"], {"effect": "allow"})

# personal-data.jsonl:239 refusal of own data with a ground that is none (PD-12)
test_personal_data_239 if holds(5, {"action": "refuse_request", "viewer": {"userId": "x", "orgId": "CATP", "orgKind": "CATP", "roles": ["reviewer"]}, "request": {"kind": "DATA_SUBJECT", "refusalGround": "inconvenient"}, "grant": {"scope": {"actions": ["refuse_request"]}}}, ["recording"], {"effect": "deny", "denies": ["PD-12"], "only": ["PD-12"]})

# personal-data.jsonl:240 somebody else's picture with that person's consent on record (PD-12)
test_personal_data_240 if holds(44, {"viewer": {"userId": "n"}, "camera": {"controllerContact": "1"}, "request": {"requesterKind": "thirdParty", "consentOfSubjectRef": "DY-7"}, "dataSubjectRequest": {"receivedAt": 1794762000000}}, ["recording", "context", "viewer/orgKind", "viewer/orgId", "viewer/roles", "request/id", "request/kind", "request/legalBasisCode", "request/thirdPartiesInFrame", "request/identityVerified", "dataSubjectRequest/complete"], {"effect": "allow"})

# policy-room.jsonl:1 a policy signer tries a case
test_policy_room_001 if holds(34, {"action": "try_case", "viewer": {"userId": "per_1", "orgId": "org_1", "orgKind": "CATP", "roles": ["policy_signer"]}}, ["camera", "approvals"], {"effect": "allow", "reasons": ["POL-3"]})

# policy-room.jsonl:2 who asks for footage does not try cases in the policy room
test_policy_room_002 if holds(14, {"action": "try_case", "asOf": 1789437600000, "viewer": {"userId": "per_1", "orgId": "org_1"}}, ["camera", "request", "viewer/functions"], {"effect": "deny", "denies": ["POL-3"]})

# policy-room.jsonl:3 a policy signer lets a bundle be assessed
test_policy_room_003 if holds(34, {"action": "assess_policy", "viewer": {"userId": "per_1", "orgId": "org_1", "orgKind": "SO_KHCN", "roles": ["policy_signer"]}}, ["camera", "approvals"], {"effect": "allow", "reasons": ["POL-3"]})

# policy-room.jsonl:4 an approver does not assess bundles
test_policy_room_004 if holds(34, {"action": "assess_policy", "viewer": {"userId": "per_1", "orgId": "org_1", "orgKind": "CATP", "roles": ["approver"]}}, ["camera", "approvals"], {"effect": "deny", "denies": ["POL-3"]})

# policy-room.jsonl:5 an inspector notes an opinion of a bundle that widens access
test_policy_room_005 if holds(39, {"action": "note_policy", "viewer": {"userId": "per_1", "orgId": "org_1"}}, ["camera", "inspection", "request"], {"effect": "allow", "reasons": ["POL-3"]})

# policy-room.jsonl:6 who signs a bundle does not write the inspector's note on it
test_policy_room_006 if holds(34, {"action": "note_policy", "viewer": {"userId": "per_1", "orgId": "org_1", "orgKind": "CATP", "roles": ["policy_signer"]}}, ["camera", "approvals"], {"effect": "deny", "denies": ["POL-3"]})

# policy-room.jsonl:7 a data-protection officer counts decisions
test_policy_room_007 if holds(34, {"action": "count_decisions", "viewer": {"userId": "per_1", "orgId": "org_1", "orgKind": "CATP", "roles": ["dpo"]}}, ["camera", "approvals"], {"effect": "allow", "reasons": ["POL-3"]})

# policy-room.jsonl:8 a camera owner does not count decisions of others
test_policy_room_008 if holds(34, {"action": "count_decisions", "viewer": {"userId": "per_1", "orgId": "org_1", "orgKind": "UBND_XA"}}, ["camera", "approvals"], {"effect": "deny", "denies": ["POL-3"]})

# policy-room.jsonl:9 a policy signer puts an emergency list in force
test_policy_room_009 if holds(34, {"action": "emergency_revoke", "viewer": {"userId": "per_1", "orgId": "org_1", "orgKind": "CATP", "roles": ["policy_signer"]}}, ["camera", "approvals"], {"effect": "allow", "reasons": ["POL-3"]})

# policy-room.jsonl:10 who operates the machines does not stop people by an emergency list
test_policy_room_010 if holds(34, {"action": "emergency_revoke", "viewer": {"userId": "per_1", "orgId": "org_1", "orgKind": "CATP", "roles": ["operator"]}}, ["camera", "approvals"], {"effect": "deny", "denies": ["POL-3"]})

# policy-room.jsonl:11 nobody puts an emergency list in force without being named
test_policy_room_011 if holds(34, {"action": "emergency_revoke", "viewer": {"orgId": "org_1", "orgKind": "CATP", "roles": ["policy_signer"]}}, ["camera", "approvals", "viewer/userId"], {"effect": "deny", "denies": ["POL-0"], "at": ["viewer.userId"]})

# publication.jsonl:1 publication in a crime case, approved
test_publication_001 if holds(40, {"recording": {"childInPicture": false}}, ["consent"], {"effect": "allow", "reasons": ["PD-13"]})

# publication.jsonl:2 publication not yet approved
test_publication_002 if holds(40, {"recording": {"childInPicture": false}, "approvals": []}, ["consent"], {"effect": "needs_approval", "needs": ["police"]})

# publication.jsonl:3 publication on a basis that does not cover it
test_publication_003 if holds(40, {"request": {"legalBasisCode": "PDPL-32.1.a"}, "recording": {"childInPicture": false}}, ["consent"], {"effect": "deny", "denies": ["PD-13"], "only": ["PD-13"]})

# publication.jsonl:4 publication without a purpose of the list
test_publication_004 if holds(40, {"request": {"purposeCode": "GIAI_TRI"}, "recording": {"childInPicture": false}}, ["consent"], {"effect": "deny", "denies": ["PD-13"], "only": ["PD-13"]})

# publication.jsonl:5 publication without a written request
test_publication_005 if holds(40, {"recording": {"childInPicture": false}}, ["consent", "request/writtenRequest"], {"effect": "deny", "denies": ["PD-14"], "only": ["PD-14"]})

# publication.jsonl:6 the same before NĐ 330
test_publication_006 if holds(40, {"asOf": 1786986000000, "recording": {"childInPicture": false}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1785517200000}]}, ["consent", "request/writtenRequest"], {"effect": "allow"})

# publication.jsonl:7 a child in the picture, no consents; an emergency does not replace them
test_publication_007 if holds(40, {}, ["consent"], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# publication.jsonl:8 a child of nine with both consents
test_publication_008 if holds(40, {"consent": {"recordId": "c", "subject": true, "subjectAge": 9}}, [], {"effect": "allow"})

# publication.jsonl:9 a child of nine with the representative's consent alone
test_publication_009 if holds(40, {"consent": {"recordId": "c", "subjectAge": 9}}, [], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# publication.jsonl:10 a child of five with the representative's consent
test_publication_010 if holds(40, {"consent": {"recordId": "c"}}, [], {"effect": "allow"})

# publication.jsonl:11 a child of seven is asked too
test_publication_011 if holds(40, {"consent": {"recordId": "c", "subjectAge": 7}}, [], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# publication.jsonl:12 not said whether a child is in the picture
test_publication_012 if holds(40, {}, ["consent", "recording/childInPicture"], {"effect": "deny", "denies": ["PD-22", "POL-0"]})

# publication.jsonl:13 school footage is exported on a basis of Article 19 only
test_publication_013 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}, "camera": {"zoneKind": "school"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a", "clearTextReason": "x"}}, [], {"effect": "deny", "denies": ["PD-22"], "only": ["PD-22"]})

# publication.jsonl:14 school footage on a basis of Article 19
test_publication_014 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}, "camera": {"zoneKind": "school"}, "request": {"clearTextReason": "điều tra bạo lực học đường"}}, [], {"effect": "allow"})

# publication.jsonl:15 school footage without a reason for clear pictures is blurred
test_publication_015 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}, "camera": {"zoneKind": "school"}}, [], {"effect": "allow", "obligations": ["mask_faces"]})

# publication.jsonl:16 statistics with a named method
test_publication_016 if holds(2, {"action": "aggregate", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "context": {"output": "aggregate", "deidMethod": "k-anonymity"}}, ["system", "approvals", "camera", "organisation", "request/kind", "request/receivedAt", "context/channel"], {"effect": "allow", "reasons": ["PD-21"]})

# publication.jsonl:17 statistics without a method
test_publication_017 if holds(2, {"action": "aggregate", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "context": {"output": "aggregate"}}, ["system", "approvals", "camera", "organisation", "request/kind", "request/receivedAt", "context/channel"], {"effect": "deny", "denies": ["PD-21"], "only": ["PD-21"]})

# publication.jsonl:18 statistics to be joined back
test_publication_018 if holds(2, {"action": "aggregate", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "context": {"output": "aggregate", "deidMethod": "k-anonymity", "reidentify": true}}, ["system", "approvals", "camera", "organisation", "request/kind", "request/receivedAt", "context/channel"], {"effect": "deny", "denies": ["PD-21"], "only": ["PD-21"]})

# publication.jsonl:19 a public feed, made coarse
test_publication_019 if holds(3, {"action": "public_view", "viewer": {"roles": ["public"]}, "camera": {"publicShare": true}, "context": {"fidelity": "degraded"}}, ["request", "recording", "viewer/userId", "viewer/orgId", "viewer/orgKind", "viewer/functions", "camera/noticeKind"], {"effect": "allow", "reasons": ["CT-07"], "obligations": ["mask_faces", "reduce_fps"]})

# publication.jsonl:20 a public feed in full
test_publication_020 if holds(3, {"action": "public_view", "viewer": {"roles": ["public"]}, "camera": {"publicShare": true}, "context": {"fidelity": "full"}}, ["request", "recording", "viewer/userId", "viewer/orgId", "viewer/orgKind", "viewer/functions", "camera/noticeKind"], {"effect": "deny", "denies": ["CT-07"], "only": ["CT-07"]})

# publication.jsonl:21 a camera not put up for the public
test_publication_021 if holds(3, {"action": "public_view", "viewer": {"roles": ["public"]}, "camera": {"publicShare": false}, "context": {"fidelity": "degraded"}}, ["request", "recording", "viewer/userId", "viewer/orgId", "viewer/orgKind", "viewer/functions", "camera/noticeKind"], {"effect": "deny", "denies": ["CT-07"], "only": ["CT-07"]})

# publication.jsonl:22 no public feed of a school
test_publication_022 if holds(3, {"action": "public_view", "viewer": {"roles": ["public"]}, "camera": {"zoneKind": "school", "publicShare": true}, "context": {"fidelity": "degraded"}}, ["request", "recording", "viewer/userId", "viewer/orgId", "viewer/orgKind", "viewer/functions", "camera/noticeKind"], {"effect": "deny", "denies": ["CT-07"], "only": ["CT-07"]})

# registry.jsonl:1 an existing camera is registered
test_registry_001 if holds(1, {"camera": {"systemKind": "central"}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:2 a new investment during the pause
test_registry_002 if holds(1, {"camera": {"systemKind": "central", "origin": "newInvestment"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# registry.jsonl:3 an origin nobody states counts as new
test_registry_003 if holds(1, {"camera": {"systemKind": "central"}}, ["retentionPolicy", "camera/origin"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# registry.jsonl:4 the day before the directive
test_registry_004 if holds(1, {"asOf": 1756832399000, "camera": {"systemKind": "central", "origin": "newInvestment"}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:5 the day of the directive
test_registry_005 if holds(1, {"asOf": 1756832400000, "camera": {"systemKind": "central", "origin": "newInvestment"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# registry.jsonl:6 a pause that was ended
test_registry_006 if holds(1, {"camera": {"systemKind": "central", "origin": "newInvestment"}, "moratorium": {"from": 1756832400000, "to": 1782838800000}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:7 a pause that still runs
test_registry_007 if holds(1, {"camera": {"systemKind": "central", "origin": "newInvestment"}, "moratorium": {"from": 1756832400000, "to": 1798736400000}}, ["retentionPolicy"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# registry.jsonl:8 a company is not bound by the pause
test_registry_008 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central", "origin": "newInvestment"}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:9 a specialised system, justified and confirmed
test_registry_009 if holds(1, {"camera": {"systemKind": "specialised", "origin": "newInvestment", "justificationDocId": "GT-1"}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["retentionPolicy"], {"effect": "allow", "reasons": ["HN-03"]})

# registry.jsonl:10 a specialised system without confirmation
test_registry_010 if holds(1, {"camera": {"systemKind": "specialised", "origin": "newInvestment", "justificationDocId": "GT-1"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# registry.jsonl:11 a specialised system without justification
test_registry_011 if holds(1, {"camera": {"systemKind": "specialised", "origin": "newInvestment"}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["retentionPolicy"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# registry.jsonl:12 tendered and under way
test_registry_012 if holds(1, {"camera": {"systemKind": "central", "origin": "newInvestment", "project": {"id": "p", "biddingCompletedAt": 1753981200000, "status": "underImplementation"}}}, ["retentionPolicy"], {"effect": "allow", "reasons": ["HN-04"]})

# registry.jsonl:13 tendered, not under way
test_registry_013 if holds(1, {"camera": {"systemKind": "central", "origin": "newInvestment", "project": {"id": "p", "biddingCompletedAt": 1753981200000, "status": "planned"}}}, ["retentionPolicy"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# registry.jsonl:14 under way, not tendered
test_registry_014 if holds(1, {"camera": {"systemKind": "central", "origin": "newInvestment", "project": {"id": "p", "status": "underImplementation"}}}, ["retentionPolicy"], {"effect": "deny", "denies": ["HN-02"], "only": ["HN-02"]})

# registry.jsonl:15 a new smart-traffic item of the Department of Construction
test_registry_015 if holds(1, {"viewer": {"orgKind": "SO_XD"}, "camera": {"systemKind": "central", "origin": "newInvestment", "project": {"id": "p", "programme": "smartTraffic", "itemIsNew": true, "biddingCompletedAt": 1753981200000, "status": "underImplementation"}}}, ["retentionPolicy"], {"effect": "deny", "denies": ["HN-05"], "only": ["HN-05"]})

# registry.jsonl:16 after the plan was revised
test_registry_016 if holds(1, {"viewer": {"orgKind": "SO_XD"}, "camera": {"systemKind": "central", "origin": "newInvestment", "project": {"id": "p", "programme": "smartTraffic", "itemIsNew": true, "biddingCompletedAt": 1753981200000, "status": "underImplementation", "planRevisionApproved": true}}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:17 not a new item
test_registry_017 if holds(1, {"viewer": {"orgKind": "SO_XD"}, "camera": {"systemKind": "central", "origin": "newInvestment", "project": {"id": "p", "programme": "smartTraffic", "itemIsNew": false, "biddingCompletedAt": 1753981200000, "status": "underImplementation"}}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:18 no place in the video system
test_registry_018 if holds(1, {"camera": {"systemKind": "central"}}, ["retentionPolicy", "camera/integrationStatus"], {"effect": "deny", "denies": ["HN-06"], "only": ["HN-06"]})

# registry.jsonl:19 mapped to a node
test_registry_019 if holds(1, {"camera": {"systemKind": "central", "vmsNodeId": "vms-1"}}, ["retentionPolicy", "camera/integrationStatus"], {"effect": "allow"})

# registry.jsonl:20 an analogue camera is marked
test_registry_020 if holds(1, {"camera": {"systemKind": "central", "protocols": ["rtsp"]}}, ["retentionPolicy"], {"effect": "allow", "obligations": ["mark_nonconforming"]})

# registry.jsonl:21 a notice not verified is checked afterwards
test_registry_021 if holds(1, {"camera": {"systemKind": "central"}}, ["retentionPolicy", "camera/noticeVerifiedAt"], {"effect": "allow", "obligations": ["verify_notice"]})

# registry.jsonl:22 a private camera that looks at the street
test_registry_022 if holds(1, {"viewer": {"orgKind": "HO_KINH_DOANH"}, "camera": {"systemKind": "central", "fundingKind": "private", "ownerKind": "private", "coverage": "beyondBoundary"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["CT-08"], "only": ["CT-08"]})

# registry.jsonl:23 a private camera inside its ground
test_registry_023 if holds(1, {"viewer": {"orgKind": "HO_KINH_DOANH"}, "camera": {"systemKind": "central", "fundingKind": "private", "ownerKind": "private", "coverage": "withinBoundary"}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:24 a private camera, outside masked
test_registry_024 if holds(1, {"viewer": {"orgKind": "HO_KINH_DOANH"}, "camera": {"systemKind": "central", "fundingKind": "private", "ownerKind": "private", "coverage": "beyondBoundary", "coverageMasked": true}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:25 a camera beside another with the same view
test_registry_025 if holds(1, {"camera": {"systemKind": "central"}, "neighbours": [{"id": "cam_9", "location": {"lat": 21.01814, "lon": 105.82903}, "azimuth": 95, "purposes": ["GIAO_THONG"]}]}, ["retentionPolicy"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"]})

# registry.jsonl:26 beside another, looking the other way
test_registry_026 if holds(1, {"camera": {"systemKind": "central"}, "neighbours": [{"id": "cam_9", "location": {"lat": 21.01814, "lon": 105.82903}, "azimuth": 270, "purposes": ["GIAO_THONG"]}]}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:27 beside another, for another purpose
test_registry_027 if holds(1, {"camera": {"systemKind": "central"}, "neighbours": [{"id": "cam_9", "location": {"lat": 21.01814, "lon": 105.82903}, "azimuth": 95, "purposes": ["MOI_TRUONG"]}]}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:28 a hundred metres away
test_registry_028 if holds(1, {"camera": {"systemKind": "central"}, "neighbours": [{"id": "cam_9", "location": {"lat": 21.019, "lon": 105.829}, "azimuth": 95, "purposes": ["GIAO_THONG"]}]}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:29 heading 355 and 3 are neighbours too
test_registry_029 if holds(1, {"camera": {"systemKind": "central", "azimuth": 355}, "neighbours": [{"id": "cam_9", "location": {"lat": 21.01814, "lon": 105.82903}, "azimuth": 3, "purposes": ["GIAO_THONG"]}]}, ["retentionPolicy"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"]})

# registry.jsonl:30 named as a duplicate
test_registry_030 if holds(1, {"camera": {"systemKind": "central", "duplicateOf": "cam_9"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"]})

# registry.jsonl:31 an internal camera stays outside
test_registry_031 if holds(1, {"camera": {"systemKind": "internal"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"]})

# registry.jsonl:32 a police professional camera does not
test_registry_032 if holds(1, {"camera": {"systemKind": "policeProfessional"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["CT-01"], "only": ["CT-01"]})

# registry.jsonl:33 road traffic run by the traffic police
test_registry_033 if holds(1, {"camera": {"systemKind": "roadTraffic", "operatorKind": "CATP_CSGT"}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:34 road traffic run by a ward
test_registry_034 if holds(1, {"camera": {"systemKind": "roadTraffic", "operatorKind": "UBND_PHUONG"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["TR-01"], "only": ["TR-01"]})

# registry.jsonl:35 an enforcement device without its decision
test_registry_035 if holds(1, {"camera": {"systemKind": "central", "enforcement": true}}, ["retentionPolicy"], {"effect": "deny", "denies": ["EV-02"], "only": ["EV-02"]})

# registry.jsonl:36 a new device of the old standard on 30/06/2026
test_registry_036 if holds(1, {"asOf": 1782838799000, "viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central", "origin": "newInvestment", "conformity": {"standard": "QCVN 135:2024/BTTTT"}}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:37 a new device of the old standard on 01/07/2026
test_registry_037 if holds(1, {"asOf": 1782838800000, "viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central", "origin": "newInvestment", "conformity": {"standard": "QCVN 135:2024/BTTTT"}}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["SE-10"], "only": ["SE-10"]})

# registry.jsonl:38 a new device of the new standard on 01/07/2026
test_registry_038 if holds(1, {"asOf": 1782838800000, "viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central", "origin": "newInvestment", "conformity": {"standard": "QCVN 11:2026/BCA"}}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:39 an old device of the old standard stays
test_registry_039 if holds(1, {"camera": {"systemKind": "central", "conformity": {"standard": "QCVN 135:2024/BTTTT"}}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:40 recordings stored abroad
test_registry_040 if holds(1, {"camera": {"systemKind": "central", "storageCountry": "US"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["SE-10"], "only": ["SE-10"]})

# registry.jsonl:41 a firm with officer and assessment
test_registry_041 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:42 a firm without a data-protection officer
test_registry_042 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"id": "o", "sizeClass": "large", "impactAssessmentRef": "DG-1"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["PD-26"], "only": ["PD-26"]})

# registry.jsonl:43 a firm that hires the service
test_registry_043 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"id": "o", "sizeClass": "large", "impactAssessmentRef": "DG-1", "dpService": "DV-1"}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:44 a firm without an impact assessment
test_registry_044 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"id": "o", "sizeClass": "large", "dpoContact": "dpo@x"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["PD-27"], "only": ["PD-27"]})

# registry.jsonl:45 a household is exempt
test_registry_045 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"sizeClass": "household"}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:46 a household that sells processing is not
test_registry_046 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"sizeClass": "household", "sellsProcessing": true}}, ["retentionPolicy"], {"effect": "deny", "denies": ["PD-26", "PD-27"], "only": ["PD-26", "PD-27"]})

# registry.jsonl:47 a household with 100,000 people is not
test_registry_047 if holds(1, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"sizeClass": "household", "dataSubjects": 100000}}, ["retentionPolicy"], {"effect": "deny", "denies": ["PD-26", "PD-27"], "only": ["PD-26", "PD-27"]})

# registry.jsonl:48 a small firm until 31/12/2030
test_registry_048 if holds(1, {"asOf": 1924966799000, "viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"sizeClass": "small"}}, ["retentionPolicy"], {"effect": "allow"})

# registry.jsonl:49 a small firm from 01/01/2031
test_registry_049 if holds(1, {"asOf": 1924966800000, "viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "central"}, "organisation": {"sizeClass": "small"}}, ["retentionPolicy"], {"effect": "deny", "denies": ["PD-26", "PD-27"], "only": ["PD-26", "PD-27"]})

# registry.jsonl:50 a major change decided by the committee
test_registry_050 if holds(34, {"action": "change_system", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "change": {"class": "majorTechnical", "approvalBody": "BCD_CAMERA", "approvalRef": "QĐ-1"}}, ["camera", "approvals"], {"effect": "allow"})

# registry.jsonl:51 a major change decided by the City People's Committee
test_registry_051 if holds(34, {"action": "change_system", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "change": {"class": "majorTechnical", "approvalBody": "UBND_TP", "approvalRef": "QĐ-1"}}, ["camera", "approvals"], {"effect": "allow"})

# registry.jsonl:52 a major change decided by a department
test_registry_052 if holds(34, {"action": "change_system", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "change": {"class": "majorTechnical", "approvalBody": "SO_XD", "approvalRef": "QĐ-1"}}, ["camera", "approvals"], {"effect": "deny", "denies": ["HN-07"], "only": ["HN-07"]})

# registry.jsonl:53 a major change without a decision
test_registry_053 if holds(34, {"action": "change_system", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "change": {"class": "majorTechnical", "approvalBody": "BCD_CAMERA"}}, ["camera", "approvals"], {"effect": "deny", "denies": ["HN-07"], "only": ["HN-07"]})

# registry.jsonl:54 a minor change
test_registry_054 if holds(34, {"action": "change_system", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "change": {"class": "minor"}}, ["camera", "approvals"], {"effect": "allow"})

# registry.jsonl:55 a change of no stated class
test_registry_055 if holds(34, {"action": "change_system", "viewer": {"userId": "per_op", "orgId": "org_op", "orgKind": "DOANH_NGHIEP", "roles": ["operator"]}, "change": {}}, ["camera", "approvals"], {"effect": "deny", "denies": ["HN-07"], "only": ["HN-07"]})

# repetition.jsonl:1 footage that two people opened is looked at: the duties of asking are done
test_repetition_001 if holds(23, {"request": {"sameTargetCount30d": 9, "pairApprovals30d": 12}}, [], {"effect": "allow", "notObligations": ["second_approver", "notify_inspector"]})

# repetition.jsonl:2 a body looks again and again at its own camera
test_repetition_002 if holds(3, {"request": {"sameTargetCount30d": 9}}, ["camera/noticeKind"], {"effect": "allow", "reasons": ["PD-11"]})

# repetition.jsonl:3 a body looks at its own camera: no register is asked for a case
test_repetition_003 if holds(3, {"request": {"caseRegister": "not_found", "caseNumberForm": "bad"}}, ["camera/noticeKind"], {"effect": "allow", "reasons": ["PD-11"]})

# results-edges.jsonl:1 what came in with signs of tampering is no evidence
test_results_edges_001 if holds(28, {"grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}, "submission": {"tamperFlag": true}}, [], {"effect": "deny", "denies": ["EV-01", "EV-15"], "only": ["EV-01", "EV-15"]})

# results-edges.jsonl:2 training is stated without its end
test_results_edges_002 if holds(28, {"viewer": {"trained": true}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["viewer/trainingValidTo"], {"effect": "allow"})

# results-edges.jsonl:3 training that is denied is none
test_results_edges_003 if holds(28, {"viewer": {"trained": false}, "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, [], {"effect": "deny", "denies": ["EV-03"], "only": ["EV-03"]})

# results-edges.jsonl:4 nobody counted a view yet
test_results_edges_004 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "grant": {"scope": {"maxViews": 3}}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# results-edges.jsonl:5 a query that names no body at all
test_results_edges_005 if holds(12, {"action": "inspect", "context": {"targetOrgIds": []}}, ["request"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# results-edges.jsonl:6 a record after the period of the decision
test_results_edges_006 if holds(12, {"action": "inspect", "entry": {"at": 1924966800000}}, ["request"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# results-edges.jsonl:7 a record before the period of the decision
test_results_edges_007 if holds(12, {"action": "inspect", "entry": {"at": 1577811600000}}, ["request"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# results-edges.jsonl:8 the need is written in the request
test_results_edges_008 if holds(12, {"action": "live_view", "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "INSP-84", "justificationText": "Đối chiếu lượt xem số 12 với hình đã phát trong đoàn thanh tra 45"}, "inspection": {"needsContent": true}}, ["context", "request/requester"], {"effect": "allow"})

# results-edges.jsonl:9 the field of the violation is stated with what came in
test_results_edges_009 if holds(27, {"action": "citizen_intake", "submission": {"channel": "vneid", "acceptedAt": 1789437600000, "field": "road"}, "violation": {}}, ["camera", "request", "context"], {"effect": "allow"})

# results-edges.jsonl:10 EV-16 the operator is stated, not the owner
test_results_edges_010 if holds(15, {"camera": {"operatorKind": "infraOperator"}}, ["camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "violation/violatorIdentifiedAt"], {"effect": "allow"})

# results-edges.jsonl:11 an altered result of a device is not shown either
test_results_edges_011 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "camera": {"enforcement": true, "enforcementDecision": {"no": "QĐ-1", "date": 1767200400000, "issuerTitle": "Giám đốc Công an cấp tỉnh", "validTo": 1798822799999}, "calibrationValidTo": 1798822799999}, "grant": {"scope": {"maxViews": 3}, "viewsUsed": 2}, "recording": {"tamperFlag": true}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["EV-01"], "only": ["EV-01"]})

# results-edges.jsonl:12 a copy for a firm with the consent of the person stays in Viet Nam
test_results_edges_012 if holds(16, {"action": "clip_export", "grant": {"scope": {"actions": ["clip_export"]}}, "recording": {"id": "rec_1", "original": true, "from": 1789348200000, "to": 1789348800000, "expiresAt": 1791997199999}}, [], {"effect": "allow"})

# results-edges.jsonl:13 a copy for a firm with the consent of the person, bound for nowhere that is said
test_results_edges_013 if holds(16, {"action": "clip_export", "grant": {"scope": {"actions": ["clip_export"]}}, "recording": {"id": "rec_1", "original": true, "from": 1789348200000, "to": 1789348800000, "expiresAt": 1791997199999}}, ["request/deliveryCountry", "delivery/country"], {"effect": "deny", "denies": ["PD-23"], "only": ["PD-23"]})

# results-edges.jsonl:14 the field of the violation is stated with the recording
test_results_edges_014 if holds(27, {"action": "citizen_intake", "submission": {"channel": "vneid", "acceptedAt": 1789437600000}, "violation": {}, "recording": {"violationField": "road"}}, ["camera", "request", "context"], {"effect": "allow"})

# results-edges.jsonl:15 a recording past its time is kept by a hold
test_results_edges_015 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "grant": {"scope": {"maxViews": 3}, "viewsUsed": 2}, "recording": {"expiresAt": 1789491599999, "legalHoldIds": ["hold_1"]}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow"})

# results-edges.jsonl:16 the hold was released, and the recording is past its time
test_results_edges_016 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "grant": {"scope": {"maxViews": 3}, "viewsUsed": 2}, "recording": {"expiresAt": 1789405199999, "legalHoldIds": ["hold_1"]}, "legalHold": {"ref": "hold_1", "releasedAt": 1788973200000}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# results.jsonl:1 enforcement export complete
test_results_001 if holds(15, {}, ["violation/violatorIdentifiedAt"], {"effect": "allow"})

# results.jsonl:2 EV-01 calibration over on the day of the recording
test_results_002 if holds(15, {}, ["camera/calibrationValidTo", "violation/violatorIdentifiedAt"], {"effect": "deny", "denies": ["EV-01"], "only": ["EV-01"]})

# results.jsonl:3 EV-01 calibration last day counts
test_results_003 if holds(15, {"camera": {"calibrationValidTo": 1788973199999}}, ["violation/violatorIdentifiedAt"], {"effect": "allow"})

# results.jsonl:4 EV-01 calibration over since, recording before
test_results_004 if holds(15, {"camera": {"calibrationValidTo": 1789232399999}}, ["violation/violatorIdentifiedAt"], {"effect": "allow"})

# results.jsonl:5 EV-01 tampered recording
test_results_005 if holds(15, {"recording": {"tamperFlag": true}}, ["violation/violatorIdentifiedAt"], {"effect": "deny", "denies": ["EV-01", "EV-15"], "only": ["EV-01", "EV-15"], "obligations": ["seal_evidence", "sign_delivery", "escalate_and_hold"]})

# results.jsonl:6 EV-01 tampered ordinary recording
test_results_006 if holds(15, {"request": {"legalBasisCode": "PDPL-17.1.dd"}, "recording": {"tamperFlag": true}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["EV-01"], "only": ["EV-01"]})

# results.jsonl:7 EV-02 no decision
test_results_007 if holds(15, {}, ["camera/enforcementDecision", "violation/violatorIdentifiedAt"], {"effect": "deny", "denies": ["EV-02"], "only": ["EV-02"]})

# results.jsonl:8 EV-02 title Trưởng phòng Cảnh sát giao thông
test_results_008 if holds(15, {"camera": {"enforcementDecision": {"issuerTitle": "Trưởng phòng Cảnh sát giao thông"}}}, ["violation/violatorIdentifiedAt"], {"effect": "allow"})

# results.jsonl:9 EV-02 title Giám đốc Sở Xây dựng
test_results_009 if holds(15, {"camera": {"enforcementDecision": {"issuerTitle": "Giám đốc Sở Xây dựng"}}}, ["violation/violatorIdentifiedAt"], {"effect": "allow"})

# results.jsonl:10 EV-02 title Giám đốc Sở Nông nghiệp và Môi trường
test_results_010 if holds(15, {"camera": {"enforcementDecision": {"issuerTitle": "Giám đốc Sở Nông nghiệp và Môi trường"}}}, ["violation/violatorIdentifiedAt"], {"effect": "allow"})

# results.jsonl:11 EV-02 title Giám đốc Sở Khoa học và Công nghệ
test_results_011 if holds(15, {"camera": {"enforcementDecision": {"issuerTitle": "Giám đốc Sở Khoa học và Công nghệ"}}}, ["violation/violatorIdentifiedAt"], {"effect": "allow"})

# results.jsonl:12 EV-02 title Giám đốc Công an tỉnh
test_results_012 if holds(15, {"camera": {"enforcementDecision": {"issuerTitle": "Giám đốc Công an tỉnh"}}}, ["violation/violatorIdentifiedAt"], {"effect": "allow"})

# results.jsonl:13 EV-02 title Giám đốc Công an thành phố
test_results_013 if holds(15, {"camera": {"enforcementDecision": {"issuerTitle": "Giám đốc Công an thành phố"}}}, ["violation/violatorIdentifiedAt"], {"effect": "allow"})

# results.jsonl:14 EV-02 title Giám đốc Công an Thành phố Hà Nội
test_results_014 if holds(15, {"camera": {"enforcementDecision": {"issuerTitle": "Giám đốc Công an Thành phố Hà Nội"}}}, ["violation/violatorIdentifiedAt"], {"effect": "allow"})

# results.jsonl:15 EV-03 training over
test_results_015 if holds(15, {"request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["EV-03"], "only": ["EV-03"]})

# results.jsonl:16 EV-03 training ends today
test_results_016 if holds(15, {"viewer": {"trainingValidTo": 1789491599000}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# results.jsonl:17 EV-04 enforcement without case file
test_results_017 if holds(15, {}, ["request/caseFileId", "violation/violatorIdentifiedAt"], {"effect": "deny", "denies": ["EV-04"], "only": ["EV-04"]})

# results.jsonl:18 EV-04 NĐ61 basis without case file
test_results_018 if holds(15, {"camera": {"enforcement": false}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["EV-01", "EV-04", "EV-06"], "only": ["EV-01", "EV-04", "EV-06"]})

# results.jsonl:19 EV-06 limitation over
test_results_019 if holds(15, {"violation": {"limitationEnd": 1789405199999}}, ["violation/violatorIdentifiedAt"], {"effect": "deny", "denies": ["EV-06"], "only": ["EV-06"]})

# results.jsonl:20 EV-06 last day still usable
test_results_020 if holds(15, {"asOf": 1789491599999, "violation": {"limitationEnd": 1789491599999}}, ["violation/violatorIdentifiedAt"], {"effect": "allow"})

# results.jsonl:21 EV-06 the day after
test_results_021 if holds(15, {"asOf": 1789491600000, "violation": {"limitationEnd": 1789491599999}}, ["violation/violatorIdentifiedAt"], {"effect": "deny", "denies": ["EV-06"], "only": ["EV-06"]})

# results.jsonl:22 EV-06 validUntil over
test_results_022 if holds(15, {"recording": {"validUntil": 1789405199999}}, ["violation/limitationEnd", "violation/violatorIdentifiedAt"], {"effect": "deny", "denies": ["EV-06"], "only": ["EV-06"]})

# results.jsonl:23 EV-06 unknown limitation end
test_results_023 if holds(15, {}, ["violation/limitationEnd", "violation/violatorIdentifiedAt"], {"effect": "deny", "denies": ["EV-06"], "only": ["EV-06"]})

# results.jsonl:24 EV-09 intake by a citizen
test_results_024 if holds(34, {"action": "citizen_intake", "viewer": {"roles": ["public"]}, "submission": {"channel": "portal"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "reasons": ["EV-09"]})

# results.jsonl:25 EV-09 channel inPerson
test_results_025 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "inPerson"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:26 EV-09 channel email
test_results_026 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "email"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:27 EV-09 channel portal
test_results_027 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:28 EV-09 channel vneid
test_results_028 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "vneid"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:29 EV-09 channel VNeID
test_results_029 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "VNeID"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:30 EV-09 channel hotline
test_results_030 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "hotline"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:31 EV-09 channel post
test_results_031 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "post"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:32 EV-09 channel platform
test_results_032 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "platform"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:33 EV-09 channel fax
test_results_033 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "fax"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "deny", "denies": ["EV-09"], "only": ["EV-09"]})

# results.jsonl:34 EV-09 channel telegram
test_results_034 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "telegram"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "deny", "denies": ["EV-09"], "only": ["EV-09"]})

# results.jsonl:35 EV-09 no channel
test_results_035 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "deny", "denies": ["EV-09", "POL-0"], "only": ["EV-09", "POL-0"]})

# results.jsonl:36 EV-10 provider kept secret: obligation
test_results_036 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow", "obligations": ["enter_in_register", "seal_provider"]})

# results.jsonl:37 EV-10 provider disclosed
test_results_037 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "discloseProvider": true}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "deny", "denies": ["EV-10"], "only": ["EV-10"]})

# results.jsonl:38 intake before NĐ 61
test_results_038 if holds(34, {"action": "citizen_intake", "asOf": 1774976399999, "viewer": {"roles": ["reviewer"]}, "submission": {"channel": "portal"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "cannot_decide"})

# results.jsonl:39 intake from NĐ 61
test_results_039 if holds(34, {"action": "citizen_intake", "asOf": 1774976400000, "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:40 EV-11 all four
test_results_040 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "allow"})

# results.jsonl:41 EV-11 not fieldCovered
test_results_041 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"]})

# results.jsonl:42 EV-11 mistyped fieldCovered
test_results_042 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": "yes", "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-11", "POL-0"], "only": ["EV-11", "POL-0"]})

# results.jsonl:43 EV-11 not privacyRespected
test_results_043 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"]})

# results.jsonl:44 EV-11 mistyped privacyRespected
test_results_044 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": "yes", "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-11", "POL-0"], "only": ["EV-11", "POL-0"]})

# results.jsonl:45 EV-11 not objective
test_results_045 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"]})

# results.jsonl:46 EV-11 mistyped objective
test_results_046 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": "yes", "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-11", "POL-0"], "only": ["EV-11", "POL-0"]})

# results.jsonl:47 EV-11 not withinPeriod
test_results_047 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-11"], "only": ["EV-11"]})

# results.jsonl:48 EV-11 mistyped withinPeriod
test_results_048 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": "yes"}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-11", "POL-0"], "only": ["EV-11", "POL-0"]})

# results.jsonl:49 EV-12 receiver CATP_CSGT
test_results_049 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CATP_CSGT", "roles": ["reviewer"]}, "submission": {"channel": "portal"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:50 EV-12 receiver UBND_XA
test_results_050 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "UBND_XA", "roles": ["reviewer"]}, "submission": {"channel": "portal"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:51 EV-12 receiver UBND_PHUONG
test_results_051 if holds(34, {"action": "citizen_intake", "viewer": {"roles": ["reviewer"]}, "submission": {"channel": "portal"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:52 EV-12 receiver UBND_TP
test_results_052 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "UBND_TP", "roles": ["reviewer"]}, "submission": {"channel": "portal"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:53 EV-12 receiver TTCA
test_results_053 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "TTCA", "roles": ["reviewer"]}, "submission": {"channel": "portal"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:54 EV-12 receiver CATP
test_results_054 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CATP", "roles": ["reviewer"]}, "submission": {"channel": "portal"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:55 EV-12 not receiver SO_XD
test_results_055 if holds(34, {"action": "citizen_intake", "viewer": {"roles": ["reviewer"]}, "submission": {"channel": "portal"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["EV-12"], "only": ["EV-12"]})

# results.jsonl:56 EV-13 not competent, forwarded
test_results_056 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "competent": false}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:57 EV-13 not competent: forward
test_results_057 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "competent": false}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow", "obligations": ["enter_in_register", "forward_submission", "seal_provider"]})

# results.jsonl:58 EV-13 not competent admits nothing
test_results_058 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "competent": false, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-13"], "only": ["EV-13"]})

# results.jsonl:59 EV-13 competent: nothing to forward
test_results_059 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal"}, "violation": {"field": "road"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow", "notObligations": ["forward_submission"]})

# results.jsonl:60 EV-15 signs of forgery
test_results_060 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}, "recording": {"tamperFlag": true}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-15"], "only": ["EV-15"], "obligations": ["enter_in_register", "seal_provider", "escalate_and_hold"]})

# results.jsonl:61 EV-15 no signs, no obligation
test_results_061 if holds(34, {"action": "admit_submission", "viewer": {"userId": "per_c", "orgId": "org_cax", "orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal", "acceptedAt": 1789088400000, "fieldCovered": true, "privacyRespected": true, "objective": true, "withinPeriod": true}, "violation": {"field": "road", "detectedAt": 1788800400000}}, ["camera", "approvals"], {"effect": "allow", "notObligations": ["escalate_and_hold"]})

# results.jsonl:62 EV-16 infra operator, no separate verification
test_results_062 if holds(15, {"camera": {"ownerKind": "infraOperator"}}, ["camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "violation/violatorIdentifiedAt"], {"effect": "allow", "notObligations": ["verify_before_use"]})

# results.jsonl:63 EV-16 before 01/04/2026 the basis is not in force
test_results_063 if holds(15, {"asOf": 1774922400000}, ["approvals", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/writtenRequest", "request/caseFileId", "violation/limitationEnd", "violation/violatorIdentifiedAt"], {"effect": "deny", "denies": ["PD-06", "SH-02"], "only": ["PD-06", "SH-02"]})

# results.jsonl:64 EV-17 procedural export
test_results_064 if holds(15, {"viewer": {"orgId": "org_cqdt", "orgKind": "CQDT", "functions": ["AN_NINH_TRAT_TU"]}, "request": {"requester": {"orgId": "org_cqdt"}, "legalBasisCode": "BLTTHS-88", "purposeCode": "AN_NINH_TRAT_TU", "caseNo": "VA-12/2026", "procedureAuthority": "CQDT"}, "delivery": {"encryption": "age", "keyChannel": "separate"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "allow", "obligations": ["copy_minutes", "seal_evidence", "sign_delivery", "handover_minutes", "mark_sensitive"]})

# results.jsonl:65 EV-17 no case number
test_results_065 if holds(15, {"viewer": {"orgId": "org_cqdt", "orgKind": "CQDT", "functions": ["AN_NINH_TRAT_TU"]}, "request": {"requester": {"orgId": "org_cqdt"}, "legalBasisCode": "BLTTHS-88", "purposeCode": "AN_NINH_TRAT_TU"}, "delivery": {"encryption": "age", "keyChannel": "separate"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "deny", "denies": ["EV-17"], "only": ["EV-17"]})

# results.jsonl:66 EV-17 not a procedural body
test_results_066 if holds(15, {"viewer": {"orgId": "org_cqdt", "functions": ["AN_NINH_TRAT_TU"]}, "request": {"requester": {"orgId": "org_cqdt"}, "legalBasisCode": "BLTTHS-88", "purposeCode": "AN_NINH_TRAT_TU"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["EV-17"], "only": ["EV-17"]})

# results.jsonl:67 EV-17 by VKS
test_results_067 if holds(15, {"viewer": {"orgId": "org_cqdt", "orgKind": "VKS", "functions": ["AN_NINH_TRAT_TU"]}, "request": {"requester": {"orgId": "org_cqdt"}, "legalBasisCode": "BLTTHS-88", "purposeCode": "AN_NINH_TRAT_TU", "caseNo": "VA-12/2026", "procedureAuthority": "VKS"}, "delivery": {"encryption": "age", "keyChannel": "separate"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "allow"})

# results.jsonl:68 EV-17 by TA
test_results_068 if holds(15, {"viewer": {"orgId": "org_cqdt", "orgKind": "TA", "functions": ["AN_NINH_TRAT_TU"]}, "request": {"requester": {"orgId": "org_cqdt"}, "legalBasisCode": "BLTTHS-88", "purposeCode": "AN_NINH_TRAT_TU", "caseNo": "VA-12/2026", "procedureAuthority": "TA"}, "delivery": {"encryption": "age", "keyChannel": "separate"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "allow"})

# results.jsonl:69 EV-17 without consent of the owner
test_results_069 if holds(46, {}, [], {"effect": "allow"})

# results.jsonl:70 EV-18 export carries integrity
test_results_070 if holds(15, {"request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "obligations": ["seal_evidence", "sign_delivery"]})

# results.jsonl:71 EV-19 deletion under hold
test_results_071 if holds(34, {"action": "delete_recording", "asOf": 1793498400000, "viewer": {"userId": "per_op", "orgId": "org_phuong_hk", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": ["h1"]}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-19"], "only": ["EV-19"]})

# results.jsonl:72 EV-19 deletion without hold
test_results_072 if holds(34, {"action": "delete_recording", "asOf": 1793498400000, "viewer": {"userId": "per_op", "orgId": "org_phuong_hk", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": []}}, ["camera", "approvals"], {"effect": "allow"})

# results.jsonl:73 EV-19 deletion, holds unknown
test_results_073 if holds(34, {"action": "delete_recording", "asOf": 1793498400000, "viewer": {"userId": "per_op", "orgId": "org_phuong_hk", "roles": ["operator"]}, "recording": {"id": "rec_1"}}, ["camera", "approvals"], {"effect": "deny", "denies": ["POL-0"], "only": ["POL-0"]})

# results.jsonl:74 PD-05 playback after expiry
test_results_074 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId", "recording/expiresAt"], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# results.jsonl:75 EV-19 hold stops expiry
test_results_075 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "recording": {"expiresAt": 1789405199999, "legalHoldIds": ["h1"]}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# results.jsonl:76 EV-19 hold by procedural body
test_results_076 if holds(34, {"action": "legal_hold", "viewer": {"userId": "per_kt", "orgId": "org_cqdt", "orgKind": "CQDT", "roles": ["requester"]}, "legalHold": {"ref": "15/YC-CQDT", "authority": "CQDT", "reviewAt": 1797353999999}}, ["camera", "approvals"], {"effect": "allow", "reasons": ["EV-19"]})

# results.jsonl:77 EV-19 hold without reference
test_results_077 if holds(34, {"action": "legal_hold", "viewer": {"userId": "per_kt", "orgId": "org_cqdt", "orgKind": "CQDT", "roles": ["requester"]}}, ["camera", "approvals"], {"effect": "deny", "denies": ["EV-19"], "only": ["EV-19"]})

# results.jsonl:78 EV-19 hold by prosecutor
test_results_078 if holds(34, {"action": "legal_hold", "viewer": {"userId": "per_kt", "orgId": "org_cqdt", "orgKind": "VKS", "roles": ["requester"]}, "legalHold": {"ref": "15/YC-CQDT", "authority": "VKS", "reviewAt": 1797353999999}}, ["camera", "approvals"], {"effect": "allow"})

# results.jsonl:79 EV-19 hold by court
test_results_079 if holds(34, {"action": "legal_hold", "viewer": {"userId": "per_kt", "orgId": "org_cqdt", "orgKind": "TA", "roles": ["requester"]}, "legalHold": {"ref": "15/YC-CQDT", "authority": "TA", "reviewAt": 1797353999999}}, ["camera", "approvals"], {"effect": "allow"})

# results.jsonl:80 TR-14 device purge without minutes
test_results_080 if holds(34, {"action": "purge_device", "asOf": 1793498400000, "viewer": {"userId": "per_op", "orgId": "org_phuong_hk", "roles": ["operator"]}, "recording": {"id": "rec_1", "legalHoldIds": []}}, ["camera", "approvals"], {"effect": "deny", "denies": ["TR-14"], "only": ["TR-14"]})

# results.jsonl:81 EV-02 enforcement camera on any basis, no decision
test_results_081 if holds(15, {"camera": {"enforcement": true}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "request/caseFileId"], {"effect": "deny", "denies": ["EV-02"], "only": ["EV-02"]})

# results.jsonl:82 EV-01 enforcement camera on any basis, calibration over
test_results_082 if holds(15, {"camera": {"enforcement": true}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["EV-01"], "only": ["EV-01"]})

# results.jsonl:83 EV-01 no authority
test_results_083 if holds(15, {}, ["viewer/authorityRef", "violation/violatorIdentifiedAt"], {"effect": "deny", "denies": ["EV-01"], "only": ["EV-01"]})

# results.jsonl:84 EV-16 ordinary camera must be verified
test_results_084 if holds(15, {"camera": {"enforcement": false}}, ["camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "violation/violatorIdentifiedAt"], {"effect": "allow", "obligations": ["seal_evidence", "sign_delivery", "verify_before_use"]})

# results.jsonl:85 EV-16 operator, no enforcement flag stated
test_results_085 if holds(15, {"camera": {"ownerKind": "infraOperator"}}, ["camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "violation/violatorIdentifiedAt"], {"effect": "allow", "reasons": ["EV-16"], "notObligations": ["verify_before_use"]})

# results.jsonl:86 EV-17 by the police for the investigation body
test_results_086 if holds(46, {"viewer": {"orgKind": "CATP"}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}]}, [], {"effect": "allow"})

# results.jsonl:87 EV-20 face match on the original in a case
test_results_087 if holds(47, {}, [], {"effect": "deny", "denies": ["EV-20"], "only": ["EV-20"]})

# results.jsonl:88 EV-20 on the copy
test_results_088 if holds(47, {"recording": {"original": false}}, [], {"effect": "allow"})

# results.jsonl:89 EV-21 accident
test_results_089 if holds(14, {"asOf": 1789437600000, "viewer": {"orgId": "org_csgt", "orgKind": "CATP_CSGT"}, "request": {"requester": {"orgId": "org_csgt"}, "timeWindow": {"from": 1788915600000, "to": 1788917400000}, "caseFileId": "HS-2026-001"}, "accident": {"time": 1788916200000}}, ["request/kind"], {"effect": "needs_approval", "reasons": ["EV-21"], "needs": ["police", "owner"]})

# results.jsonl:90 EV-12 intake without a field by commune police
test_results_090 if holds(34, {"action": "citizen_intake", "viewer": {"orgKind": "CAX", "roles": ["reviewer"]}, "submission": {"channel": "portal"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow"})

# results.jsonl:91 EV-12 intake without a field by a department
test_results_091 if holds(34, {"action": "citizen_intake", "viewer": {"roles": ["reviewer"]}, "submission": {"channel": "portal"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "cannot_decide"})

# road-law.jsonl:1 the traffic police bring in a camera that they run
test_road_law_001 if holds(34, {"viewer": {"orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "operatorOrgId": "org_csgt"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:2 the operator told by its code
test_road_law_002 if holds(34, {"viewer": {"orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "operatorOrgId": "CATP_CSGT"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:3 the national traffic police run it
test_road_law_003 if holds(34, {"viewer": {"orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "operatorOrgId": "BCA_C08"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:4 an enterprise runs a police road camera
test_road_law_004 if holds(34, {"viewer": {"orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "operatorOrgId": "org_fpt", "operatorKind": "DOANH_NGHIEP"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["TR-01"], "only": ["TR-01"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:5 a department runs a police road camera
test_road_law_005 if holds(34, {"viewer": {"orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "operatorOrgId": "SO_XD"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["TR-01"], "only": ["TR-01"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:6 nobody says who runs a police road camera
test_road_law_006 if holds(34, {"viewer": {"orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["TR-01"], "only": ["TR-01"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:7 a smart-traffic camera may be run by an enterprise
test_road_law_007 if holds(34, {"viewer": {"orgId": "org_csgt", "orgKind": "SO_XD", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "smartTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "operatorOrgId": "org_fpt", "operatorKind": "DOANH_NGHIEP"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:8 run by an enterprise on the first day of the circular
test_road_law_008 if holds(34, {"asOf": 1735664400000, "viewer": {"orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "noticeVerifiedAt": 1704042000000, "operatorOrgId": "org_fpt", "operatorKind": "DOANH_NGHIEP"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["TR-01"], "only": ["TR-01"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:9 an outsider with the paper and the unit's consent
test_road_law_009 if holds(35, {"camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "approvals": [{"key": "owner", "approver": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "org_csgt", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:10 an outsider whom the unit has not answered
test_road_law_010 if holds(35, {"camera": {"ownerOrgId": "org_owner2", "systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "approvals": [{"key": "owner", "approver": "u_o", "orgId": "org_owner2", "orgKind": "CATP_CSGT", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["context"], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:11 owner, police and operating unit are three
test_road_law_011 if holds(35, {"camera": {"systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}, {"key": "operator", "approver": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "org_csgt", "effect": "approved", "signedAt": 1789059600000}]}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:12 the unit's consent under its unit's name
test_road_law_012 if holds(35, {"camera": {"systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}, {"unitId": "org_csgt", "effect": "approved", "approver": "u_q", "signedAt": 1789059600000}]}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:13 a body named in the operating regulation
test_road_law_013 if holds(35, {"viewer": {"functions": ["GSGT", "GIAO_THONG"]}, "camera": {"systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:14 a traffic function alone makes nobody an insider
test_road_law_014 if holds(35, {"viewer": {"functions": ["GIAO_THONG"]}, "camera": {"systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}}, ["context"], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:15 the circular does not bind smart-traffic cameras
test_road_law_015 if holds(35, {"camera": {"systemKind": "smartTraffic", "operatorOrgId": "org_csgt"}}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:16 the circular does not bind toll cameras
test_road_law_016 if holds(35, {"camera": {"systemKind": "toll", "operatorOrgId": "org_csgt"}}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:17 the traffic command centre inside its connection
test_road_law_017 if holds(35, {"viewer": {"orgId": "org_ttchgt", "orgKind": "CATP_TTCHGT", "qualification": "college_it", "trainingValidTo": 1798822799999}, "camera": {"systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "request": {"requester": {"orgId": "org_ttchgt", "orgKind": "CATP_TTCHGT"}}}, [], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:18 the smart-traffic centre inside its connection
test_road_law_018 if holds(35, {"viewer": {"orgKind": "TT_GTTM"}, "camera": {"systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "request": {"requester": {"orgKind": "TT_GTTM"}}}, [], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:19 the smart-traffic centre the day before its connection has a ground
test_road_law_019 if holds(48, {}, [], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:20 an outsider asks: the unit's consent is needed too
test_road_law_020 if holds(35, {"action": "submit_request", "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}}, ["approvals", "grant", "context"], {"effect": "needs_approval", "needs": ["operator", "owner", "police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:21 the police approve before the operating unit has consented
test_road_law_021 if holds(35, {"action": "approve", "viewer": {"userId": "u_c", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "titlePowersValidTo": 1798822799999, "roles": ["approver"]}, "camera": {"systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}]}, ["grant", "context", "viewer/functions"], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:22 the police approve after the operating unit has consented
test_road_law_022 if holds(49, {}, [], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:23 another purpose of the list, by an agency within its function
test_road_law_023 if holds(35, {"viewer": {"functions": ["HA_TANG"]}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "request": {"purposeCode": "HA_TANG"}, "approvals": [{"key": "owner", "approver": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "org_csgt", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:24 a purpose that the footage was not taken for
test_road_law_024 if holds(35, {"viewer": {"functions": ["MOI_TRUONG"]}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "request": {"purposeCode": "MOI_TRUONG"}, "approvals": [{"key": "owner", "approver": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "org_csgt", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["context"], {"effect": "deny", "denies": ["PD-04"], "only": ["PD-04"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:25 security and order
test_road_law_025 if holds(35, {"viewer": {"functions": ["AN_NINH_TRAT_TU"]}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "request": {"purposeCode": "AN_NINH_TRAT_TU"}, "approvals": [{"key": "owner", "approver": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "org_csgt", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["context"], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:26 the command centre connects by law
test_road_law_026 if holds(2, {"asOf": 1772298000000, "viewer": {"orgKind": "CATP_TTCHGT"}, "request": {"receivedAt": 1772125200000}, "system": {"partnerOrgKind": "SO_XD", "kind": "roadTraffic"}, "approvals": []}, ["camera", "organisation"], {"effect": "allow", "reasons": ["TR-08"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:27 the command centre told by its national code
test_road_law_027 if holds(2, {"viewer": {"orgKind": "CATP"}, "system": {"partnerOrgKind": "SO_XD"}, "approvals": [], "organisation": {"id": "org_sxd", "code": "CATP_TTCHGT"}}, ["camera", "organisation/sizeClass"], {"effect": "allow", "reasons": ["TR-08"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:28 the smart-traffic centre connects with the operations centre
test_road_law_028 if holds(2, {"viewer": {"orgKind": "TT_GTTM"}, "system": {"kind": "smartTraffic", "partnerOrgKind": "IOC"}, "approvals": []}, ["camera", "organisation"], {"effect": "allow", "reasons": ["TR-09"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:29 the same the day before the decree
test_road_law_029 if holds(2, {"asOf": 1782838799000, "viewer": {"orgKind": "TT_GTTM"}, "request": {"receivedAt": 1782666000000}, "system": {"partnerOrgKind": "IOC"}, "approvals": []}, ["camera", "organisation"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:30 the same on the first day of the decree
test_road_law_030 if holds(2, {"asOf": 1782838800000, "viewer": {"orgKind": "TT_GTTM"}, "request": {"receivedAt": 1782666000000}, "system": {"partnerOrgKind": "IOC"}, "approvals": []}, ["camera", "organisation"], {"effect": "allow", "reasons": ["TR-09"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:31 a centre connects with somebody else
test_road_law_031 if holds(2, {"viewer": {"orgKind": "TT_GTTM"}, "system": {"partnerOrgKind": "SO_YT"}, "approvals": []}, ["camera", "organisation"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:32 a centre without a purpose of the list
test_road_law_032 if holds(2, {"viewer": {"orgKind": "TT_GTTM"}, "request": {"purposeCode": "MARKETING"}, "system": {"partnerOrgKind": "IOC"}, "approvals": []}, ["camera", "organisation"], {"effect": "deny", "denies": ["CT-03", "PD-04"], "only": ["CT-03", "PD-04"], "reasons": ["TR-09"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:33 an emergency grant by an officer off shift
test_road_law_033 if holds(50, {}, [], {"effect": "deny", "denies": ["TR-10"], "only": ["TR-10"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:34 a violator sees their own violation, supervised
test_road_law_034 if holds(51, {}, [], {"effect": "allow", "reasons": ["TR-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "register_handover", "record_trace"]})

# road-law.jsonl:35 a violator alone
test_road_law_035 if holds(51, {"context": {"supervised": false}}, [], {"effect": "deny", "denies": ["TR-12"], "only": ["TR-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "register_handover", "record_trace"]})

# road-law.jsonl:36 a violator asks for somebody else's violation
test_road_law_036 if holds(51, {"violation": {"violatorUserId": "u_z"}}, [], {"effect": "deny", "denies": ["TR-12"], "only": ["TR-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "register_handover", "record_trace"]})

# road-law.jsonl:37 no violation named
test_road_law_037 if holds(51, {}, ["violation"], {"effect": "deny", "denies": ["TR-12"], "only": ["TR-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "register_handover", "record_trace"]})

# road-law.jsonl:38 a violator sees the still pictures
test_road_law_038 if holds(51, {"action": "snapshot", "request": {"kind": "SNAPSHOT"}}, [], {"effect": "allow", "reasons": ["TR-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "register_handover", "record_trace"]})

# road-law.jsonl:39 device memory is cleared with copy and minutes
test_road_law_039 if holds(51, {"action": "purge_device", "viewer": {"userId": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "roles": ["operator"]}, "camera": {"enforcement": true}, "recording": {"deletionMinutesRef": "BB-1", "storedCopySha256": "aa", "sha256": "aa", "legalHoldIds": []}}, ["request", "violation", "context", "recording/from", "recording/to", "recording/expiresAt"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:40 without minutes
test_road_law_040 if holds(51, {"action": "purge_device", "viewer": {"userId": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "roles": ["operator"]}, "camera": {"enforcement": true}, "recording": {"storedCopySha256": "aa", "sha256": "aa", "legalHoldIds": []}}, ["request", "violation", "context", "recording/from", "recording/to", "recording/expiresAt"], {"effect": "deny", "denies": ["TR-14"], "only": ["TR-14"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:41 the copy is another recording
test_road_law_041 if holds(51, {"action": "purge_device", "viewer": {"userId": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "roles": ["operator"]}, "camera": {"enforcement": true}, "recording": {"deletionMinutesRef": "BB-1", "storedCopySha256": "bb", "sha256": "aa", "legalHoldIds": []}}, ["request", "violation", "context", "recording/from", "recording/to", "recording/expiresAt"], {"effect": "deny", "denies": ["TR-14"], "only": ["TR-14"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:42 without minutes on the first day of the circular
test_road_law_042 if holds(51, {"action": "purge_device", "asOf": 1735664400000, "viewer": {"userId": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "roles": ["operator"]}, "camera": {"enforcement": true}, "recording": {"storedCopySha256": "aa", "sha256": "aa", "legalHoldIds": []}}, ["request", "violation", "context", "recording/from", "recording/to", "recording/expiresAt"], {"effect": "deny", "denies": ["TR-14"], "only": ["TR-14"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:43 expiry on the server is another matter
test_road_law_043 if holds(51, {"action": "delete_recording", "viewer": {"userId": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "roles": ["operator"]}, "camera": {"enforcement": true}, "recording": {"sha256": "aa", "legalHoldIds": [], "expiresAt": 1788281999999}}, ["request", "violation", "context", "recording/from", "recording/to"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:44 overview video of a toll station, one year
test_road_law_044 if holds(12, {"action": "set_retention", "viewer": {"userId": "u_o", "orgId": "org_tp", "orgKind": "DOANH_NGHIEP", "roles": ["owner"]}, "camera": {"systemKind": "toll"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 365, "justification": "Thông tư 34/2024 yêu cầu lưu một năm"}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:45 a day less than a year
test_road_law_045 if holds(12, {"action": "set_retention", "viewer": {"userId": "u_o", "orgId": "org_tp", "orgKind": "DOANH_NGHIEP", "roles": ["owner"]}, "camera": {"systemKind": "toll"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 364, "justification": "Thông tư 34/2024 yêu cầu lưu một năm"}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "deny", "denies": ["TR-15"], "only": ["TR-15"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:46 lane video a day short of five years
test_road_law_046 if holds(12, {"action": "set_retention", "viewer": {"userId": "u_o", "orgId": "org_tp", "orgKind": "DOANH_NGHIEP", "roles": ["owner"]}, "camera": {"systemKind": "toll"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 1824, "justification": "Thông tư 34/2024 yêu cầu lưu một năm", "dataType": "laneVideo"}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "deny", "denies": ["TR-15"], "only": ["TR-15"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:47 lane video five years
test_road_law_047 if holds(12, {"action": "set_retention", "viewer": {"userId": "u_o", "orgId": "org_tp", "orgKind": "DOANH_NGHIEP", "roles": ["owner"]}, "camera": {"systemKind": "toll"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 1825, "justification": "Thông tư 34/2024 yêu cầu lưu một năm", "dataType": "laneVideo"}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:48 the command centre told by the code of the asking body
test_road_law_048 if holds(2, {"viewer": {"orgKind": "CATP"}, "approvals": [], "organisation": {"code": "CATP_TTCHGT"}}, ["camera", "organisation/sizeClass"], {"effect": "allow", "reasons": ["TR-08"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:49 another body's code is nobody's ground
test_road_law_049 if holds(2, {"viewer": {"orgKind": "CATP"}, "approvals": [], "organisation": {"id": "org_other", "code": "CATP_TTCHGT"}}, ["camera", "organisation/sizeClass"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:50 an officer shows a violator the pictures at the post
test_road_law_050 if holds(51, {"viewer": {"userId": "u_p", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "roles": ["duty_officer"]}}, ["context"], {"effect": "allow", "reasons": ["TR-12"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "POL-3", "POL-4", "SH-12"], "obligations": ["mask_faces"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "register_handover", "record_trace"]})

# road-law.jsonl:51 the police key held by the operating unit is its consent
test_road_law_051 if holds(49, {"viewer": {"unitId": "org_csgt"}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}]}, [], {"effect": "allow", "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-3", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:52 driver images three months
test_road_law_052 if holds(12, {"action": "set_retention", "viewer": {"userId": "u_o", "orgId": "org_tp", "orgKind": "DOANH_NGHIEP", "roles": ["owner"]}, "camera": {"systemKind": "inVehicle"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 90, "justification": "Thông tư 34/2024 yêu cầu lưu một năm", "dataType": "driverImage"}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:53 city cameras have no floor
test_road_law_053 if holds(12, {"action": "set_retention", "viewer": {"userId": "u_o", "orgId": "org_tp", "orgKind": "DOANH_NGHIEP", "roles": ["owner"]}, "camera": {"systemKind": "central"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 3, "justification": "Thông tư 34/2024 yêu cầu lưu một năm"}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:54 the policy's own floor
test_road_law_054 if holds(12, {"action": "set_retention", "viewer": {"userId": "u_o", "orgId": "org_tp", "orgKind": "DOANH_NGHIEP", "roles": ["owner"]}, "camera": {"systemKind": "central"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 100, "justification": "Thông tư 34/2024 yêu cầu lưu một năm", "floorDays": 365}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "deny", "denies": ["TR-15"], "only": ["TR-15"], "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:55 road cameras have no floor either
test_road_law_055 if holds(12, {"action": "set_retention", "viewer": {"userId": "u_o", "orgId": "org_tp", "orgKind": "CATP_CSGT", "roles": ["owner"]}, "camera": {"systemKind": "roadTraffic"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 3}}, ["inspection", "context", "request", "viewer/functions"], {"effect": "allow", "reasons": ["POL-3"], "notReasons": ["HN-03", "HN-04", "HN-12", "CT-04", "CT-05", "CT-07", "TR-08", "TR-09", "TR-12", "POL-4", "SH-12"], "notObligations": ["mark_nonconforming", "file_architecture_appraisal", "file_operating_regulation", "notify_owner", "reduce_fps", "mask_faces", "register_handover", "record_trace"]})

# road-law.jsonl:56 register road traffic camera operated by SO_XD (TR-01)
test_road_law_056 if holds(38, {"viewer": {"orgId": "CATP", "orgKind": "CATP"}, "organisation": {"id": "CATP", "kind": "CATP"}, "camera": {"ownerOrgId": "CATP", "controllerOrgId": "CATP", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "operatorKind": "SO_XD"}}, ["neighbours"], {"effect": "deny", "denies": ["TR-01"], "only": ["TR-01"]})

# road-law.jsonl:57 operated by CSGT (TR-01)
test_road_law_057 if holds(38, {"viewer": {"orgId": "CATP", "orgKind": "CATP"}, "organisation": {"id": "CATP", "kind": "CATP"}, "camera": {"ownerOrgId": "CATP", "operatorOrgId": "CATP_CSGT", "controllerOrgId": "CATP", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "operatorKind": "CATP_CSGT"}}, ["neighbours"], {"effect": "allow"})

# road-law.jsonl:58 police security purpose on road camera (TR-02)
test_road_law_058 if holds(52, {}, [], {"effect": "allow"})

# road-law.jsonl:59 firm's environment purpose (TR-02)
test_road_law_059 if holds(52, {"viewer": {"orgId": "UBND-P-HOAN-KIEM", "orgKind": "DOANH_NGHIEP", "unitId": "VP", "functions": ["MOI_TRUONG"]}, "organisation": {"id": "UBND-P-HOAN-KIEM", "kind": "DOANH_NGHIEP"}, "request": {"requester": {"orgId": "UBND-P-HOAN-KIEM", "orgKind": "UBND_PHUONG"}, "purposeCode": "MOI_TRUONG"}, "grant": {"orgId": "UBND-P-HOAN-KIEM"}}, [], {"effect": "deny", "denies": ["TR-02"]})

# road-law.jsonl:60 ward, written request, no consent of the unit (TR-03)
test_road_law_060 if holds(4, {"camera": {"ownerOrgId": "CATP", "operatorOrgId": "CATP_CSGT", "controllerOrgId": "CATP", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG", "AN_NINH_TRAT_TU"]}, "approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1"}]}, ["viewer/account"], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"]})

# road-law.jsonl:61 ward, written request and consent of the unit (TR-03)
test_road_law_061 if holds(53, {}, [], {"effect": "allow"})

# road-law.jsonl:62 consent but no written request (TR-03)
test_road_law_062 if holds(53, {}, ["request/writtenRequest"], {"effect": "deny", "denies": ["TR-03"]})

# road-law.jsonl:63 own data of a person needs neither (TR-03)
test_road_law_063 if holds(44, {"viewer": {"userId": "nd"}, "camera": {"operatorOrgId": "CATP_CSGT", "systemKind": "roadTraffic", "controllerContact": "1"}, "dataSubjectRequest": {"receivedAt": 1794762000000}}, ["context", "dataSubjectRequest/complete"], {"effect": "allow"})

# road-law.jsonl:64 approval withdrawn (TR-03)
test_road_law_064 if holds(53, {"approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1"}, {"approver": "chucamera-01", "approverTitle": "Trưởng phòng", "orgId": "CATP_CSGT", "orgKind": "SO_XD", "unitId": "CATP_CSGT", "effect": "approved", "key": "owner", "signedAt": 1794974400000, "signature": "s2", "withdrawnAt": 1795021200000}]}, [], {"effect": "deny", "denies": ["TR-03"]})

# road-law.jsonl:65 release without operating regulation: warning (TR-04)
test_road_law_065 if holds(20, {"action": "activate_policy", "viewer": {"userId": "canbo-01", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP", "SO_KHCN"], "opinionRef": "BCA-12"}}, ["organisation", "camera", "request", "grant", "context"], {"effect": "allow"})

# road-law.jsonl:66 police extraction without qualification on road camera (TR-07)
test_road_law_066 if holds(54, {}, [], {"effect": "deny", "denies": ["TR-07"]})

# road-law.jsonl:67 qualification trung cấp cảnh sát (TR-07)
test_road_law_067 if holds(54, {"viewer": {"qualification": "trung cấp cảnh sát"}, "request": {"requester": {"orgId": "CATP", "orgKind": "CATP_CSGT"}}, "delivery": {"country": "VN", "encryption": "AES-256", "keyChannel": "other", "signature": "x", "anonymised": true, "protectedMedium": true}}, [], {"effect": "allow"})

# road-law.jsonl:68 smart traffic centre connects with command centre (TR-09)
test_road_law_068 if holds(5, {"action": "system_connect", "viewer": {"orgId": "TT_GTTM", "orgKind": "TT_GTTM", "functions": ["GIAO_THONG"]}, "organisation": {"id": "TT_GTTM", "kind": "TT_GTTM"}, "request": {"kind": "SYSTEM_CONNECT", "purposeCode": "GIAO_THONG"}, "grant": {"scope": {"actions": ["system_connect"]}}, "system": {"id": "s", "partnerOrgKind": "CATP_TTCHGT"}}, ["recording"], {"effect": "allow", "reasons": ["TR-09"]})

# road-law.jsonl:69 30/06/2026 no ground of TR-09
test_road_law_069 if holds(5, {"action": "system_connect", "asOf": 1782838799000, "viewer": {"orgId": "TT_GTTM", "orgKind": "TT_GTTM", "functions": ["GIAO_THONG"], "lastActiveAt": 1782320400000}, "request": {"kind": "SYSTEM_CONNECT", "writtenRequest": {"date": 1781888400000}, "purposeCode": "GIAO_THONG", "receivedAt": 1782061200000}, "system": {"id": "s", "partnerOrgKind": "CATP_TTCHGT"}}, ["approvals", "grant", "recording"], {"effect": "needs_approval"})

# road-law.jsonl:70 duty officer on shift (TR-10)
test_road_law_070 if holds(20, {"grant": {"expiresAt": 1795225800000}}, ["request/writtenConfirmedAt"], {"effect": "allow"})

# road-law.jsonl:71 not on shift (TR-10)
test_road_law_071 if holds(20, {"grant": {"expiresAt": 1795225800000}, "context": {"onShift": false}}, ["request/writtenConfirmedAt"], {"effect": "deny", "denies": ["TR-10"], "only": ["TR-10"]})

# road-law.jsonl:72 violator exports (TR-12)
test_road_law_072 if holds(44, {"action": "clip_export", "viewer": {"userId": "vp-1"}, "camera": {"operatorOrgId": "CATP_CSGT", "systemKind": "roadTraffic"}, "request": {"requesterKind": "violator", "purposeCode": "GIAO_THONG"}, "violation": {"id": "VP-1", "violatorUserId": "vp-1", "detectedAt": 1794675600000}, "context": {"supervised": true}}, ["dataSubjectRequest", "camera/controllerContact", "request/id", "request/kind", "request/legalBasisCode", "request/thirdPartiesInFrame", "request/identityVerified", "context/channel"], {"effect": "deny", "denies": ["TR-12"]})

# road-law.jsonl:73 another's violation (TR-12)
test_road_law_073 if holds(44, {"action": "playback", "viewer": {"userId": "vp-2"}, "camera": {"operatorOrgId": "CATP_CSGT", "systemKind": "roadTraffic"}, "request": {"requesterKind": "violator", "purposeCode": "GIAO_THONG"}, "violation": {"id": "VP-1", "violatorUserId": "vp-1", "detectedAt": 1794675600000}, "context": {"supervised": true}}, ["dataSubjectRequest", "camera/controllerContact", "request/id", "request/kind", "request/legalBasisCode", "request/thirdPartiesInFrame", "request/identityVerified", "context/channel"], {"effect": "deny", "denies": ["TR-12"]})

# road-law.jsonl:74 toll lane video, 4 years (TR-15)
test_road_law_074 if holds(5, {"action": "set_retention", "viewer": {"roles": ["operator"]}, "camera": {"systemKind": "toll"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 1460, "dataType": "laneVideo", "justification": "sàn pháp định trạm thu phí"}}, ["organisation", "request", "approvals", "grant", "context", "recording"], {"effect": "deny", "denies": ["TR-15"], "only": ["TR-15"]})

# road-law.jsonl:75 toll lane video, 5 years (TR-15)
test_road_law_075 if holds(5, {"action": "set_retention", "viewer": {"roles": ["operator"]}, "camera": {"systemKind": "toll"}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 1826, "dataType": "laneVideo", "justification": "sàn pháp định trạm thu phí"}}, ["organisation", "request", "approvals", "grant", "context", "recording"], {"effect": "allow"})

# road-law.jsonl:76 toll trajectory, no written request (TR-16)
test_road_law_076 if holds(5, {"action": "trajectory", "viewer": {"functions": ["GIAO_THONG"]}, "camera": {"systemKind": "toll", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"]}, "request": {"kind": "TRAJECTORY", "purposeCode": "GIAO_THONG"}, "grant": {"scope": {"actions": ["trajectory"]}}, "recording": {"original": false, "copyOf": "R"}}, ["request/writtenRequest"], {"effect": "deny", "denies": ["TR-16"]})

# road-law.jsonl:77 NĐ151 as ground of footage (TR-18)
test_road_law_077 if holds(4, {"request": {"legalBasisCode": "ND151"}}, ["viewer/account"], {"effect": "deny", "denies": ["TR-18"], "only": ["TR-18"]})

# road-law.jsonl:78 purge without minutes, nothing of the person stated (TR-14)
test_road_law_078 if holds(12, {"action": "purge_device", "asOf": 1795140000000, "viewer": {"orgKind": "CATP_CSGT", "roles": ["operator"]}, "camera": {"enforcement": true}, "recording": {"id": "R", "legalHoldIds": [], "expiresAt": 1793552399999}}, ["inspection", "context", "request", "viewer/userId", "viewer/orgId", "viewer/functions"], {"effect": "deny", "denies": ["TR-14"], "only": ["TR-14"]})

# road-traffic.jsonl:1 an outsider with paper, keys and the operating unit's consent
test_road_traffic_001 if holds(55, {}, [], {"effect": "allow"})

# road-traffic.jsonl:2 without the operating unit's consent
test_road_traffic_002 if holds(55, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_pv01", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"]})

# road-traffic.jsonl:3 without a written request
test_road_traffic_003 if holds(55, {}, ["request/writtenRequest"], {"effect": "deny", "denies": ["TR-03", "PD-14", "SH-02"], "only": ["TR-03", "PD-14", "SH-02"]})

# road-traffic.jsonl:4 the operating unit's consent may also be the police key
test_road_traffic_004 if holds(55, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_pc08", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "allow"})

# road-traffic.jsonl:5 a traffic function alone does not make an insider
test_road_traffic_005 if holds(55, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_pv01", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"]})

# road-traffic.jsonl:6 a body named in the operating regulation (GSGT) is an insider
test_road_traffic_006 if holds(55, {"viewer": {"functions": ["HA_TANG", "GSGT"]}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_pv01", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "allow"})

# road-traffic.jsonl:7 submitting tells that the operating unit is asked
test_road_traffic_007 if holds(55, {"action": "submit_request"}, ["approvals", "grant"], {"effect": "needs_approval", "needs": ["operator", "owner", "police"]})

# road-traffic.jsonl:8 a company for a purpose beyond security and traffic
test_road_traffic_008 if holds(55, {"action": "submit_request", "viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"purposes": ["HA_TANG"]}, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "requesterAuthority": "CATP"}}, ["approvals", "grant"], {"effect": "deny", "denies": ["TR-02"], "only": ["TR-02"]})

# road-traffic.jsonl:9 a connected centre inside its connection
test_road_traffic_009 if holds(55, {"viewer": {"orgKind": "TT_GTTM"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_pv01", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "context": {"channel": "LGSP"}}, [], {"effect": "allow"})

# road-traffic.jsonl:10 the same centre outside its connection
test_road_traffic_010 if holds(55, {"viewer": {"orgKind": "TT_GTTM"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_pv01", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, [], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"]})

# road-traffic.jsonl:11 before TT 83 (31/12/2024) the law of the day is unknown
test_road_traffic_011 if holds(55, {"asOf": 1735578000000, "request": {"writtenRequest": {"date": 1732986000000}}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1732986000000}, {"key": "police", "approver": "per_cuong", "orgId": "org_pv01", "orgKind": "CATP", "effect": "approved", "signedAt": 1732986000000}], "grant": {"scope": {"window": {"from": 1732986000000, "to": 1738429200000}}}}, [], {"effect": "cannot_decide"})

# road-traffic.jsonl:12 from TT 83 (01/01/2025) the unit must consent
test_road_traffic_012 if holds(55, {"asOf": 1735664400000, "request": {"writtenRequest": {"date": 1732986000000}}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1732986000000}, {"key": "police", "approver": "per_cuong", "orgId": "org_pv01", "orgKind": "CATP", "effect": "approved", "signedAt": 1732986000000}], "grant": {"scope": {"window": {"from": 1732986000000, "to": 1738429200000}}}}, [], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"]})

# road-traffic.jsonl:13 police extract road-traffic footage with their qualification
test_road_traffic_013 if holds(56, {}, [], {"effect": "allow"})

# road-traffic.jsonl:14 without the qualification
test_road_traffic_014 if holds(56, {}, ["viewer/qualification"], {"effect": "deny", "denies": ["TR-07"], "only": ["TR-07"]})

# road-traffic.jsonl:15 a violator is shown their violation
test_road_traffic_015 if holds(57, {}, [], {"effect": "allow", "reasons": ["TR-12"], "obligations": ["mask_faces"]})

# road-traffic.jsonl:16 not in an officer's presence
test_road_traffic_016 if holds(57, {"context": {"supervised": false}}, [], {"effect": "deny", "denies": ["TR-12"], "only": ["TR-12"]})

# road-traffic.jsonl:17 no violation
test_road_traffic_017 if holds(57, {}, ["violation/id"], {"effect": "deny", "denies": ["TR-12"], "only": ["TR-12"]})

# road-traffic.jsonl:18 no export on this path
test_road_traffic_018 if holds(57, {"action": "clip_export", "viewer": {"roles": ["extraction_officer"]}, "request": {"caseFileId": "HS", "deliveryCountry": "VN"}, "delivery": {"encryption": "a", "keyChannel": "sms"}}, [], {"effect": "deny", "denies": ["TR-12"], "only": ["TR-12"]})

# road-traffic.jsonl:19 the traffic-safety database opens no footage
test_road_traffic_019 if holds(43, {"request": {"legalBasisCode": "ND151", "transferGround": "17.1.dd"}}, ["agreement", "consent"], {"effect": "deny", "denies": ["TR-18"], "only": ["TR-18"]})

# road-traffic.jsonl:20 a vehicle that did not stop starts its clocks
test_road_traffic_020 if holds(27, {"action": "report_incident", "incident": {"detectedAt": 1789437600000, "harm": false}, "violation": {"vehicleNotStopped": true, "detectedAt": 1788973200000, "notifiedAt": 1789146000000, "violatorIdentifiedAt": 1789318800000}}, ["camera", "request", "context"], {"effect": "allow", "deadlines": ["TR-13", "EV-07"]})

# roads-to-footage.jsonl:1 live view after the granted window, a recording from within it named beside
test_roads_to_footage_001 if holds(0, {"grant": {"scope": {"window": {"from": 1789318800000, "to": 1789405200000}}}, "recording": {"id": "rec_1", "from": 1789347600000, "to": 1789348200000, "expiresAt": 1790873999999}}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-5"], "only": ["POL-5"]})

# roads-to-footage.jsonl:2 a body asks by request for its own camera: the request waits like any other
test_roads_to_footage_002 if holds(43, {"viewer": {"orgId": "org_dongda"}, "request": {"requester": {"orgId": "org_dongda"}, "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.b"}}, ["agreement", "consent"], {"effect": "needs_approval", "needs": ["owner", "police"]})

# roads-to-footage.jsonl:3 a body looks at its own camera on the ground of somebody else's request: that road has its grant
test_roads_to_footage_003 if holds(3, {"request": {"transferGround": "17.1.dd"}}, ["camera/noticeKind"], {"effect": "deny", "denies": ["PD-14", "SH-02"]})

# roads-to-footage.jsonl:4 the body that runs a camera looks at it for its purpose
test_roads_to_footage_004 if holds(3, {"camera": {"ownerOrgId": "org_city", "operatorOrgId": "org_dongda"}}, ["camera/noticeKind"], {"effect": "allow", "reasons": ["PD-11"]})

# roads-to-footage.jsonl:5 the body that answers for the data of a camera looks at it for its purpose
test_roads_to_footage_005 if holds(3, {"camera": {"ownerOrgId": "org_city", "controllerOrgId": "org_dongda"}}, ["camera/noticeKind"], {"effect": "allow", "reasons": ["PD-11"]})

# roads-to-footage.jsonl:6 a viewer whose body nobody names and a camera whose operator nobody names have no body in common
test_roads_to_footage_006 if holds(3, {"viewer": {"orgId": null}, "camera": {"operatorOrgId": null}}, ["camera/noticeKind"], {"effect": "deny", "denies": ["POL-0", "PD-14", "SH-02"], "notReasons": ["PD-11"]})

# roads-to-footage.jsonl:7 an agency names the basis of a person's own data without being that person
test_roads_to_footage_007 if holds(29, {"action": "playback", "viewer": {"roles": ["requester"]}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-15.2.a"}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "deny", "denies": ["PD-12"]})

# roads-to-footage.jsonl:8 a person asks for their own picture by a request for sharing
test_roads_to_footage_008 if holds(43, {"request": {"requesterKind": "dataSubject"}}, ["agreement", "consent", "request/legalBasisCode", "request/transferGround"], {"effect": "deny", "denies": ["PD-06", "PD-09", "POL-0"]})

# roads-to-footage.jsonl:9 a violator asks by a request for sharing: that is no competent authority's request
test_roads_to_footage_009 if holds(0, {"action": "submit_request", "viewer": {"orgKind": "CA_NHAN"}, "request": {"requester": {"orgKind": "CA_NHAN"}, "requesterKind": "violator"}}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["PD-14", "SH-02", "PD-09"]})

# roads-to-footage.jsonl:10 proofs of urgency that are no list
test_roads_to_footage_010 if holds(43, {"request": {"legalBasisCode": "PDPL-19.1.a", "transferGround": "17.1.dd", "justificationText": "cứu người bị nạn", "evidenceDocs": {"a": "b"}}}, ["agreement", "consent"], {"effect": "deny", "denies": ["POL-0", "PD-07"]})

# roads-to-footage.jsonl:11 urgency with an empty list of proofs
test_roads_to_footage_011 if holds(43, {"request": {"legalBasisCode": "PDPL-19.1.a", "transferGround": "17.1.dd", "justificationText": "cứu người bị nạn", "evidenceDocs": []}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-07"], "only": ["PD-07"]})

# roads-to-footage.jsonl:12 urgency with proofs and no justification
test_roads_to_footage_012 if holds(43, {"request": {"legalBasisCode": "PDPL-19.1.a", "transferGround": "17.1.dd", "justificationText": "", "evidenceDocs": ["doc-1"]}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-07"], "only": ["PD-07"]})

# roads-to-footage.jsonl:13 a key that nobody signed may have been the requester's own
test_roads_to_footage_013 if holds(0, {"approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}, {"key": "police", "approver": null, "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["viewer/lastActiveAt"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# roads-to-footage.jsonl:14 a reviewer of a request whose requester nobody names
test_roads_to_footage_014 if holds(40, {"action": "review", "viewer": {"roles": ["reviewer"]}, "request": {"requester": {"userId": null}, "purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["recording", "consent"], {"effect": "deny", "denies": ["POL-0", "SE-05"]})

# roads-to-footage.jsonl:15 an owner whom nobody names gives no consent
test_roads_to_footage_015 if holds(12, {"action": "consent", "viewer": {"userId": "per_binh", "orgId": null, "orgKind": "UBND_PHUONG", "roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "camera": {"id": "cam_1", "ownerOrgId": null}}, ["inspection", "context"], {"effect": "deny", "denies": ["POL-0", "POL-4"]})

# roads-to-footage.jsonl:16 a request of a body that nobody names is withdrawn by nobody
test_roads_to_footage_016 if holds(0, {"action": "withdraw_request", "viewer": {"orgId": null}, "request": {"requester": {"orgId": null}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0", "POL-4"]})

# roads-to-footage.jsonl:17 a request of a body that nobody names is read by no outsider
test_roads_to_footage_017 if holds(0, {"action": "read_request", "viewer": {"orgId": null}, "request": {"requester": {"orgId": null}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-0", "POL-4"]})

# roads-to-footage.jsonl:18 a grant is stopped by no owner whom nobody names
test_roads_to_footage_018 if holds(12, {"action": "revoke", "viewer": {"userId": "per_binh", "orgId": null, "orgKind": "UBND_PHUONG", "roles": ["owner"], "functions": ["TRAT_TU_DO_THI"]}, "camera": {"id": "cam_1", "ownerOrgId": null}}, ["inspection", "context"], {"effect": "deny", "denies": ["POL-0", "POL-4"]})

# roads-to-footage.jsonl:19 training that ends at no time
test_roads_to_footage_019 if holds(15, {"viewer": {"trainingValidTo": "2027"}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["POL-0", "EV-03"]})

# roads-to-footage.jsonl:20 training that ends at a text
test_roads_to_footage_020 if holds(15, {"viewer": {"trainingValidTo": "always"}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["POL-0", "EV-03"]})

# roads-to-footage.jsonl:21 a result whose limitation period ends with the last moment of its day
test_roads_to_footage_021 if holds(15, {"violation": {"limitationEnd": 1789923599999}}, ["violation/violatorIdentifiedAt"], {"effect": "allow", "validUntil": 1789923600000})

# roads-to-footage.jsonl:22 an internal camera is asked for on a signed paper without a number
test_roads_to_footage_022 if holds(35, {"action": "submit_request", "camera": {"systemKind": "internal"}, "request": {"writtenRequest": {"number": ""}, "requesterAuthority": "SO_XD"}}, ["approvals", "grant", "context"], {"effect": "deny", "denies": ["CT-01", "PD-14", "SH-02"], "at": ["camera.systemKind", "request.writtenRequest.number"]})

# roads-to-footage.jsonl:23 a paper without a date
test_roads_to_footage_023 if holds(0, {"action": "submit_request", "request": {"writtenRequest": {"date": null}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "only": ["PD-14", "SH-02"], "at": ["request.writtenRequest.date"]})

# roads-to-footage.jsonl:24 a paper dated this moment
test_roads_to_footage_024 if holds(0, {"action": "submit_request", "request": {"writtenRequest": {"date": 1789437600000}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["owner", "police"]})

# roads-to-footage.jsonl:25 a basis that is not bound to public places, on a camera inside a building
test_roads_to_footage_025 if holds(0, {"action": "submit_request", "camera": {"isPublicPlace": false}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["owner", "police"]})

# roads-to-footage.jsonl:26 a body looks at its own camera on a ground of state agencies: no ground of transfer is asked for
test_roads_to_footage_026 if holds(3, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "request": {"legalBasisCode": "PDPL-32.1.a"}}, ["camera/noticeKind"], {"effect": "allow", "reasons": ["PD-11"]})

# roads-to-footage.jsonl:27 a connection is opened by its approval, not by the basis that its request names
test_roads_to_footage_027 if holds(2, {"viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "unitId": "unt_ht"}, "request": {"legalBasisCode": "PDPL-19.1.c"}, "system": {"connectedAt": 1767200400000}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}]}, ["camera", "organisation"], {"effect": "allow", "reasons": ["SH-12"], "notReasons": ["PD-06"]})

# roads-to-footage.jsonl:28 a person who asks for their own picture may name any ground of transfer: none is asked for
test_roads_to_footage_028 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "CA_NHAN", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "request": {"requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN", "transferGround": "17.1.dd"}}, ["camera/noticeKind"], {"effect": "allow", "reasons": ["PD-12"]})

# roads-to-footage.jsonl:29 who consented for the owner does not approve for the police
test_roads_to_footage_029 if holds(40, {"action": "approve", "request": {"purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c"}, "approvals": [{"key": "owner", "approver": "per_cuong", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["recording", "consent"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"], "at": ["approvals"]})

# roads-to-footage.jsonl:30 who is not named in the owner's consent may be who approves
test_roads_to_footage_030 if holds(40, {"action": "approve", "request": {"purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c"}, "approvals": [{"key": "owner", "approver": null, "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}]}, ["recording", "consent"], {"effect": "deny", "denies": ["SE-05"], "only": ["SE-05"]})

# subjects.jsonl:1 withdrawing a consent
test_subjects_001 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789354800000, "basis": "PDPL-9"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-01", "DS-02"]})

# subjects.jsonl:2 objecting to processing of Article 19
test_subjects_002 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "object", "receivedAt": 1789354800000, "basis": "PDPL-19.1.b"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["DS-02"], "only": ["DS-02"]})

# subjects.jsonl:3 deleting data of Article 19
test_subjects_003 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "delete", "receivedAt": 1789354800000, "basis": "PDPL-19.1.c"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["DS-04"], "only": ["DS-04"]})

# subjects.jsonl:4 deleting data held by consent
test_subjects_004 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "delete", "receivedAt": 1789354800000, "basis": "PDPL-9"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-04"]})

# subjects.jsonl:5 correcting
test_subjects_005 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "correct", "receivedAt": 1789354800000, "basis": "PDPL-19.1.c"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-03"]})

# subjects.jsonl:6 protective measures
test_subjects_006 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "protect", "receivedAt": 1789354800000, "basis": "PDPL-9"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "deadlines": ["DS-05"]})

# subjects.jsonl:7 a right the law does not know
test_subjects_007 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "forgetEverybody", "receivedAt": 1789354800000, "basis": "PDPL-9"}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["DS-01"], "only": ["DS-01"]})

# subjects.jsonl:8 one extension with a reason
test_subjects_008 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789354800000, "basis": "PDPL-9", "extension": {"count": 1, "reason": "phức tạp"}}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow"})

# subjects.jsonl:9 an extension without a reason
test_subjects_009 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789354800000, "basis": "PDPL-9", "extension": {"count": 1}}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["DS-06"], "only": ["DS-06"]})

# subjects.jsonl:10 a second extension
test_subjects_010 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789354800000, "basis": "PDPL-9", "extension": {"count": 2, "reason": "x"}}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "deny", "denies": ["DS-06"], "only": ["DS-06"]})

# subjects.jsonl:11 before Law 91
test_subjects_011 if holds(44, {"asOf": 1767114000000, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789354800000, "basis": "PDPL-9"}}, ["camera", "request", "recording", "context", "viewer/userId", "viewer/orgKind", "viewer/orgId", "dataSubjectRequest/complete"], {"effect": "cannot_decide"})

# subjects.jsonl:12 withdraw 15 days (DS-02)
test_subjects_012 if holds(44, {"dataSubjectRequest": {"kind": "withdraw", "basis": "PDPL-9"}}, [], {"effect": "allow", "deadlines": ["DS-01", "DS-02"]})

# subjects.jsonl:13 withdraw extended without reason (DS-06)
test_subjects_013 if holds(44, {"dataSubjectRequest": {"kind": "withdraw", "basis": "PDPL-9", "extension": {"count": 1, "days": 10}}}, [], {"effect": "deny", "denies": ["DS-06"], "only": ["DS-06"]})

# subjects.jsonl:14 withdraw of Đ19 processing (DS-02)
test_subjects_014 if holds(44, {"dataSubjectRequest": {"kind": "withdraw", "basis": "PDPL-19.1.b"}}, [], {"effect": "deny", "denies": ["DS-02"], "only": ["DS-02"]})

# subjects.jsonl:15 view 10 days (DS-03)
test_subjects_015 if holds(44, {"dataSubjectRequest": {"kind": "view", "basis": "PDPL-9"}}, [], {"effect": "allow", "deadlines": ["DS-01", "DS-03"]})

# subjects.jsonl:16 delete 20 days (DS-04)
test_subjects_016 if holds(44, {"dataSubjectRequest": {"kind": "delete", "basis": "PDPL-9"}}, [], {"effect": "allow", "deadlines": ["DS-01", "DS-04"]})

# subjects.jsonl:17 delete of Đ19 processing (DS-04)
test_subjects_017 if holds(44, {"dataSubjectRequest": {"kind": "delete", "basis": "PDPL-19.1.b"}}, [], {"effect": "deny", "denies": ["DS-04"], "only": ["DS-04"]})

# subjects.jsonl:18 protect 15 days (DS-05)
test_subjects_018 if holds(44, {"dataSubjectRequest": {"kind": "protect", "basis": "PDPL-9"}}, [], {"effect": "allow", "deadlines": ["DS-01", "DS-05"]})

# subjects.jsonl:19 received Friday 13/02/2026 before Tet (DS-01)
test_subjects_019 if holds(44, {"asOf": 1770958800000, "dataSubjectRequest": {"kind": "protect", "receivedAt": 1770951600000, "basis": "PDPL-9"}}, [], {"effect": "allow", "reasons": ["DS-01"], "deadlines": ["DS-01"]})

# subjects.jsonl:20 contact given (DS-07)
test_subjects_020 if holds(44, {"dataSubjectRequest": {"basis": "PDPL-9"}}, [], {"effect": "allow", "obligations": ["give_controller_contact"]})

# subjects.jsonl:21 72h (DS-08)
test_subjects_021 if holds(53, {"action": "report_incident", "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1795057200000, "dataClass": "basic", "harm": true, "severity": "ordinary", "kind": "leak"}}, ["organisation", "camera", "request", "approvals", "grant", "context"], {"effect": "allow", "deadlines": ["DS-08"]})

# subjects.jsonl:22 biometric: subjects too (DS-09)
test_subjects_022 if holds(53, {"action": "report_incident", "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1795057200000, "dataClass": "biometric", "harm": true, "severity": "ordinary", "kind": "leak"}}, ["organisation", "camera", "request", "approvals", "grant", "context"], {"effect": "allow", "deadlines": ["DS-09"]})

# subjects.jsonl:23 incident with the facts the law names (DS-08)
test_subjects_023 if holds(34, {"action": "report_incident", "asOf": 1795140000000, "viewer": {"orgKind": "CATP", "roles": ["dpo"]}, "incident": {"detectedAt": 1795057200000, "harm": true}}, ["camera", "approvals", "viewer/userId", "viewer/orgId"], {"effect": "allow", "deadlines": ["DS-08"]})

# submit-request.jsonl:1 a complete request goes on to the owner and the police
test_submit_request_001 if holds(0, {"action": "submit_request"}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["owner", "police"]})

# submit-request.jsonl:2 procedural demand needs no consent of the owner
test_submit_request_002 if holds(43, {"request": {"legalBasisCode": "DATA-18.2.c", "transferGround": "17.1.dd"}, "context": {"emergencyDeclRef": "QĐ-KC-1"}}, ["agreement", "consent"], {"effect": "needs_approval", "needs": ["police"]})

# submit-request.jsonl:3 purpose does not fit what the camera records for
test_submit_request_003 if holds(0, {"action": "submit_request", "camera": {"purposes": ["MOI_TRUONG"]}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-04"], "only": ["PD-04"]})

# submit-request.jsonl:4 purpose not in the closed list
test_submit_request_004 if holds(0, {"action": "submit_request", "request": {"purposeCode": "THUONG_MAI"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["CT-03", "PD-04", "CT-12"]})

# submit-request.jsonl:5 purpose outside the function of the body
test_submit_request_005 if holds(0, {"action": "submit_request", "viewer": {"functions": ["MOI_TRUONG"]}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["CT-12"], "only": ["CT-12"]})

# submit-request.jsonl:6 unknown legal basis
test_submit_request_006 if holds(43, {"request": {"legalBasisCode": "PDPL-99", "transferGround": "17.1.dd"}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-06"], "only": ["PD-06"]})

# submit-request.jsonl:7 public-place basis on a camera that is not in public
test_submit_request_007 if holds(43, {"camera": {"isPublicPlace": false}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a", "transferGround": "17.1.dd"}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-01"], "only": ["PD-01"]})

# submit-request.jsonl:8 public-place basis for infrastructure
test_submit_request_008 if holds(43, {"request": {"legalBasisCode": "PDPL-32.1.a", "transferGround": "17.1.dd"}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-01"], "only": ["PD-01"]})

# submit-request.jsonl:9 public-place basis for traffic safety
test_submit_request_009 if holds(43, {"request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a", "transferGround": "17.1.dd"}}, ["agreement", "consent"], {"effect": "needs_approval"})

# submit-request.jsonl:10 the alias of the basis code is known
test_submit_request_010 if holds(43, {"request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "VN-PDPL-32.1.a", "transferGround": "17.1.dd"}}, ["agreement", "consent"], {"effect": "needs_approval"})

# submit-request.jsonl:11 urgent protection without proof
test_submit_request_011 if holds(43, {"request": {"legalBasisCode": "PDPL-19.1.a", "transferGround": "17.1.dd"}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-07"], "only": ["PD-07"]})

# submit-request.jsonl:12 urgent protection with proof
test_submit_request_012 if holds(43, {"request": {"legalBasisCode": "PDPL-19.1.a", "transferGround": "17.1.dd", "justificationText": "cứu người bị nạn", "evidenceDocs": ["doc-1"]}}, ["agreement", "consent"], {"effect": "needs_approval"})

# submit-request.jsonl:13 no ground of transfer
test_submit_request_013 if holds(43, {"request": {"legalBasisCode": "PDPL-19.1.c"}}, ["agreement", "consent", "request/transferGround"], {"effect": "deny", "denies": ["PD-09"], "only": ["PD-09"]})

# submit-request.jsonl:14 unknown ground of transfer
test_submit_request_014 if holds(43, {"request": {"legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.z"}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-09"], "only": ["PD-09"]})

# submit-request.jsonl:15 a company uses the state agencies' ground
test_submit_request_015 if holds(43, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.dd"}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-09", "PD-14"], "only": ["PD-09", "PD-14"]})

# submit-request.jsonl:16 a company uses the state agencies' basis
test_submit_request_016 if holds(43, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "request": {"legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.e"}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-06", "PD-14"], "only": ["PD-06", "PD-14"]})

# submit-request.jsonl:17 no written request
test_submit_request_017 if holds(0, {"action": "submit_request"}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "only": ["PD-14", "SH-02"]})

# submit-request.jsonl:18 written request without number
test_submit_request_018 if holds(0, {"action": "submit_request"}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest/number"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "only": ["PD-14", "SH-02"]})

# submit-request.jsonl:19 written request without issuer
test_submit_request_019 if holds(0, {"action": "submit_request"}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest/issuer"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "only": ["PD-14", "SH-02"]})

# submit-request.jsonl:20 written request without signature
test_submit_request_020 if holds(0, {"action": "submit_request"}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest/signatureRef"], {"effect": "deny", "denies": ["PD-14"], "only": ["PD-14"]})

# submit-request.jsonl:21 written request dated after the act
test_submit_request_021 if holds(0, {"action": "submit_request", "request": {"writtenRequest": {"date": 1789491600000}}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-14", "SH-02"]})

# submit-request.jsonl:22 request form without dataType
test_submit_request_022 if holds(0, {"action": "submit_request"}, ["approvals", "grant", "viewer/lastActiveAt", "request/dataType"], {"effect": "deny", "denies": ["SH-02"], "at": ["request.dataType"]})

# submit-request.jsonl:23 request form without detailLevel
test_submit_request_023 if holds(0, {"action": "submit_request"}, ["approvals", "grant", "viewer/lastActiveAt", "request/detailLevel"], {"effect": "deny", "denies": ["SH-02"], "at": ["request.detailLevel"]})

# submit-request.jsonl:24 request form without volume
test_submit_request_024 if holds(0, {"action": "submit_request"}, ["approvals", "grant", "viewer/lastActiveAt", "request/volume"], {"effect": "deny", "denies": ["SH-02"], "at": ["request.volume"]})

# submit-request.jsonl:25 request form without accessFrequency
test_submit_request_025 if holds(0, {"action": "submit_request"}, ["approvals", "grant", "viewer/lastActiveAt", "request/accessFrequency"], {"effect": "deny", "denies": ["SH-02"], "at": ["request.accessFrequency"]})

# submit-request.jsonl:26 request form without deliveryMethod
test_submit_request_026 if holds(0, {"action": "submit_request"}, ["approvals", "grant", "viewer/lastActiveAt", "request/deliveryMethod"], {"effect": "deny", "denies": ["SH-02"], "at": ["request.deliveryMethod"]})

# submit-request.jsonl:27 request form without reason
test_submit_request_027 if holds(0, {"action": "submit_request"}, ["approvals", "grant", "viewer/lastActiveAt", "request/reason"], {"effect": "deny", "denies": ["SH-02"], "at": ["request.reason"]})

# submit-request.jsonl:28 a reason that says nothing
test_submit_request_028 if holds(0, {"action": "submit_request", "request": {"reason": " . "}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"]})

# submit-request.jsonl:29 secret camera is refused at once
test_submit_request_029 if holds(0, {"action": "submit_request", "camera": {"classification": "stateSecret"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-07"]})

# submit-request.jsonl:30 inspection basis does not belong to others
test_submit_request_030 if holds(43, {"request": {"legalBasisCode": "INSP-84", "transferGround": "17.1.dd"}}, ["agreement", "consent"], {"effect": "deny", "denies": ["IN-02"], "only": ["IN-02"]})

# submit-request.jsonl:31 an owner may not submit
test_submit_request_031 if holds(0, {"action": "submit_request", "viewer": {"roles": ["owner"]}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["POL-3"], "only": ["POL-3"]})

# transfer-edges.jsonl:1 face recognition under another name, on a basis that prevents no crime
test_transfer_edges_001 if holds(10, {"request": {"legalBasisCode": "PDPL-19.1.c"}, "analytics": {"kind": "objectIdentification"}}, [], {"effect": "deny", "denies": ["PD-15"], "only": ["PD-15"]})

# transfer-edges.jsonl:2 an incident of face recognition may be reported
test_transfer_edges_002 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000}, "analytics": {"kind": "faceRecognition", "automated": true, "automaticAction": true, "humanVerification": false, "aiLog": false}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "notObligations": ["log_model"]})

# transfer-edges.jsonl:3 an analysis of no name is none
test_transfer_edges_003 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "context": {"analytics": ""}, "analytics": {"kind": "", "riskLevel": "low", "automaticAction": false}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# transfer-edges.jsonl:4 an investigating body with the authority for it matches faces in crime prevention
test_transfer_edges_004 if holds(10, {"viewer": {"orgKind": "CQDT"}, "request": {"requester": {"orgKind": "CQDT"}}}, [], {"effect": "allow"})

# transfer-edges.jsonl:5 a unit without a standing authority, by a grant that names face match itself
test_transfer_edges_005 if holds(10, {}, ["viewer/authorityRef"], {"effect": "allow"})

# transfer-edges.jsonl:6 a grant of live view is no authority for face recognition on it
test_transfer_edges_006 if holds(10, {"action": "live_view", "context": {"analytics": "faceRecognition"}}, ["recording", "viewer/authorityRef"], {"effect": "deny", "denies": ["PD-15"], "only": ["PD-15"]})

# transfer-edges.jsonl:7 a unit that holds the authority for it recognises faces in a live picture, in crime prevention
test_transfer_edges_007 if holds(10, {"action": "live_view", "context": {"analytics": "faceRecognition"}}, ["recording"], {"effect": "allow"})

# transfer-edges.jsonl:8 consent on record does not help who relies on another basis
test_transfer_edges_008 if holds(10, {"request": {"legalBasisCode": "PDPL-19.1.c"}, "grant": {"scope": {"window": {"to": 1793379600000}}, "expiresAt": 1793379599999}, "recording": {"expiresAt": 1796144399999}, "consent": {"recordId": "cr_1", "principalId": "p1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1788195600000, "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true, "expiresAt": 1789750799999}}, [], {"effect": "deny", "denies": ["PD-15"]})

# transfer-edges.jsonl:9 a second factor told in words is none
test_transfer_edges_009 if holds(10, {"viewer": {"mfaLevel": "hai"}}, [], {"effect": "deny", "denies": ["PD-17", "POL-0"]})

# transfer-edges.jsonl:10 a watch list of no purpose for a request of no purpose
test_transfer_edges_010 if holds(10, {"request": {"purposeCode": ""}, "watchlist": {"purposeCode": ""}}, [], {"effect": "deny", "denies": ["PD-18"]})

# transfer-edges.jsonl:11 a company follows a vehicle on its own paper
test_transfer_edges_011 if holds(16, {"request": {"requester": {"orgKind": "DOANH_NGHIEP"}, "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e"}}, ["consent", "agreement", "request/requesterAuthority"], {"effect": "deny", "denies": ["PD-20"]})

# transfer-edges.jsonl:12 following by consent, while the basis is another and the paper unsigned
test_transfer_edges_012 if holds(10, {"action": "trajectory", "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}, "consent": {"recordId": "cns_3", "purposeCode": "AN_NINH_TRAT_TU", "sensitiveTold": true}}, ["recording", "analytics", "watchlist", "request/writtenRequest/signatureRef"], {"effect": "deny", "denies": ["PD-20"]})

# transfer-edges.jsonl:13 following by consent that is on no record, the paper unsigned
test_transfer_edges_013 if holds(16, {"viewer": {"orgKind": "CATP_CSGT"}, "request": {"transferGround": "17.1.dd"}}, ["consent", "agreement", "request/requesterAuthority", "request/writtenRequest/signatureRef"], {"effect": "deny", "denies": ["PD-20", "PD-25"]})

# transfer-edges.jsonl:14 an urgent oral request for a toll camera needs the paper only when it is used
test_transfer_edges_014 if holds(43, {"camera": {"systemKind": "toll"}, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000}}, ["agreement", "consent", "request/writtenRequest"], {"effect": "needs_approval"})

# transfer-edges.jsonl:15 a company asks a toll provider on its own paper
test_transfer_edges_015 if holds(15, {"action": "playback", "viewer": {"orgKind": "DOANH_NGHIEP"}, "camera": {"systemKind": "toll"}, "request": {"requester": {"orgKind": "DOANH_NGHIEP"}, "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["TR-16"]})

# transfer-edges.jsonl:16 a machine's decision that an officer verified needs no further offer of review
test_transfer_edges_016 if holds(27, {"action": "act_on_match", "asOf": 1803834000000, "viewer": {"lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "riskLevel": "high", "automaticAction": true, "inServiceSince": 1767200400000, "humanVerification": true, "verifierTitle": "Đội trưởng"}}, ["camera", "request", "context"], {"effect": "allow", "obligations": ["offer_review", "log_model"]})

# transfer-edges.jsonl:17 acting on a match of which nobody says that a person decides
test_transfer_edges_017 if holds(27, {"action": "act_on_match", "asOf": 1803834000000, "viewer": {"lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "riskLevel": "high"}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["AI-01", "AI-03"], "only": ["AI-01", "AI-03"]})

# transfer-edges.jsonl:18 a match of which it is said that nothing follows by itself offers no review
test_transfer_edges_018 if holds(27, {"action": "act_on_match", "asOf": 1803834000000, "viewer": {"lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "riskLevel": "high", "automaticAction": false, "inServiceSince": 1767200400000, "humanVerification": true, "verifierTitle": "Đội trưởng"}}, ["camera", "request", "context"], {"effect": "allow", "notObligations": ["offer_review"]})

# transfer-edges.jsonl:19 looking for a match of which nobody says that nothing follows by itself
test_transfer_edges_019 if holds(10, {}, ["analytics/automaticAction", "analytics/humanVerification"], {"effect": "deny", "denies": ["AI-01"], "only": ["AI-01"]})

# transfer-edges.jsonl:20 looking for a match that nothing follows from needs no verification yet
test_transfer_edges_020 if holds(10, {}, ["analytics/humanVerification"], {"effect": "allow", "notObligations": ["offer_review"]})

# transfer-edges.jsonl:21 an analysis of which nobody speaks of verification or action
test_transfer_edges_021 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "analytics": {"kind": "counting", "riskLevel": "low"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "obligations": ["log_model"]})

# transfer-edges.jsonl:22 an analysis that nobody verifies and of whose consequences nobody speaks
test_transfer_edges_022 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "analytics": {"kind": "counting", "riskLevel": "low", "humanVerification": false}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["AI-01"], "only": ["AI-01"]})

# transfer-edges.jsonl:23 looking without any machine logs none
test_transfer_edges_023 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "notObligations": ["log_model", "offer_review"]})

# transfer-edges.jsonl:24 a machine in service since an empty day has no time left
test_transfer_edges_024 if holds(27, {"action": "act_on_match", "asOf": 1803833999000, "viewer": {"lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "riskLevel": "high", "automaticAction": true, "reviewOffered": true, "inServiceSince": null}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["AI-01"]})

# transfer-edges.jsonl:25 a machine in service since the day after the six months complies at once
test_transfer_edges_025 if holds(27, {"action": "act_on_match", "asOf": 1803833999000, "viewer": {"lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "riskLevel": "high", "automaticAction": true, "reviewOffered": true, "inServiceSince": 1802624400000}}, ["camera", "request", "context"], {"effect": "deny", "denies": ["AI-01"], "only": ["AI-01"]})

# transfer-edges.jsonl:26 a machine put to use in the last moment of the six months may run meanwhile
test_transfer_edges_026 if holds(27, {"action": "act_on_match", "asOf": 1803833999000, "viewer": {"lastActiveAt": 1803056400000}, "analytics": {"kind": "violationDetection", "riskLevel": "high", "automaticAction": true, "reviewOffered": true, "inServiceSince": 1802624399999}}, ["camera", "request", "context"], {"effect": "allow"})

# transfer-edges.jsonl:27 looking for a match with a machine of which nothing is said
test_transfer_edges_027 if holds(10, {}, ["analytics"], {"effect": "deny", "denies": ["AI-01", "AI-04"], "only": ["AI-01", "AI-04"]})

# transfer-edges.jsonl:28 a picture of a case file that is said not to be the original
test_transfer_edges_028 if holds(10, {"recording": {"caseFileId": "HS-1"}}, ["recording/copyOf"], {"effect": "allow"})

# transfer-edges.jsonl:29 an operator told by its code, its kind left empty
test_transfer_edges_029 if holds(34, {"viewer": {"orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "operatorOrgId": "CATP_CSGT", "operatorKind": ""}}, ["approvals", "camera/justificationDocId"], {"effect": "allow"})

# transfer-edges.jsonl:30 an operator whose kind is told, though it carries the code of another body
test_transfer_edges_030 if holds(34, {"viewer": {"orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "operatorOrgId": "SO_XD", "operatorKind": "CATP_CSGT"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow"})

# transfer-edges.jsonl:31 a department that brings in a camera run by traffic police, its own unit so named
test_transfer_edges_031 if holds(34, {"viewer": {"orgId": "org_csgt", "orgKind": "SO_XD", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "operatorOrgId": "org_csgt", "operatorKind": "CATP_CSGT"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow"})

# transfer-edges.jsonl:32 an operator told by its code counts by that code, whoever stands before the gate
test_transfer_edges_032 if holds(34, {"viewer": {"orgId": "SO_XD", "orgKind": "CATP_CSGT", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "operatorOrgId": "SO_XD"}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["TR-01"]})

# transfer-edges.jsonl:33 the unit before the gate runs the camera itself
test_transfer_edges_033 if holds(34, {"viewer": {"orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "unit_csgt"}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "operatorOrgId": "unit_csgt"}}, ["approvals", "camera/justificationDocId"], {"effect": "allow"})

# transfer-edges.jsonl:34 a person sees their own picture on a road camera without naming a purpose
test_transfer_edges_034 if holds(3, {"action": "clip_export", "viewer": {"userId": "per_mai", "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "camera": {"systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "request": {"requesterKind": "dataSubject", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN"}}, ["viewer/orgId", "viewer/orgKind", "camera/noticeKind", "request/purposeCode", "request/legalBasisCode", "request/transferGround"], {"effect": "allow"})

# transfer-edges.jsonl:35 a company on a road camera for AN_NINH_TRAT_TU: the purpose is right, the authority is missing
test_transfer_edges_035 if holds(58, {}, [], {"effect": "deny", "denies": ["PD-14"], "only": ["PD-14"]})

# transfer-edges.jsonl:36 a company on a road camera for GIAO_THONG: the purpose is right, the authority is missing
test_transfer_edges_036 if holds(58, {"request": {"purposeCode": "GIAO_THONG"}}, [], {"effect": "deny", "denies": ["PD-14"], "only": ["PD-14"]})

# transfer-edges.jsonl:37 a purpose that is none of the list, by an agency
test_transfer_edges_037 if holds(58, {"viewer": {"orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "camera": {"purposes": ["GIAO_THONG"]}, "request": {"requester": {"orgKind": "SO_XD"}, "purposeCode": "DU_LICH", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd"}}, [], {"effect": "deny", "denies": ["TR-02"]})

# transfer-edges.jsonl:38 a road camera that nobody is said to run: everybody is an outsider and nobody can consent
test_transfer_edges_038 if holds(35, {"camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "operatorOrgId": ""}, "approvals": [{"key": "owner", "approver": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}]}, ["context"], {"effect": "deny", "denies": ["TR-03"], "at": ["approvals"]})

# transfer-edges.jsonl:39 the traffic command centre is an insider before the decree on smart traffic
test_transfer_edges_039 if holds(59, {}, [], {"effect": "allow"})

# transfer-edges.jsonl:40 a department is no centre, whatever channel it comes by
test_transfer_edges_040 if holds(35, {"camera": {"systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "approvals": [{"key": "owner", "approver": "u_o", "orgId": "org_w", "orgKind": "CATP_CSGT", "unitId": "unt_w", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000, "unitId": "unt_w"}]}, [], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"]})

# transfer-edges.jsonl:41 an inspector sees a road camera on the inspection decision
test_transfer_edges_041 if holds(39, {"camera": {"systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "inspection": {"no": "45/QĐ-TTTP"}}, [], {"effect": "allow"})

# transfer-edges.jsonl:42 an urgent oral request for a road camera: no paper in its first day
test_transfer_edges_042 if holds(55, {"action": "submit_request", "camera": {"ownerOrgId": "org_dongda", "purposes": ["GIAO_THONG"]}, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "emergency": true, "oralRequestAt": 1789434000000}}, ["approvals", "grant", "request/writtenRequest"], {"effect": "needs_approval", "needs": ["operator", "police"]})

# transfer-edges.jsonl:43 both keys and the unit's consent are there before the request is sent
test_transfer_edges_043 if holds(58, {"action": "submit_request", "viewer": {"orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "camera": {"purposes": ["GIAO_THONG"]}, "request": {"requester": {"orgKind": "SO_XD"}, "purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd"}}, ["grant"], {"effect": "allow"})

# transfer-edges.jsonl:44 the police approve for a body whose unit runs the camera
test_transfer_edges_044 if holds(49, {"request": {"requester": {"unitId": "org_csgt"}}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}]}, [], {"effect": "allow"})

# transfer-edges.jsonl:45 the police approve for a body named in the operating regulation
test_transfer_edges_045 if holds(49, {"request": {"requester": {"functions": ["GSGT", "GIAO_THONG"]}}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}]}, [], {"effect": "allow"})

# transfer-edges.jsonl:46 the police approve nothing on a road camera that nobody is said to run
test_transfer_edges_046 if holds(49, {"camera": {"operatorOrgId": ""}}, [], {"effect": "deny", "denies": ["TR-03"]})

# transfer-edges.jsonl:47 the body that runs the camera approves as police: its key is the consent
test_transfer_edges_047 if holds(49, {"camera": {"operatorOrgId": "org_catp"}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}]}, [], {"effect": "allow"})

# transfer-edges.jsonl:48 the unit's consent dated later is none yet
test_transfer_edges_048 if holds(35, {"camera": {"systemKind": "roadTraffic", "operatorOrgId": "org_csgt"}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}, {"key": "operator", "approver": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "org_csgt", "effect": "approved", "signedAt": 1789837200000}]}, ["context"], {"effect": "deny", "denies": ["TR-03"], "only": ["TR-03"]})

# transfer-edges.jsonl:49 a snapshot by police needs no qualification of extracting
test_transfer_edges_049 if holds(56, {"action": "snapshot"}, ["viewer/qualification"], {"effect": "allow"})

# transfer-edges.jsonl:50 training that has run out is no qualification
test_transfer_edges_050 if holds(56, {"viewer": {"trainingValidTo": 1788281999999}}, [], {"effect": "deny", "denies": ["TR-07", "EV-03"], "only": ["TR-07", "EV-03"]})

# transfer-edges.jsonl:51 a company's screen is no officer: supervision has to be stated
test_transfer_edges_051 if holds(51, {}, ["context/supervised"], {"effect": "deny", "denies": ["TR-12"], "only": ["TR-12"]})

# transfer-edges.jsonl:52 a violator known by the account alone
test_transfer_edges_052 if holds(51, {}, ["request/requester"], {"effect": "allow", "reasons": ["TR-12"]})

# transfer-edges.jsonl:53 an ordinary look that happens beside a violation, supervised, is not the violator's right
test_transfer_edges_053 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "violation": {"id": "VP-1"}, "context": {"supervised": true}}, ["delivery", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId", "violation/detectedAt", "violation/limitationEnd", "violation/violatorIdentifiedAt"], {"effect": "allow", "notReasons": ["TR-12"]})

# transfer-edges.jsonl:54 an export by the traffic police for traffic is registered and signed over
test_transfer_edges_054 if holds(56, {}, [], {"effect": "allow", "obligations": ["register_handover"]})

# transfer-edges.jsonl:55 a still picture is no delivery to register
test_transfer_edges_055 if holds(56, {"action": "snapshot"}, [], {"effect": "allow", "notObligations": ["register_handover"]})

# transfer-edges.jsonl:56 a delivery to a department is not the register of the traffic police
test_transfer_edges_056 if holds(15, {"request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "notObligations": ["register_handover"]})

# transfer-edges.jsonl:57 a delivery for public order is no delivery for traffic
test_transfer_edges_057 if holds(56, {"request": {"purposeCode": "AN_NINH_TRAT_TU"}}, [], {"effect": "allow", "notObligations": ["register_handover"]})

# transfer-edges.jsonl:58 an opinion without the regulation it is about
test_transfer_edges_058 if holds(34, {"action": "activate_policy", "viewer": {"userId": "u_s", "orgId": "org_catp", "orgKind": "CATP", "roles": ["policy_signer"]}, "policyBundle": {"signers": ["CATP", "SO_KHCN"], "opinionRef": "99/BCA", "operatingRegulation": {"departmentOpinionRef": "YK-1"}}}, ["camera", "approvals"], {"effect": "allow", "obligations": ["file_operating_regulation"]})

# transfer-edges.jsonl:59 a look back at no recording: nothing is known to be kept
test_transfer_edges_059 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["recording", "delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["PD-05"], "at": ["recording.expiresAt"]})

# transfer-edges.jsonl:60 a live picture named with a recording past its time
test_transfer_edges_060 if holds(8, {"request": {"transferGround": "17.1.e"}, "recording": {"id": "rec_1", "expiresAt": 1785603599999}}, [], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# transfer-edges.jsonl:61 a recording past its time is not published
test_transfer_edges_061 if holds(40, {"recording": {"expiresAt": 1788281999999, "childInPicture": false}}, ["consent"], {"effect": "deny", "denies": ["PD-05"], "only": ["PD-05"]})

# transfer-edges.jsonl:62 a request for a recording past its time is told when it is used
test_transfer_edges_062 if holds(14, {"asOf": 1789437600000, "recording": {"id": "rec_1", "expiresAt": 1788281999999}}, ["request/kind"], {"effect": "needs_approval"})

# transfer-edges.jsonl:63 a recording under hold whose end nobody states is kept
test_transfer_edges_063 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "recording": {"legalHold": true}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId", "recording/expiresAt"], {"effect": "allow"})

# transfer-edges.jsonl:64 the day of a recording told in words: its end counts from the recording's own
test_transfer_edges_064 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "recording": {"recordedAt": "hai", "retentionDays": 30}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId", "recording/expiresAt"], {"effect": "deny", "denies": ["POL-0"], "only": ["POL-0"]})

# transfer-edges.jsonl:65 a person's own picture waits for no control mechanism, agreement, consent record or ground
test_transfer_edges_065 if holds(60, {}, [], {"effect": "allow"})

# transfer-edges.jsonl:66 a person's own picture, the ground 17.1.a named beside it
test_transfer_edges_066 if holds(60, {"request": {"transferGround": "17.1.a", "legalBasisCode": "PDPL-15.2.a"}}, ["organisation", "request/feeCharged"], {"effect": "allow"})

# transfer-edges.jsonl:67 a person's own picture, the ground 17.1.d named beside it
test_transfer_edges_067 if holds(60, {"request": {"transferGround": "17.1.d", "legalBasisCode": "PDPL-15.2.a"}}, ["organisation", "request/feeCharged"], {"effect": "allow"})

# transfer-edges.jsonl:68 a person's own picture, the ground 17.1.e named beside it
test_transfer_edges_068 if holds(60, {"request": {"transferGround": "17.1.e", "legalBasisCode": "PDPL-15.2.a"}}, ["organisation", "request/feeCharged"], {"effect": "allow"})

# transfer-edges.jsonl:69 a look for another body is not within one body, and gives nobody their own data
test_transfer_edges_069 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd", "thirdPartiesInFrame": true, "thirdPartiesMasked": false, "identityVerified": false}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "notReasons": ["PD-11", "PD-12"], "notObligations": ["mark_sensitive", "mask_faces"]})

# transfer-edges.jsonl:70 a copy of one's own in which others are recognisable
test_transfer_edges_070 if holds(60, {"request": {"thirdPartiesMasked": false}}, ["organisation", "request/feeCharged"], {"effect": "deny", "denies": ["PD-12"], "only": ["PD-12"]})

# transfer-edges.jsonl:71 a copy of one's own, others masked as is said, nobody saying whether there are any
test_transfer_edges_071 if holds(60, {}, ["organisation", "request/thirdPartiesInFrame", "request/feeCharged"], {"effect": "allow", "obligations": ["mask_faces"]})

# transfer-edges.jsonl:72 a data subject's request to view gives a picture: others are masked
test_transfer_edges_072 if holds(44, {"asOf": 1789437600000, "viewer": {"userId": "per_dan"}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1788973200000}, "request": {"thirdPartiesInFrame": true}}, ["camera", "recording", "context", "viewer/orgKind", "viewer/orgId", "viewer/roles", "dataSubjectRequest/complete", "request/id", "request/kind"], {"effect": "allow", "obligations": ["mask_faces"]})

# transfer-edges.jsonl:73 a data subject's request to obtain gives a picture: others are masked
test_transfer_edges_073 if holds(44, {"asOf": 1789437600000, "viewer": {"userId": "per_dan"}, "dataSubjectRequest": {"receivedAt": 1788973200000}, "request": {"thirdPartiesInFrame": true}}, ["camera", "recording", "context", "viewer/orgKind", "viewer/orgId", "viewer/roles", "dataSubjectRequest/complete", "request/id", "request/kind"], {"effect": "allow", "obligations": ["mask_faces"]})

# transfer-edges.jsonl:74 a data subject's request to delete gives no picture: nothing is masked
test_transfer_edges_074 if holds(44, {"asOf": 1789437600000, "viewer": {"userId": "per_dan"}, "dataSubjectRequest": {"kind": "delete", "receivedAt": 1788973200000}, "request": {"thirdPartiesInFrame": true}}, ["camera", "recording", "context", "viewer/orgKind", "viewer/orgId", "viewer/roles", "dataSubjectRequest/complete", "request/id", "request/kind"], {"effect": "allow", "notObligations": ["mask_faces"]})

# transfer-edges.jsonl:75 a data subject's request to correct gives no picture: nothing is masked
test_transfer_edges_075 if holds(44, {"asOf": 1789437600000, "viewer": {"userId": "per_dan"}, "dataSubjectRequest": {"kind": "correct", "receivedAt": 1788973200000}, "request": {"thirdPartiesInFrame": true}}, ["camera", "recording", "context", "viewer/orgKind", "viewer/orgId", "viewer/roles", "dataSubjectRequest/complete", "request/id", "request/kind"], {"effect": "allow", "notObligations": ["mask_faces"]})

# transfer-edges.jsonl:76 an incident reported beside a data subject's request to view masks nothing
test_transfer_edges_076 if holds(14, {"action": "report_incident", "asOf": 1789437600000, "viewer": {"roles": ["dpo"]}, "incident": {"detectedAt": 1789398000000}, "dataSubjectRequest": {"kind": "view"}, "recording": {"dataClass": "sensitive"}}, ["camera", "request", "viewer/functions"], {"effect": "allow", "notObligations": ["mask_faces", "mark_sensitive"]})

# transfer-edges.jsonl:77 an owner who consents to a request by consent needs no record of it
test_transfer_edges_077 if holds(13, {"action": "consent", "viewer": {"userId": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "roles": ["owner"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk"}, "request": {"legalBasisCode": "PDPL-9"}}, ["grant", "violation", "submission", "legalHold", "analytics", "system", "viewer/account", "request/receivedAt", "request/infoAskedAt"], {"effect": "allow"})

# transfer-edges.jsonl:78 consent given this very moment
test_transfer_edges_078 if holds(10, {"request": {"legalBasisCode": "PDPL-9"}, "grant": {"scope": {"window": {"to": 1793379600000}}, "expiresAt": 1793379599999}, "recording": {"expiresAt": 1796144399999}, "consent": {"recordId": "cs_1", "purposeCode": "AN_NINH_TRAT_TU", "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true, "givenAt": 1789437600000}}, [], {"effect": "allow"})

# transfer-edges.jsonl:79 consent still to be given
test_transfer_edges_079 if holds(10, {"request": {"legalBasisCode": "PDPL-9"}, "grant": {"scope": {"window": {"to": 1793379600000}}, "expiresAt": 1793379599999}, "recording": {"expiresAt": 1796144399999}, "consent": {"recordId": "cs_1", "purposeCode": "AN_NINH_TRAT_TU", "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true, "givenAt": 1789437601000}}, [], {"effect": "deny", "denies": ["PD-25"]})

# transfer-edges.jsonl:80 consent for no purpose to a request of no purpose
test_transfer_edges_080 if holds(10, {"request": {"purposeCode": "", "legalBasisCode": "PDPL-9"}, "grant": {"scope": {"window": {"to": 1793379600000}}, "expiresAt": 1793379599999}, "recording": {"expiresAt": 1796144399999}, "consent": {"recordId": "cs_1", "purposeCode": "", "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true, "givenAt": 1788195600000}}, [], {"effect": "deny", "denies": ["PD-25"]})

# transfer-edges.jsonl:81 consent for several purposes, an empty one among them, to a request of no purpose
test_transfer_edges_081 if holds(10, {"request": {"purposeCode": "", "legalBasisCode": "PDPL-9"}, "grant": {"scope": {"window": {"to": 1793379600000}}, "expiresAt": 1793379599999}, "recording": {"expiresAt": 1796144399999}, "consent": {"recordId": "cs_1", "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true, "givenAt": 1788195600000, "purposeCodes": ["GIAO_THONG", ""]}}, [], {"effect": "deny", "denies": ["PD-25"]})

# transfer-edges.jsonl:82 consent whose withdrawal is told by the type of its event alone
test_transfer_edges_082 if holds(10, {"request": {"legalBasisCode": "PDPL-9"}, "grant": {"scope": {"window": {"to": 1793379600000}}, "expiresAt": 1793379599999}, "recording": {"expiresAt": 1796144399999}, "consent": {"recordId": "cs_1", "purposeCode": "AN_NINH_TRAT_TU", "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true, "givenAt": 1788195600000, "events": [{"at": 1788973200000, "state": "", "type": "withdrawn"}]}}, [], {"effect": "deny", "denies": ["PD-25"]})

# transfer-edges.jsonl:83 consent of an empty day, tied to another purpose
test_transfer_edges_083 if holds(10, {"request": {"legalBasisCode": "PDPL-9"}, "grant": {"scope": {"window": {"to": 1793379600000}}, "expiresAt": 1793379599999}, "recording": {"expiresAt": 1796144399999}, "consent": {"recordId": "cs_1", "purposeCode": "AN_NINH_TRAT_TU", "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true, "givenAt": null, "tied": true}}, [], {"effect": "deny", "denies": ["PD-25"]})

# transfer-edges.jsonl:84 consent of the former decree to sensitive processing of which nobody was told apart
test_transfer_edges_084 if holds(10, {"request": {"legalBasisCode": "PDPL-9"}, "grant": {"scope": {"window": {"to": 1793379600000}}, "expiresAt": 1793379599999}, "recording": {"expiresAt": 1796144399999}, "consent": {"recordId": "cs_1", "purposeCode": "AN_NINH_TRAT_TU", "voluntary": true, "informed": true, "verifiable": true, "givenAt": 1764522000000}}, [], {"effect": "allow"})

# transfer-edges.jsonl:85 a fee of one đồng without an agreement
test_transfer_edges_085 if holds(0, {"action": "submit_request", "request": {"fee": 1}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["PD-24"], "only": ["PD-24"]})

# transfer-edges.jsonl:86 before NĐ 330 a fee under a ground that needs an agreement, without one
test_transfer_edges_086 if holds(43, {"asOf": 1787072399000, "request": {"legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.d", "writtenRequest": {"date": 1786294800000}, "feeCharged": true}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-24", "PD-10"]})

# transfer-edges.jsonl:87 a country of no name is no country abroad
test_transfer_edges_087 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd", "deliveryCountry": ""}, "delivery": {"country": ""}}, ["violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow"})

# transfer-edges.jsonl:88 a person's own copy whose destination nobody states is delivered in Viet Nam
test_transfer_edges_088 if holds(60, {}, ["organisation", "request/deliveryCountry", "request/feeCharged"], {"effect": "allow", "obligations": ["deliver_in_vietnam"]})

# transfer-edges.jsonl:89 a still picture is not delivered: nobody says where to
test_transfer_edges_089 if holds(29, {"action": "snapshot"}, ["recording", "viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow", "notObligations": ["deliver_in_vietnam"]})

# transfer-edges.jsonl:90 a copy whose delivery names the country
test_transfer_edges_090 if holds(15, {"request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "notObligations": ["deliver_in_vietnam"]})

# transfer-edges.jsonl:91 a company's copy whose delivery names the country lacks the authority alone
test_transfer_edges_091 if holds(15, {"viewer": {"orgKind": "DOANH_NGHIEP"}, "request": {"requester": {"orgKind": "DOANH_NGHIEP"}, "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e"}}, ["violation", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["PD-14"], "only": ["PD-14"]})

# transfer-edges.jsonl:92 the result of a face match is sensitive, case file or none
test_transfer_edges_092 if holds(10, {}, ["request/caseFileId"], {"effect": "allow", "obligations": ["mark_sensitive"]})

# transfer-edges.jsonl:93 a case file of the ministry's police makes the data sensitive
test_transfer_edges_093 if holds(15, {"action": "playback", "viewer": {"orgKind": "BCA_C08"}, "request": {"requester": {"orgKind": "BCA_C08"}, "legalBasisCode": "PDPL-17.1.dd", "caseFileId": "HS-1"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo"], {"effect": "allow", "obligations": ["mark_sensitive"]})

# transfer-edges.jsonl:94 a sensitive still picture leaves no package to be sealed
test_transfer_edges_094 if holds(28, {"action": "snapshot", "grant": {"scope": {"window": {"to": 1789491600000}}, "expiresAt": 1790787599999}, "recording": {"limitationEnd": 1798736399999}}, ["delivery/encryption", "delivery/keyChannel"], {"effect": "allow", "obligations": ["mark_sensitive"]})

# transfer-edges.jsonl:95 a sensitive copy whose encryption is left empty
test_transfer_edges_095 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}, "recording": {"dataClass": "biometric"}, "delivery": {"encryption": "", "keyChannel": "courier"}}, [], {"effect": "deny", "denies": ["PD-19"], "only": ["PD-19"]})

# transfer-edges.jsonl:96 a sensitive copy whose key's way is left empty
test_transfer_edges_096 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}, "recording": {"dataClass": "biometric"}, "delivery": {"encryption": "aes", "keyChannel": ""}}, [], {"effect": "deny", "denies": ["PD-19"], "only": ["PD-19"]})

# transfer-edges.jsonl:97 a sensitive copy whose key goes by "same"
test_transfer_edges_097 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}, "recording": {"dataClass": "biometric"}, "delivery": {"encryption": "aes", "keyChannel": "same"}}, [], {"effect": "deny", "denies": ["PD-19"], "only": ["PD-19"]})

# transfer-edges.jsonl:98 a sensitive copy whose key goes by "none"
test_transfer_edges_098 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}, "recording": {"dataClass": "biometric"}, "delivery": {"encryption": "aes", "keyChannel": "none"}}, [], {"effect": "deny", "denies": ["PD-19"], "only": ["PD-19"]})

# transfer-edges.jsonl:99 a sensitive copy whose key goes by "withPackage"
test_transfer_edges_099 if holds(29, {"viewer": {"trainingValidTo": 1798822799999}, "recording": {"dataClass": "biometric"}, "delivery": {"encryption": "aes", "keyChannel": "withPackage"}}, [], {"effect": "deny", "denies": ["PD-19"], "only": ["PD-19"]})

# transfer-edges.jsonl:100 before the first law nothing is said, not even of facts that are misstated or missing
test_transfer_edges_100 if holds(15, {"action": "playback", "asOf": 1514739599999, "viewer": {"mfaLevel": "hai"}, "camera": {"systemKind": "defence"}, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/purposeCode", "request/caseFileId"], {"effect": "cannot_decide", "only": []})

# transfer-edges.jsonl:101 before the first law an act that nobody knows is not decided either
test_transfer_edges_101 if holds(15, {"action": "teleport", "asOf": 1496250000000, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "cannot_decide", "only": []})

# transfer-edges.jsonl:102 on the first moment of the first law a hold is ordered
test_transfer_edges_102 if holds(7, {"action": "legal_hold", "asOf": 1514739600000, "viewer": {"orgKind": "CQDT"}, "legalHold": {"ref": "YC-7", "authority": "Cơ quan CSĐT"}}, ["camera", "request", "approvals", "grant", "delivery"], {"effect": "allow"})

# transfer-edges.jsonl:103 whose instant is left empty is denied for that
test_transfer_edges_103 if holds(15, {"action": "playback", "asOf": null, "request": {"legalBasisCode": "PDPL-17.1.dd"}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "deny", "denies": ["POL-0"], "at": ["asOf"]})

# transfer-edges.jsonl:104 a paper that ran out before and was not needed ends no answer
test_transfer_edges_104 if holds(15, {"action": "playback", "viewer": {"account": {}}, "request": {"legalBasisCode": "PDPL-17.1.dd"}, "consent": {"expiresAt": 1788281999999}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "validUntil": 1791565199999})

# transfer-edges.jsonl:105 a paper that runs out this moment and is not needed ends no answer
test_transfer_edges_105 if holds(15, {"action": "playback", "request": {"legalBasisCode": "PDPL-17.1.dd"}, "consent": {"expiresAt": 1789437600000}}, ["delivery", "violation", "viewer/trainingValidTo", "viewer/authorityRef", "camera/trustLevel", "camera/enforcementDecision", "camera/calibrationValidTo", "request/caseFileId"], {"effect": "allow", "validUntil": 1791565199999})

# transfer-edges.jsonl:106 the law on connection accounts is cited while it stood
test_transfer_edges_106 if holds(2, {"asOf": 1757469600000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1757469600000}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "needs_approval", "terms": {"connection_account_due": {"articles": ["ND194-40.3"]}}})

# transfer-edges.jsonl:107 the law on connection accounts is not cited from the day it was repealed
test_transfer_edges_107 if holds(2, {"asOf": 1761066000000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "request": {"receivedAt": 1757469600000}}, ["system", "approvals", "camera", "organisation", "viewer/functions"], {"effect": "needs_approval", "terms": {"connection_account_due": {"articles": []}}})

# transfer-edges.jsonl:108 consent from the first day of the former decree, tied to another purpose, stays as it was given
test_transfer_edges_108 if holds(10, {"request": {"legalBasisCode": "PDPL-9"}, "grant": {"scope": {"window": {"to": 1793379600000}}, "expiresAt": 1793379599999}, "recording": {"expiresAt": 1796144399999}, "consent": {"recordId": "cs_1", "purposeCode": "AN_NINH_TRAT_TU", "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true, "givenAt": 1688144400000, "tied": true}}, [], {"effect": "allow"})

# transfer-edges.jsonl:109 consent from before the former decree, tied to another purpose
test_transfer_edges_109 if holds(10, {"request": {"legalBasisCode": "PDPL-9"}, "grant": {"scope": {"window": {"to": 1793379600000}}, "expiresAt": 1793379599999}, "recording": {"expiresAt": 1796144399999}, "consent": {"recordId": "cs_1", "purposeCode": "AN_NINH_TRAT_TU", "voluntary": true, "informed": true, "verifiable": true, "sensitiveTold": true, "givenAt": 1688058000000, "tied": true}}, [], {"effect": "deny", "denies": ["PD-25"]})

# written-requests.jsonl:1 the form says nothing of the volume
test_written_requests_001 if holds(0, {"action": "submit_request", "request": {"volume": null}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "at": ["request.volume"]})

# written-requests.jsonl:2 the form leaves the frequency empty
test_written_requests_002 if holds(0, {"action": "submit_request", "request": {"accessFrequency": ""}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "at": ["request.accessFrequency"]})

# written-requests.jsonl:3 three words of nine letters are no reason
test_written_requests_003 if holds(0, {"action": "submit_request", "request": {"reason": "đi xem xe"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "at": ["request.reason"]})

# written-requests.jsonl:4 three words of ten letters are a reason
test_written_requests_004 if holds(0, {"action": "submit_request", "request": {"reason": "tìm xe máy"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "needs": ["owner", "police"]})

# written-requests.jsonl:5 two words, far apart, are no reason
test_written_requests_005 if holds(0, {"action": "submit_request", "request": {"reason": "nghiêm  trọng"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "deny", "denies": ["SH-02"], "only": ["SH-02"], "at": ["request.reason"]})

# written-requests.jsonl:6 the paper without its number is named by what it lacks
test_written_requests_006 if holds(0, {"action": "submit_request"}, ["approvals", "grant", "viewer/lastActiveAt", "request/writtenRequest/number"], {"effect": "deny", "denies": ["PD-14", "SH-02"], "at": ["request.writtenRequest.number", "request.writtenRequest"]})

# written-requests.jsonl:7 the press with an authority that stands behind it
test_written_requests_007 if holds(43, {"viewer": {"orgKind": "BAO_CHI"}, "request": {"legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.dd", "requesterAuthority": "CATP"}}, ["agreement", "consent"], {"effect": "deny", "denies": ["PD-14", "SH-13"]})

# written-requests.jsonl:8 a press request is read by the body that made it
test_written_requests_008 if holds(0, {"action": "read_request", "request": {"requesterKind": "press"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow"})

# written-requests.jsonl:9 traffic police ask for the hour of an accident
test_written_requests_009 if holds(0, {"action": "submit_request", "viewer": {"orgKind": "CATP_CSGT"}, "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}, "accident": {"time": 1789349400000}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "reasons": ["EV-21"]})

# written-requests.jsonl:10 the accident happened as the hour begins
test_written_requests_010 if holds(0, {"action": "submit_request", "viewer": {"orgKind": "CATP_CSGT"}, "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}, "accident": {"time": 1789347600000}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "reasons": ["EV-21"]})

# written-requests.jsonl:11 the accident happened as the hour ends
test_written_requests_011 if holds(0, {"action": "submit_request", "viewer": {"orgKind": "CATP_CSGT"}, "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}, "accident": {"time": 1789351200000}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "reasons": ["EV-21"]})

# written-requests.jsonl:12 the accident happened before the hour that is asked
test_written_requests_012 if holds(0, {"action": "submit_request", "viewer": {"orgKind": "CATP_CSGT"}, "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}, "accident": {"time": 1789344000000}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "notReasons": ["EV-21"]})

# written-requests.jsonl:13 the accident happened after the hour that is asked
test_written_requests_013 if holds(0, {"action": "submit_request", "viewer": {"orgKind": "CATP_CSGT"}, "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}, "accident": {"time": 1789353000000}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "notReasons": ["EV-21"]})

# written-requests.jsonl:14 a department asks for the hour of an accident: the scene is the traffic police's
test_written_requests_014 if holds(0, {"action": "submit_request", "request": {"timeWindow": {"from": 1789347600000, "to": 1789351200000}}, "accident": {"time": 1789349400000}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "needs_approval", "notReasons": ["EV-21"]})

# written-requests.jsonl:15 traffic police look at an accident: the scene lets them ask, the grant lets them look
test_written_requests_015 if holds(29, {"action": "playback", "viewer": {"orgKind": "CATP_CSGT", "roles": ["requester"]}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a", "timeWindow": {"from": 1789347600000, "to": 1789351200000}}, "accident": {"time": 1789349400000}}, ["viewer/trainingValidTo", "request/deliveryCountry"], {"effect": "allow", "reasons": ["PD-01"], "notReasons": ["EV-21"]})

# written-requests.jsonl:16 a person asks for their own picture and says nothing of the camera
test_written_requests_016 if holds(60, {"viewer": {"orgId": "org_soxd", "orgKind": "SO_XD"}, "request": {"legalBasisCode": "PDPL-15.2.a", "purposeCode": "GIAO_THONG"}}, ["organisation", "camera/systemKind", "request/feeCharged"], {"effect": "deny", "denies": ["POL-0", "CT-01"], "at": ["camera.systemKind"]})

# written-requests.jsonl:17 whoever hands something in without an account still says how
test_written_requests_017 if holds(34, {"action": "citizen_intake", "submission": {}}, ["viewer", "camera", "approvals"], {"effect": "deny", "denies": ["POL-0", "EV-09"], "at": ["submission.channel"]})

# written-requests.jsonl:18 a request for sharing is reviewed while a withdrawal of Article 19 data lies beside it
test_written_requests_018 if holds(40, {"action": "review", "viewer": {"roles": ["reviewer"]}, "request": {"purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}], "dataSubjectRequest": {"kind": "withdraw", "basis": "PDPL-19.1.b", "receivedAt": 1789318800000, "extension": {"count": 2, "days": 60}}}, ["recording", "consent"], {"effect": "allow", "notReasons": ["DS-01"]})

# written-requests.jsonl:19 a request for sharing is reviewed while a deletion of Article 19 data lies beside it
test_written_requests_019 if holds(40, {"action": "review", "viewer": {"roles": ["reviewer"]}, "request": {"purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}], "dataSubjectRequest": {"kind": "delete", "basis": "PDPL-19.1.b", "receivedAt": 1789318800000, "extension": {"count": 2, "days": 60}}}, ["recording", "consent"], {"effect": "allow", "notReasons": ["DS-01"]})

# written-requests.jsonl:20 a request for sharing is reviewed while a person asks to see their data
test_written_requests_020 if holds(40, {"action": "review", "viewer": {"roles": ["reviewer"]}, "request": {"purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}], "dataSubjectRequest": {"kind": "view", "basis": "PDPL-19.1.b", "receivedAt": 1789318800000, "extension": {"count": 2, "days": 60}}}, ["recording", "consent"], {"effect": "allow", "notReasons": ["DS-01"], "notObligations": ["give_controller_contact"]})

# written-requests.jsonl:21 an extension with a reason, not counted: it is the one
test_written_requests_021 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "withdraw", "receivedAt": 1789354800000, "basis": "PDPL-9", "extension": {"count": null, "reason": "phức tạp"}}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "reasons": ["DS-01"]})

# written-requests.jsonl:22 who asks to see their picture is told whom to turn to
test_written_requests_022 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "view", "receivedAt": 1789005600000}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "reasons": ["DS-01"], "obligations": ["give_controller_contact"]})

# written-requests.jsonl:23 who asks to have their picture is told whom to turn to
test_written_requests_023 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1789005600000}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "obligations": ["give_controller_contact"]})

# written-requests.jsonl:24 who asks for a correction is told of no camera
test_written_requests_024 if holds(34, {"action": "data_subject", "viewer": {"roles": ["public"]}, "dataSubjectRequest": {"kind": "correct", "receivedAt": 1789005600000}}, ["camera", "approvals", "viewer/userId", "viewer/orgId", "viewer/orgKind"], {"effect": "allow", "notObligations": ["give_controller_contact"]})

# written-requests.jsonl:25 watching over the national platform is no connection to be traced
test_written_requests_025 if holds(0, {"context": {"channel": "NDOP"}}, ["viewer/lastActiveAt"], {"effect": "allow", "notObligations": ["record_trace"]})

# written-requests.jsonl:26 a department with the command centre's code, its body not named, is not the centre
test_written_requests_026 if holds(2, {"viewer": {"orgKind": "SO_XD"}, "approvals": [], "organisation": {"code": "CATP_TTCHGT"}}, ["camera", "organisation/sizeClass"], {"effect": "needs_approval", "needs": ["police"], "notReasons": ["TR-08"]})

# written-requests.jsonl:27 two bodies that nobody names are not one: the code is nobody's
test_written_requests_027 if holds(2, {"viewer": {"orgId": null, "orgKind": "SO_XD"}, "system": {"partnerOrgKind": "SO_XD"}, "approvals": [], "organisation": {"id": null, "code": "CATP_TTCHGT"}}, ["camera", "organisation/sizeClass"], {"effect": "deny", "denies": ["POL-0"], "notReasons": ["TR-08"]})

# written-requests.jsonl:28 a police road camera whose operator nobody names is run by nobody
test_written_requests_028 if holds(34, {"viewer": {"orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": null}, "camera": {"ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "origin": "existing", "operatorOrgId": null}}, ["approvals", "camera/justificationDocId"], {"effect": "deny", "denies": ["TR-01"], "only": ["TR-01"]})

# written-requests.jsonl:29 a camera and its neighbour, neither named, are two
test_written_requests_029 if holds(1, {"camera": {"id": null, "systemKind": "central"}, "neighbours": [{"id": null, "location": {"lat": 21.01814, "lon": 105.82903}, "azimuth": 95, "purposes": ["GIAO_THONG"]}]}, ["retentionPolicy"], {"effect": "deny", "denies": ["CT-10"], "only": ["CT-10"]})

# written-requests.jsonl:30 a request that came over the national platform is read: no connection is made, nothing is to be traced
test_written_requests_030 if holds(0, {"action": "read_request", "context": {"channel": "NDOP"}}, ["approvals", "grant", "viewer/lastActiveAt"], {"effect": "allow", "notObligations": ["record_trace"]})

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
	every rule in object.get(want, "notReasons", []) {
		not rule in {r.rule | some r in answer.reasons}
	}
	every key in object.get(want, "articles", []) {
		key in cited(answer)
	}
	every key in object.get(want, "notArticles", []) {
		not key in cited(answer)
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
	every rule in object.get(want, "notDeadlines", []) {
		not rule in {d.rule | some d in answer.deadlines}
	}
	every name in object.get(want, "clocks", [d.name | some d in answer.deadlines]) {
		name in {d.name | some d in answer.deadlines}
	}
	every name in {d.name | some d in answer.deadlines} {
		name in object.get(want, "clocks", [name])
	}
	every name, term in object.get(want, "terms", {}) {
		some d in answer.deadlines
		d.name == name
		every key, value in term {
			object.get(d, key, null) == value
		}
	}
	every code in object.get(want, "notObligations", []) {
		not code in {o.code | some o in answer.obligations}
	}
	object.get(want, "validUntil", answer.validUntil) == answer.validUntil
}

cited(answer) := {key | some one in array.concat(answer.denies, array.concat(answer.needs, answer.reasons)); some key in one.articles}

bases := [{"action": "live_view", "asOf": 1789437600000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "lastActiveAt": 1785549600000}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "grant": {"id": "grt_1", "scope": {"cameras": ["cam_1"], "window": {"from": 1789405200000, "to": 1789491600000}, "actions": ["live_view"]}, "expiresAt": 1789491600000}}, {"action": "register_camera", "asOf": 1789437600000, "viewer": {"userId": "per_h", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "roles": ["owner"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "toll", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street", "origin": "existing", "integrationStatus": "notYet", "protocols": ["onvif"], "noticeVerifiedAt": 1767200400000, "fundingKind": "state", "enforcement": false, "location": {"lat": 21.0181, "lon": 105.829}, "azimuth": 90}, "retentionPolicy": {"purpose": "GIAO_THONG", "days": 30, "dataType": "overview"}}, {"action": "system_connect", "asOf": 1789437600000, "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "DOANH_NGHIEP", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"]}, "request": {"kind": "SYSTEM_CONNECT", "purposeCode": "GIAO_THONG", "receivedAt": 1789318800000}, "context": {"channel": "LGSP"}, "system": {"id": "s1", "cityShared": true}, "approvals": [{"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}], "camera": {"origin": "newInvestment"}, "organisation": {"sizeClass": "large"}}, {"action": "playback", "asOf": 1789437600000, "viewer": {"userId": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "roles": ["extraction_officer"], "functions": ["TRAT_TU_DO_THI", "GIAO_THONG"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street", "noticeKind": "sign"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.b"}, "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1789347600000, "to": 1789348200000, "expiresAt": 1790873999999, "dataClass": "basic", "sha256": "ab12"}}, {"action": "live_view", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "orgKind": "UBND_PHUONG", "unitId": "VP", "roles": ["requester"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000, "account": {"shared": true}}, "organisation": {"id": "UBND-P-HOAN-KIEM", "code": "H26.1", "kind": "UBND_PHUONG", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"id": "CAM-0001", "ownerOrgId": "SO_XD", "operatorOrgId": "SO_XD", "controllerOrgId": "SO_XD", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active"}, "request": {"id": "YC-1", "kind": "LIVE_VIEW", "emergency": false, "requester": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "orgKind": "UBND_PHUONG"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-UBND", "date": 1794762000000, "issuer": "UBND phường Hoàn Kiếm", "signatureRef": "sig-1"}, "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.đ", "purposeCode": "AN_NINH_TRAT_TU", "reason": "Xác minh vụ mất trộm xe máy tại phố Hàng Bài tối 15/11/2026", "dataType": "video", "detailLevel": "khuôn hình đầy đủ", "volume": "1 camera, 1 giờ", "accessFrequency": "một lần", "deliveryMethod": "GATEWAY", "grounds": "đơn trình báo của công dân", "cameraSelector": ["CAM-0001"], "timeWindow": {"from": 1795107600000, "to": 1795194000000}, "caseFileId": "HS-2026-12", "publish": false, "receivedAt": 1794880800000, "state": "APPROVED"}, "approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1"}, {"approver": "chucamera-01", "approverTitle": "Trưởng phòng", "orgId": "SO_XD", "orgKind": "SO_XD", "unitId": "SO_XD-HT", "effect": "approved", "key": "owner", "signedAt": 1794974400000, "signature": "s2"}], "grant": {"id": "G-1", "orgId": "UBND-P-HOAN-KIEM", "effect": "allow", "approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "signedAt": 1794974400000, "signature": "s3", "scope": {"cameras": ["CAM-0001"], "window": {"from": 1795107600000, "to": 1795194000000}, "actions": ["live_view"], "fidelity": "full", "maxViews": 10}, "viewsUsed": 0, "expiresAt": 1795539600000}, "context": {"channel": "GATEWAY", "mfa": true, "fidelity": "masked"}}, {"action": "clip_export", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "orgKind": "UBND_PHUONG", "unitId": "VP", "roles": ["requester"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "organisation": {"id": "UBND-P-HOAN-KIEM", "code": "H26.1", "kind": "UBND_PHUONG", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"id": "CAM-0001", "ownerOrgId": "SO_XD", "operatorOrgId": "SO_XD", "controllerOrgId": "SO_XD", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active"}, "request": {"id": "YC-1", "kind": "CLIP_EXPORT", "emergency": false, "requester": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "orgKind": "UBND_PHUONG"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-UBND", "date": 1794762000000, "issuer": "UBND phường Hoàn Kiếm", "signatureRef": "sig-1"}, "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.đ", "purposeCode": "AN_NINH_TRAT_TU", "reason": "Xác minh vụ mất trộm xe máy tại phố Hàng Bài tối 15/11/2026", "dataType": "video", "detailLevel": "khuôn hình đầy đủ", "volume": "1 camera, 1 giờ", "accessFrequency": "một lần", "deliveryMethod": "GATEWAY", "grounds": "đơn trình báo của công dân", "cameraSelector": ["CAM-0001"], "timeWindow": {"from": 1795107600000, "to": 1795194000000}, "caseFileId": "HS-2026-12", "publish": false, "receivedAt": 1794880800000, "state": "APPROVED"}, "approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1"}, {"approver": "chucamera-01", "approverTitle": "Trưởng phòng", "orgId": "SO_XD", "orgKind": "SO_XD", "unitId": "SO_XD-HT", "effect": "approved", "key": "owner", "signedAt": 1794974400000, "signature": "s2"}], "grant": {"id": "G-1", "orgId": "UBND-P-HOAN-KIEM", "effect": "allow", "approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "signedAt": 1794974400000, "signature": "s3", "scope": {"cameras": ["CAM-0001"], "window": {"from": 1795107600000, "to": 1795194000000}, "actions": ["clip_export"], "fidelity": "full", "maxViews": 10}, "viewsUsed": 0, "expiresAt": 1795539600000}, "context": {"channel": "GATEWAY", "mfa": true, "fidelity": "masked"}, "recording": {"id": "REC-1", "cameraId": "CAM-0001", "from": 1795132800000, "to": 1795136400000, "recordedAt": 1795132800000, "dataClass": "basic", "classification": "normal", "sha256": "abababababababababababababababababababababababababababababababab", "signature": "sg", "timestampToken": "tst", "original": true, "expiresAt": 1797699600000, "legalHoldIds": [], "caseFileId": "HS-2026-12"}}, {"action": "register_camera", "asOf": 1782838799000, "viewer": {"userId": "canbo-01", "orgId": "SO_XD", "orgKind": "DOANH_NGHIEP", "unitId": "VP", "roles": ["operator"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "organisation": {"id": "x", "kind": "DOANH_NGHIEP", "dpoContact": "d", "impactAssessmentRef": "i"}, "camera": {"id": "CAM-0001", "ownerOrgId": "SO_XD", "operatorOrgId": "SO_XD", "controllerOrgId": "SO_XD", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active", "origin": "newInvestment", "azimuth": 90, "fov": 60, "location": {"lat": 21.03, "lon": 105.85}, "coverage": "withinBoundary", "mountKind": "fixed", "ownerKind": "state", "conformity": {"standard": "QCVN 135:2024/BTTTT", "certNo": "1"}}, "context": {"channel": "GATEWAY", "mfa": true, "fidelity": "masked"}}, {"action": "plate_search", "asOf": 1787018400000, "viewer": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "unitId": "unt_1", "roles": ["extraction_officer"], "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "trainingValidTo": 1798822799999, "authorityRef": "QĐ-12/PC08", "title": "Đội trưởng", "clearance": "biometric", "mfaLevel": 2, "qualification": "đại học An ninh"}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "toll", "missionClass": "GIAO_THONG", "purposes": ["AN_NINH_TRAT_TU"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"]}, "purposeCode": "AN_NINH_TRAT_TU", "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1786208400000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream", "caseFileId": "HS-1", "deliveryCountry": "VN", "timeWindow": {"from": 1786669200000, "to": 1786672800000}}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1786323600000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1786323600000}], "grant": {"id": "grt_2", "scope": {"cameras": ["cam_1"], "window": {"from": 1785517200000, "to": 1796144400000}, "actions": ["playback", "snapshot", "clip_export", "plate_search", "trajectory", "face_match", "live_view"]}, "expiresAt": 1796144399999}, "delivery": {"encryption": "AES-256", "keyChannel": "sms", "country": "VN"}}, {"action": "live_view", "asOf": 1787018400000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "DOANH_NGHIEP", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "lastActiveAt": 1789318800000}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "DOANH_NGHIEP", "functions": ["HA_TANG", "GIAO_THONG"]}, "purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1786208400000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1786323600000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1786323600000}], "grant": {"id": "grt_1", "scope": {"cameras": ["cam_1"], "window": {"from": 1785517200000, "to": 1796144400000}, "actions": ["live_view"]}, "expiresAt": 1796144399999}}, {"action": "live_view", "asOf": 1789437600000, "viewer": {"userId": "per_hoa", "orgId": "org_ioc", "orgKind": "IOC", "roles": ["duty_commander"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street", "operatorOrgId": "org_pc08"}, "request": {"purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-32.1.a", "reason": "Điều hành phân luồng giờ cao điểm"}, "approvals": [{"key": "operator", "approver": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "effect": "approved", "signedAt": 1789174800000}]}, {"action": "face_match", "asOf": 1789437600000, "viewer": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "unitId": "unt_1", "roles": ["extraction_officer"], "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "trainingValidTo": 1798822799999, "authorityRef": "QĐ-12/PC08", "title": "Đội trưởng", "clearance": "biometric", "mfaLevel": 2, "qualification": "đại học An ninh"}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["AN_NINH_TRAT_TU"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"]}, "purposeCode": "AN_NINH_TRAT_TU", "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream", "caseFileId": "HS-1", "deliveryCountry": "VN"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "grant": {"id": "grt_2", "scope": {"cameras": ["cam_1"], "window": {"from": 1789318800000, "to": 1789491600000}, "actions": ["playback", "snapshot", "clip_export", "plate_search", "trajectory", "face_match", "live_view"]}, "expiresAt": 1790787599999}, "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1789347600000, "to": 1789348200000, "expiresAt": 1790873999999, "dataClass": "basic", "sha256": "ab12", "copyOf": "rec_0", "original": false}, "delivery": {"encryption": "AES-256", "keyChannel": "sms", "country": "VN"}, "analytics": {"kind": "faceRecognition", "riskLevel": "high", "automaticAction": false, "humanVerification": true, "verifierTitle": "Điều tra viên"}, "watchlist": {"id": "wl_1", "purposeCode": "AN_NINH_TRAT_TU"}}, {"action": "face_match", "asOf": 1787072399000, "viewer": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "unitId": "unt_1", "roles": ["extraction_officer"], "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "trainingValidTo": 1798822799999, "authorityRef": "QĐ-12/PC08", "title": "Đội trưởng", "clearance": "biometric", "mfaLevel": 2, "qualification": "đại học An ninh"}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["AN_NINH_TRAT_TU"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"]}, "purposeCode": "AN_NINH_TRAT_TU", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1785517200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream", "caseFileId": "HS-1", "deliveryCountry": "VN"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1785517200000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1785517200000}], "grant": {"id": "grt_2", "scope": {"cameras": ["cam_1"], "window": {"from": 1785517200000, "to": 1788109200000}, "actions": ["playback", "snapshot", "clip_export", "plate_search", "trajectory", "face_match", "live_view"]}, "expiresAt": 1790787599999}, "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1786294800000, "to": 1786467600000, "expiresAt": 1790873999999, "dataClass": "basic", "sha256": "ab12", "copyOf": "rec_0", "original": false}, "delivery": {"encryption": "AES-256", "keyChannel": "sms", "country": "VN"}, "analytics": {"kind": "faceRecognition", "riskLevel": "high", "automaticAction": false, "humanVerification": true, "verifierTitle": "Điều tra viên"}, "watchlist": {"id": "wl_1", "purposeCode": "AN_NINH_TRAT_TU"}}, {"action": "read_request", "asOf": 1789437600000, "viewer": {"userId": "per_dung", "orgId": "org_tttp", "orgKind": "TTTP", "roles": ["inspector"], "functions": []}, "inspection": {"no": "45/QĐ-TTTP", "issuer": "per_chief", "head": "per_head", "team": ["per_dung", "per_head"], "inspectedOrgs": ["org_soxd", "org_dongda"], "contents": ["truy cập camera"], "period": {"from": 1767200400000, "to": 1790787600000}, "announcedAt": 1788195600000, "endsAt": 1793379599999}, "context": {"targetOrgIds": ["org_soxd"], "targetWindow": {"from": 1785517200000, "to": 1788282000000}}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}}}, {"action": "review", "asOf": 1789437600000, "viewer": {"userId": "per_son", "orgId": "org_catp", "orgKind": "CATP", "roles": ["reviewer"], "account": {"reviewedAt": "hôm thứ Hai"}}, "request": {"requester": {"userId": "per_lan", "orgId": "org_so_xd"}, "receivedAt": "hôm thứ Hai", "infoAskedAt": "hôm thứ Hai"}, "grant": {"purposeEndedAt": "hôm thứ Hai"}, "violation": {"violatorIdentifiedAt": "hôm thứ Hai", "detectedAt": "hôm thứ Hai", "notifiedAt": "hôm thứ Hai"}, "submission": {"acceptedAt": "hôm thứ Hai"}, "legalHold": {"ref": "YC-7", "reviewAt": "hôm thứ Hai"}, "analytics": {"complianceReviewedAt": "hôm thứ Hai"}, "system": {"logReviewedAt": "hôm thứ Hai"}}, {"action": "submit_request", "asOf": 1789009200000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["GIAO_THONG", "HA_TANG", "TRAT_TU_DO_THI", "AN_NINH_TRAT_TU"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "noticeVerifiedAt": 1768410000000, "classification": "normal"}, "request": {"requester": {"userId": "per_lan", "orgId": "org_so_xd"}, "writtenRequest": {"number": "12/CV-SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}, "legalBasisCode": "PDPL-17.1.dd", "transferGround": "17.1.dd", "purposeCode": "GIAO_THONG", "reason": "Xác minh va chạm giao thông tại ngã tư Tràng Tiền", "dataType": "video", "detailLevel": "1080p", "volume": "30 phút", "accessFrequency": "một lần", "deliveryMethod": "gói mã hoá", "receivedAt": 1789005600000, "kind": "SYSTEM_CONNECT"}}, {"action": "clip_export", "asOf": 1789437600000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["GIAO_THONG", "HA_TANG", "TRAT_TU_DO_THI", "AN_NINH_TRAT_TU"], "trainingValidTo": 1814374799999, "authorityRef": "QĐ-PC-1"}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "trustLevel": "qualified", "enforcementDecision": {"no": "10/QĐ", "date": 1775754000000, "issuerTitle": "Giám đốc Công an Thành phố", "validTo": 1807376399999}, "calibrationValidTo": 1798736399999}, "request": {"requester": {"userId": "per_lan", "orgId": "org_so_xd"}, "writtenRequest": {"number": "12/CV-SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}, "legalBasisCode": "ND61-14/22", "transferGround": "17.1.dd", "purposeCode": "GIAO_THONG", "reason": "Xác minh va chạm giao thông tại ngã tư Tràng Tiền", "dataType": "video", "detailLevel": "1080p", "volume": "30 phút", "accessFrequency": "một lần", "deliveryMethod": "gói mã hoá", "caseFileId": "HS-2026-001"}, "grant": {"expiresAt": 1791824399999, "scope": {"cameras": ["cam_1"], "window": {"from": 1788915600000, "to": 1788917400000}, "actions": ["playback", "clip_export", "snapshot"]}}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}], "recording": {"from": 1788915600000, "to": 1788917400000, "expiresAt": 1791565199999}, "delivery": {"country": "VN"}, "violation": {"detectedAt": 1788886800000, "limitationEnd": 1820509199999, "violatorIdentifiedAt": 1789027200000}}, {"action": "trajectory", "asOf": 1789437600000, "viewer": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "DOANH_NGHIEP", "unitId": "unt_1", "roles": ["extraction_officer"], "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "trainingValidTo": 1798822799999, "authorityRef": "QĐ-12/PC08", "title": "Đội trưởng", "clearance": "biometric", "mfaLevel": 2, "qualification": "đại học An ninh"}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["AN_NINH_TRAT_TU"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"]}, "purposeCode": "AN_NINH_TRAT_TU", "legalBasisCode": "PDPL-9", "transferGround": "17.1.a", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream", "caseFileId": "HS-1", "deliveryCountry": "VN", "timeWindow": {"from": 1789347600000, "to": 1789351200000}, "requesterAuthority": "CATP"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "grant": {"id": "grt_2", "scope": {"cameras": ["cam_1"], "window": {"from": 1789318800000, "to": 1789491600000}, "actions": ["playback", "snapshot", "clip_export", "plate_search", "trajectory", "face_match", "live_view"]}, "expiresAt": 1790787599999}, "delivery": {"encryption": "AES-256", "keyChannel": "sms", "country": "VN"}, "consent": {"recordId": "cr_1", "principalId": "p1", "purposeCode": "AN_NINH_TRAT_TU", "givenAt": 1788195600000, "voluntary": true, "informed": true, "verifiable": true}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có"}}, {"action": "approve", "asOf": 1789437600000, "viewer": {"userId": "per_cuong", "orgId": "org_pv01", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_own", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG", "HA_TANG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street", "operatorOrgId": "org_pc08", "operatorKind": "CATP_CSGT"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_own", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "operator", "approver": "per_pc08", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "unitId": "org_pc08", "effect": "approved", "signedAt": 1789088400000}]}, {"action": "live_view", "asOf": 1789437600000, "viewer": {"userId": "per_minh", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "roles": ["requester"], "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG", "GSGT"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal"}, "request": {"emergency": true, "requester": {"userId": "per_minh", "orgId": "org_csgt"}, "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "purposeCode": "AN_NINH_TRAT_TU", "reason": "Xác minh va chạm giao thông tại ngã tư Tràng Tiền", "dataType": "video", "detailLevel": "1080p", "volume": "30 phút", "accessFrequency": "một lần", "deliveryMethod": "gói mã hoá", "caseFileId": "HS-2026-001", "oralRequestAt": 1789426800000}, "grant": {"approver": "per_truc", "signedAt": 1789427400000, "signature": "sig_g", "expiresAt": 1789513200000, "scope": {"cameras": ["cam_1"], "window": {"from": 1789423200000, "to": 1789513200000}, "actions": ["live_view"]}}}, {"action": "clip_export", "asOf": 1782838799999, "viewer": {"userId": "per_lan", "orgId": "org_bao", "orgKind": "BAO_CHI", "roles": ["requester"], "trainingValidTo": 1814374799999}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal"}, "request": {"requester": {"userId": "per_lan", "orgId": "org_bao"}, "writtenRequest": {"number": "12/CV-SXD", "date": 1781974800000, "issuer": "Sở Xây dựng"}, "legalBasisCode": "PDPL-17.1.dd", "purposeCode": "GIAO_THONG", "reason": "Xác minh va chạm giao thông tại ngã tư Tràng Tiền", "dataType": "video", "detailLevel": "1080p", "volume": "30 phút", "accessFrequency": "một lần", "deliveryMethod": "gói mã hoá"}, "grant": {"expiresAt": 1783875599999, "scope": {"cameras": ["cam_1"], "actions": ["playback", "clip_export", "snapshot"]}}, "recording": {"expiresAt": 1784566799999}, "delivery": {"country": "VN"}}, {"action": "grant_emergency", "asOf": 1795140000000, "viewer": {"userId": "tb-1", "orgId": "CATP", "orgKind": "CATP", "unitId": "VP", "roles": ["duty_officer"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "organisation": {"id": "UBND-P-HOAN-KIEM", "code": "H26.1", "kind": "UBND_PHUONG", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"id": "CAM-0001", "ownerOrgId": "SO_XD", "operatorOrgId": "SO_XD", "controllerOrgId": "SO_XD", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active"}, "request": {"id": "YC-1", "kind": "GRANT_EMERGENCY", "emergency": true, "requester": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "orgKind": "UBND_PHUONG"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-UBND", "date": 1794762000000, "issuer": "UBND phường Hoàn Kiếm", "signatureRef": "sig-1"}, "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.đ", "purposeCode": "AN_NINH_TRAT_TU", "reason": "Xác minh vụ mất trộm xe máy tại phố Hàng Bài tối 15/11/2026", "dataType": "video", "detailLevel": "khuôn hình đầy đủ", "volume": "1 camera, 1 giờ", "accessFrequency": "một lần", "deliveryMethod": "GATEWAY", "grounds": "đơn trình báo của công dân", "cameraSelector": ["CAM-0001"], "timeWindow": {"from": 1795107600000, "to": 1795194000000}, "caseFileId": "HS-2026-12", "publish": false, "receivedAt": 1794880800000, "state": "APPROVED", "oralRequestAt": 1795139400000, "writtenConfirmedAt": 1795139940000}, "grant": {"scope": {"cameras": ["CAM-0001"], "window": {"from": 1795107600000, "to": 1795194000000}, "actions": ["grant_emergency"], "fidelity": "full", "maxViews": 10}, "expiresAt": 1795625999999}, "context": {"channel": "GATEWAY", "mfa": true, "fidelity": "masked", "onShift": true}}, {"action": "submit_request", "asOf": 1789437600000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD", "unitId": "unit_gt", "areaCodes": ["00004"], "title": "Chuyên viên", "roles": ["requester"], "functions": ["GIAO_THONG", "HA_TANG", "TRAT_TU_DO_THI", "AN_NINH_TRAT_TU"], "trainingValidTo": 1814374799999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1789318800000}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "operatorOrgId": "org_phuong_hk", "controllerOrgId": "org_phuong_hk", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "noticeKind": "sign", "noticeVerifiedAt": 1768410000000, "classification": "normal", "enforcement": false, "trustLevel": "ordinary", "status": "active", "areaCode": "00004"}, "request": {"id": "req_1", "kind": "CLIP_EXPORT", "emergency": false, "requester": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}, "legalBasisCode": "PDPL-17.1.dd", "transferGround": "17.1.dd", "purposeCode": "GIAO_THONG", "reason": "Xác minh va chạm giao thông tại ngã tư Tràng Tiền", "dataType": "video", "detailLevel": "1080p", "volume": "30 phút", "accessFrequency": "một lần", "deliveryMethod": "gói mã hoá", "grounds": "vụ va chạm ngày 09/09/2026", "timeWindow": {"from": 1788915600000, "to": 1788917400000}, "caseFileId": "HS-2026-001", "caseNo": "HS-2026-001", "receivedAt": 1789005600000, "clearTextReason": "cần nhận rõ biển số để xử lý vi phạm", "sameTargetCount30d": 4}, "context": {"channel": "LGSP", "mfa": true}}, {"action": "playback", "asOf": 1789437600000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD", "unitId": "unit_gt", "areaCodes": ["00004"], "title": "Chuyên viên", "roles": ["requester"], "functions": ["GIAO_THONG", "HA_TANG", "TRAT_TU_DO_THI", "AN_NINH_TRAT_TU"], "trainingValidTo": 1814374799999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1789318800000}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "operatorOrgId": "org_phuong_hk", "controllerOrgId": "org_phuong_hk", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "noticeKind": "sign", "noticeVerifiedAt": 1768410000000, "classification": "normal", "enforcement": false, "trustLevel": "ordinary", "status": "active", "areaCode": "00004"}, "request": {"id": "req_1", "kind": "PLAYBACK", "emergency": false, "requester": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}, "legalBasisCode": "PDPL-17.1.dd", "transferGround": "17.1.dd", "purposeCode": "GIAO_THONG", "reason": "Xác minh va chạm giao thông tại ngã tư Tràng Tiền", "dataType": "video", "detailLevel": "1080p", "volume": "30 phút", "accessFrequency": "một lần", "deliveryMethod": "gói mã hoá", "grounds": "vụ va chạm ngày 09/09/2026", "timeWindow": {"from": 1788915600000, "to": 1788917400000}, "caseFileId": "HS-2026-001", "caseNo": "HS-2026-001", "receivedAt": 1789005600000, "clearTextReason": "cần nhận rõ biển số để xử lý vi phạm", "approvalsNeeded": 2}, "grant": {"id": "gr_1", "effect": "allow", "approver": "per_dung", "approverTitle": "Giám đốc Công an Thành phố", "signedAt": 1789178400000, "signature": "sig_g", "expiresAt": 1791824399999, "orgId": "org_so_xd", "scope": {"cameras": ["cam_1"], "window": {"from": 1788915600000, "to": 1788917400000}, "actions": ["playback", "clip_export", "snapshot"], "maxViews": 10}, "viewsUsed": 1}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}], "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1788915600000, "to": 1788917400000, "recordedAt": 1788915600000, "dataClass": "basic", "sha256": "abababababababababababababababababababababababababababababababab", "signature": "sig_r", "timestampToken": "tst_1", "deviceId": "dev_1", "original": true, "expiresAt": 1791565199999, "legalHoldIds": []}, "context": {"channel": "LGSP", "mfa": true}}, {"action": "playback", "asOf": 1789437600000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD", "unitId": "unit_gt", "areaCodes": ["00004"], "title": "Chuyên viên", "roles": ["requester"], "functions": ["GIAO_THONG", "HA_TANG", "TRAT_TU_DO_THI", "AN_NINH_TRAT_TU"], "trainingValidTo": 1814374799999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1789318800000}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "operatorOrgId": "org_phuong_hk", "controllerOrgId": "org_phuong_hk", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "noticeKind": "sign", "noticeVerifiedAt": 1768410000000, "classification": "normal", "enforcement": false, "trustLevel": "ordinary", "status": "active", "areaCode": "00004"}, "request": {"id": "req_1", "kind": "PLAYBACK", "emergency": false, "requester": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}, "legalBasisCode": "PDPL-17.1.dd", "transferGround": "17.1.dd", "purposeCode": "GIAO_THONG", "reason": "Xác minh va chạm giao thông tại ngã tư Tràng Tiền", "dataType": "video", "detailLevel": "1080p", "volume": "30 phút", "accessFrequency": "một lần", "deliveryMethod": "gói mã hoá", "grounds": "vụ va chạm ngày 09/09/2026", "timeWindow": {"from": 1788915600000, "to": 1788917400000}, "caseFileId": "HS-2026-001", "caseNo": "HS-2026-001", "receivedAt": 1789005600000, "clearTextReason": "cần nhận rõ biển số để xử lý vi phạm", "approvalsNeeded": 2}, "grant": {"id": "gr_1", "effect": "allow", "approver": "per_dung", "approverTitle": "Giám đốc Công an Thành phố", "signedAt": 1789178400000, "signature": "sig_g", "expiresAt": 1791824399999, "orgId": "org_so_xd", "scope": {"cameras": ["cam_1"], "window": {"from": 1788915600000, "to": 1788917400000}, "actions": ["playback", "clip_export", "snapshot"], "maxViews": 10}, "viewsUsed": 1}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}, {"key": "police", "approver": "per_hai", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}], "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1788915600000, "to": 1788917400000, "recordedAt": 1788915600000, "dataClass": "basic", "sha256": "abababababababababababababababababababababababababababababababab", "signature": "sig_r", "timestampToken": "tst_1", "deviceId": "dev_1", "original": true, "expiresAt": 1791565199999, "legalHoldIds": []}, "context": {"channel": "LGSP", "mfa": true}}, {"action": "playback", "asOf": 1789437600000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD", "unitId": "unit_gt", "areaCodes": ["00004"], "title": "Chuyên viên", "roles": ["requester"], "functions": ["GIAO_THONG", "HA_TANG", "TRAT_TU_DO_THI", "AN_NINH_TRAT_TU"], "trainingValidTo": 1814374799999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1789318800000}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "operatorOrgId": "org_phuong_hk", "controllerOrgId": "org_phuong_hk", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "noticeKind": "sign", "noticeVerifiedAt": 1768410000000, "classification": "normal", "enforcement": false, "trustLevel": "ordinary", "status": "active", "areaCode": "00004"}, "request": {"id": "req_1", "kind": "PLAYBACK", "emergency": false, "requester": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}, "legalBasisCode": "PDPL-17.1.dd", "transferGround": "17.1.dd", "purposeCode": "GIAO_THONG", "reason": "Xác minh va chạm giao thông tại ngã tư Tràng Tiền", "dataType": "video", "detailLevel": "1080p", "volume": "30 phút", "accessFrequency": "một lần", "deliveryMethod": "gói mã hoá", "grounds": "vụ va chạm ngày 09/09/2026", "timeWindow": {"from": 1788915600000, "to": 1788917400000}, "caseFileId": "HS-2026-001", "caseNo": "HS-2026-001", "receivedAt": 1789005600000, "clearTextReason": "cần nhận rõ biển số để xử lý vi phạm", "approvalsNeeded": 2}, "grant": {"id": "gr_1", "effect": "allow", "approver": "per_dung", "approverTitle": "Giám đốc Công an Thành phố", "signedAt": 1789178400000, "signature": "sig_g", "expiresAt": 1791824399999, "orgId": "org_so_xd", "scope": {"cameras": ["cam_1"], "window": {"from": 1788915600000, "to": 1788917400000}, "actions": ["playback", "clip_export", "snapshot"], "maxViews": 10}, "viewsUsed": 1}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}, {"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}], "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1788915600000, "to": 1788917400000, "recordedAt": 1788915600000, "dataClass": "basic", "sha256": "abababababababababababababababababababababababababababababababab", "signature": "sig_r", "timestampToken": "tst_1", "deviceId": "dev_1", "original": true, "expiresAt": 1791565199999, "legalHoldIds": []}, "context": {"channel": "LGSP", "mfa": true}}, {"action": "approve", "asOf": 1789437600000, "viewer": {"userId": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "unitId": "pv", "areaCodes": ["00004"], "title": "Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "trainingValidTo": 1814374799999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1789318800000, "titlePowersValidTo": 1830358799999}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "operatorOrgId": "org_phuong_hk", "controllerOrgId": "org_phuong_hk", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "noticeKind": "sign", "noticeVerifiedAt": 1768410000000, "classification": "normal", "enforcement": false, "trustLevel": "ordinary", "status": "active", "areaCode": "00004"}, "request": {"id": "req_1", "kind": "CLIP_EXPORT", "emergency": false, "requester": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}, "legalBasisCode": "PDPL-17.1.dd", "transferGround": "17.1.dd", "purposeCode": "GIAO_THONG", "reason": "Xác minh va chạm giao thông tại ngã tư Tràng Tiền", "dataType": "video", "detailLevel": "1080p", "volume": "30 phút", "accessFrequency": "một lần", "deliveryMethod": "gói mã hoá", "grounds": "vụ va chạm ngày 09/09/2026", "timeWindow": {"from": 1788915600000, "to": 1788917400000}, "caseFileId": "HS-2026-001", "caseNo": "HS-2026-001", "receivedAt": 1789005600000, "clearTextReason": "cần nhận rõ biển số để xử lý vi phạm"}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_hai", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}], "context": {"channel": "LGSP", "mfa": true}}, {"action": "playback", "asOf": 1789437600000, "viewer": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD", "unitId": "unit_gt", "areaCodes": ["00004"], "title": "Chuyên viên", "roles": ["requester"], "functions": ["GIAO_THONG", "HA_TANG", "TRAT_TU_DO_THI", "AN_NINH_TRAT_TU"], "trainingValidTo": 1814374799999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1789318800000}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "operatorOrgId": "org_phuong_hk", "controllerOrgId": "org_phuong_hk", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "noticeKind": "sign", "noticeVerifiedAt": 1768410000000, "classification": "normal", "enforcement": false, "trustLevel": "ordinary", "status": "active", "areaCode": "00004"}, "request": {"id": "req_1", "kind": "PLAYBACK", "emergency": false, "requester": {"userId": "per_lan", "orgId": "org_so_xd", "orgKind": "SO_XD"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}, "legalBasisCode": "PDPL-17.1.dd", "transferGround": "17.1.dd", "purposeCode": "GIAO_THONG", "reason": "Xác minh va chạm giao thông tại ngã tư Tràng Tiền", "dataType": "video", "detailLevel": "1080p", "volume": "30 phút", "accessFrequency": "một lần", "deliveryMethod": "gói mã hoá", "grounds": "vụ va chạm ngày 09/09/2026", "timeWindow": {"from": 1788915600000, "to": 1788917400000}, "caseFileId": "HS-2026-001", "caseNo": "HS-2026-001", "receivedAt": 1789005600000, "clearTextReason": "cần nhận rõ biển số để xử lý vi phạm", "approvalsNeeded": 2}, "grant": {"id": "gr_1", "effect": "allow", "approver": "per_dung", "approverTitle": "Giám đốc Công an Thành phố", "signedAt": 1789178400000, "signature": "sig_g", "expiresAt": 1791824399999, "orgId": "org_so_xd", "scope": {"cameras": ["cam_1"], "window": {"from": 1788915600000, "to": 1788917400000}, "actions": ["playback", "clip_export", "snapshot"], "maxViews": 10}, "viewsUsed": 1}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_thu", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}], "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1788915600000, "to": 1788917400000, "recordedAt": 1788915600000, "dataClass": "basic", "sha256": "abababababababababababababababababababababababababababababababab", "signature": "sig_r", "timestampToken": "tst_1", "deviceId": "dev_1", "original": true, "expiresAt": 1791565199999, "legalHoldIds": []}, "context": {"channel": "LGSP", "mfa": true}}, {"action": "grant_emergency", "asOf": 1789437600000, "viewer": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "unitId": "unt_1", "roles": ["duty_officer"], "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "trainingValidTo": 1798822799999, "authorityRef": "QĐ-12/PC08", "title": "Đội trưởng", "clearance": "biometric", "mfaLevel": 2, "qualification": "đại học An ninh"}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream", "emergency": true, "oralRequestAt": 1789434000000}, "context": {"onShift": true}}, {"action": "clip_export", "asOf": 1789437600000, "viewer": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "unitId": "unt_1", "roles": ["extraction_officer"], "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "trainingValidTo": 1798822799999, "authorityRef": "QĐ-12/PC08", "title": "Đội trưởng", "clearance": "biometric", "mfaLevel": 2, "qualification": "đại học An ninh"}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street", "enforcement": true, "calibrationValidTo": 1798736399999, "enforcementDecision": {"no": "1", "date": 1775062800000, "issuerTitle": "Trưởng phòng Cảnh sát giao thông", "validTo": 1806685199999}}, "request": {"requester": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"]}, "purposeCode": "GIAO_THONG", "legalBasisCode": "ND61-14/22", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream", "caseFileId": "HS-1", "deliveryCountry": "VN"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "grant": {"id": "grt_2", "scope": {"cameras": ["cam_1"], "window": {"from": 1789318800000, "to": 1793379600000}, "actions": ["playback", "snapshot", "clip_export", "plate_search", "trajectory", "face_match", "live_view"]}, "expiresAt": 1793379599999}, "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1789347600000, "to": 1789348200000, "expiresAt": 1790873999999, "dataClass": "basic", "sha256": "ab12", "limitationEnd": 1789491599999, "tamperFlag": false}, "delivery": {"encryption": "AES-256", "keyChannel": "sms", "country": "VN"}}, {"action": "clip_export", "asOf": 1789437600000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["extraction_officer"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1789434000000}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream", "deliveryCountry": "VN"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "grant": {"id": "grt_2", "scope": {"cameras": ["cam_1"], "window": {"from": 1789318800000, "to": 1789491600000}, "actions": ["playback", "snapshot", "clip_export", "plate_search", "trajectory", "face_match", "live_view"]}, "expiresAt": 1790787599999}, "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1789347600000, "to": 1789348200000, "expiresAt": 1790873999999, "dataClass": "basic", "sha256": "ab12"}}, {"action": "clip_export", "asOf": 1774890000000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["extraction_officer"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1772298000000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream", "deliveryCountry": "VN"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_dongda", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1772298000000}, {"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1772298000000}], "grant": {"id": "grt_2", "scope": {"cameras": ["cam_1"], "window": {"from": 1772298000000, "to": 1777568400000}, "actions": ["playback", "snapshot", "clip_export", "plate_search", "trajectory", "face_match", "live_view"]}, "expiresAt": 1790787599999}, "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1772298000000, "to": 1772470800000, "expiresAt": 1790873999999, "dataClass": "basic", "sha256": "ab12"}}, {"action": "clip_export", "asOf": 1789437600000, "viewer": {"userId": "per_dtv", "orgId": "org_cqdt", "orgKind": "CQDT", "unitId": "unt_1", "roles": ["extraction_officer"], "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "trainingValidTo": 1798822799999, "authorityRef": "QĐ-12/PC08", "title": "Đội trưởng", "clearance": "biometric", "mfaLevel": 2, "qualification": "đại học An ninh"}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["AN_NINH_TRAT_TU"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_dtv", "orgId": "org_cqdt", "orgKind": "CQDT"}, "purposeCode": "AN_NINH_TRAT_TU", "legalBasisCode": "BLTTHS-88", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream", "caseNo": "VA-22/2026", "procedureAuthority": "Cơ quan CSĐT", "deliveryCountry": "VN"}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "grant": {"id": "grt_2", "scope": {"cameras": ["cam_1"], "window": {"from": 1789318800000, "to": 1789491600000}, "actions": ["playback", "snapshot", "clip_export", "plate_search", "trajectory", "face_match", "live_view"]}, "expiresAt": 1790787599999}, "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1789347600000, "to": 1789348200000, "expiresAt": 1790873999999, "dataClass": "basic", "sha256": "ab12"}}, {"action": "clip_export", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "orgKind": "CATP_PHONG", "unitId": "VP", "roles": ["extraction_officer"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000, "qualification": "trung cấp cảnh sát", "authorityRef": "PC-1"}, "organisation": {"id": "UBND-P-HOAN-KIEM", "code": "H26.1", "kind": "UBND_PHUONG", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"id": "CAM-0001", "ownerOrgId": "SO_XD", "operatorOrgId": "SO_XD", "controllerOrgId": "SO_XD", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active", "enforcement": true, "enforcementDecision": {"no": "KH-1", "date": 1777568400000, "issuerTitle": "Giám đốc Sở Xây dựng", "validTo": 1798736399999}, "calibrationValidTo": 1798736399999}, "request": {"id": "YC-1", "kind": "CLIP_EXPORT", "emergency": false, "requester": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "orgKind": "UBND_PHUONG"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-UBND", "date": 1794762000000, "issuer": "UBND phường Hoàn Kiếm", "signatureRef": "sig-1"}, "legalBasisCode": "ND61-14/22", "transferGround": "17.1.đ", "purposeCode": "AN_NINH_TRAT_TU", "reason": "Xác minh vụ mất trộm xe máy tại phố Hàng Bài tối 15/11/2026", "dataType": "video", "detailLevel": "khuôn hình đầy đủ", "volume": "1 camera, 1 giờ", "accessFrequency": "một lần", "deliveryMethod": "GATEWAY", "grounds": "đơn trình báo của công dân", "cameraSelector": ["CAM-0001"], "timeWindow": {"from": 1795107600000, "to": 1795194000000}, "caseFileId": "HS-2026-12", "publish": false, "receivedAt": 1794880800000, "state": "APPROVED"}, "approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1"}, {"approver": "chucamera-01", "approverTitle": "Trưởng phòng", "orgId": "SO_XD", "orgKind": "SO_XD", "unitId": "SO_XD-HT", "effect": "approved", "key": "owner", "signedAt": 1794974400000, "signature": "s2"}], "grant": {"id": "G-1", "orgId": "UBND-P-HOAN-KIEM", "effect": "allow", "approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "signedAt": 1794974400000, "signature": "s3", "scope": {"cameras": ["CAM-0001"], "window": {"from": 1795107600000, "to": 1795194000000}, "actions": ["clip_export"], "fidelity": "full", "maxViews": 10}, "viewsUsed": 0, "expiresAt": 1795539600000}, "context": {"channel": "GATEWAY", "mfa": true, "fidelity": "masked"}, "recording": {"id": "REC-1", "cameraId": "CAM-0001", "from": 1795132800000, "to": 1795136400000, "recordedAt": 1795132800000, "dataClass": "basic", "classification": "normal", "sha256": "abababababababababababababababababababababababababababababababab", "signature": "sg", "timestampToken": "tst", "original": true, "expiresAt": 1797699600000, "legalHoldIds": [], "caseFileId": "HS-2026-12"}, "delivery": {"country": "VN", "encryption": "AES-256", "keyChannel": "other", "signature": "x", "anonymised": true, "protectedMedium": true}, "violation": {"id": "VP-1", "detectedAt": 1794675600000, "limitationEnd": 1826297999999, "field": "road"}}, {"action": "live_view", "asOf": 1789437600000, "viewer": {"userId": "u_w", "orgId": "org_w", "orgKind": "UBND_PHUONG", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal"}, "request": {"kind": "LIVE_VIEW", "requester": {"userId": "u_w", "orgId": "org_w", "orgKind": "UBND_PHUONG"}, "purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.b", "writtenRequest": {"number": "123/SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig1"}, "reason": "Theo dõi ùn tắc tại nút giao sau sự cố", "dataType": "video", "detailLevel": "street", "volume": 1, "accessFrequency": "once", "deliveryMethod": "stream"}, "inventory": {"orgId": "org_w", "status": "rejected"}}, {"action": "register_camera", "asOf": 1789437600000, "viewer": {"userId": "u_ward", "orgId": "org_w", "orgKind": "UBND_PHUONG", "roles": ["owner"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "specialised", "missionClass": "CHUYEN_NGANH", "purposes": ["CHUYEN_NGANH"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "origin": "newInvestment", "fundingKind": "state", "protocols": ["onvif"], "vmsNodeId": "vms1", "noticeKind": "sign", "noticeVerifiedAt": 1788195600000, "location": {"lat": 21.02, "lon": 105.83}, "azimuth": 90, "fov": 60, "justificationDocId": null}, "approvals": [{"key": "police", "orgId": "org_catp", "orgKind": "CATP", "approver": "u_p", "effect": "approved", "signedAt": 1788973200000}]}, {"action": "live_view", "asOf": 1789437600000, "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal"}, "request": {"kind": "LIVE_VIEW", "requester": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig1"}, "reason": "Theo dõi ùn tắc tại nút giao sau sự cố", "dataType": "video", "detailLevel": "street", "volume": 1, "accessFrequency": "once", "deliveryMethod": "stream"}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}], "grant": {"id": "g1", "scope": {"cameras": ["cam1"], "actions": ["live_view"], "window": {"from": 1789405200000, "to": 1789578000000}}, "expiresAt": 1789577999999}, "context": {"channel": "LGSP"}}, {"action": "register_camera", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "SO_XD", "orgKind": "SO_XD", "unitId": "VP", "roles": ["operator"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "organisation": {"id": "SO_XD", "code": "H26.1", "kind": "SO_XD", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"id": "CAM-0001", "ownerOrgId": "SO_XD", "operatorOrgId": "SO_XD", "controllerOrgId": "SO_XD", "fundingKind": "state", "systemKind": "specialised", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active", "origin": "newInvestment", "azimuth": 90, "fov": 60, "location": {"lat": 21.03, "lon": 105.85}, "coverage": "withinBoundary", "mountKind": "fixed", "ownerKind": "state", "conformity": {"standard": "QCVN 11:2026/BCA", "certNo": "1"}, "justificationDocId": "TT-1"}, "context": {"channel": "GATEWAY", "mfa": true, "fidelity": "masked"}, "approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1", "decisionRef": "XN-1"}]}, {"action": "live_view", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "IOC", "orgKind": "IOC", "unitId": "VP", "roles": ["duty_commander"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "organisation": {"id": "IOC", "code": "H26.1", "kind": "IOC", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"id": "CAM-0001", "ownerOrgId": "SO_XD", "operatorOrgId": "SO_XD", "controllerOrgId": "SO_XD", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active"}, "context": {"channel": "GATEWAY", "mfa": true, "fidelity": "masked"}, "request": {"purposeCode": "AN_NINH_TRAT_TU", "reason": "Chỉ huy xử lý ùn tắc trên đường Láng", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.đ"}}, {"action": "register_camera", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "SO_XD", "orgKind": "SO_XD", "unitId": "VP", "roles": ["operator"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "organisation": {"id": "SO_XD", "code": "H26.1", "kind": "SO_XD", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"id": "CAM-0001", "ownerOrgId": "SO_XD", "operatorOrgId": "SO_XD", "controllerOrgId": "SO_XD", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active", "origin": "existing", "azimuth": 90, "fov": 60, "location": {"lat": 21.03, "lon": 105.85}, "coverage": "withinBoundary", "mountKind": "fixed", "ownerKind": "state", "conformity": {"standard": "QCVN 11:2026/BCA", "certNo": "1"}}, "context": {"channel": "GATEWAY", "mfa": true, "fidelity": "masked"}, "neighbours": [{"id": "CAM-9", "ownerOrgId": "SO_XD", "operatorOrgId": "SO_XD", "controllerOrgId": "SO_XD", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active", "location": {"lat": 21.03, "lon": 105.85}, "azimuth": 270, "fov": 60}]}, {"action": "live_view", "asOf": 1789437600000, "viewer": {"userId": "per_tt", "orgId": "org_tttp", "orgKind": "TTTP", "roles": ["inspector"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal"}, "inspection": {"no": "", "team": ["per_tt", "per_head"], "inspectedOrgs": ["org_so_xd", "org_phuong_hk"], "endsAt": 1793379599999, "needsContent": true}, "request": {"purposeCode": "AN_NINH_TRAT_TU", "legalBasisCode": "INSP-84", "reason": "kiểm tra việc dùng hình ảnh đúng mục đích"}}, {"action": "publish", "asOf": 1789437600000, "viewer": {"userId": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "title": "Phó Giám đốc Công an Thành phố", "roles": ["approver"], "functions": ["AN_NINH_TRAT_TU"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "purposeCode": "AN_NINH_TRAT_TU", "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream"}, "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1789347600000, "to": 1789348200000, "expiresAt": 1790873999999, "dataClass": "basic", "sha256": "ab12", "childInPicture": true}, "approvals": [{"key": "police", "approver": "per_cuong", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "consent": {"representative": true, "subjectAge": 5}}, {"action": "inspect", "asOf": 1795140000000, "viewer": {"userId": "tt-01", "orgId": "TTCP", "orgKind": "TTCP", "unitId": "VP", "roles": ["inspector"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000, "inspectionId": "QDTT-1", "inspectionIds": ["QDTT-1"]}, "organisation": {"id": "TTTP", "code": "H26.1", "kind": "TTTP", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "inspection": {"id": "QDTT-1", "no": "QDTT-1", "issuer": "Chánh Thanh tra thành phố", "issuerOrgKind": "TTCP", "head": "tt-00", "team": ["tt-00", "tt-01"], "inspectedOrgs": ["SO_XD"], "contents": ["access_log"], "period": {"from": 1767200400000, "to": 1793466000000}, "mode": "onsite", "announcedAt": 1793552400000, "endsAt": 1796921999999, "needsContent": false}, "context": {"targetOrgIds": ["SO_XD"], "targetWindow": {"from": 1769878800000, "to": 1772384400000}, "channel": "GATEWAY", "mfa": true}}, {"action": "playback", "asOf": 1795140000000, "viewer": {"userId": "tt-01", "orgId": "TTTP", "orgKind": "TTTP", "unitId": "VP", "roles": ["inspector"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000, "inspectionId": "QDTT-1", "inspectionIds": ["QDTT-1"]}, "organisation": {"id": "TTTP", "code": "H26.1", "kind": "TTTP", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "inspection": {"id": "QDTT-1", "no": "QDTT-1", "issuer": "Chánh Thanh tra thành phố", "issuerOrgKind": "TTTP", "head": "tt-00", "team": ["tt-00", "tt-01"], "inspectedOrgs": ["SO_XD"], "contents": ["access_log"], "period": {"from": 1767200400000, "to": 1793466000000}, "mode": "onsite", "announcedAt": 1793552400000, "endsAt": 1796921999999, "needsContent": false}, "context": {"targetOrgIds": ["SO_XD"], "targetWindow": {"from": 1769878800000, "to": 1772384400000}, "channel": "GATEWAY", "mfa": true}, "camera": {"id": "CAM-0001", "ownerOrgId": "SO_XD", "operatorOrgId": "SO_XD", "controllerOrgId": "SO_XD", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active"}, "recording": {"id": "REC-1", "cameraId": "CAM-0001", "from": 1790812800000, "to": 1790816400000, "recordedAt": 1790812800000, "dataClass": "basic", "classification": "normal", "sha256": "abababababababababababababababababababababababababababababababab", "signature": "sg", "timestampToken": "tst", "original": true, "expiresAt": 1797699600000, "legalHoldIds": [], "caseFileId": "HS-2026-12"}, "request": {"id": "YC-1", "kind": "LIVE_VIEW", "emergency": false, "requester": {"userId": "tt-01", "orgId": "TTTP", "orgKind": "TTTP"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-UBND", "date": 1794762000000, "issuer": "UBND phường Hoàn Kiếm", "signatureRef": "sig-1"}, "legalBasisCode": "INSP-84", "transferGround": "17.1.đ", "purposeCode": "AN_NINH_TRAT_TU", "reason": "Xác minh vụ mất trộm xe máy tại phố Hàng Bài tối 15/11/2026", "dataType": "video", "detailLevel": "khuôn hình đầy đủ", "volume": "1 camera, 1 giờ", "accessFrequency": "một lần", "deliveryMethod": "GATEWAY", "grounds": "đơn trình báo của công dân", "cameraSelector": ["CAM-0001"], "timeWindow": {"from": 1790701200000, "to": 1791219600000}, "caseFileId": "HS-2026-12", "publish": false, "receivedAt": 1794880800000, "state": "APPROVED"}, "approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1"}, {"approver": "chucamera-01", "approverTitle": "Trưởng phòng", "orgId": "SO_XD", "orgKind": "SO_XD", "unitId": "SO_XD-HT", "effect": "approved", "key": "owner", "signedAt": 1794974400000, "signature": "s2"}], "grant": {"id": "G-1", "orgId": "TTTP", "effect": "allow", "approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "signedAt": 1794974400000, "signature": "s3", "scope": {"cameras": ["CAM-0001"], "window": {"from": 1790701200000, "to": 1791219600000}, "actions": ["playback"], "fidelity": "full", "maxViews": 10}, "viewsUsed": 0, "expiresAt": 1795539600000}}, {"action": "submit_request", "asOf": 1789437600000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "purposeCode": "HA_TANG", "legalBasisCode": "PDPL-9", "transferGround": "17.1.a", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream"}, "agreement": {"id": "agr_1", "purpose": "p", "dataSubjectsAndTypes": "x", "periodAndDeletion": "30 ngày", "legalBasis": "Điều 17", "protectionDuties": "mã hoá", "rightsContact": "dpo", "violationCooperation": "có"}, "consent": {"recordId": "cr_1", "principalId": "p1", "purposeCode": "MOI_TRUONG", "givenAt": 1788195600000, "voluntary": true, "informed": true, "verifiable": true}}, {"action": "data_subject", "asOf": 1795140000000, "viewer": {"userId": "nguoidan-1", "orgKind": "CA_NHAN", "orgId": "CA_NHAN", "roles": ["public"]}, "camera": {"id": "CAM-0001", "ownerOrgId": "SO_XD", "operatorOrgId": "SO_XD", "controllerOrgId": "SO_XD", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active", "controllerContact": "024-1"}, "request": {"id": "DS1", "kind": "DATA_SUBJECT", "requesterKind": "dataSubject", "legalBasisCode": "PDPL-15.2.a", "thirdPartiesInFrame": false, "identityVerified": true}, "dataSubjectRequest": {"kind": "obtain", "receivedAt": 1794798000000, "complete": true}, "recording": {"id": "REC-1", "cameraId": "CAM-0001", "from": 1795132800000, "to": 1795136400000, "recordedAt": 1795132800000, "dataClass": "basic", "classification": "normal", "sha256": "abababababababababababababababababababababababababababababababab", "signature": "sg", "timestampToken": "tst", "original": true, "expiresAt": 1797699600000, "legalHoldIds": [], "caseFileId": "HS-2026-12"}, "context": {"channel": "GATEWAY"}}, {"action": "clip_export", "asOf": 1787072399000, "viewer": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "orgKind": "UBND_PHUONG", "unitId": "VP", "roles": ["requester"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1786899600000}, "organisation": {"id": "UBND-P-HOAN-KIEM", "code": "H26.1", "kind": "UBND_PHUONG", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"id": "CAM-0001", "ownerOrgId": "SO_XD", "operatorOrgId": "SO_XD", "controllerOrgId": "SO_XD", "fundingKind": "state", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active"}, "request": {"id": "YC-1", "kind": "CLIP_EXPORT", "emergency": false, "requester": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "orgKind": "UBND_PHUONG"}, "requesterKind": "agency", "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.đ", "purposeCode": "AN_NINH_TRAT_TU", "reason": "Xác minh vụ mất trộm xe máy tại phố Hàng Bài tối 15/11/2026", "dataType": "video", "detailLevel": "khuôn hình đầy đủ", "volume": "1 camera, 1 giờ", "accessFrequency": "một lần", "deliveryMethod": "GATEWAY", "grounds": "đơn trình báo của công dân", "cameraSelector": ["CAM-0001"], "timeWindow": {"from": 1785517200000, "to": 1788195600000}, "caseFileId": "HS-2026-12", "publish": false, "receivedAt": 1786294800000, "state": "APPROVED"}, "approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1786410000000, "signature": "s1"}, {"approver": "chucamera-01", "approverTitle": "Trưởng phòng", "orgId": "SO_XD", "orgKind": "SO_XD", "unitId": "SO_XD-HT", "effect": "approved", "key": "owner", "signedAt": 1786410000000, "signature": "s2"}], "grant": {"id": "G-1", "orgId": "UBND-P-HOAN-KIEM", "effect": "allow", "approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "signedAt": 1786413600000, "signature": "s3", "scope": {"cameras": ["CAM-0001"], "window": {"from": 1785517200000, "to": 1788195600000}, "actions": ["clip_export"], "fidelity": "full", "maxViews": 10}, "viewsUsed": 0, "expiresAt": 1788195599999}, "context": {"channel": "GATEWAY", "mfa": true, "fidelity": "masked"}, "recording": {"id": "REC-1", "cameraId": "CAM-0001", "from": 1785862800000, "to": 1785866400000, "recordedAt": 1785862800000, "dataClass": "basic", "classification": "normal", "sha256": "abababababababababababababababababababababababababababababababab", "signature": "sg", "timestampToken": "tst", "original": true, "expiresAt": 1788627599999, "legalHoldIds": [], "caseFileId": "HS-2026-12"}}, {"action": "clip_export", "asOf": 1789437600000, "viewer": {"userId": "per_lan", "orgId": "org_cqdt", "orgKind": "CQDT", "roles": ["requester"], "functions": ["AN_NINH_TRAT_TU"], "trainingValidTo": 1814374799999}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal"}, "request": {"requester": {"userId": "per_lan", "orgId": "org_cqdt"}, "writtenRequest": {"number": "12/CV-SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}, "legalBasisCode": "BLTTHS-88", "transferGround": "17.1.dd", "purposeCode": "AN_NINH_TRAT_TU", "reason": "Xác minh va chạm giao thông tại ngã tư Tràng Tiền", "dataType": "video", "detailLevel": "1080p", "volume": "30 phút", "accessFrequency": "một lần", "deliveryMethod": "gói mã hoá", "caseFileId": "HS-2026-001", "caseNo": "VA-12/2026", "procedureAuthority": "CQDT"}, "grant": {"expiresAt": 1791824399999, "scope": {"cameras": ["cam_1"], "window": {"from": 1788915600000, "to": 1788917400000}, "actions": ["playback", "clip_export", "snapshot"]}}, "approvals": [{"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}], "recording": {"from": 1788915600000, "to": 1788917400000, "expiresAt": 1791565199999}, "delivery": {"country": "VN", "encryption": "age", "keyChannel": "separate"}}, {"action": "plate_search", "asOf": 1789437600000, "viewer": {"userId": "per_lan", "orgId": "org_cqdt", "orgKind": "CQDT", "roles": ["requester"], "functions": ["AN_NINH_TRAT_TU"]}, "camera": {"id": "cam_1", "ownerOrgId": "org_phuong_hk", "systemKind": "central", "missionClass": "AN_NINH_TRAT_TU", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal"}, "request": {"requester": {"userId": "per_lan", "orgId": "org_cqdt"}, "writtenRequest": {"number": "12/CV-SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig_1"}, "legalBasisCode": "BLTTHS-88", "transferGround": "17.1.dd", "purposeCode": "AN_NINH_TRAT_TU", "reason": "Xác minh va chạm giao thông tại ngã tư Tràng Tiền", "dataType": "video", "detailLevel": "1080p", "volume": "30 phút", "accessFrequency": "một lần", "deliveryMethod": "gói mã hoá", "caseFileId": "HS-2026-001", "caseNo": "VA-12/2026", "procedureAuthority": "CQDT"}, "grant": {"expiresAt": 1791824399999, "scope": {"cameras": ["cam_1"], "window": {"from": 1788915600000, "to": 1788917400000}, "actions": ["plate_search"]}}, "approvals": [{"key": "owner", "approver": "per_thu", "orgId": "org_phuong_hk", "orgKind": "UBND_PHUONG", "effect": "approved", "signature": "s1", "signedAt": 1789092000000}, {"key": "police", "approver": "per_dung", "orgId": "org_catp", "orgKind": "CATP", "approverTitle": "Giám đốc Công an Thành phố", "effect": "approved", "signature": "s2", "signedAt": 1789178400000}], "recording": {"from": 1788915600000, "to": 1788917400000, "original": true, "expiresAt": 1791565199999}}, {"action": "live_view", "asOf": 1782795600000, "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "TT_GTTM", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "operatorOrgId": "org_csgt"}, "request": {"kind": "LIVE_VIEW", "requester": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "TT_GTTM"}, "purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD", "date": 1780246800000, "issuer": "Sở Xây dựng", "signatureRef": "sig1"}, "reason": "Theo dõi ùn tắc tại nút giao sau sự cố", "dataType": "video", "detailLevel": "street", "volume": 1, "accessFrequency": "once", "deliveryMethod": "stream"}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1780333200000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1780333200000}], "grant": {"id": "g1", "scope": {"cameras": ["cam1"], "actions": ["live_view"], "window": {"from": 1782752400000, "to": 1783270800000}}, "expiresAt": 1783270799999}, "context": {"channel": "LGSP"}}, {"action": "approve", "asOf": 1789437600000, "viewer": {"userId": "u_c", "orgId": "org_catp", "orgKind": "CATP", "title": "Giám đốc Công an Thành phố", "titlePowersValidTo": 1798822799999, "roles": ["approver"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "operatorOrgId": "org_csgt"}, "request": {"kind": "LIVE_VIEW", "requester": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig1"}, "reason": "Theo dõi ùn tắc tại nút giao sau sự cố", "dataType": "video", "detailLevel": "street", "volume": 1, "accessFrequency": "once", "deliveryMethod": "stream"}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1789059600000}, {"key": "operator", "approver": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "org_csgt", "effect": "approved", "signedAt": 1789059600000}]}, {"action": "grant_emergency", "asOf": 1789437600000, "viewer": {"userId": "u_d", "orgId": "org_catp", "orgKind": "CATP", "title": "trực ban", "titlePowersValidTo": 1798822799999, "roles": ["duty_officer"]}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal"}, "request": {"kind": "LIVE_VIEW", "emergency": true, "oralRequestAt": 1789437000000, "requester": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "SO_XD"}, "purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-19.1.b", "reason": "Tai nạn nghiêm trọng đang xảy ra"}, "context": {"onShift": false}}, {"action": "playback", "asOf": 1789437600000, "viewer": {"userId": "u_v", "orgId": "none", "orgKind": "CA_NHAN", "roles": ["requester"]}, "camera": {"id": "cam1", "ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "operatorOrgId": "org_csgt"}, "request": {"kind": "PLAYBACK", "requesterKind": "violator", "requester": {"userId": "u_v"}, "purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-15.2.a"}, "violation": {"id": "VP-1", "violatorUserId": "u_v"}, "recording": {"id": "r1", "cameraId": "cam1", "from": 1789354800000, "to": 1789354860000, "expiresAt": 1791997199999}, "context": {"supervised": true}}, {"action": "live_view", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "CATP", "orgKind": "CATP_CSGT", "unitId": "CATP_CSGT", "roles": ["requester"], "functions": ["GSGT", "AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "organisation": {"id": "CATP", "code": "H26.1", "kind": "CATP_CSGT", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"id": "CAM-0001", "ownerOrgId": "CATP", "operatorOrgId": "CATP_CSGT", "controllerOrgId": "CATP", "fundingKind": "state", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active"}, "request": {"id": "YC-1", "kind": "LIVE_VIEW", "emergency": false, "requester": {"userId": "canbo-01", "orgId": "CATP", "orgKind": "CATP_CSGT"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-UBND", "date": 1794762000000, "issuer": "UBND phường Hoàn Kiếm", "signatureRef": "sig-1"}, "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.đ", "purposeCode": "AN_NINH_TRAT_TU", "reason": "Xác minh vụ mất trộm xe máy tại phố Hàng Bài tối 15/11/2026", "dataType": "video", "detailLevel": "khuôn hình đầy đủ", "volume": "1 camera, 1 giờ", "accessFrequency": "một lần", "deliveryMethod": "GATEWAY", "grounds": "đơn trình báo của công dân", "cameraSelector": ["CAM-0001"], "timeWindow": {"from": 1795107600000, "to": 1795194000000}, "caseFileId": "HS-2026-12", "publish": false, "receivedAt": 1794880800000, "state": "APPROVED"}, "approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP_PV01", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1"}, {"approver": "csgt-1", "approverTitle": "Trưởng phòng", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP_CSGT", "effect": "approved", "key": "owner", "signedAt": 1794974400000, "signature": "s2"}], "grant": {"id": "G-1", "orgId": "CATP", "effect": "allow", "approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "signedAt": 1794974400000, "signature": "s3", "scope": {"cameras": ["CAM-0001"], "window": {"from": 1795107600000, "to": 1795194000000}, "actions": ["live_view"], "fidelity": "full", "maxViews": 10}, "viewsUsed": 0, "expiresAt": 1795539600000}, "context": {"channel": "GATEWAY", "mfa": true, "fidelity": "masked"}}, {"action": "live_view", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "orgKind": "UBND_PHUONG", "unitId": "VP", "roles": ["requester"], "functions": ["AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "organisation": {"id": "UBND-P-HOAN-KIEM", "code": "H26.1", "kind": "UBND_PHUONG", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"id": "CAM-0001", "ownerOrgId": "CATP", "operatorOrgId": "CATP_CSGT", "controllerOrgId": "CATP", "fundingKind": "state", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active"}, "request": {"id": "YC-1", "kind": "LIVE_VIEW", "emergency": false, "requester": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "orgKind": "UBND_PHUONG"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-UBND", "date": 1794762000000, "issuer": "UBND phường Hoàn Kiếm", "signatureRef": "sig-1"}, "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.đ", "purposeCode": "AN_NINH_TRAT_TU", "reason": "Xác minh vụ mất trộm xe máy tại phố Hàng Bài tối 15/11/2026", "dataType": "video", "detailLevel": "khuôn hình đầy đủ", "volume": "1 camera, 1 giờ", "accessFrequency": "một lần", "deliveryMethod": "GATEWAY", "grounds": "đơn trình báo của công dân", "cameraSelector": ["CAM-0001"], "timeWindow": {"from": 1795107600000, "to": 1795194000000}, "caseFileId": "HS-2026-12", "publish": false, "receivedAt": 1794880800000, "state": "APPROVED"}, "approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP_PV01", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1"}, {"approver": "chucamera-01", "approverTitle": "Trưởng phòng", "orgId": "CATP", "orgKind": "CATP_CSGT", "unitId": "CATP_CSGT", "effect": "approved", "key": "owner", "signedAt": 1794974400000, "signature": "s2"}], "grant": {"id": "G-1", "orgId": "UBND-P-HOAN-KIEM", "effect": "allow", "approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "signedAt": 1794974400000, "signature": "s3", "scope": {"cameras": ["CAM-0001"], "window": {"from": 1795107600000, "to": 1795194000000}, "actions": ["live_view"], "fidelity": "full", "maxViews": 10}, "viewsUsed": 0, "expiresAt": 1795539600000}, "context": {"channel": "GATEWAY", "mfa": true, "fidelity": "masked"}}, {"action": "clip_export", "asOf": 1795140000000, "viewer": {"userId": "canbo-01", "orgId": "CATP", "orgKind": "CATP_CSGT", "unitId": "CATP_CSGT", "roles": ["extraction_officer"], "functions": ["GSGT", "AN_NINH_TRAT_TU"], "areaCodes": ["00070"], "title": "Chuyên viên", "trainingValidTo": 1830272399999, "clearance": "basic", "mfaLevel": 2, "lastActiveAt": 1795136400000}, "organisation": {"id": "UBND-P-HOAN-KIEM", "code": "H26.1", "kind": "UBND_PHUONG", "controlMechanism": {"procedure": true, "riskAssessment": true, "periodicCheck": true, "complaintChannel": true}, "inventoryReportStatus": "accepted", "dpoContact": "dpo@hoankiem.gov.vn"}, "camera": {"id": "CAM-0001", "ownerOrgId": "CATP", "operatorOrgId": "CATP_CSGT", "controllerOrgId": "CATP", "fundingKind": "state", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "zoneKind": "street", "isPublicPlace": true, "areaCode": "00070", "protocols": ["onvif"], "vmsNodeId": "vms-1", "noticeKind": "sign", "noticeVerifiedAt": 1772298000000, "publicShare": false, "storageCountry": "VN", "trustLevel": "ordinary", "classification": "normal", "status": "active"}, "request": {"id": "YC-1", "kind": "CLIP_EXPORT", "emergency": false, "requester": {"userId": "canbo-01", "orgId": "UBND-P-HOAN-KIEM", "orgKind": "UBND_PHUONG"}, "requesterKind": "agency", "writtenRequest": {"number": "12/CV-UBND", "date": 1794762000000, "issuer": "UBND phường Hoàn Kiếm", "signatureRef": "sig-1"}, "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.đ", "purposeCode": "AN_NINH_TRAT_TU", "reason": "Xác minh vụ mất trộm xe máy tại phố Hàng Bài tối 15/11/2026", "dataType": "video", "detailLevel": "khuôn hình đầy đủ", "volume": "1 camera, 1 giờ", "accessFrequency": "một lần", "deliveryMethod": "GATEWAY", "grounds": "đơn trình báo của công dân", "cameraSelector": ["CAM-0001"], "timeWindow": {"from": 1795107600000, "to": 1795194000000}, "caseFileId": "HS-2026-12", "publish": false, "receivedAt": 1794880800000, "state": "APPROVED"}, "approvals": [{"approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "orgId": "CATP_PV01", "orgKind": "CATP", "unitId": "CATP", "effect": "approved", "key": "police", "signedAt": 1794970800000, "signature": "s1"}, {"approver": "csgt-1", "approverTitle": "Trưởng phòng", "orgId": "CATP", "orgKind": "CATP", "unitId": "CATP_CSGT", "effect": "approved", "key": "owner", "signedAt": 1794974400000, "signature": "s2"}], "grant": {"id": "G-1", "orgId": "CATP", "effect": "allow", "approver": "chihuy-01", "approverTitle": "Giám đốc Công an thành phố", "signedAt": 1794974400000, "signature": "s3", "scope": {"cameras": ["CAM-0001"], "window": {"from": 1795107600000, "to": 1795194000000}, "actions": ["clip_export"], "fidelity": "full", "maxViews": 10}, "viewsUsed": 0, "expiresAt": 1795539600000}, "context": {"channel": "GATEWAY", "mfa": true, "fidelity": "masked"}, "recording": {"id": "REC-1", "cameraId": "CAM-0001", "from": 1795132800000, "to": 1795136400000, "recordedAt": 1795132800000, "dataClass": "basic", "classification": "normal", "sha256": "abababababababababababababababababababababababababababababababab", "signature": "sg", "timestampToken": "tst", "original": true, "expiresAt": 1797699600000, "legalHoldIds": [], "caseFileId": "HS-2026-12"}}, {"action": "live_view", "asOf": 1789437600000, "viewer": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht"}, "camera": {"id": "cam_1", "ownerOrgId": "org_catp", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street", "operatorOrgId": "org_pc08", "operatorKind": "CATP_CSGT"}, "request": {"requester": {"userId": "per_mai", "orgId": "org_soxd", "orgKind": "SO_XD", "functions": ["HA_TANG", "GIAO_THONG"]}, "purposeCode": "HA_TANG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_pv01", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}, {"key": "operator", "approver": "per_pc08", "orgId": "org_catp_x", "orgKind": "CATP_CSGT", "unitId": "org_pc08", "effect": "approved", "signedAt": 1789146000000}], "grant": {"id": "grt_1", "scope": {"cameras": ["cam_1"], "window": {"from": 1789405200000, "to": 1789491600000}, "actions": ["live_view"]}, "expiresAt": 1789491600000}}, {"action": "clip_export", "asOf": 1789437600000, "viewer": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "unitId": "unt_1", "roles": ["extraction_officer"], "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "trainingValidTo": 1798822799999, "authorityRef": "QĐ-12/PC08", "title": "Đội trưởng", "clearance": "biometric", "mfaLevel": 2, "qualification": "đại học An ninh"}, "camera": {"id": "cam_1", "ownerOrgId": "org_catp", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street", "operatorOrgId": "org_pc08", "operatorKind": "CATP_CSGT"}, "request": {"requester": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"]}, "purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD-HT", "date": 1788973200000, "issuer": "Sở Xây dựng Hà Nội", "signatureRef": "sig-123"}, "reason": "Kiểm tra hư hỏng mặt đường sau mưa ngập", "dataType": "video", "detailLevel": "street", "volume": 3, "accessFrequency": "once", "deliveryMethod": "stream", "caseFileId": "HS-1", "deliveryCountry": "VN"}, "approvals": [{"key": "owner", "approver": "per_binh", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789088400000}, {"key": "police", "approver": "per_cuong", "orgId": "org_pv01", "orgKind": "CATP", "effect": "approved", "signedAt": 1789174800000}], "grant": {"id": "grt_2", "scope": {"cameras": ["cam_1"], "window": {"from": 1789318800000, "to": 1789491600000}, "actions": ["playback", "snapshot", "clip_export", "plate_search", "trajectory", "face_match", "live_view"]}, "expiresAt": 1790787599999}, "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1789347600000, "to": 1789348200000, "expiresAt": 1790873999999, "dataClass": "basic", "sha256": "ab12", "limitationEnd": 1798736399999, "tamperFlag": false}, "delivery": {"encryption": "AES-256", "keyChannel": "sms", "country": "VN"}}, {"action": "playback", "asOf": 1789437600000, "viewer": {"userId": "per_quan", "orgId": "org_pc08", "orgKind": "CATP_CSGT", "unitId": "unt_1", "roles": ["duty_officer"], "functions": ["GIAO_THONG", "AN_NINH_TRAT_TU"], "trainingValidTo": 1798822799999, "authorityRef": "QĐ-12/PC08", "title": "Đội trưởng", "clearance": "biometric", "mfaLevel": 2, "qualification": "đại học An ninh"}, "camera": {"id": "cam_1", "ownerOrgId": "org_catp", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street", "operatorOrgId": "org_pc08", "operatorKind": "CATP_CSGT", "enforcement": false}, "request": {"requesterKind": "violator", "purposeCode": "GIAO_THONG", "legalBasisCode": "ND61-14/22"}, "violation": {"id": "vp_1", "limitationEnd": 1796144399999}, "context": {"supervised": true}, "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1789347600000, "to": 1789348200000, "expiresAt": 1790873999999, "dataClass": "basic", "sha256": "ab12", "tamperFlag": false}}, {"action": "live_view", "asOf": 1789437600000, "viewer": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "DOANH_NGHIEP", "roles": ["requester"], "functions": ["AN_NINH_TRAT_TU", "GIAO_THONG"]}, "camera": {"id": "cam1", "ownerOrgId": "org_csgt", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["AN_NINH_TRAT_TU", "GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "operatorOrgId": "org_csgt"}, "request": {"kind": "LIVE_VIEW", "requester": {"userId": "u_sxd", "orgId": "org_sxd", "orgKind": "DOANH_NGHIEP"}, "purposeCode": "AN_NINH_TRAT_TU", "legalBasisCode": "PDPL-19.1.b", "transferGround": "17.1.e", "writtenRequest": {"number": "123/SXD", "date": 1788973200000, "issuer": "Sở Xây dựng", "signatureRef": "sig1"}, "reason": "Theo dõi ùn tắc tại nút giao sau sự cố", "dataType": "video", "detailLevel": "street", "volume": 1, "accessFrequency": "once", "deliveryMethod": "stream"}, "approvals": [{"key": "owner", "approver": "u_o", "orgId": "org_csgt", "orgKind": "CATP_CSGT", "unitId": "org_csgt", "effect": "approved", "signedAt": 1789059600000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1789146000000}], "grant": {"id": "g1", "scope": {"cameras": ["cam1"], "actions": ["live_view"], "window": {"from": 1789405200000, "to": 1789578000000}}, "expiresAt": 1789577999999}}, {"action": "live_view", "asOf": 1782784800000, "viewer": {"userId": "u_sxd", "orgId": "org_ttchgt", "orgKind": "CATP_TTCHGT", "roles": ["requester"], "functions": ["HA_TANG", "GIAO_THONG"], "qualification": "college_it", "trainingValidTo": 1798822799999}, "camera": {"id": "cam1", "ownerOrgId": "org_w", "systemKind": "roadTraffic", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "zoneKind": "street", "isPublicPlace": true, "classification": "normal", "operatorOrgId": "org_csgt"}, "request": {"kind": "LIVE_VIEW", "requester": {"userId": "u_sxd", "orgId": "org_ttchgt", "orgKind": "CATP_TTCHGT"}, "purposeCode": "GIAO_THONG", "legalBasisCode": "PDPL-19.1.c", "transferGround": "17.1.dd", "writtenRequest": {"number": "123/SXD", "date": 1781024400000, "issuer": "Sở Xây dựng", "signatureRef": "sig1"}, "reason": "Theo dõi ùn tắc tại nút giao sau sự cố", "dataType": "video", "detailLevel": "street", "volume": 1, "accessFrequency": "once", "deliveryMethod": "stream"}, "approvals": [{"key": "owner", "approver": "u_b", "orgId": "org_w", "orgKind": "UBND_PHUONG", "effect": "approved", "signedAt": 1781110800000}, {"key": "police", "approver": "u_c", "orgId": "org_catp", "orgKind": "CATP", "effect": "approved", "signedAt": 1781110800000}], "grant": {"id": "g1", "scope": {"cameras": ["cam1"], "actions": ["live_view"], "window": {"from": 1782752400000, "to": 1782925200000}}, "expiresAt": 1789577999999}, "context": {"channel": "LGSP"}}, {"action": "clip_export", "asOf": 1789437600000, "viewer": {"userId": "per_mai", "roles": ["extraction_officer"], "functions": ["HA_TANG", "GIAO_THONG"], "unitId": "unt_ht", "trainingValidTo": 1798822799999}, "camera": {"id": "cam_1", "ownerOrgId": "org_dongda", "systemKind": "central", "missionClass": "GIAO_THONG", "purposes": ["GIAO_THONG"], "classification": "normal", "isPublicPlace": true, "zoneKind": "street"}, "request": {"requesterKind": "dataSubject", "thirdPartiesInFrame": true, "thirdPartiesMasked": true, "identityVerified": true, "deliveryCountry": "VN", "feeCharged": true}, "recording": {"id": "rec_1", "cameraId": "cam_1", "from": 1789347600000, "to": 1789348200000, "expiresAt": 1790873999999, "dataClass": "basic", "sha256": "ab12"}, "organisation": {"controlMechanism": {"procedure": false, "riskAssessment": false, "periodicCheck": false, "complaintChannel": false}}}]
