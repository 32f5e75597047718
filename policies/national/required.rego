# Facts. A fact that is missing, null, of the wrong type or empty denies, and so does a name nobody knows.
package national

import rego.v2

# METADATA
# title: Every fact that the action needs is stated, in its type, and not empty
# scope: rule
# custom:
#   rule: POL-0
#   articles: []
#   message: missing_fact
#   severity: high
fact_denies contains d if {
	some group in data.tables.actions[input.action].facts
	some fact in data.tables.facts[group]
	not stated(fact)
	not excused(fact)
	d := object.union(rego.metadata.rule().custom, {"at": fact.at})
}

# On the roads of a person's own right no body, purpose or basis is asked for; and some acts are open to anyone.
excused(fact) if {
	fact.notOfOwnRight == true
	own_right
}

excused(fact) if {
	fact.notOfAnyone == true
	acts_as_anyone
}

stated(fact) if {
	value := object.get(input, fact.path, null)
	type_name(value) == fact.type
	not blank(fact, value)
}

blank(fact, value) if {
	fact.filled == true
	count(value) == 0
}

# METADATA
# title: The instant of the act is stated
# scope: rule
# custom:
#   rule: POL-0
#   articles: []
#   message: missing_fact
#   severity: high
always_denies contains d if {
	not is_number(input.asOf)
	d := object.union(rego.metadata.rule().custom, {"at": "asOf"})
}

# METADATA
# title: The action is one of the action table
# scope: rule
# custom:
#   rule: POL-1
#   articles: []
#   message: unknown_action
#   severity: high
always_denies contains d if {
	not known_action
	d := object.union(rego.metadata.rule().custom, {"at": "action"})
}

known_action if is_object(data.tables.actions[input.action])

# tables/form.json, unrolled: Rego knows no recursion and no fact lies deeper than four names.
# null says "not stated"; whether it had to be stated is the facts table's question.
misshapen contains a if {
	some a, value in input
	not data.tables.form.field.input[a][type_name(value)] == true
}

misshapen contains concat(".", [a, b]) if {
	some a, inner in input
	fields := data.tables.form.field[data.tables.form.inner.input[a]]
	some b, value in inner
	not fields[b][type_name(value)] == true
}

misshapen contains concat(".", [a, b, c]) if {
	some a, inner in input
	some b, deep in data.tables.form.inner[data.tables.form.inner.input[a]]
	fields := data.tables.form.field[deep]
	some c, value in inner[b]
	not fields[c][type_name(value)] == true
}

misshapen contains concat(".", ["grant", "scope", "window", d]) if {
	some d, value in input.grant.scope.window
	not data.tables.form.field.window[d][type_name(value)] == true
}

# Rows: approvals at the top, viewer.delegations one below.
misshapen contains concat(".", [a, b]) if {
	some a, shape in data.tables.form.rows.input
	fields := data.tables.form.field[shape]
	some row in input[a]
	some b, value in as_row(row)
	not fields[b][type_name(value)] == true
}

misshapen contains concat(".", [a, b, c]) if {
	some a, shape in data.tables.form.rows.input
	some b, deep in data.tables.form.inner[shape]
	fields := data.tables.form.field[deep]
	some row in input[a]
	some c, value in row[b]
	not fields[c][type_name(value)] == true
}

misshapen contains concat(".", [a, b, c]) if {
	some a, inner in input
	some b, row_shape in data.tables.form.rows[data.tables.form.inner.input[a]]
	fields := data.tables.form.field[row_shape]
	some row in inner[b]
	some c, value in as_row(row)
	not fields[c][type_name(value)] == true
}

# What is no row has a field that no row has.
as_row(row) := row if is_object(row)

as_row(row) := {"[row]": row} if not is_object(row)

# Lists of texts hold nothing but texts.
misshapen contains concat(".", [a, b]) if {
	some a, inner in input
	some b, _ in data.tables.form.texts[data.tables.form.inner.input[a]]
	some text in inner[b]
	not is_string(text)
}

misshapen contains concat(".", [a, b, c]) if {
	some a, inner in input
	some b, deep in data.tables.form.inner[data.tables.form.inner.input[a]]
	some c, _ in data.tables.form.texts[deep]
	some text in inner[b][c]
	not is_string(text)
}
