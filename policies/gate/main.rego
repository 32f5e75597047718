# METADATA
# description: |
#   The gate. Deny overrides; then what cannot be decided; then what is still needed; then a permission must exist.
#   Rules live in the layers below; this package only collects and combines what they say.
package gate

import rego.v2

# One question, one answer.
decision := answer if count(misshapen_denies) == 0

decision := object.union(answer, {"effect": "deny", "denies": array.concat(answer.denies, misshapen_denies)}) if {
	count(misshapen_denies) > 0
}

# The same for a host that has itself compared every stated fact with tables/form.json (libs/regulation does, and a test
# holds its check equal to this one). Only that comparison is left out: a third of the whole time.
checked_decision := answer

# The checked question about many cameras (a request, a page of a list), each answered by the same rules.
decisions := [one |
	some camera in input.cameras
	one := answer with input.camera as camera
]

# METADATA
# title: A stated fact has a known name and its own type
# scope: rule
# custom:
#   rule: POL-0
#   articles: []
#   message: mistyped_fact
#   severity: high
misshapen_denies := [object.union(rego.metadata.rule().custom, {"at": path}) |
	not before_first_law
	some path in data.national.misshapen
]

answer := {
	"effect": effect,
	"denies": cited_denies,
	"unknowns": unknowns,
	"needs": cited_needs,
	"reasons": cited_permits,
	"obligations": obligations,
	"deadlines": deadlines,
	"fields": fields,
	"validUntil": valid_until,
}

effect := "deny" if untimely

effect := "cannot_decide" if before_first_law

effect := "deny" if {
	in_known_time
	count(denies) > 0
}

effect := "cannot_decide" if {
	in_known_time
	count(denies) == 0
	count(unknowns) > 0
}

effect := "needs_approval" if {
	in_known_time
	count(denies) == 0
	count(unknowns) == 0
	count(needs) > 0
}

effect := "allow" if {
	in_known_time
	count(denies) == 0
	count(unknowns) == 0
	count(needs) == 0
	count(permits) > 0
}

# Nothing forbids and nothing permits: default deny.
effect := "deny" if {
	in_known_time
	count(denies) == 0
	count(unknowns) == 0
	count(needs) == 0
	count(permits) == 0
}

untimely if not is_number(input.asOf)

before_first_law if {
	is_number(input.asOf)
	input.asOf < data.tables.time.firstKnown
}

in_known_time if {
	is_number(input.asOf)
	input.asOf >= data.tables.time.firstKnown
}

# What a layer says counts only while its rule is in force; a denial with an id outside the table always counts.
denies contains d if {
	some d in data.national.denies
	not out_of_force(d.rule)
}

denies contains d if {
	some d in data.hanoi.denies
	not out_of_force(d.rule)
}

needs contains n if {
	some n in data.national.needs
	not out_of_force(n.rule)
}

needs contains n if {
	some n in data.hanoi.needs
	not out_of_force(n.rule)
}

permits contains p if {
	some p in data.national.permits
	in_force(p.rule)
}

permits contains p if {
	some p in data.hanoi.permits
	in_force(p.rule)
}

in_force(rule) if {
	data.tables.rules[rule].from <= input.asOf
	input.asOf < data.tables.rules[rule].to
}

out_of_force(rule) if {
	is_number(input.asOf)
	is_object(data.tables.rules[rule])
	not in_force(rule)
}

# METADATA
# title: The act itself is known to the house but its law is not coded yet
# scope: rule
# custom:
#   rule: POL-7
#   articles: []
#   message: action_not_coded
#   severity: high
unknowns contains d if {
	data.tables.actions[input.action].coded == false
	d := object.union(rego.metadata.rule().custom, {"at": "action"})
}

unknowns contains d if {
	some d in data.national.unknowns
	not out_of_force(d.rule)
}

# METADATA
# title: The law that governed this act on that day is not in the catalogue
# scope: rule
# custom:
#   rule: POL-6
#   articles: []
#   message: law_of_that_day_unknown
#   severity: high
unknowns contains d if {
	input.asOf < data.tables.actions[input.action].knownFrom
	d := object.union(rego.metadata.rule().custom, {"at": "asOf"})
}

# Before the first law nothing is said for or against.
cited_denies := [cited(d) |
	not before_first_law
	some d in denies
]

cited_needs := [cited(n) | some n in needs]

cited_permits := [cited(p) | some p in permits]

# An article is cited only for an act of its time (PD-14 before 19/08/2026 has none).
cited(d) := object.union(d, {"articles": [a |
	some a in d.articles
	not article_out_of_force(a)
]})

article_out_of_force(a) if {
	is_object(data.tables.articles[a])
	not article_in_force(a)
}

article_in_force(a) if {
	data.tables.articles[a].from <= input.asOf
	input.asOf < data.tables.articles[a].to
}

obligations := array.concat(standing_obligations, [o | some o in added_obligations])

standing_obligations := data.tables.actions[input.action].obligations if {
	is_array(data.tables.actions[input.action].obligations)
}

standing_obligations := [] if not is_array(data.tables.actions[input.action].obligations)

added_obligations contains o if {
	some o in data.national.obligations
	not out_of_force(o.rule)
}

added_obligations contains o if {
	some o in data.hanoi.obligations
	not out_of_force(o.rule)
}

deadlines contains cited(d) if {
	some d in data.national.deadlines
	in_force(d.rule)
}

# The decision must be asked again when a paper it rests on runs out. The next changeover of the law is added by the host:
# it is the same for every question (tables/time.json).
valid_until := min(array.concat(
	[data.tables.time.end],
	[t | some t in data.national.papers_end; t > input.asOf],
))
