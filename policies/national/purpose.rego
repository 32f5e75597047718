# Purpose and legal basis (group C).
package national

import rego.v2

# METADATA
# title: The basis of public-place recording covers public places only
# scope: rule
# custom:
#   rule: PD-01
#   articles: ["L91-32.1"]
#   message: basis_needs_public_place
#   severity: high
picture_denies contains d if {
	basis.publicPlaceOnly == true
	not input.camera.isPublicPlace == true
	d := object.union(rego.metadata.rule().custom, {"at": "camera.isPublicPlace"})
}

# METADATA
# title: The basis of public-place recording covers security, order and lawful interests only
# scope: rule
# custom:
#   rule: PD-01
#   articles: ["L91-32.1"]
#   message: basis_does_not_cover_purpose
#   severity: high
picture_denies contains d if {
	is_array(basis.purposes)
	not input.request.purposeCode in basis.purposes
	d := object.union(rego.metadata.rule().custom, {"at": "request.purposeCode"})
}

# METADATA
# title: Footage is used only for a purpose it was recorded for
# scope: rule
# custom:
#   rule: PD-04
#   articles: ["L91-32.3", "L91-3.2"]
#   message: purpose_does_not_fit
#   severity: high
picture_denies contains d if {
	with_purpose
	not purpose_fits_camera
	d := object.union(rego.metadata.rule().custom, {"at": "request.purposeCode"})
}

purpose_fits_camera if {
	some collected in input.camera.purposes
	data.tables.compatible[collected][input.request.purposeCode] == true
}

# METADATA
# title: The legal basis is one of the closed list
# scope: rule
# custom:
#   rule: PD-06
#   articles: ["L91-19.1"]
#   message: legal_basis_not_known
#   severity: high
picture_denies contains d if {
	not own_right
	not is_object(basis)
	d := object.union(rego.metadata.rule().custom, {"at": "request.legalBasisCode"})
}

# METADATA
# title: The legal basis was law on the day of the act
# scope: rule
# custom:
#   rule: PD-06
#   articles: ["L91-19.1"]
#   message: legal_basis_not_in_force
#   severity: high
picture_denies contains d if {
	is_object(basis)
	not in_time(basis)
	d := object.union(rego.metadata.rule().custom, {"at": "request.legalBasisCode"})
}

# METADATA
# title: Some bases belong to state agencies
# scope: rule
# custom:
#   rule: PD-06
#   articles: ["L91-19.1"]
#   message: basis_is_for_state_agencies
#   severity: high
picture_denies contains d if {
	basis.stateAgencyOnly == true
	not asker_is_state_agency
	d := object.union(rego.metadata.rule().custom, {"at": "request.legalBasisCode"})
}

# METADATA
# title: The basis of a person's own data opens nothing for anybody else
# scope: rule
# custom:
#   rule: PD-12
#   articles: ["L91-15.2"]
#   message: not_own_data
#   severity: high
picture_denies contains d if {
	basis.ownData == true
	not own_right
	not input.request.requesterKind == "dataSubject"
	d := object.union(rego.metadata.rule().custom, {"at": "request.legalBasisCode"})
}

# METADATA
# title: Whoever invokes urgent protection proves it
# scope: rule
# custom:
#   rule: PD-07
#   articles: ["L91-19.1"]
#   message: urgency_not_proven
#   severity: medium
picture_denies contains d if {
	basis.mustProve == true
	not urgency_proven
	d := object.union(rego.metadata.rule().custom, {"at": "request.justificationText"})
}

urgency_proven if {
	filled(input.request.justificationText)
	filled(input.request.evidenceDocs)
}

# METADATA
# title: A transfer states one of the lawful grounds
# scope: rule
# custom:
#   rule: PD-09
#   articles: ["L91-17.1"]
#   message: transfer_ground_missing
#   severity: high
picture_denies contains d if {
	states_ground
	not ground_known
	d := object.union(rego.metadata.rule().custom, {"at": "request.transferGround"})
}

default states_ground := false

states_ground if by_request

ground_known if in_time(data.tables.grounds[input.request.transferGround])

# METADATA
# title: The ground of a competent state agency's request belongs to state agencies
# scope: rule
# custom:
#   rule: PD-09
#   articles: ["L91-17.1"]
#   message: ground_is_for_state_agencies
#   severity: high
picture_denies contains d if {
	by_request
	data.tables.grounds[input.request.transferGround].stateAgencyOnly == true
	not asker_is_state_agency
	d := object.union(rego.metadata.rule().custom, {"at": "request.transferGround"})
}

# METADATA
# title: The basis named in the request is lawful and nothing stands against it
# description: Whether it was law on the day is PD-06's affair, and the gate's, which counts the basis's own rule while it is in force.
# scope: rule
# custom:
#   rule: PD-06
#   articles: []
#   message: basis_holds
permits contains p if {
	concerns_footage
	p := object.union(rego.metadata.rule().custom, {
		"rule": basis.rule,
		"articles": basis.articles,
		"evidence": {"legalBasisCode": input.request.legalBasisCode},
	})
}
