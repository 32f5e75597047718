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

# The same for a host that has itself compared every stated fact with tables/form.json and found every fact that the act
# needs (libs/regulation does; tests hold its checks equal to the rules of required.rego), and that adds what it reads off
# the same tables: articles out of force, the obligations an act always carries, its fields. Half of the whole time.
brief := {
	"effect": effect_after(rule_denies),
	"denies": rule_denies,
	"unknowns": unknowns,
	"needs": needs,
	"reasons": permits,
	"obligations": added_obligations,
	"deadlines": deadlines,
	"validUntil": valid_until,
}

# The checked question about many cameras (a request, a page of a list), each answered by the same rules.
briefs := [one |
	some camera in input.cameras
	one := brief with input.camera as camera
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
	"denies": [cited(d) | some d in denies],
	"unknowns": unknowns,
	"needs": [cited(n) | some n in needs],
	"reasons": [cited(p) | some p in permits],
	"obligations": array.concat(standing_obligations, added_obligations),
	"deadlines": [cited(d) | some d in deadlines],
	"fields": fields,
	"validUntil": valid_until,
}

effect := effect_after(denies)

effect_after(_) := "cannot_decide" if before_first_law

# Before the first law nothing stands against; and who does not say when is denied by POL-0 like any other.
effect_after(against) := "deny" if count(against) > 0

effect_after(against) := undenied if {
	not before_first_law
	count(against) == 0
}

undenied := "cannot_decide" if count(unknowns) > 0

undenied := "needs_approval" if {
	count(unknowns) == 0
	count(needs) > 0
}

undenied := "allow" if {
	count(unknowns) == 0
	count(needs) == 0
	count(permits) > 0
}

# Nothing forbids and nothing permits: default deny.
undenied := "deny" if {
	count(unknowns) == 0
	count(needs) == 0
	count(permits) == 0
}

default before_first_law := false

before_first_law if {
	is_number(input.asOf)
	input.asOf < data.tables.time.firstKnown
}

# What a layer says counts only while its rule is in force; a denial with an id outside the table always counts.
# Lists, not sets: a set hashes every word again at each step.
denies := array.concat(rule_denies, [d |
	not before_first_law
	some d in data.national.fact_denies
])

# Before the first law nothing is said for or against.
rule_denies := array.concat(
	[d |
		not before_first_law
		some d in data.national.rule_denies
		not out_of_force(d.rule)
	],
	[d |
		not before_first_law
		some d in data.hanoi.denies
		not out_of_force(d.rule)
	],
)

needs := array.concat(
	[n |
		some n in data.national.needs
		not out_of_force(n.rule)
	],
	[n |
		some n in data.hanoi.needs
		not out_of_force(n.rule)
	],
)

permits := array.concat(
	[p |
		some p in data.national.permits
		in_force(p.rule)
	],
	[p |
		some p in data.hanoi.permits
		in_force(p.rule)
	],
)

in_force(rule) if {
	row := data.tables.rules[rule]
	row.from <= input.asOf
	input.asOf < row.to
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
	row := data.tables.articles[a]
	row.from <= input.asOf
	input.asOf < row.to
}

default standing_obligations := []

standing_obligations := data.tables.actions[input.action].obligations

added_obligations := array.concat(
	[o |
		some o in data.national.obligations
		not out_of_force(o.rule)
	],
	[o |
		some o in data.hanoi.obligations
		not out_of_force(o.rule)
	],
)

deadlines := [d |
	some d in data.national.deadlines
	in_force(d.rule)
]

# The decision must be asked again when a paper it rests on runs out. The next changeover of the law is added by the host:
# it is the same for every question (tables/time.json).
valid_until := min(array.concat(
	[data.tables.time.end],
	[t | some t in data.national.papers_end; t > input.asOf],
))
