# Rights of data subjects and incidents: what may be asked and what is refused (DS-02, DS-04, DS-06).
package national

import rego.v2

# METADATA
# title: The kind of right is one that the law knows
# scope: rule
# custom:
#   rule: DS-01
#   articles: ["ND356-5"]
#   message: subject_right_unknown
#   severity: medium
special_denies contains d if {
	kind == "subject"
	not is_object(data.tables.subjectTerms[input.dataSubjectRequest.kind])
	d := object.union(rego.metadata.rule().custom, {"at": "dataSubjectRequest.kind"})
}

# A person need not know the basis; whoever answers does. A basis that nobody knows is not consent.
processing_without_consent if {
	filled(input.dataSubjectRequest.basis)
	not is_object(data.tables.bases[input.dataSubjectRequest.basis])
}

processing_without_consent if data.tables.bases[input.dataSubjectRequest.basis].article19 == true

processing_without_consent if startswith(input.dataSubjectRequest.basis, "PDPL-32.1")

# METADATA
# title: Lawful processing without consent cannot be withdrawn from, restricted or objected to
# scope: rule
# custom:
#   rule: DS-02
#   articles: ["ND356-5"]
#   message: processing_rests_on_law
#   severity: medium
special_denies contains d if {
	kind == "subject"
	data.tables.subjectTerms[input.dataSubjectRequest.kind].rule == "DS-02"
	processing_without_consent
	d := object.union(rego.metadata.rule().custom, {"at": "dataSubjectRequest.basis"})
}

# METADATA
# title: Data processed under Article 19 is not deleted on request
# scope: rule
# custom:
#   rule: DS-04
#   articles: ["ND356-5", "L91-14.2"]
#   message: processing_rests_on_law
#   severity: medium
special_denies contains d if {
	kind == "subject"
	data.tables.subjectTerms[input.dataSubjectRequest.kind].rule == "DS-04"
	processing_without_consent
	d := object.union(rego.metadata.rule().custom, {"at": "dataSubjectRequest.basis"})
}

# METADATA
# title: A term is extended once, with a reason
# scope: rule
# custom:
#   rule: DS-06
#   articles: ["ND356-5"]
#   message: extension_not_allowed
#   severity: medium
special_denies contains d if {
	kind == "subject"
	is_object(input.dataSubjectRequest.extension)
	not extension_in_order
	d := object.union(rego.metadata.rule().custom, {"at": "dataSubjectRequest.extension"})
}

extension_in_order if input.dataSubjectRequest.extension.count == 0

extension_in_order if extension_reasoned

# An extension is one, unless more are stated.
extension_reasoned if {
	object.get(input.dataSubjectRequest.extension, "count", 1) in {1, null}
	filled(input.dataSubjectRequest.extension.reason)
}

# METADATA
# title: A term is extended by no more than its kind allows
# scope: rule
# custom:
#   rule: DS-02
#   articles: ["ND356-5"]
#   message: extension_too_long
#   severity: medium
special_denies contains d if {
	kind == "subject"
	row := data.tables.subjectTerms[input.dataSubjectRequest.kind]
	input.dataSubjectRequest.extension.days > row.extension
	d := object.union(rego.metadata.rule().custom, {"rule": row.rule, "at": "dataSubjectRequest.extension.days"})
}

# METADATA
# title: Whoever asks for their own picture is told whom to turn to
# scope: rule
# custom:
#   rule: DS-07
#   articles: ["ND330-71.1"]
#   code: give_controller_contact
#   mode: after
special_obligations contains o if {
	kind == "subject"
	input.dataSubjectRequest.kind in {"view", "obtain"}
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: A data subject's request is received whoever they are
# scope: rule
# custom:
#   rule: DS-01
#   articles: ["ND356-5"]
#   message: subject_request_received
permits contains p if {
	kind == "subject"
	p := object.union(rego.metadata.rule().custom, {"evidence": {"kind": input.dataSubjectRequest.kind}})
}
