"""Small codebooks, each with one trait that the shipped one lacks."""

from __future__ import annotations

_HEAD = """
format = 1
[codebook]
key = "own"
version = "1.0.0"
languages = ["en"]
title = "Own"
"""

TINY = (
    _HEAD
    + """
[[layer]]
key = "tone"
label = "Tone"
question = "How does it sound?"
answer = "single"
unit = "paragraph"
[[layer.code]]
key = "calm"
label = "Calm"
definition = "No alarm."
shortcut = "1"
[[layer.code]]
key = "alarmed"
label = "Alarmed"
definition = "Danger is claimed."
shortcut = "2"
"""
)

# Every chosen theme needs words, and two need a main one.
STRICT = (
    _HEAD
    + """
[[layer]]
key = "theme"
label = "Theme"
question = "Which themes?"
answer = "multiple"
unit = "paragraph"
primary = "required"
evidence = "required"
none_shortcut = "0"
states = ["none"]
[[layer.code]]
key = "water"
label = "Water"
definition = "Rivers and rain."
shortcut = "1"
[[layer.code]]
key = "money"
label = "Money"
definition = "Costs and gains."
shortcut = "2"
"""
)

_SIDES = """
[[layer]]
key = "stance"
label = "Stance"
question = "Which side?"
answer = "scale"
unit = "paragraph"
per_target = true
holder = true
none_shortcut = "g"
[[layer.code]]
key = "against"
label = "Against"
definition = "Against it."
value = -1
shortcut = "a"
[[layer.code]]
key = "favour"
label = "In favour"
definition = "For it."
value = 1
shortcut = "d"
"""

_TARGETS = """
[[target]]
key = "dam"
label = "Dam"
definition = "The dam."
shortcut = "q"
[[target]]
key = "port"
label = "Port"
definition = "The port."
shortcut = "w"
[[target]]
key = "road"
label = "Road"
definition = "The road."
ask = "offered"
shortcut = "t"
[[holder]]
key = "author"
label = "Author"
definition = "Who writes."
default = true
[[holder]]
key = "person"
label = "Person"
definition = "Somebody."
named = "required"
"""

# Each voice that takes a side owes how it does so.
DETAIL = (
    _HEAD
    + _SIDES
    + """
[[layer]]
key = "manner"
label = "Manner"
question = "Said, or meant?"
answer = "single"
unit = "paragraph"
per_target = true
holder = true
none_shortcut = "0"
when = { layer = "stance", codes = ["against", "favour"] }
[[layer.code]]
key = "explicit"
label = "Explicit"
definition = "It is said."
shortcut = "1"
[[layer.code]]
key = "implied"
label = "Implied"
definition = "It is meant."
shortcut = "2"
"""
    + _TARGETS
)

# Sides are asked only where the paragraph speaks of the matter; one target has no letter.
ON_CONDITION = (
    _HEAD
    + """
[[layer]]
key = "matter"
label = "Matter"
question = "Is it about the matter?"
answer = "single"
unit = "paragraph"
[[layer.code]]
key = "yes"
label = "Yes"
definition = "It is."
shortcut = "1"
[[layer.code]]
key = "no"
label = "No"
definition = "It is not."
shortcut = "2"
"""
    + _SIDES.replace("holder = true", 'holder = true\nwhen = { layer = "matter", codes = ["yes"] }')
    + _TARGETS.replace('shortcut = "w"\n', "")
)

# The detail is asked of targets alone, whoever speaks.
DETAIL_BY_TARGET = DETAIL.replace(
    'per_target = true\nholder = true\nnone_shortcut = "0"',
    'per_target = true\nnone_shortcut = "0"',
)

# A flag that asks for more, on kinds of which nothing else is asked.
FLAGGED = (
    _HEAD
    + """
[[layer]]
key = "flag"
label = "Flag"
question = "Something wrong?"
answer = "multiple"
unit = "paragraph"
required = false
states = []
evidence = "no"
[[layer.code]]
key = "cut"
label = "Cut off"
definition = "It stops midway."
shortcut = "x"
[[layer]]
key = "cause"
label = "Cause"
question = "Why?"
answer = "single"
unit = "paragraph"
when = { layer = "flag", codes = ["cut"] }
[[layer.code]]
key = "import"
label = "Import"
definition = "Lost on the way."
shortcut = "1"
[[layer.code]]
key = "source"
label = "Source"
definition = "It was so."
shortcut = "2"
[[layer]]
key = "certain"
label = "Certain"
question = "Was it seen?"
answer = "single"
unit = "paragraph"
when = { layer = "cause", state = "cannot_tell" }
[[layer.code]]
key = "yes"
label = "Yes"
definition = "It was."
shortcut = "3"
[[layer.code]]
key = "no"
label = "No"
definition = "It was not."
shortcut = "4"
"""
)

# A set of several sides toward a target, one of them the main one; none is not allowed.
SEVERAL_SIDES = (
    _HEAD
    + """
[[layer]]
key = "role"
label = "Role"
question = "Which roles?"
answer = "multiple"
unit = "paragraph"
per_target = true
holder = true
primary = "optional"
primary_question = "The main one?"
evidence = "required"
states = ["cannot_tell"]
[[layer.code]]
key = "victim"
label = "Victim"
definition = "It suffers."
shortcut = "1"
[[layer.code]]
key = "villain"
label = "Villain"
definition = "It harms."
shortcut = "2"
"""
    + _TARGETS
)

# Nothing but voices: a question with holders and no targets.
VOICES = (
    _HEAD
    + """
[[layer]]
key = "tone"
label = "Tone"
question = "How does it sound?"
answer = "single"
unit = "paragraph"
holder = true
[[layer.code]]
key = "calm"
label = "Calm"
definition = "No alarm."
shortcut = "1"
[[layer.code]]
key = "alarmed"
label = "Alarmed"
definition = "Danger."
shortcut = "2"
"""
    + _TARGETS.replace('shortcut = "q"', "")
    .replace('shortcut = "w"', "")
    .replace('shortcut = "t"', "")
)
