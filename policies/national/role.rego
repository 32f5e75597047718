# One role a session, and each role only its own acts (SE-05, P8).
package national

import rego.v2

# METADATA
# title: The viewer acts in exactly one role that the house knows
# scope: rule
# custom:
#   rule: POL-2
#   articles: ["TCVN14423-5.6"]
#   message: role_not_known_or_mixed
#   severity: high
always_denies contains d if {
	not one_known_role
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.roles"})
}

# Rights that need no account: whoever states no role acts as one of the public.
default acts_as_anyone := false

acts_as_anyone if {
	act.anyone == true
	not is_array(input.viewer.roles)
}

one_known_role if acts_as_anyone

one_known_role if {
	count(input.viewer.roles) == 1
	is_object(data.tables.roles[input.viewer.roles[0]])
}

# METADATA
# title: The act belongs to the viewer's role
# scope: rule
# custom:
#   rule: POL-3
#   articles: ["TCVN14423-5.6"]
#   message: role_may_not
#   severity: high
always_denies contains d if {
	not role_may
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.roles"})
}

role_may if acts_as_anyone

role_may if {
	some role in input.viewer.roles
	data.tables.roles[role].actions[input.action] == true
}

# METADATA
# title: Acts that touch no footage are permitted by the role
# scope: rule
# custom:
#   rule: POL-3
#   articles: []
#   message: role_permits
permits contains p if {
	data.tables.limits.byRoleAlone[kind] == true
	role_may
	p := object.union(rego.metadata.rule().custom, {"evidence": {"role": input.viewer.roles[0]}})
}

# METADATA
# title: The kind of the viewer's body is known
# scope: rule
# custom:
#   rule: POL-2
#   articles: []
#   message: organisation_kind_not_known
#   severity: high
always_denies contains d if {
	some group in data.tables.actions[input.action].facts
	data.tables.scopes.namesBody[group] == true
	not is_object(data.tables.orgs[input.viewer.orgKind])
	not of_no_body
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgKind"})
}

# A person who asks for their own picture belongs to no body.
default of_no_body := false

of_no_body if {
	own_right
	not is_string(input.viewer.orgKind)
}
