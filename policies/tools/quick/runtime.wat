;; What the compiled policy spends its time in, written again for how this policy uses it. Each function answers exactly what
;; OPA's own (wasm/src/*.c of the pinned version) answers; what it does not treat itself it hands to `<name>.original`.
;; Values: type at 0. Text (4; 8 when it is a constant of the policy): length at 4, bytes at 8. Object (6): buckets at 4, their
;; number at 8, a power of two; an entry is key, value, next. Number (3): at 1 whether it is an integer (1), which lies at 8.

;; --- results of rules: a table with a place for each, instead of an object keyed by number ---------------------------------

(func $opa_memoize_init
  (global.set $spare (i32.const 0))
  (global.set $walked (i32.const 0))
  (global.set $memo (call $opa_malloc (i32.const $memoBytes)))
  (memory.fill (global.get $memo) (i32.const 0) (i32.const $memoBytes)))

;; A table opened for another camera takes over what does not depend on the camera, and gives back what was found of it.
;; Tables are used again: a page opens one for each camera.
(func $opa_memoize_push (local $outer i32)
  (local.set $outer (global.get $memo))
  (if (global.get $spare)
    (global.set $memo (global.get $spare))
    (global.set $spare (i32.load (global.get $memo))))
  (if (i32.eq (global.get $memo) (local.get $outer))
    (global.set $memo (call $opa_malloc (i32.const $memoBytes))))
  (i32.store (global.get $memo) (local.get $outer))
  (memory.copy (i32.add (global.get $memo) (i32.const 4)) (i32.add (local.get $outer) (i32.const 4)) (i32.const $sharedBytes))
  (memory.fill (i32.add (global.get $memo) (i32.const $ownAt)) (i32.const 0) (i32.const $ownBytes)))

(func $opa_memoize_pop (local $outer i32)
  (local.set $outer (i32.load (global.get $memo)))
  (memory.copy (i32.add (local.get $outer) (i32.const 4)) (i32.add (global.get $memo) (i32.const 4)) (i32.const $sharedBytes))
  (i32.store (global.get $memo) (global.get $spare))
  (global.set $spare (global.get $memo))
  (global.set $memo (local.get $outer)))

;; --- constants of the policy have their hash beside them --------------------------------------------------------------------

(func $opa_value_hash (param $value i32) (result i32) (local $type i32)
  (local.set $type (i32.load8_u (local.get $value)))
  (if (i32.eq (local.get $type) (i32.const 8)) (return (i32.load offset=$hashes (local.get $value))))
  (if (i32.ne (local.get $type) (i32.const 4))
    (return (call $opa_value_hash.original (local.get $value))))
  (call $hash_of (i32.load offset=8 (local.get $value)) (i32.load offset=4 (local.get $value))))

;; FNV-1a.
(func $hash_of (param $at i32) (param $count i32) (result i32) (local $hash i32) (local $end i32)
  (local.set $hash (i32.const -2128831035))
  (local.set $end (i32.add (local.get $at) (local.get $count)))
  (block $done
    (loop $next
      (br_if $done (i32.eq (local.get $at) (local.get $end)))
      (local.set $hash (i32.xor (i32.mul (local.get $hash) (i32.const 16777619)) (i32.load8_u (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next)))
  (local.get $hash))

;; Whether two texts are the same.
(func $same_text (param $a i32) (param $b i32) (result i32)
  (if (i32.ne (i32.load offset=4 (local.get $a)) (i32.load offset=4 (local.get $b))) (return (i32.const 0)))
  ;; Two constants are the same when they are one.
  (if (i32.eq (i32.const 16) (i32.add (i32.load8_u (local.get $a)) (i32.load8_u (local.get $b)))) (return (i32.const 0)))
  (call $same_bytes (i32.load offset=8 (local.get $a)) (i32.load offset=8 (local.get $b)) (i32.load offset=4 (local.get $a))))

;; By eights; what is left by looking at the last eight or four once more.
(func $same_bytes (param $a i32) (param $b i32) (param $count i32) (result i32) (local $end i32)
  (local.set $end (i32.add (local.get $a) (local.get $count)))
  (if (i32.ge_u (local.get $count) (i32.const 8))
    (local.set $end (i32.sub (local.get $end) (i32.const 8)))
    (block $last
      (loop $next
        (br_if $last (i32.ge_u (local.get $a) (local.get $end)))
        (if (i64.ne (i64.load (local.get $a)) (i64.load (local.get $b))) (return (i32.const 0)))
        (local.set $a (i32.add (local.get $a) (i32.const 8)))
        (local.set $b (i32.add (local.get $b) (i32.const 8)))
        (br $next)))
    (local.set $b (i32.sub (local.get $b) (i32.sub (local.get $a) (local.get $end))))
    (return (i64.eq (i64.load (local.get $end)) (i64.load (local.get $b)))))
  (if (i32.ge_u (local.get $count) (i32.const 4))
    (if (i32.ne (i32.load (local.get $a)) (i32.load (local.get $b))) (return (i32.const 0)))
    (local.set $b (i32.add (local.get $b) (i32.sub (local.get $count) (i32.const 4))))
    (return (i32.eq (i32.load (i32.sub (local.get $end) (i32.const 4))) (i32.load (local.get $b)))))
  (block $same
    (loop $one
      (br_if $same (i32.eq (local.get $a) (local.get $end)))
      (if (i32.ne (i32.load8_u (local.get $a)) (i32.load8_u (local.get $b))) (return (i32.const 0)))
      (local.set $a (i32.add (local.get $a) (i32.const 1)))
      (local.set $b (i32.add (local.get $b) (i32.const 1)))
      (br $one)))
  (i32.const 1))

;; The entry of an object under a key; 0 when there is none.
(func $opa_object_get (param $object i32) (param $key i32) (result i32) (local $entry i32) (local $known i32) (local $text i32)
  (local.set $entry (i32.load (i32.add (i32.load offset=4 (local.get $object)) (i32.shl
    (i32.and (call $opa_value_hash (local.get $key)) (i32.sub (i32.load offset=8 (local.get $object)) (i32.const 1)))
    (i32.const 2)))))
  (local.set $text (i32.eqz (i32.and (i32.load8_u (local.get $key)) (i32.const 243))))
  (block $none
    (loop $next
      (br_if $none (i32.eqz (local.get $entry)))
      (local.set $known (i32.load (local.get $entry)))
      (if (i32.eq (local.get $known) (local.get $key)) (return (local.get $entry)))
      (if (i32.and (local.get $text) (i32.eqz (i32.and (i32.load8_u (local.get $known)) (i32.const 243))))
        (if (call $same_text (local.get $known) (local.get $key)) (return (local.get $entry))))
      (if (i32.eqz (local.get $text))
        (if (i32.eqz (call $opa_value_compare (local.get $known) (local.get $key))) (return (local.get $entry))))
      (local.set $entry (i32.load offset=8 (local.get $entry)))
      (br $next)))
  (i32.const 0))

;; Nearly every key is a constant of the policy: its hash lies ready, and a known key is the constant itself.
(func $opa_value_get (param $node i32) (param $key i32) (result i32) (local $entry i32) (local $known i32)
  (if (i32.eqz (local.get $node)) (return (i32.const 0)))
  (if (i32.ne (i32.load8_u (local.get $node)) (i32.const 6))
    (return (call $opa_value_get.original (local.get $node) (local.get $key))))
  (if (i32.ne (i32.load8_u (local.get $key)) (i32.const 8))
    (local.set $entry (call $opa_object_get (local.get $node) (local.get $key)))
    (if (i32.eqz (local.get $entry)) (return (i32.const 0)))
    (return (i32.load offset=4 (local.get $entry))))
  (local.set $entry (i32.load (i32.add (i32.load offset=4 (local.get $node)) (i32.shl
    (i32.and (i32.load offset=$hashes (local.get $key)) (i32.sub (i32.load offset=8 (local.get $node)) (i32.const 1)))
    (i32.const 2)))))
  (block $none
    (loop $next
      (br_if $none (i32.eqz (local.get $entry)))
      (local.set $known (i32.load (local.get $entry)))
      (if (i32.eq (local.get $known) (local.get $key)) (return (i32.load offset=4 (local.get $entry))))
      (if (i32.eq (i32.load8_u (local.get $known)) (i32.const 4))
        (if (call $same_text (local.get $known) (local.get $key)) (return (i32.load offset=4 (local.get $entry)))))
      (local.set $entry (i32.load offset=8 (local.get $entry)))
      (br $next)))
  (i32.const 0))

(func $opa_object_insert (param $object i32) (param $key i32) (param $value i32) (local $hash i32) (local $at i32) (local $entry i32) (local $other i32)
  (local.set $hash (call $opa_value_hash (local.get $key)))
  (local.set $entry (call $opa_object_get (local.get $object) (local.get $key)))
  (if (local.get $entry)
    (i32.store offset=4 (local.get $entry) (local.get $value))
    (return))
  ;; At most seven tenths of the buckets are taken.
  (local.set $other (i32.add (i32.load offset=12 (local.get $object)) (i32.const 1)))
  (if (i32.gt_u (i32.mul (local.get $other) (i32.const 10)) (i32.mul (i32.load offset=8 (local.get $object)) (i32.const 7)))
    (call $__opa_object_grow (local.get $object) (local.get $other)))
  (i32.store offset=12 (local.get $object) (i32.add (i32.load offset=12 (local.get $object)) (i32.const 1)))
  (local.set $entry (call $opa_malloc (i32.const 12)))
  (i32.store (local.get $entry) (local.get $key))
  (i32.store offset=4 (local.get $entry) (local.get $value))
  ;; Into its bucket by the order of keys.
  (local.set $at (i32.add (i32.load offset=4 (local.get $object)) (i32.shl
    (i32.and (local.get $hash) (i32.sub (i32.load offset=8 (local.get $object)) (i32.const 1)))
    (i32.const 2))))
  (block $here
    (loop $next
      (local.set $other (i32.load (local.get $at)))
      (br_if $here (i32.eqz (local.get $other)))
      (br_if $here (i32.lt_s (call $opa_value_compare (local.get $key) (i32.load (local.get $other))) (i32.const 0)))
      (local.set $at (i32.add (local.get $other) (i32.const 8)))
      (br $next)))
  (i32.store offset=8 (local.get $entry) (local.get $other))
  (i32.store (local.get $at) (local.get $entry)))

;; --- order --------------------------------------------------------------------------------------------------------------------

(func $opa_value_compare (param $a i32) (param $b i32) (result i32) (local $left i32) (local $sign i32) (local $x i32) (local $y i32)
  (if (i32.eq (local.get $a) (local.get $b)) (return (i32.const 0)))
  (if (i32.eqz (local.get $a)) (return (i32.const -1)))
  (if (i32.eqz (local.get $b)) (return (i32.const 1)))
  (if (i32.eqz (i32.and (i32.eqz (i32.and (i32.load8_u (local.get $a)) (i32.const 243))) (i32.eqz (i32.and (i32.load8_u (local.get $b)) (i32.const 243)))))
    (return (call $compare_numbers (local.get $a) (local.get $b))))
  ;; By bytes, then by length.
  (local.set $x (i32.load offset=4 (local.get $a)))
  (local.set $y (i32.load offset=4 (local.get $b)))
  (local.set $left (select (local.get $x) (local.get $y) (i32.lt_u (local.get $x) (local.get $y))))
  (local.set $sign (i32.sub (i32.gt_u (local.get $x) (local.get $y)) (i32.lt_u (local.get $x) (local.get $y))))
  (local.set $x (i32.load offset=8 (local.get $a)))
  (local.set $y (i32.load offset=8 (local.get $b)))
  (block $same
    (loop $next
      (br_if $same (i32.eqz (local.get $left)))
      (if (i32.lt_u (i32.load8_u (local.get $x)) (i32.load8_u (local.get $y))) (return (i32.const -1)))
      (if (i32.gt_u (i32.load8_u (local.get $x)) (i32.load8_u (local.get $y))) (return (i32.const 1)))
      (local.set $x (i32.add (local.get $x) (i32.const 1)))
      (local.set $y (i32.add (local.get $y) (i32.const 1)))
      (local.set $left (i32.sub (local.get $left) (i32.const 1)))
      (br $next)))
  (local.get $sign))

;; Two integers; everything else is left to the original.
(func $compare_numbers (param $a i32) (param $b i32) (result i32)
  (if (i32.ne (i32.load8_u (local.get $a)) (i32.const 3)) (return (call $opa_value_compare.original (local.get $a) (local.get $b))))
  (if (i32.ne (i32.load8_u (local.get $b)) (i32.const 3)) (return (call $opa_value_compare.original (local.get $a) (local.get $b))))
  (if (i32.ne (i32.load8_u offset=1 (local.get $a)) (i32.const 1)) (return (call $opa_value_compare.original (local.get $a) (local.get $b))))
  (if (i32.ne (i32.load8_u offset=1 (local.get $b)) (i32.const 1)) (return (call $opa_value_compare.original (local.get $a) (local.get $b))))
  (i32.sub
    (i64.gt_s (i64.load offset=8 (local.get $a)) (i64.load offset=8 (local.get $b)))
    (i64.lt_s (i64.load offset=8 (local.get $a)) (i64.load offset=8 (local.get $b)))))

;; --- what is read: texts that the policy names become its constants, whole numbers become integers -------------------------

;; The next sign of the text: input at 0, its length at 4, the sign's bytes at 8 and 12, the place at 16. Plain text (a string of
;; printable ASCII) is hashed on the way.
(func $opa_json_lex_read (param $reader i32) (result i32) (local $at i32) (local $end i32) (local $byte i32) (local $hash i32)
  (local.set $at (i32.load offset=16 (local.get $reader)))
  (local.set $end (i32.add (i32.load (local.get $reader)) (i32.load offset=4 (local.get $reader))))
  (if (i32.ge_u (local.get $at) (local.get $end)) (return (i32.const 1)))
  (local.set $byte (i32.load8_u (local.get $at)))
  (if (i32.eq (local.get $byte) (i32.const 34))
    (local.set $hash (i32.const -2128831035))
    (block $not_plain
      (loop $next
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br_if $not_plain (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $byte (i32.load8_u (local.get $at)))
        (if (i32.eq (local.get $byte) (i32.const 34))
          (i32.store offset=8 (local.get $reader) (i32.add (i32.load offset=16 (local.get $reader)) (i32.const 1)))
          (i32.store offset=12 (local.get $reader) (local.get $at))
          (i32.store offset=16 (local.get $reader) (i32.add (local.get $at) (i32.const 1)))
          (global.set $hashed (local.get $hash))
          (return (i32.const 6)))
        (br_if $not_plain (i32.gt_u (i32.sub (local.get $byte) (i32.const 32)) (i32.const 94)))
        (br_if $not_plain (i32.eq (local.get $byte) (i32.const 92)))
        (local.set $hash (i32.xor (i32.mul (local.get $hash) (i32.const 16777619)) (local.get $byte)))
        (br $next))))
  (i32.store offset=16 (local.get $reader) (i32.add (i32.load offset=16 (local.get $reader)) (i32.const 1)))
  (if (i32.eq (local.get $byte) (i32.const 44)) (return (i32.const 12)))
  (if (i32.eq (local.get $byte) (i32.const 58)) (return (i32.const 13)))
  (if (i32.eq (local.get $byte) (i32.const 123)) (return (i32.const 8)))
  (if (i32.eq (local.get $byte) (i32.const 125)) (return (i32.const 9)))
  (i32.store offset=16 (local.get $reader) (i32.sub (i32.load offset=16 (local.get $reader)) (i32.const 1)))
  (call $opa_json_lex_read.original (local.get $reader)))

(func $opa_json_parse_string (param $token i32) (param $at i32) (param $count i32) (result i32) (local $hash i32) (local $place i32) (local $known i32) (local $text i32)
  (if (i32.ne (local.get $token) (i32.const 6))
    (return (call $opa_json_parse_string.original (local.get $token) (local.get $at) (local.get $count))))
  (if (i32.le_u (local.get $count) (i32.const $longest))
    (local.set $hash (global.get $hashed))
    (local.set $place (local.get $hash))
    (block $none
      (loop $next
        (local.set $known (i32.load offset=$index (i32.shl (i32.and (local.get $place) (i32.const $indexMask)) (i32.const 2))))
        (br_if $none (i32.eqz (local.get $known)))
        (if (i32.eq (i32.load offset=$hashes (local.get $known)) (local.get $hash))
          (if (i32.eq (i32.load offset=4 (local.get $known)) (local.get $count))
            (if (call $same_bytes (i32.load offset=8 (local.get $known)) (local.get $at) (local.get $count))
              (return (local.get $known)))))
        (local.set $place (i32.add (local.get $place) (i32.const 1)))
        (br $next))))
  ;; One piece of memory for the value and its bytes.
  (local.set $text (call $opa_malloc (i32.add (local.get $count) (i32.const 12))))
  (i32.store (local.get $text) (i32.const 4))
  (i32.store offset=4 (local.get $text) (local.get $count))
  (i32.store offset=8 (local.get $text) (i32.add (local.get $text) (i32.const 12)))
  (memory.copy (i32.add (local.get $text) (i32.const 12)) (local.get $at) (local.get $count))
  (local.get $text))

(func $opa_number_ref_allocated (param $at i32) (param $count i32) (result i32) (local $number i32)
  (local.set $number (call $whole_number (local.get $at) (local.get $count)))
  (if (local.get $number) (return (local.get $number)))
  (call $opa_number_ref_allocated.original (local.get $at) (local.get $count)))

(func $opa_number_ref (param $at i32) (param $count i32) (result i32) (local $number i32)
  (local.set $number (call $whole_number (local.get $at) (local.get $count)))
  (if (local.get $number) (return (local.get $number)))
  (call $opa_number_ref.original (local.get $at) (local.get $count)))

;; An integer of at most 15 digits, no other first than needed: it is written out as it was read. 0 for everything else.
(func $whole_number (param $at i32) (param $count i32) (result i32) (local $end i32) (local $digit i32) (local $value i64)
  (if (i32.gt_u (i32.sub (local.get $count) (i32.const 1)) (i32.const 14)) (return (i32.const 0)))
  (if (i32.and (i32.eq (i32.load8_u (local.get $at)) (i32.const 48)) (i32.gt_u (local.get $count) (i32.const 1))) (return (i32.const 0)))
  (local.set $end (i32.add (local.get $at) (local.get $count)))
  (block $done
    (loop $next
      (br_if $done (i32.eq (local.get $at) (local.get $end)))
      (local.set $digit (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))
      (if (i32.gt_u (local.get $digit) (i32.const 9)) (return (i32.const 0)))
      (local.set $value (i64.add (i64.mul (local.get $value) (i64.const 10)) (i64.extend_i32_u (local.get $digit))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next)))
  (call $opa_number_int (local.get $value)))

;; OPA's own writes an integer beyond 32 bits wrongly here (`%d`); it never makes one, the two functions above do.
(func $opa_number_to_bf (param $number i32) (result i32) (local $text i32) (local $written i32)
  (if (i32.eq (i32.load8_u (local.get $number)) (i32.const 3))
    (if (i32.eq (i32.load8_u offset=1 (local.get $number)) (i32.const 1))
      (local.set $text (call $opa_itoa (i64.load offset=8 (local.get $number)) (call $opa_malloc (i32.const 72)) (i32.const 10)))
      (local.set $written (call $opa_malloc (i32.const 24)))
      (i32.store (local.get $written) (i32.const 515)) ;; a number (3) that is text (2)
      (i32.store offset=8 (local.get $written) (local.get $text))
      (i32.store offset=12 (local.get $written) (call $opa_strlen (local.get $text)))
      (i32.store offset=16 (local.get $written) (i32.const 0))
      (return (call $opa_number_to_bf.original (local.get $written)))))
  (call $opa_number_to_bf.original (local.get $number)))

;; Sums and differences of integers below 2^51 are exact here as they are there.
(func $opa_arith_plus (param $a i32) (param $b i32) (result i32)
  (if (i32.and (call $is_small (local.get $a)) (call $is_small (local.get $b)))
    (return (call $opa_number_int (i64.add (i64.load offset=8 (local.get $a)) (i64.load offset=8 (local.get $b))))))
  (call $opa_arith_plus.original (local.get $a) (local.get $b)))

(func $opa_arith_minus (param $a i32) (param $b i32) (result i32)
  (if (i32.and (call $is_small (local.get $a)) (call $is_small (local.get $b)))
    (return (call $opa_number_int (i64.sub (i64.load offset=8 (local.get $a)) (i64.load offset=8 (local.get $b))))))
  (call $opa_arith_minus.original (local.get $a) (local.get $b)))

(func $opa_arith_multiply (param $a i32) (param $b i32) (result i32)
  (if (i32.and (call $is_small (local.get $a)) (call $is_small (local.get $b)))
    (if (i32.and (call $is_word (local.get $a)) (call $is_word (local.get $b)))
      (return (call $opa_number_int (i64.mul (i64.load offset=8 (local.get $a)) (i64.load offset=8 (local.get $b)))))))
  (call $opa_arith_multiply.original (local.get $a) (local.get $b)))

;; An integer from -2^31 up to 2^31: 1 or 0.
(func $is_word (param $number i32) (result i32)
  (i64.lt_u (i64.add (i64.load offset=8 (local.get $number)) (i64.const 2147483648)) (i64.const 4294967296)))

;; An integer from -2^51 up to 2^51: 1 or 0.
(func $is_small (param $number i32) (result i32)
  (if (i32.ne (i32.load8_u (local.get $number)) (i32.const 3)) (return (i32.const 0)))
  (if (i32.ne (i32.load8_u offset=1 (local.get $number)) (i32.const 1)) (return (i32.const 0)))
  (i64.lt_u (i64.add (i64.load offset=8 (local.get $number)) (i64.const 2251799813685248)) (i64.const 4503599627370496)))

;; --- sets: buckets at 4, their number at 8, members at 12; a member is value, next -------------------------------------------

;; A set begins with one bucket: what has at most one member is never hashed.
(func $opa_set (result i32) (local $set i32)
  (local.set $set (call $opa_malloc (i32.const 16)))
  (i32.store (local.get $set) (i32.const 7))
  (i32.store offset=4 (local.get $set) (call $opa_malloc (i32.const 4)))
  (i32.store (i32.load offset=4 (local.get $set)) (i32.const 0))
  (i32.store offset=8 (local.get $set) (i32.const 1))
  (i32.store offset=12 (local.get $set) (i32.const 0))
  (local.get $set))

(func $opa_set_add (param $set i32) (param $value i32) (local $member i32) (local $buckets i32)
  (if (i32.eq (i32.load offset=8 (local.get $set)) (i32.const 1))
    (local.set $member (i32.load (i32.load offset=4 (local.get $set))))
    (if (i32.eqz (local.get $member))
      (local.set $member (call $opa_malloc (i32.const 8)))
      (i32.store (local.get $member) (local.get $value))
      (i32.store offset=4 (local.get $member) (i32.const 0))
      (i32.store (i32.load offset=4 (local.get $set)) (local.get $member))
      (i32.store offset=12 (local.get $set) (i32.const 1))
      (return))
    (local.set $buckets (call $opa_malloc (i32.const 32)))
    (memory.fill (local.get $buckets) (i32.const 0) (i32.const 32))
    (i32.store
      (i32.add (local.get $buckets) (i32.shl (i32.and (call $opa_value_hash (i32.load (local.get $member))) (i32.const 7)) (i32.const 2)))
      (local.get $member))
    (i32.store offset=4 (local.get $set) (local.get $buckets))
    (i32.store offset=8 (local.get $set) (i32.const 8)))
  (call $opa_set_add.original (local.get $set) (local.get $value)))

;; --- walking: where the last walk stands is remembered, so that the next step need not search for it by hash ------------------

(func $opa_value_iter (param $node i32) (param $previous i32) (result i32) (local $type i32) (local $entry i32) (local $bucket i32) (local $next i32)
  (if (i32.eqz (local.get $node)) (return (i32.const 0)))
  (local.set $type (i32.load8_u (local.get $node)))
  (if (i32.eq (local.get $type) (i32.const 5))
    (return (call $walk_array (local.get $node) (local.get $previous))))
  (if (i32.gt_u (i32.sub (local.get $type) (i32.const 6)) (i32.const 1)) (return (i32.const 0)))
  ;; Next of an object's entry at 8, of a set's member at 4.
  (local.set $next (i32.sub (i32.const 32) (i32.shl (local.get $type) (i32.const 2))))
  (if (local.get $previous)
    (if (i32.ne (global.get $walked) (local.get $node)) (return (call $opa_value_iter.original (local.get $node) (local.get $previous))))
    (if (i32.ne (global.get $walkedBuckets) (i32.load offset=4 (local.get $node))) (return (call $opa_value_iter.original (local.get $node) (local.get $previous))))
    (if (i32.ne (i32.load (global.get $walkedEntry)) (local.get $previous)) (return (call $opa_value_iter.original (local.get $node) (local.get $previous))))
    (local.set $entry (i32.load (i32.add (global.get $walkedEntry) (local.get $next))))
    (if (local.get $entry)
      (global.set $walkedEntry (local.get $entry))
      (return (i32.load (local.get $entry))))
    (local.set $bucket (i32.add (global.get $walkedBucket) (i32.const 1))))
  (block $end
    (loop $next
      (br_if $end (i32.ge_u (local.get $bucket) (i32.load offset=8 (local.get $node))))
      (local.set $entry (i32.load (i32.add (i32.load offset=4 (local.get $node)) (i32.shl (local.get $bucket) (i32.const 2)))))
      (if (local.get $entry)
        (global.set $walked (local.get $node))
        (global.set $walkedBuckets (i32.load offset=4 (local.get $node)))
        (global.set $walkedEntry (local.get $entry))
        (global.set $walkedBucket (local.get $bucket))
        (return (i32.load (local.get $entry))))
      (local.set $bucket (i32.add (local.get $bucket) (i32.const 1)))
      (br $next)))
  (i32.const 0))

;; Elements at 4, their number at 8; an element is its position as a number, and its value.
(func $walk_array (param $node i32) (param $previous i32) (result i32) (local $at i32)
  (if (local.get $previous)
    (if (i32.ne (i32.load8_u (local.get $previous)) (i32.const 3)) (return (i32.const 0)))
    (if (i32.ne (i32.load8_u offset=1 (local.get $previous)) (i32.const 1)) (return (call $opa_value_iter.original (local.get $node) (local.get $previous))))
    (if (i32.load offset=12 (local.get $previous)) (return (call $opa_value_iter.original (local.get $node) (local.get $previous))))
    (local.set $at (i32.add (i32.load offset=8 (local.get $previous)) (i32.const 1)))
    (if (i32.eqz (local.get $at)) (return (i32.const 0))))
  (if (i32.ge_u (local.get $at) (i32.load offset=8 (local.get $node))) (return (i32.const 0)))
  (i32.load (i32.add (i32.load offset=4 (local.get $node)) (i32.shl (local.get $at) (i32.const 3)))))
