# Drift of purpose: the same target again and again, the same two hands again and again, case numbers nobody knows
# (POL-11 to POL-13; the house's own rules against misuse that looks orderly one request at a time).
package national

import rego.v2

# Why one approver is not enough.
second_needed contains "same_target_again" if input.request.sameTargetCount30d >= data.tables.limits.sameTarget

second_needed contains "pair_approves_again" if input.request.pairApprovals30d >= data.tables.limits.pairApprovals

# A register that does not answer, or answers what nobody understands, has confirmed nothing.
second_needed contains "case_register_unavailable" if {
	is_string(input.request.caseRegister)
	not input.request.caseRegister in {"found", "not_found"}
}

second_needed contains "second_approval_needed" if input.request.approvalsNeeded >= 2

# Whose police keys count as hands of their own: nobody's who also turned the owner's key.
approvers := {a.approver |
	some a in police_keys
	not holds_owner_key(a.approver)
}

holds_owner_key(person) if {
	some one in owner_keys
	one.approver == person
}

# METADATA
# title: The same target again and again is approved by two, and an inspector is told
# scope: rule
# custom:
#   rule: POL-11
#   articles: []
#   code: second_approver
#   mode: after
obligations contains o if {
	kind == "sharing"
	some why in second_needed
	o := due(rego.metadata.rule().custom, {"why": why})
}

# METADATA
# title: An inspector sees who comes back to the same target
# scope: rule
# custom:
#   rule: POL-11
#   articles: []
#   code: notify_inspector
#   mode: after
obligations contains o if {
	kind == "sharing"
	"same_target_again" in second_needed
	o := due(rego.metadata.rule().custom, {"why": "same_target_again", "count": input.request.sameTargetCount30d})
}

# METADATA
# title: An inspector sees which two people always decide together
# scope: rule
# custom:
#   rule: POL-12
#   articles: []
#   code: notify_inspector
#   mode: after
obligations contains o if {
	kind == "sharing"
	"pair_approves_again" in second_needed
	o := due(rego.metadata.rule().custom, {"why": "pair_approves_again", "count": input.request.pairApprovals30d})
}

# METADATA
# title: Footage that needs two approvers is not opened by one
# scope: rule
# custom:
#   rule: POL-11
#   articles: []
#   message: second_approval_needed
#   by: police
needs contains n if {
	by_request
	kind == "footage"
	count(second_needed) > 0
	count(approvers) < 2
	n := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# METADATA
# title: The first approval of two opens nothing yet
# scope: rule
# custom:
#   rule: POL-11
#   articles: []
#   message: second_approval_needed
#   by: second_approver
needs contains n if {
	input.action == "approve"
	count(second_needed) > 0
	count(approvers) == 0
	n := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# METADATA
# title: The second approver is another person than the first
# scope: rule
# custom:
#   rule: POL-12
#   articles: []
#   message: approver_has_approved
#   severity: high
picture_denies contains d if {
	input.action == "approve"
	has_approved
	d := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# Whatever is left unsaid of a key, it may have been the approver's; the owner's key in the same hand is SE-05's affair.
has_approved if {
	some one in input.approvals
	one.approver == input.viewer.userId
	not one.key == "owner"
}

# METADATA
# title: A case number that its register does not know opens nothing
# scope: rule
# custom:
#   rule: POL-13
#   articles: []
#   message: case_number_not_known
#   severity: high
picture_denies contains d if {
	by_request
	input.request.caseRegister == "not_found"
	d := object.union(rego.metadata.rule().custom, {"at": "request.caseFileId"})
}

# METADATA
# title: A case number is written the way its body writes them
# scope: rule
# custom:
#   rule: POL-13
#   articles: []
#   message: case_number_malformed
#   severity: medium
picture_denies contains d if {
	by_request
	is_string(input.request.caseNumberForm)
	not case_form_fits
	d := object.union(rego.metadata.rule().custom, {"at": "request.caseFileId", "expects": case_forms})
}

# Who states the form names it (tables/caseForms.json), or says that it has compared it itself.
case_form_fits if input.request.caseNumberForm == "good"

case_form_fits if input.request.caseNumberForm in case_forms

# A basis with papers of its own names their form, else the kind of body does.
case_forms := data.tables.caseForms.byBasis[input.request.legalBasisCode]

case_forms := case_forms_of_body if not is_array(data.tables.caseForms.byBasis[input.request.legalBasisCode])

case_forms_of_body := data.tables.caseForms.byGroup[data.tables.orgs[asker_kind].group]

case_forms_of_body := data.tables.caseForms.other if {
	not is_array(data.tables.caseForms.byGroup[data.tables.orgs[asker_kind].group])
}
