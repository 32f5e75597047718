# Publishing, children, statistics (PD-13, PD-21, PD-22).
package national

import rego.v2

# METADATA
# title: Publishing rests on consent, law or an emergency, security or crime case
# scope: rule
# custom:
#   rule: PD-13
#   articles: ["L91-16"]
#   message: no_ground_to_publish
#   severity: high
special_denies contains d if {
	kind == "publish"
	not may_publish
	d := object.union(rego.metadata.rule().custom, {"at": "request.legalBasisCode"})
}

may_publish if {
	basis.publication == true
	in_time(basis)
}

# METADATA
# title: What is published is published for a stated purpose
# scope: rule
# custom:
#   rule: PD-13
#   articles: ["L91-16"]
#   message: publication_without_purpose
#   severity: high
special_denies contains d if {
	kind == "publish"
	not is_object(data.tables.purposes[input.request.purposeCode])
	d := object.union(rego.metadata.rule().custom, {"at": "request.purposeCode"})
}

# METADATA
# title: Publishing has an approval of its own
# scope: rule
# custom:
#   rule: PD-13
#   articles: ["L91-16"]
#   message: publication_approval_needed
#   by: police
needs contains n if {
	kind == "publish"
	count(police_keys) == 0
	n := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# METADATA
# title: Publishing is lawful in this case
# scope: rule
# custom:
#   rule: PD-13
#   articles: ["L91-16"]
#   message: publication_permitted
permits contains p if {
	kind == "publish"
	may_publish
	p := object.union(rego.metadata.rule().custom, {"evidence": {"legalBasisCode": input.request.legalBasisCode}})
}

# METADATA
# title: A child is published only with the consents that the law asks; no emergency replaces them
# scope: rule
# custom:
#   rule: PD-22
#   articles: ["L91-24", "ND330-60.2"]
#   message: child_without_consents
#   severity: high
special_denies contains d if {
	kind == "publish"
	not input.recording.childInPicture == false
	not child_consents
	d := object.union(rego.metadata.rule().custom, {"at": "recording.childInPicture"})
}

# Under seven the representative alone; from seven on, or when nobody states the age, both.
child_consents if {
	consent_recorded
	input.consent.representative == true
	is_number(input.consent.subjectAge)
	input.consent.subjectAge < 7
}

child_consents if {
	consent_recorded
	input.consent.representative == true
	input.consent.subject == true
}

consent_recorded if {
	filled(input.consent.recordId)
	not ended(input.consent.withdrawnAt)
}

# METADATA
# title: A request to publish a child has those consents too
# scope: rule
# custom:
#   rule: PD-22
#   articles: ["L91-24", "ND330-60.2"]
#   message: child_without_consents
#   severity: high
picture_denies contains d if {
	input.request.publish == true
	input.recording.childInPicture == true
	not child_consents
	d := object.union(rego.metadata.rule().custom, {"at": "recording.childInPicture"})
}

# METADATA
# title: A request to publish rests on what may be published
# scope: rule
# custom:
#   rule: PD-13
#   articles: ["L91-16"]
#   message: no_ground_to_publish
#   severity: high
picture_denies contains d if {
	input.request.publish == true
	not may_publish
	d := object.union(rego.metadata.rule().custom, {"at": "request.publish"})
}

# METADATA
# title: Consent for a child's picture is the child's and the representative's
# scope: rule
# custom:
#   rule: PD-22
#   articles: ["L91-24"]
#   message: child_without_consents
#   severity: high
picture_denies contains d if {
	rests_on_consent
	input.recording.childInPicture == true
	not child_consents
	d := object.union(rego.metadata.rule().custom, {"at": "consent"})
}

# METADATA
# title: Footage of a school is taken out only on a basis of Article 19
# scope: rule
# custom:
#   rule: PD-22
#   articles: ["L91-24"]
#   message: school_needs_article_19
#   severity: high
export_denies contains d if {
	not own_data
	not data.tables.zones[input.camera.zoneKind].school == false
	not basis.article19 == true
	d := object.union(rego.metadata.rule().custom, {"at": "request.legalBasisCode"})
}

# METADATA
# title: Statistics are de-identified, by a method that is named
# scope: rule
# custom:
#   rule: PD-21
#   articles: ["L91-14.6"]
#   message: not_deidentified
#   severity: high
special_denies contains d if {
	kind == "aggregate"
	not deidentified
	d := object.union(rego.metadata.rule().custom, {"at": "context.deidMethod"})
}

default deidentified := false

# Encrypted data is still personal data.
deidentified if {
	filled(input.context.deidMethod)
	not data.tables.scopes.stillPersonal[lower(input.context.deidMethod)] == true
}

# METADATA
# title: De-identified data is never joined back to people
# scope: rule
# custom:
#   rule: PD-21
#   articles: ["L91-14.6"]
#   message: reidentification
#   severity: high
always_denies contains d if {
	input.context.reidentify == true
	data.tables.scopes.deidentified[kind] == true
	d := object.union(rego.metadata.rule().custom, {"at": "context.reidentify"})
}

# METADATA
# title: De-identified data is not personal data
# scope: rule
# custom:
#   rule: PD-21
#   articles: ["L91-2.1"]
#   message: statistics_permitted
permits contains p if {
	kind == "aggregate"
	deidentified
	p := object.union(rego.metadata.rule().custom, {"evidence": {"deidMethod": input.context.deidMethod}})
}
