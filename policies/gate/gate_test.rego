package gate_test

import rego.v2

import data.gate
import data.national
import data.system.log

# The entrypoints that cases do not ask, and the switches of the tables.

first_allowed := object.union(bases[0], {})

about(camera) := object.union(bases[0], {"camera": camera})

test_a_brief_says_what_the_decision_says if {
	a := gate.decision with input as first_allowed
	b := gate.brief with input as first_allowed
	b.effect == "allow"
	a.effect == b.effect
	[p.rule | some p in a.reasons] == [p.rule | some p in b.reasons]
	a.validUntil == b.validUntil
}

test_each_camera_is_decided_alone if {
	cameras := [first_allowed.camera, object.union(first_allowed.camera, {"classification": "stateSecret"})]
	given := object.union(first_allowed, {"cameras": cameras})
	answers := gate.briefs with input as given
	[one.effect | some one in answers] == [gate_effect(cameras[0]), "deny"]
}

gate_effect(camera) := effect if effect := gate.effect with input as about(camera)

test_classes_are_those_that_would_be_allowed if {
	question := {"action": "list_cameras", "asOf": 1789437600000, "viewer": {"roles": ["requester"]}}
	open := {"systemKind": "central", "missionClass": "GIAO_THONG", "classification": "normal"}
	classes := [open, object.union(open, {"classification": "stateSecret"}), object.union(open, {"systemKind": "defence"}), open]
	seen := gate.allowed_classes with input as object.union(question, {"classes": classes})
	seen.allow == [0, 3]
	seen.needsApproval == []
	seen.validUntil == data.tables.time.end
}

test_nothing_against_and_nothing_for_is_a_denial if {
	answer := gate.decision with input as {"action": "sign_in", "asOf": 1789437600000, "viewer": {"roles": ["public"]}}
		with data.national.permits as set()
		with data.hanoi.permits as set()
	answer.effect == "deny"
	count(answer.denies) == 0
}

test_an_act_not_coded_cannot_be_decided if {
	row := {"kind": "role", "type": "Session", "coded": false, "facts": [], "obligations": [], "knownFrom": 0}
	answer := gate.decision with input as {"action": "sign_in", "asOf": 1789437600000, "viewer": {"roles": ["public"]}}
		with data.tables.actions.sign_in as row
	answer.effect == "cannot_decide"
	"action_not_coded" in {u.message | some u in answer.unknowns}
}

test_the_city_layer_may_ask_for_more if {
	answer := gate.decision with input as {"action": "sign_in", "asOf": 1789437600000, "viewer": {"roles": ["public"]}}
		with data.hanoi.needs as {{"rule": "CT-04", "articles": [], "message": "grant_needed", "at": "grant", "by": "police"}}
	answer.effect == "needs_approval"
}

test_a_denial_of_an_unknown_rule_counts if {
	answer := gate.decision with input as {"action": "sign_in", "asOf": 1789437600000, "viewer": {"roles": ["public"]}}
		with data.hanoi.denies as {{"rule": "XX-99", "articles": ["no-such"], "message": "state_secret", "at": "x", "severity": "high"}}
	answer.effect == "deny"
	[d.articles | some d in answer.denies] == [["no-such"]]
}

# What only a switch of the tables shows: "report_judged", "house_judged", and "needs_paper" under another city's layer.
test_signers_may_ask_for_organisation_facts if {
	request := {
		"action": "submit_request", "asOf": 1789437600000,
		"viewer": {"roles": ["requester"], "orgKind": "SO_XD"},
	}
	strict := national.rule_denies with input as request
		with data.tables.limits.organisationFactsRequired as true
	"PD-08" in {d.rule | some d in strict}
	city := data.hanoi.denies with input as request
		with data.tables.limits.organisationFactsRequired as true
	"HN-01" in {d.rule | some d in city}
}

test_signers_may_ask_owners_to_describe_their_house if {
	owner := {"action": "register_camera", "asOf": 1789437600000, "viewer": {"roles": ["owner"], "orgKind": "DOANH_NGHIEP"}}
	asked := national.rule_denies with input as owner
		with data.tables.limits.organisationFactsRequired as true
	{"PD-26", "PD-27"} & {d.rule | some d in asked} == {"PD-26", "PD-27"}
	household := national.rule_denies with input as object.union(owner, {"viewer": {"orgKind": "HO_KINH_DOANH"}})
		with data.tables.limits.organisationFactsRequired as true
	not "PD-26" in {d.rule | some d in household}
}

test_what_is_taken_away_needs_paper_even_with_standing_authority if {
	taken := object.union(first_allowed, {"action": "clip_export"})
	denied := national.rule_denies with input as object.remove(taken, ["request"])
		with data.hanoi.standing_authority as true
	"PD-14" in {d.rule | some d in denied}
}

test_who_handed_something_in_is_sealed_in_the_answer if {
	intake := gate.decision with input as {"action": "citizen_intake", "asOf": 1789437600000, "viewer": {"roles": ["public"]}}
	intake.fields == {"allow": [], "mask": {"submission.provider": "sealed"}}
	other := gate.decision with input as {"action": "sign_in", "asOf": 1789437600000, "viewer": {"roles": ["public"]}}
	other.fields == {"allow": [], "mask": {}}
}

test_names_and_addresses_are_masked if {
	log.mask["/input/viewer/nationalIdRef"]
	log.mask["/input/context/sourceIp"]
}

# No row of the catalogue has ended yet; when one does, it counts to its last moment and no longer.

ending := {"from": 10, "to": 20}

test_a_rule_counts_from_its_first_moment_to_its_last if {
	every at, counts in {9: false, 10: true, 19: true, 20: false} {
		counts == force_at(at)
	}
}

force_at(at) if gate.in_force("X-1") with input.asOf as at with data.tables.rules as {"X-1": ending}

force_at(at) := false if not gate.in_force("X-1") with input.asOf as at with data.tables.rules as {"X-1": ending}

test_an_article_is_cited_from_its_first_moment_to_its_last if {
	every at, keys in {9: [], 10: ["X-1.1"], 19: ["X-1.1"], 20: []} {
		one := gate.cited({"articles": ["X-1.1"]}) with input.asOf as at with data.tables.articles as {"X-1.1": ending}
		one.articles == keys
	}
}

test_needs_and_unknowns_count_while_their_rule_is_in_force if {
	every at, counted in {19: 1, 20: 0} {
		national_needs := gate.needs with input.asOf as at
			with data.tables.rules as {"X-1": ending}
			with data.national.needs as {{"rule": "X-1", "by": "owner"}}
			with data.hanoi.needs as set()
		city_needs := gate.needs with input.asOf as at
			with data.tables.rules as {"X-1": ending}
			with data.national.needs as set()
			with data.hanoi.needs as {{"rule": "X-1", "by": "owner"}}
		unknown := gate.unknowns with input as {"action": "sign_in", "asOf": at}
			with data.tables.rules as {"X-1": ending}
			with data.tables.actions.sign_in.knownFrom as 0
			with data.national.unknowns as {{"rule": "X-1", "message": "x"}}
		[count(national_needs), count(city_needs), count(unknown)] == [counted, counted, counted]
	}
}
