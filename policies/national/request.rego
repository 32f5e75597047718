# The written request (SH-02, PD-14) and what never passes through here (SH-07).
package national

import rego.v2

# METADATA
# title: A request states everything that the form of the law asks
# scope: rule
# custom:
#   rule: SH-02
#   articles: ["ND165"]
#   message: request_incomplete
#   severity: medium
denies contains d if {
	by_request
	some fact in data.tables.facts.request_form
	not form_filled(fact)
	d := object.union(rego.metadata.rule().custom, {"at": fact.at})
}

form_filled(fact) if {
	value := object.get(input, fact.path, null)
	type_name(value) in fact.types
	not value == ""
}

# METADATA
# title: The reason says something
# scope: rule
# custom:
#   rule: SH-02
#   articles: ["ND165"]
#   message: reason_says_nothing
#   severity: medium
denies contains d if {
	by_request
	not count(trim(input.request.reason, " .-,;:!?_\t\n")) >= data.tables.limits.reasonLetters
	d := object.union(rego.metadata.rule().custom, {"at": "request.reason"})
}

# METADATA
# title: No footage to an agency or third party without the written request of a competent authority
# scope: rule
# custom:
#   rule: PD-14
#   articles: ["ND330-71.2"]
#   message: written_request_missing
#   severity: high
denies contains d if {
	by_request
	some part in {"number", "issuer", "signatureRef"}
	not filled(input.request.writtenRequest[part])
	d := object.union(rego.metadata.rule().custom, {"at": concat(".", ["request.writtenRequest", part])})
}

# METADATA
# title: The written request is dated, and not later than the act
# scope: rule
# custom:
#   rule: PD-14
#   articles: ["ND330-71.2"]
#   message: written_request_missing
#   severity: high
denies contains d if {
	by_request
	not request_dated
	d := object.union(rego.metadata.rule().custom, {"at": "request.writtenRequest.date"})
}

# METADATA
# title: The request is in writing, with number, date and issuer
# scope: rule
# custom:
#   rule: SH-02
#   articles: ["ND165"]
#   message: written_request_missing
#   severity: medium
denies contains d if {
	by_request
	not in_writing
	d := object.union(rego.metadata.rule().custom, {"at": "request.writtenRequest"})
}

in_writing if {
	filled(input.request.writtenRequest.number)
	filled(input.request.writtenRequest.issuer)
	request_dated
}

request_dated if {
	is_number(input.request.writtenRequest.date)
	input.request.writtenRequest.date <= input.asOf
}

# METADATA
# title: State secrets never pass through this gate
# scope: rule
# custom:
#   rule: SH-07
#   articles: ["ND278", "L117-5", "HCM01"]
#   message: state_secret
#   severity: high
denies contains d if {
	kind in {"footage", "sharing", "camera"}
	not input.camera.classification == "normal"
	d := object.union(rego.metadata.rule().custom, {"at": "camera.classification"})
}
