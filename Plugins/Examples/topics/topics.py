#!/usr/bin/env python3
"""A process pack of Sen: one JSON object a line, in and out (protocol 1, Plugins/README.md)."""

import collections
import difflib
import json
import sys


class Refused(Exception):
    """What the user is told, in both languages, and the argument it is about."""

    def __init__(self, message, vi, argument=None):
        super().__init__(message)
        self.told = {"message": message, "vi": vi}
        if argument:
            self.told["argument"] = argument


def say(kind, **members):
    print(json.dumps({"kind": kind, **members}, ensure_ascii=False), flush=True)


def lines():
    """The lines from Sen; ends with the pipe, so that the program never outlives it."""
    for line in sys.stdin:
        yield json.loads(line)


INCOMING = lines()


def read(number, sentence):
    """The rows of a reading line, each with its columns by name. Sen runs the line; the program sees no database."""
    say("call", id=number, call=1, sentence=sentence)
    rows = []
    for message in INCOMING:
        if message.get("call") != 1:
            continue
        if message["kind"] == "refused":
            raise Refused(message["message"], message["vi"])
        rows += [dict(zip(message["columns"], row)) for row in message["rows"]]
        if not message["more"]:
            return rows
    sys.exit(1)


def text(value):
    """A text as Sen's language writes it."""
    escapes = {"\\": "\\\\", '"': '\\"', "{": "{{", "}": "}}"}
    return '"' + "".join(escapes.get(letter, letter) for letter in value) + '"'


def similar(number, given):
    least = float(given["likeness"])
    if not 0 <= least <= 1:
        raise Refused("A likeness is 0% to 100%.", "Mức giống nhau từ 0% đến 100%.", "likeness")
    topics = collections.Counter(row["topic"] for row in read(number, f"list trainings period: {given['period']}"))
    names = sorted(topics)
    for place, one in enumerate(names):
        for other in names[place + 1:]:
            likeness = difflib.SequenceMatcher(None, one.lower(), other.lower()).ratio()
            if likeness >= least:
                # Rows go out as they are found; Sen shows them when the last has come.
                say("rows", id=number, rows=[[one, topics[one], other, topics[other], round(likeness, 3)]])
        say("alive", id=number)


def unify(number, given):
    wanted = given["topic"]
    rows = read(number, f"list trainings period: {given['period']} | where topic = {text(wanted)}")
    if not rows:
        raise Refused(f"No training has the topic {wanted}.", f"Không có lớp nào mang chủ đề {wanted}.", "topic")
    for row in rows:
        sentence = f"amend training {row['training']} topic: {text(given['as'])} reason: {text('Thống nhất chủ đề')}"
        say("perform", id=number, sentence=sentence)
    say("say", id=number, text=f"{len(rows)} training{'s' * (len(rows) > 1)}.", vi=f"{len(rows)} lớp tập huấn.")


COMMANDS = {"list similar topics": similar, "unify topic": unify}


def invoke(message):
    number = message["id"]
    command = COMMANDS.get(message["command"])
    try:
        if command is None:
            raise Refused("There is no such command.", "Không có lệnh này.")
        command(number, message["arguments"])
        say("end", id=number)
    except Refused as refused:
        say("error", id=number, **refused.told)


def complete(message):
    words = [("70%", "many"), ("80%", "some"), ("90%", "slips of the finger")]
    say("candidates", id=message["id"], words=[{"word": word, "meaning": meaning} for word, meaning in words])


for message in INCOMING:
    if message["kind"] == "hello":
        say("hello", protocol=1)
    elif message["kind"] == "invoke":
        invoke(message)
    elif message["kind"] == "complete":
        complete(message)
    elif message["kind"] == "bye":
        break
    # What a later protocol may add is passed over.
