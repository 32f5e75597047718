# Emergencies: the four cases of the Data Law and the oral demand of 24 hours (SH-01, SH-10, TR-10).
package national

import rego.v2

# METADATA
# title: The emergency that is invoked is proven
# scope: rule
# custom:
#   rule: SH-01
#   articles: ["L60-18.2"]
#   message: emergency_not_proven
#   severity: high
always_denies contains d if {
	basis.needsEmergencyProof == true
	data.tables.scopes.basis[kind] == true
	not emergency_proven
	d := object.union(rego.metadata.rule().custom, {"at": "request.emergencyDeclRef"})
}

emergency_proven if filled(input.context.emergencyDeclRef)

emergency_proven if filled(input.request.emergencyDeclRef)

hours := 3600000

# An urgent demand by word of mouth, while its first day lasts.
default in_emergency := false

in_emergency if {
	demanded_orally
	input.asOf < input.request.oralRequestAt + (24 * hours)
	not out_of_time("SH-10")
}

# Confirmed in writing within its first day: from then on the paper itself is checked like any other.
confirmed_in_time if {
	is_number(input.request.writtenConfirmedAt)
	input.request.writtenConfirmedAt <= input.asOf
	input.request.writtenConfirmedAt <= input.request.oralRequestAt + (24 * hours)
}

# An urgent demand that stands: in its first day, or confirmed in writing within it.
emergency_stands if in_emergency

emergency_stands if {
	demanded_orally
	confirmed_in_time
	written_request
	not out_of_time("SH-10")
}

# The officer on duty signs the emergency grant: that is the police key. Nobody grants to themselves.
granted_in_emergency if {
	emergency_stands
	filled(input.grant.signature)
	input.request.oralRequestAt <= input.grant.signedAt
	input.grant.signedAt <= input.asOf
	apart(input.grant.approver, input.request.requester.userId)
}

default demanded_orally := false

demanded_orally if {
	input.request.emergency == true
	is_number(input.request.oralRequestAt)
	input.request.oralRequestAt <= input.asOf
	asker_is_state_agency
	basis.emergency == true
}

out_of_time(rule) if not in_time(data.tables.rules[rule])

# METADATA
# title: An urgent demand without its paper lapses after 24 hours
# scope: rule
# custom:
#   rule: SH-10
#   articles: ["ND333-13.4"]
#   message: oral_demand_lapsed
#   severity: high
picture_denies contains d if {
	by_request
	input.request.emergency == true
	not in_emergency
	not emergency_on_paper
	d := object.union(rego.metadata.rule().custom, {"at": "request.writtenConfirmedAt"})
}

emergency_on_paper if {
	confirmed_in_time
	written_request
}

# A demand that came in writing from the start never depended on the spoken word.
emergency_on_paper if {
	written_request
	not is_number(input.request.oralRequestAt)
}

# METADATA
# title: The paper follows the spoken demand within 24 hours
# scope: rule
# custom:
#   rule: SH-10
#   articles: ["ND333-13.4"]
#   name: written_confirmation
#   amount: 24
#   unit: hour
oral_deadlines contains d if {
	urgent_kind
	demanded_orally
	d := term(rego.metadata.rule().custom, input.request.oralRequestAt)
}

urgent_kind if concerns_footage

urgent_kind if kind == "emergency"

# METADATA
# title: The officer on duty answers an urgent demand in its first day
# scope: rule
# custom:
#   rule: SH-10
#   articles: ["ND333-13.4"]
#   message: urgent_demand_permits
permits contains p if {
	kind == "emergency"
	role_may
	urgent_demand
	p := object.union(rego.metadata.rule().custom, {"evidence": {"oralRequestAt": input.request.oralRequestAt}})
}

# METADATA
# title: Emergency grants are made by the officer on shift
# scope: rule
# custom:
#   rule: TR-10
#   articles: ["TT73-5.1"]
#   message: not_on_shift
#   severity: medium
special_denies contains d if {
	kind == "emergency"
	not input.context.onShift == true
	d := object.union(rego.metadata.rule().custom, {"at": "context.onShift"})
}

# METADATA
# title: An emergency grant answers an urgent demand of a state agency
# scope: rule
# custom:
#   rule: SH-10
#   articles: ["ND333-13.4"]
#   message: no_urgent_demand
#   severity: high
special_denies contains d if {
	kind == "emergency"
	not urgent_demand
	d := object.union(rego.metadata.rule().custom, {"at": "request.oralRequestAt"})
}

# METADATA
# title: An emergency grant lasts no longer than the demand by word of mouth
# scope: rule
# custom:
#   rule: SH-10
#   articles: ["ND333-13.4"]
#   message: emergency_grant_too_long
#   severity: high
special_denies contains d if {
	kind == "emergency"
	not confirmed_in_time
	input.grant.expiresAt > input.request.oralRequestAt + (24 * hours)
	d := object.union(rego.metadata.rule().custom, {"at": "grant.expiresAt"})
}

urgent_demand if {
	input.request.emergency == true
	input.request.oralRequestAt <= input.asOf
	input.asOf < input.request.oralRequestAt + (24 * hours)
	basis.emergency == true
	data.tables.orgs[input.request.requester.orgKind].stateAgency == true
}

term(meta, from) := {"rule": meta.rule, "articles": meta.articles, "name": meta.name, "from": from, "amount": meta.amount, "unit": meta.unit}
