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
denies contains d if {
	some group in data.tables.actions[input.action].facts
	some fact in data.tables.facts[group]
	not stated(fact)
	d := object.union(rego.metadata.rule().custom, {"at": fact.at})
}

stated(fact) if {
	value := object.get(input, fact.path, null)
	type_name(value) == fact.type
	not blank(fact, value)
}

blank(fact, value) if {
	fact.filled == true
	value in {"", []}
}

# METADATA
# title: The instant of the act is stated
# scope: rule
# custom:
#   rule: POL-0
#   articles: []
#   message: missing_fact
#   severity: high
denies contains d if {
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
denies contains d if {
	not known_action
	d := object.union(rego.metadata.rule().custom, {"at": "action"})
}

known_action if is_object(data.tables.actions[input.action])

# METADATA
# title: A stated fact has a known name and its own type
# scope: rule
# custom:
#   rule: POL-0
#   articles: []
#   message: mistyped_fact
#   severity: high
denies contains d if {
	some path in misshapen
	d := object.union(rego.metadata.rule().custom, {"at": path})
}

# The shape table, unrolled: Rego knows no recursion and no fact lies deeper than four names.
misshapen contains name if {
	some name, value in input
	not name in each_judged_alone
	not shaped("input", name, value)
}

misshapen contains name if {
	some name in each_judged_alone
	not is_array(object.get(input, name, []))
}

# Their items become input.camera one by one and are checked there.
each_judged_alone := {"cameras", "classes"}

misshapen contains concat(".", [a, b]) if {
	some a, inner in input
	kind := data.tables.types[data.tables.shape.input[a]]
	kind.json == "object"
	some b, value in inner
	not shaped(kind.shape, b, value)
}

misshapen contains concat(".", [a, b, c]) if {
	some a, inner in input
	kind := data.tables.types[data.tables.shape.input[a]]
	kind.json == "object"
	some b, deeper in inner
	deep := data.tables.types[data.tables.shape[kind.shape][b]]
	deep.json == "object"
	some c, value in deeper
	not shaped(deep.shape, c, value)
}

misshapen contains concat(".", [a, b, c, d]) if {
	some a, inner in input
	kind := data.tables.types[data.tables.shape.input[a]]
	kind.json == "object"
	some b, deeper in inner
	deep := data.tables.types[data.tables.shape[kind.shape][b]]
	deep.json == "object"
	some c, deepest in deeper
	last := data.tables.types[data.tables.shape[deep.shape][c]]
	last.json == "object"
	some d, value in deepest
	not shaped(last.shape, d, value)
}

# Lists of objects: at the top (approvals) and one below (viewer.delegations).
misshapen contains concat(".", [a, b]) if {
	some a, rows in input
	not a in each_judged_alone
	kind := data.tables.types[data.tables.shape.input[a]]
	kind.json == "array"
	kind.shape
	some row in rows
	some b, value in row
	not shaped(kind.shape, b, value)
}

misshapen contains concat(".", [a, b, c]) if {
	some a, inner in input
	kind := data.tables.types[data.tables.shape.input[a]]
	kind.json == "object"
	some b, rows in inner
	deep := data.tables.types[data.tables.shape[kind.shape][b]]
	deep.json == "array"
	deep.shape
	some row in rows
	some c, value in row
	not shaped(deep.shape, c, value)
}

# null says "not stated"; whether it had to be stated is the facts table's question.
shaped(shape, name, null) if data.tables.shape[shape][name]

shaped(shape, name, value) if {
	kind := data.tables.types[data.tables.shape[shape][name]]
	of_kind(kind, value)
}

of_kind(kind, _) if kind.json == "any"

of_kind(kind, value) if {
	kind.json == type_name(value)
	not kind.item
	not kind.shape
}

of_kind(kind, value) if {
	kind.json == "object"
	is_object(value)
}

of_kind(kind, value) if {
	kind.json == "array"
	is_array(value)
	every item in value {
		type_name(item) == object.get(kind, "item", "object")
	}
}
