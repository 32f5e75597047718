# Two keys and the grant (P3, SE-05): owner's consent and police approval, by different people of different bodies.
package national

import rego.v2

approved(a) if {
	a.effect == "approved"
	filled(a.approver)
	is_number(a.signedAt)
	a.signedAt <= input.asOf
	not ended(a.withdrawnAt)
	not ended(object.get(a, "expiresAt", null))
}

# Lists, not sets: a set would hash every paper.
owner_keys := [a |
	some a in input.approvals
	a.key == "owner"
	same(a.orgId, input.camera.ownerOrgId)
	approved(a)
]

police_keys := [a |
	some a in input.approvals
	a.key == "police"
	data.tables.orgs[a.orgKind].group == "police"
	approved(a)
]

# A basis that the regulation names instead of the owner's consent.
default consent_not_needed := false

consent_not_needed if {
	basis.inLieuOfConsent == true
	in_time(basis)
}

consent_not_needed if in_emergency

consent_not_needed if granted_in_emergency

# METADATA
# title: The owner of the camera consents
# scope: rule
# custom:
#   rule: POL-4
#   articles: []
#   message: owner_consent_needed
#   by: owner
needs contains n if {
	by_request
	not input.action == "approve"
	not consent_not_needed
	count(owner_keys) == 0
	n := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# METADATA
# title: The police approve
# scope: rule
# custom:
#   rule: POL-4
#   articles: []
#   message: police_approval_needed
#   by: police
needs contains n if {
	by_request
	not input.action == "approve"
	count(police_keys) == 0
	not granted_in_emergency
	n := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# METADATA
# title: A grant was made
# scope: rule
# custom:
#   rule: POL-5
#   articles: []
#   message: grant_needed
#   by: police
needs contains n if {
	by_request
	kind == "footage"
	not is_object(input.grant)
	n := object.union(rego.metadata.rule().custom, {"at": "grant"})
}

# METADATA
# title: A key that was refused or taken back is no key
# scope: rule
# custom:
#   rule: POL-4
#   articles: []
#   message: approval_refused_or_withdrawn
#   severity: high
picture_denies contains d if {
	by_request
	some a in input.approvals
	stands_against(a)
	d := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

stands_against(a) if not a.effect == "approved"

stands_against(a) if ended(a.withdrawnAt)

# METADATA
# title: The two keys are held by different people of different bodies
# scope: rule
# custom:
#   rule: SE-05
#   articles: ["TCVN14423-5.6"]
#   message: keys_in_one_hand
#   severity: high
picture_denies contains d if {
	by_request
	not consent_not_needed
	count(owner_keys) > 0
	count(police_keys) > 0
	not two_hands
	d := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

two_hands if {
	some owner in owner_keys
	some police in police_keys
	apart(owner.approver, police.approver)
	apart(owner.orgId, police.orgId)
}

# METADATA
# title: Whoever turned the owner's key does not turn the police's
# scope: rule
# custom:
#   rule: SE-05
#   articles: ["TCVN14423-5.6"]
#   message: keys_in_one_hand
#   severity: high
picture_denies contains d if {
	input.action == "approve"
	not consent_not_needed
	some one in input.approvals
	one.key == "owner"
	not apart(one.approver, input.viewer.userId)
	d := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# METADATA
# title: Nobody holds a key to their own request
# scope: rule
# custom:
#   rule: SE-05
#   articles: ["TCVN14423-5.6"]
#   message: requester_is_approver
#   severity: high
picture_denies contains d if {
	by_request
	some a in input.approvals
	not apart(a.approver, input.request.requester.userId)
	d := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# METADATA
# title: Whoever decides on a request did not make it
# scope: rule
# custom:
#   rule: SE-05
#   articles: ["TCVN14423-5.6"]
#   message: requester_is_approver
#   severity: high
always_denies contains d if {
	decides_on_request
	not apart(input.viewer.userId, input.request.requester.userId)
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.userId"})
}

decides_on_request if act.decides == true

# METADATA
# title: The approver's body is neither the requester's nor the owner's
# scope: rule
# custom:
#   rule: SE-05
#   articles: ["TCVN14423-5.6"]
#   message: approver_of_same_organisation
#   severity: high
picture_denies contains d if {
	input.action == "approve"
	not approver_stands_apart
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgId"})
}

approver_stands_apart if {
	apart(input.viewer.orgId, input.request.requester.orgId)
	apart(input.viewer.orgId, input.camera.ownerOrgId)
}

# METADATA
# title: Reviews and approvals are acts of the police
# scope: rule
# custom:
#   rule: POL-4
#   articles: []
#   message: not_the_police
#   severity: high
always_denies contains d if {
	act.ofPolice == true
	not data.tables.orgs[input.viewer.orgKind].group == "police"
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgKind"})
}

# METADATA
# title: Consent is an act of the camera's owner
# scope: rule
# custom:
#   rule: POL-4
#   articles: []
#   message: not_the_owner
#   severity: high
special_denies contains d if {
	kind == "owner"
	not same(input.viewer.orgId, input.camera.ownerOrgId)
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgId"})
}

# METADATA
# title: A request is withdrawn by the body that made it
# scope: rule
# custom:
#   rule: POL-4
#   articles: []
#   message: not_the_requester
#   severity: high
special_denies contains d if {
	kind == "requester"
	not same(input.viewer.orgId, input.request.requester.orgId)
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgId"})
}

# METADATA
# title: A request is read by those who take part in it
# scope: rule
# custom:
#   rule: POL-4
#   articles: []
#   message: not_a_party
#   severity: high
special_denies contains d if {
	kind == "party"
	not takes_part
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgId"})
}

takes_part if same(input.viewer.orgId, input.request.requester.orgId)

takes_part if input.viewer.orgId in input.request.ownerOrgIds

takes_part if data.tables.orgs[input.viewer.orgKind].group == "police"

takes_part if {
	inspects
	input.request.requester.orgId in input.inspection.inspectedOrgs
}

# METADATA
# title: A grant is stopped by the police, by the camera's owner, or by the requester's head
# scope: rule
# custom:
#   rule: POL-4
#   articles: []
#   message: not_entitled_to_revoke
#   severity: high
special_denies contains d if {
	kind == "stop"
	not may_stop
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgId"})
}

may_stop if data.tables.orgs[input.viewer.orgKind].group == "police"

may_stop if same(input.viewer.orgId, input.camera.ownerOrgId)

may_stop if same(input.viewer.orgId, input.request.requester.orgId)
