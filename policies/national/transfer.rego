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
	concerns_footage
	basis.publicActivity == true
	not public_activity
	d := object.union(rego.metadata.rule().custom, {"at": "context.event.isPublicActivity"})
}

public_activity if {
	input.context.event.isPublicActivity == true
	input.context.event.harmsHonour == false
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
	recorded
	not still_kept
	d := object.union(rego.metadata.rule().custom, {"at": "recording.expiresAt"})
}

still_kept if runs_until(input.recording.expiresAt)

still_kept if {
	is_number(input.recording.expiresAt)
	held
}

default held := false

held if filled(input.recording.legalHoldIds)

# METADATA
# title: Whoever receives data without consent runs a control mechanism
# scope: rule
# custom:
#   rule: PD-08
#   articles: ["L91-19.2"]
#   message: control_mechanism_incomplete
#   severity: medium
picture_denies contains d if {
	kind == "sharing"
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
	some clause in data.tables.limits.agreementClauses
	not filled(input.agreement[clause])
	d := object.union(rego.metadata.rule().custom, {"at": concat(".", ["agreement", clause])})
}

# METADATA
# title: A body may look at its own cameras for their purpose; it is recorded all the same
# scope: rule
# custom:
#   rule: PD-11
#   articles: ["ND356-7.4", "L91-17.1"]
#   message: within_one_body
permits contains p if {
	within_body
	in_time(data.tables.grounds[input.request.transferGround])
	p := object.union(rego.metadata.rule().custom, {"evidence": {"orgId": input.viewer.orgId}})
}

# METADATA
# title: A person's own picture is given with everybody else made unrecognisable
# scope: rule
# custom:
#   rule: PD-12
#   articles: ["L91-15.2"]
#   message: others_in_the_picture
#   severity: high
always_denies contains d if {
	gives_own_picture
	not others_protected
	d := object.union(rego.metadata.rule().custom, {"at": "request.thirdPartiesInFrame"})
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
# title: Own data is given to the person who has proven who they are
# scope: rule
# custom:
#   rule: PD-12
#   articles: ["L91-15.2"]
#   message: identity_not_proven
#   severity: high
always_denies contains d if {
	gives_own_picture
	not input.request.identityVerified == true
	d := object.union(rego.metadata.rule().custom, {"at": "request.identityVerified"})
}

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
	filled(input.consent.purposeCode)
	input.consent.purposeCode == input.request.purposeCode
	not ended(input.consent.withdrawnAt)
	not ended(object.get(input.consent, "expiresAt", null))
	not consent_flawed
}

consent_flawed if input.consent.voluntary == false

consent_flawed if input.consent.informed == false

consent_flawed if input.consent.verifiable == false

consent_flawed if input.consent.tied == true

consent_flawed if input.consent.method in {"silence", "default", "preTicked"}

consent_flawed if {
	data_class == "sensitive"
	not input.consent.sensitiveTold == true
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
#   articles: ["ND330-53.1", "ND356-7.3"]
#   message: paid_without_conditions
#   severity: high
picture_denies contains d if {
	by_request
	input.request.feeCharged == true
	not fee_is_lawful
	d := object.union(rego.metadata.rule().custom, {"at": "request.feeCharged"})
}

fee_is_lawful if not data.tables.grounds[input.request.transferGround].agreement == true

fee_is_lawful if input.agreement.paidConditionsMet == true

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
# title: An export says that it stays in Viet Nam
# scope: rule
# custom:
#   rule: PD-23
#   articles: ["L91-20.2"]
#   message: delivery_country_missing
#   severity: medium
export_denies contains d if {
	input.action == "clip_export"
	not filled(input.request.deliveryCountry)
	not filled(input.delivery.country)
	d := object.union(rego.metadata.rule().custom, {"at": "request.deliveryCountry"})
}

# Class of the data: from the act and its holder, never from the camera (PD-16).
data_class := "sensitive" if input.action == "face_match"

data_class := "sensitive" if {
	not input.action == "face_match"
	filled(input.request.caseFileId)
	viewer_group in {"police", "procedure", "ministryPolice"}
}

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
