package hanoi_test

import rego.v2

import data.gate

# What no case can show, because it stands in a table or in the measure of a duty: "paused", "CT-07".

asked_at := 1789437600000

new_camera := {
	"action": "register_camera", "asOf": asked_at,
	"viewer": {"userId": "u1", "orgId": "o1", "orgKind": "UBND_PHUONG", "roles": ["owner"]},
	"camera": {
		"systemKind": "central", "missionClass": "GIAO_THONG", "classification": "normal", "isPublicPlace": true,
		"origin": "newInvestment", "integrationStatus": "notYet", "protocols": ["onvif"], "fundingKind": "state",
	},
}

refused_by(pause) := {d.rule | some d in denies} if {
	denies := gate.decision.denies with input as new_camera
		with data.tables.moratorium as pause
}

test_the_pause_runs_from_its_first_moment if {
	refused_by({"from": asked_at, "to": asked_at + 1}) == {"HN-02"}
	refused_by({"from": asked_at + 1, "to": asked_at + 2}) == set()
}

test_the_pause_ends_with_its_row if {
	refused_by({"from": 0, "to": asked_at}) == set()
	refused_by({"from": 0, "to": asked_at + 1}) == {"HN-02"}
}

test_what_everybody_may_see_comes_one_picture_a_second if {
	seen := gate.decision with input as {
		"action": "live_view", "asOf": asked_at,
		"viewer": {"userId": "u1", "orgId": "o1", "orgKind": "TO_CHUC", "roles": ["requester"]},
		"context": {"fidelity": "degraded"},
		"camera": {"publicShare": true, "isPublicPlace": true, "zoneKind": "street"},
	}
	{o.params.fps | some o in seen.obligations; o.code == "reduce_fps"} == {1}
}
