# Custody: procedural demands, seals, minutes, holds, deletion (EV-15, EV-17 to EV-20, TR-14).
package national

import rego.v2

# METADATA
# title: A tampered record goes to the investigators, not into a sanction
# scope: rule
# custom:
#   rule: EV-15
#   articles: ["ND61-21.5"]
#   message: signs_of_tampering
#   severity: high
recorded_denies contains d if {
	enforces
	tampered
	d := object.union(rego.metadata.rule().custom, {"at": "recording.tamperFlag"})
}

# METADATA
# title: Signs of tampering are reported and the record is held
# scope: rule
# custom:
#   rule: EV-15
#   articles: ["ND61-21.5"]
#   code: escalate_and_hold
#   mode: after
obligations contains o if {
	tampered
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: A criminal-procedure demand names its case and the body that conducts it
# scope: rule
# custom:
#   rule: EV-17
#   articles: ["BLTTHS-88"]
#   message: procedural_demand_incomplete
#   severity: high
picture_denies contains d if {
	basis.procedural == true
	not procedural_demand
	d := object.union(rego.metadata.rule().custom, {"at": "request.caseNo"})
}

procedural_demand if {
	filled(input.request.caseNo)
	filled(input.request.procedureAuthority)
	conducts_procedure
}

conducts_procedure if data.tables.orgs[asker_kind].group == "procedure"

# The investigating bodies of the police sit inside it: the demand names the body.
conducts_procedure if {
	data.tables.orgs[asker_kind].group == "police"
	data.tables.orgs[input.request.procedureAuthority].group == "procedure"
}

# METADATA
# title: An export is hashed, signed and timed, and its custody begins
# scope: rule
# custom:
#   rule: EV-18
#   articles: ["BLTTHS-99"]
#   code: seal_evidence
#   mode: before
export_obligations contains o if {
	input.action == "clip_export"
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: Every delivery is signed
# scope: rule
# custom:
#   rule: SE-06
#   articles: ["TCVN14423-5.4"]
#   code: sign_delivery
#   mode: before
export_obligations contains o if {
	input.action == "clip_export"
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: A procedural delivery is handed over with minutes
# scope: rule
# custom:
#   rule: EV-17
#   articles: ["BLTTHS-88"]
#   code: handover_minutes
#   mode: after
export_obligations contains o if {
	input.action == "clip_export"
	basis.procedural == true
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: A hold names the authority and the paper that ask for it
# scope: rule
# custom:
#   rule: EV-19
#   articles: ["BLTTHS-107"]
#   message: hold_without_paper
#   severity: medium
special_denies contains d if {
	kind == "hold"
	not hold_on_paper
	d := object.union(rego.metadata.rule().custom, {"at": "legalHold.ref"})
}

hold_on_paper if {
	filled(input.legalHold.ref)
	filled(input.legalHold.authority)
	not of_no_power
}

# A body that is known by its kind, and may neither conduct a procedure nor inspect, orders no hold; names are not judged.
of_no_power if {
	of_kind := data.tables.orgs[input.legalHold.authority]
	not data.tables.scopes.ordersHold[of_kind.group] == true
}

# METADATA
# title: A hold on the original stands on its paper
# scope: rule
# custom:
#   rule: EV-19
#   articles: ["BLTTHS-107"]
#   message: hold_ordered
permits contains p if {
	kind == "hold"
	role_may
	hold_on_paper
	p := object.union(rego.metadata.rule().custom, {"evidence": {"ref": input.legalHold.ref}})
}

# METADATA
# title: What is held is not deleted
# scope: rule
# custom:
#   rule: EV-19
#   articles: ["BLTTHS-107"]
#   message: recording_is_held
#   severity: high
special_denies contains d if {
	kind == "purge"
	may_be_held
	d := object.union(rego.metadata.rule().custom, {"at": "recording.legalHoldIds"})
}

# Nothing is deleted under a hold, whatever is left unsaid of its paper.
may_be_held if under_hold

may_be_held if {
	is_object(input.legalHold)
	not ended(input.legalHold.releasedAt)
}

under_hold if held

under_hold if hold_runs

default hold_runs := false

hold_runs if {
	filled(input.legalHold.ref)
	not ended(input.legalHold.releasedAt)
}

# METADATA
# title: An enforcement device's own memory is cleared only after a verified copy, in signed minutes
# scope: rule
# custom:
#   rule: TR-14
#   articles: ["TT67"]
#   message: purge_without_copy_and_minutes
#   severity: high
special_denies contains d if {
	input.action == "purge_device"
	not input.camera.enforcement == false
	not copied_and_minuted
	d := object.union(rego.metadata.rule().custom, {"at": "recording.deletionMinutesRef"})
}

copied_and_minuted if {
	filled(input.recording.deletionMinutesRef)
	filled(input.recording.storedCopySha256)
	input.recording.storedCopySha256 == input.recording.sha256
}

# METADATA
# title: Copying procedural evidence is minuted
# scope: rule
# custom:
#   rule: EV-20
#   articles: ["BLTTHS-107"]
#   code: copy_minutes
#   mode: after
export_obligations contains o if {
	input.action == "clip_export"
	basis.procedural == true
	o := due(rego.metadata.rule().custom, {})
}
