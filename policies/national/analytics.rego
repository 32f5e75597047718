# Faces, plates, movements and machines (PD-15, PD-17, PD-18, PD-20, AI-01, AI-03, AI-04, EV-20, TR-16).
package national

import rego.v2

default analyses := false

analyses if act.analyses == true

# METADATA
# title: No face recognition or behaviour analysis of public-camera images without lawful consent
# scope: rule
# custom:
#   rule: PD-15
#   articles: ["ND330-71.2"]
#   message: analysis_not_authorised
#   severity: high
always_denies contains d if {
	profiles
	not profiling_lawful
	d := object.union(rego.metadata.rule().custom, {"at": "request.legalBasisCode"})
}

default profiles := false

profiles if input.action == "face_match"

# An analysis of a kind that nobody knows is taken for the worst.
profiles if {
	concerns_footage
	some analysis in analyses_named
	not data.tables.scopes.profiling[analysis] == false
}

analyses_named contains input.analytics.kind if filled(input.analytics.kind)

analyses_named contains input.context.analytics if filled(input.context.analytics)

# The carve-out: crime prevention by a police or investigating unit that holds the authority for it.
profiling_lawful if {
	basis.crimePrevention == true
	viewer_group in {"police", "procedure"}
	unit_authorised
	not "commercial" in analyses_named
}

unit_authorised if filled(input.viewer.authorityRef)

# Two keys gave this unit a grant that names the act itself.
unit_authorised if {
	input.action in input.grant.scope.actions
	data.tables.scopes.profilingActs[input.action] == true
}

profiling_lawful if {
	basis.needsSubjectConsent == true
	subject_consents
}

# METADATA
# title: Biometric data is for cleared people with a second factor
# scope: rule
# custom:
#   rule: PD-17
#   articles: ["L91-31.4"]
#   message: biometric_clearance_missing
#   severity: high
analysis_denies contains d if {
	input.action == "face_match"
	not biometric_clearance
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.clearance"})
}

biometric_clearance if {
	input.viewer.clearance == "biometric"
	second_factor
}

second_factor if {
	is_number(input.viewer.mfaLevel)
	input.viewer.mfaLevel >= data.tables.limits.biometricMfaLevel
}

second_factor if {
	not is_number(input.viewer.mfaLevel)
	input.context.mfa == true
}

# METADATA
# title: A watch list is used for the purpose it was made for
# scope: rule
# custom:
#   rule: PD-18
#   articles: ["ND330-70.2"]
#   message: watchlist_of_another_purpose
#   severity: high
analysis_denies contains d if {
	input.action == "face_match"
	not watchlist_fits
	d := object.union(rego.metadata.rule().custom, {"at": "watchlist.purposeCode"})
}

watchlist_fits if {
	filled(input.request.purposeCode)
	input.watchlist.purposeCode == input.request.purposeCode
}

# METADATA
# title: Following a person or vehicle from camera to camera needs an authority's request, consent or a law
# scope: rule
# custom:
#   rule: PD-20
#   articles: ["L91-31.3"]
#   message: tracking_not_authorised
#   severity: high
analysis_denies contains d if {
	input.action == "trajectory"
	not tracking_lawful
	d := object.union(rego.metadata.rule().custom, {"at": "request.writtenRequest"})
}

default tracking_lawful := false

tracking_lawful if {
	asker_is_state_agency
	written_request
}

tracking_lawful if {
	basis.needsSubjectConsent == true
	subject_consents
}

# METADATA
# title: Toll providers hand over journeys only to an authority that asks
# scope: rule
# custom:
#   rule: TR-16
#   articles: ["ND119-33.8"]
#   message: toll_data_without_request
#   severity: high
picture_denies contains d if {
	kind == "footage"
	input.camera.systemKind == "toll"
	not toll_request
	d := object.union(rego.metadata.rule().custom, {"at": "request.writtenRequest"})
}

toll_request if {
	asker_is_state_agency
	written_request
}

toll_request if own_data

toll_request if within_body

# METADATA
# title: A match is a lead until an officer has verified it
# scope: rule
# custom:
#   rule: AI-01
#   articles: ["QD33-VI"]
#   message: machine_acts_alone
#   severity: high
always_denies contains d if {
	acts_alone
	not a_lead_verified
	not may_still_run
	d := object.union(rego.metadata.rule().custom, {"at": "analytics.humanVerification"})
}

# METADATA
# title: A decision of a machine that touches rights is looked at again by a person
# scope: rule
# custom:
#   rule: AI-03
#   articles: ["ND330-67.3"]
#   message: no_review_of_machine_decision
#   severity: high
always_denies contains d if {
	automated
	data.tables.scopes.machine[kind] == true
	not reviewed_on_demand
	d := object.union(rego.metadata.rule().custom, {"at": "analytics.reviewOffered"})
}

reviewed_on_demand if input.analytics.reviewOffered == true

# An officer who verified has looked; a second look that is said to be refused is refused all the same.
reviewed_on_demand if {
	verified_by_officer
	not input.analytics.reviewOffered == false
}

default automated := false

automated if {
	kind == "machine"
	not input.analytics.automaticAction == false
}

automated if input.analytics.automaticAction == true

automated if input.analytics.automated == true

# Of a match it must be said that nothing follows by itself; of another analysis, that something does.
default acts_alone := false

acts_alone if {
	uses_match
	not input.analytics.automaticAction == false
}

acts_alone if {
	uses_machine
	input.analytics.automaticAction == true
}

acts_alone if {
	uses_machine
	input.analytics.humanVerification == false
	not input.analytics.automaticAction == false
}

default uses_match := false

uses_match if input.action == "face_match"

uses_match if kind == "machine"

# Looking for a match is no use of it: there the officer's title is asked for only once it is acted on.
a_lead_verified if verified_by_officer

a_lead_verified if {
	not kind == "machine"
	input.analytics.humanVerification == true
}

verified_by_officer if {
	input.analytics.humanVerification == true
	filled(input.analytics.verifierTitle)
}

# Systems in service by 14/02/2027 comply before 01/03/2027 and may run meanwhile (QĐ 33/2026 Điều 4).
may_still_run if {
	is_number(input.analytics.inServiceSince)
	input.analytics.inServiceSince < data.tables.limits.aiInServiceBefore
	input.asOf < data.tables.limits.aiComplyBefore
}

# METADATA
# title: A machine's risk class is stated
# scope: rule
# custom:
#   rule: AI-04
#   articles: ["L91-30"]
#   message: risk_class_missing
#   severity: medium
always_denies contains d if {
	uses_machine
	not filled(input.analytics.riskLevel)
	d := object.union(rego.metadata.rule().custom, {"at": "analytics.riskLevel"})
}

default uses_machine := false

uses_machine if uses_match

uses_machine if {
	is_object(input.analytics)
	data.tables.scopes.machine[kind] == true
}

# METADATA
# title: Analyses are made on a copy, never on the original
# scope: rule
# custom:
#   rule: EV-20
#   articles: ["BLTTHS-107"]
#   message: original_is_not_analysed
#   severity: high
analysis_denies contains d if {
	on_the_original
	d := object.union(rego.metadata.rule().custom, {"at": "recording.original"})
}

default on_the_original := false

on_the_original if input.recording.original == true

# Of what lies in a case file it must be said that it is a copy.
on_the_original if {
	filled(input.recording.caseFileId)
	not input.recording.original == false
	not filled(input.recording.copyOf)
}

# METADATA
# title: A high-risk machine that keeps no log is not used
# scope: rule
# custom:
#   rule: AI-05
#   articles: ["L134-14"]
#   message: machine_without_log
#   severity: high
always_denies contains d if {
	uses_machine
	input.analytics.aiLog == false
	d := object.union(rego.metadata.rule().custom, {"at": "analytics.aiLog"})
}

# METADATA
# title: A machine's result goes on the log with its model, score and verifier
# scope: rule
# custom:
#   rule: AI-05
#   articles: ["L134-14"]
#   code: log_model
#   mode: after
machine_obligations contains o if o := due(rego.metadata.rule().custom, {})

# METADATA
# title: A machine's result may be looked at again by a person
# scope: rule
# custom:
#   rule: AI-03
#   articles: ["ND330-67.3"]
#   code: offer_review
#   mode: after
machine_obligations contains o if {
	automated
	o := due(rego.metadata.rule().custom, {})
}

due(meta, params) := {"code": meta.code, "mode": meta.mode, "params": params, "rule": meta.rule}
