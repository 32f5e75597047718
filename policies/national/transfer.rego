# Grounds of transfer, agreements, consent, money, borders (PD-02, PD-05, PD-08, PD-10 to PD-13, PD-19, PD-22 to PD-27).
package national

import rego.v2

# METADATA
# title: Public activities may be recorded only where nobody's honour is harmed
# scope: rule
# custom:
#   rule: PD-02
#   articles: ["L91-32.1"]
#   message: not_a_public_activity
#   severity: high
picture_denies contains d if {
	basis.publicActivity == true
	not public_activity
	d := object.union(rego.metadata.rule().custom, {"at": "context.event.isPublicActivity"})
}

public_activity if {
	input.context.event.isPublicActivity == true
	not input.context.event.harmsHonour == true
}

default recorded := false

recorded if act.recorded == true

recorded if {
	is_object(input.recording)
	data.tables.scopes.recording[kind] == true
}

# METADATA
# title: A recording past its time is gone, unless it is held
# scope: rule
# custom:
#   rule: PD-05
#   articles: ["L91-32.4", "L91-14.1"]
#   message: recording_expired
#   severity: high
recorded_denies contains d if {
	not still_kept
	d := object.union(rego.metadata.rule().custom, {"at": "recording.expiresAt"})
}

still_kept if runs_until(input.recording.expiresAt)

# A hold suspends every end, the stated and the reckoned one.
still_kept if under_hold

# Where no end is stated, it follows from the day of the recording and the days that its purpose needs.
still_kept if {
	not is_number(input.recording.expiresAt)
	runs_until(recorded_at + (input.recording.retentionDays * day))
}

recorded_at := input.recording.recordedAt if is_number(input.recording.recordedAt)

recorded_at := input.recording.to if not is_number(input.recording.recordedAt)

default held := false

held if input.recording.legalHold == true

held if filled(input.recording.legalHold)

# A hold that was released holds no more.
held if {
	some id in input.recording.legalHoldIds
	not id in released_holds
}

released_holds contains input.legalHold.ref if ended(input.legalHold.releasedAt)

# METADATA
# title: Whoever receives data without consent runs a control mechanism
# scope: rule
# custom:
#   rule: PD-08
#   articles: ["L91-19.2"]
#   message: control_mechanism_incomplete
#   severity: medium
picture_denies contains d if {
	by_request
	not basis.needsSubjectConsent == true
	some part in ["procedure", "riskAssessment", "periodicCheck", "complaintChannel"]
	mechanism_judged
	not mechanism_has(part)
	d := object.union(rego.metadata.rule().custom, {"at": concat(".", ["organisation.controlMechanism", part])})
}

mechanism_judged if is_object(input.organisation.controlMechanism)

mechanism_judged if data.tables.limits.organisationFactsRequired == true

mechanism_has(part) if input.organisation.controlMechanism[part] == true

mechanism_has(part) if filled(input.organisation.controlMechanism[part])

# METADATA
# title: The ground of urgent or preventive processing goes with such a basis only
# scope: rule
# custom:
#   rule: PD-09
#   articles: ["L91-17.1"]
#   message: ground_without_its_basis
#   severity: high
picture_denies contains d if {
	by_request
	data.tables.grounds[input.request.transferGround].needsArticle19 == true
	not basis.article19 == true
	d := object.union(rego.metadata.rule().custom, {"at": "request.transferGround"})
}

# METADATA
# title: The ground within one organisation serves its own cameras only
# scope: rule
# custom:
#   rule: PD-09
#   articles: ["L91-17.1"]
#   message: ground_within_one_body
#   severity: high
picture_denies contains d if {
	by_request
	data.tables.grounds[input.request.transferGround].withinBody == true
	not on_ground_of_own_body
	d := object.union(rego.metadata.rule().custom, {"at": "request.transferGround"})
}

# METADATA
# title: A transfer by consent, re-organisation or to a processor rests on an agreement with seven clauses
# scope: rule
# custom:
#   rule: PD-10
#   articles: ["ND356-7.1"]
#   message: agreement_incomplete
#   severity: medium
picture_denies contains d if {
	by_request
	data.tables.grounds[input.request.transferGround].agreement == true
	not seven_fields
	some clause in data.tables.limits.agreementClauses
	not filled(input.agreement[clause])
	d := object.union(rego.metadata.rule().custom, {"at": concat(".", ["agreement", clause])})
}

# METADATA
# title: An agreement that has ended carries no further transfer
# scope: rule
# custom:
#   rule: PD-10
#   articles: ["ND356-7.1"]
#   message: agreement_ended
#   severity: medium
picture_denies contains d if {
	by_request
	data.tables.grounds[input.request.transferGround].agreement == true
	ended(input.agreement.endsAt)
	d := object.union(rego.metadata.rule().custom, {"at": "agreement.endsAt"})
}

# The clauses as one list: seven different ones.
seven_fields if count({clause | some clause in input.agreement.fields; filled(clause)}) >= count(data.tables.limits.agreementClauses)

seven_fields if {
	is_object(input.agreement.fields)
	count([name | some name, clause in input.agreement.fields; states(clause)]) >= count(data.tables.limits.agreementClauses)
}

states(value) if value == true

states(value) if filled(value)

# METADATA
# title: A body may look at its own cameras for their purpose; it is recorded all the same
# scope: rule
# custom:
#   rule: PD-11
#   articles: ["ND356-7.4", "L91-17.1"]
#   message: within_one_body
permits contains p if {
	within_body
	p := object.union(rego.metadata.rule().custom, {"evidence": {"orgId": input.viewer.orgId}})
}

# METADATA
# title: A person's own picture is given with everybody else made unrecognisable
# scope: rule
# custom:
#   rule: PD-12
#   articles: ["L91-15.2"]
#   code: mask_faces
#   mode: before
obligations contains o if {
	gives_own_picture
	not others_protected
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: A copy in which others are known to be recognisable is not given
# scope: rule
# custom:
#   rule: PD-12
#   articles: ["L91-15.2"]
#   message: others_in_the_picture
#   severity: high
always_denies contains d if {
	gives_own_picture
	not input.request.thirdPartiesInFrame == false
	input.request.thirdPartiesMasked == false
	d := object.union(rego.metadata.rule().custom, {"at": "request.thirdPartiesMasked"})
}

default gives_own_picture := false

gives_own_picture if {
	own_data
	kind == "footage"
}

gives_own_picture if {
	kind == "subject"
	input.dataSubjectRequest.kind in {"view", "obtain"}
}

others_protected if input.request.thirdPartiesInFrame == false

others_protected if {
	input.request.thirdPartiesInFrame == true
	input.request.thirdPartiesMasked == true
}

# METADATA
# title: A person's own data may be refused where it would harm security or other people
# scope: rule
# custom:
#   rule: PD-12
#   articles: ["L91-15.2"]
#   message: own_data_would_harm
#   severity: high
always_denies contains d if {
	gives_own_picture
	data.tables.refusalGrounds[input.request.refusalGround] == true
	d := object.union(rego.metadata.rule().custom, {"at": "request.refusalGround"})
}

# METADATA
# title: Own data is not given to somebody who has not proven who they are
# scope: rule
# custom:
#   rule: PD-12
#   articles: ["L91-15.2"]
#   message: identity_not_proven
#   severity: high
always_denies contains d if {
	gives_own_picture
	input.request.identityVerified == false
	d := object.union(rego.metadata.rule().custom, {"at": "request.identityVerified"})
}

# METADATA
# title: Another person's data is not given on the road of one's own
# scope: rule
# custom:
#   rule: PD-12
#   articles: ["L91-15.2"]
#   message: not_own_data
#   severity: high
always_denies contains d if {
	kind == "subject"
	filled(input.request.requesterKind)
	not data.tables.scopes.ownRequest[input.request.requesterKind] == true
	not consent_recorded
	not filled(input.request.consentOfSubjectRef)
	d := object.union(rego.metadata.rule().custom, {"at": "request.requesterKind"})
}

# METADATA
# title: A person is refused their own data only on a ground of the law, which the refusal names
# scope: rule
# custom:
#   rule: PD-12
#   articles: ["L91-15.2"]
#   message: refusal_without_ground
#   severity: medium
special_denies contains d if {
	input.action == "refuse_request"
	of_own_data
	not data.tables.refusalGrounds[input.request.refusalGround] == true
	d := object.union(rego.metadata.rule().custom, {"at": "request.refusalGround"})
}

of_own_data if input.request.kind == "DATA_SUBJECT"

of_own_data if data.tables.scopes.ownRequest[input.request.requesterKind] == true

# METADATA
# title: A person may see and have their own picture
# scope: rule
# custom:
#   rule: PD-12
#   articles: ["L91-15.2"]
#   message: own_data_right
permits contains p if {
	own_data
	p := object.union(rego.metadata.rule().custom, {"evidence": {"requesterKind": "dataSubject"}})
}

# METADATA
# title: The subject's consent is on record, for this purpose, given freely and not taken back
# scope: rule
# custom:
#   rule: PD-25
#   articles: ["L91-9", "ND356-6"]
#   message: consent_of_subject_missing
#   severity: high
always_denies contains d if {
	rests_on_consent
	not subject_consents
	d := object.union(rego.metadata.rule().custom, {"at": "consent"})
}

default rests_on_consent := false

rests_on_consent if {
	basis.needsSubjectConsent == true
	data.tables.scopes.basis[kind] == true
}

rests_on_consent if {
	by_request
	data.tables.grounds[input.request.transferGround].consent == true
}

subject_consents if {
	filled(input.consent.recordId)
	consent_covers_purpose
	not input.consent.givenAt > input.asOf
	not ended(input.consent.withdrawnAt)
	not ended(object.get(input.consent, "expiresAt", null))
	not withdrawn_by_event
	not consent_flawed
}

consent_covers_purpose if {
	filled(input.consent.purposeCode)
	input.consent.purposeCode == input.request.purposeCode
}

consent_covers_purpose if {
	filled(input.request.purposeCode)
	input.request.purposeCode in input.consent.purposeCodes
}

# ISO/IEC TS 27560 keeps the life of a consent as events: the last one counts.
withdrawn_by_event if {
	some ended_by in consent_events
	data.tables.scopes.consentEnds[event_name(ended_by)] == true
	every later in consent_events {
		later.at <= ended_by.at
	}
}

consent_events := [one |
	some one in input.consent.events
	ended(one.at)
]

event_name(one) := lower(one.state) if filled(one.state)

event_name(one) := lower(one.type) if not filled(one.state)

# Consent given under NĐ 13/2023 (in force from 01/07/2023) stays valid as it was given (L91 Đ39.1).
under_former_decree if {
	input.consent.givenAt >= data.tables.limits.formerConsentFrom
	input.consent.givenAt < data.tables.articles["L91-9"].from
}

consent_flawed if input.consent.voluntary == false

consent_flawed if input.consent.informed == false

consent_flawed if input.consent.verifiable == false

consent_flawed if {
	input.consent.tied == true
	not under_former_decree
}

consent_flawed if data.tables.scopes.noConsent[lower(input.consent.method)] == true

consent_flawed if {
	data_class == "sensitive"
	not input.consent.sensitiveTold == true
	not under_former_decree
}

# METADATA
# title: Footage is not sold
# scope: rule
# custom:
#   rule: PD-24
#   articles: ["L91-7"]
#   message: sale_of_data
#   severity: high
always_denies contains d if {
	input.request.commercial == true
	d := object.union(rego.metadata.rule().custom, {"at": "request.commercial"})
}

# METADATA
# title: A paid transfer has an agreement and meets the conditions of a paid one
# scope: rule
# custom:
#   rule: PD-24
#   articles: ["ND330-53.1", "ND356-7.3", "L91-7"]
#   message: paid_without_conditions
#   severity: high
picture_denies contains d if {
	by_request
	charged
	not fee_is_lawful
	d := object.union(rego.metadata.rule().custom, {"at": "request.feeCharged"})
}

default charged := false

charged if input.request.feeCharged == true

charged if input.request.fee == true

charged if input.request.fee > 0

# A fee alone is no sale. Without an agreement it is, since NĐ 330; what rests on one meets its further conditions too.
fee_is_lawful if {
	filled(input.request.purposeCode)
	agreement_named
	not input.agreement.paidConditionsMet == false
}

fee_is_lawful if {
	not data.tables.grounds[input.request.transferGround].agreement == true
	not in_time(data.tables.articles["ND330-53.1"])
}

agreement_named if filled(input.request.agreementId)

agreement_named if filled(input.agreement.id)

agreement_named if seven_fields

agreement_named if every clause in data.tables.limits.agreementClauses {
	filled(input.agreement[clause])
}

# METADATA
# title: Nothing is delivered outside Viet Nam
# scope: rule
# custom:
#   rule: PD-23
#   articles: ["L91-20.2"]
#   message: delivery_abroad
#   severity: high
always_denies contains d if {
	some country in delivery_countries
	country != "VN"
	d := object.union(rego.metadata.rule().custom, {"at": "request.deliveryCountry"})
}

delivery_countries contains country if {
	country := input.request.deliveryCountry
	filled(country)
}

delivery_countries contains country if {
	country := input.delivery.country
	filled(country)
}

# METADATA
# title: An export to somebody who is no body of this State says that it stays in Viet Nam
# scope: rule
# custom:
#   rule: PD-23
#   articles: ["L91-20.2"]
#   message: delivery_country_missing
#   severity: medium
export_denies contains d if {
	input.action == "clip_export"
	not asker_is_state_agency
	not own_right
	not country_stated
	d := object.union(rego.metadata.rule().custom, {"at": "request.deliveryCountry"})
}

# METADATA
# title: A copy whose destination nobody states is delivered in Viet Nam only
# scope: rule
# custom:
#   rule: PD-23
#   articles: ["L91-20.2"]
#   code: deliver_in_vietnam
#   mode: before
export_obligations contains o if {
	input.action == "clip_export"
	not country_stated
	o := due(rego.metadata.rule().custom, {})
}

default country_stated := false

country_stated if filled(input.request.deliveryCountry)

country_stated if filled(input.delivery.country)

# Class of the data: from the act and its holder, never from the camera (PD-16).
data_class := "sensitive" if input.action == "face_match"

data_class := "sensitive" if {
	filled(input.request.caseFileId)
	viewer_group in {"police", "procedure", "ministryPolice"}
}

# A class that somebody states may only add.
data_class := "sensitive" if data.tables.scopes.sensitive[input.recording.dataClass] == true

data_class := "sensitive" if data.tables.scopes.sensitive[input.context.produces] == true

# METADATA
# title: Sensitive data leaves encrypted, with its key by another way
# scope: rule
# custom:
#   rule: PD-19
#   articles: ["ND356-7.2"]
#   message: sensitive_data_unprotected
#   severity: high
export_denies contains d if {
	input.action == "clip_export"
	data_class == "sensitive"
	not sealed
	d := object.union(rego.metadata.rule().custom, {"at": "delivery.encryption"})
}

sealed if {
	filled(input.delivery.encryption)
	input.delivery.encryption != "none"
	filled(input.delivery.keyChannel)
	not input.delivery.keyChannel in {"same", "none", "withPackage"}
}

# METADATA
# title: Sensitive data is marked as such wherever it goes
# scope: rule
# custom:
#   rule: PD-16
#   articles: ["ND356-4.1"]
#   code: mark_sensitive
#   mode: after
obligations contains o if {
	concerns_footage
	data_class == "sensitive"
	o := due(rego.metadata.rule().custom, {})
}
