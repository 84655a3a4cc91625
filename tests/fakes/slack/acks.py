"""What an acknowledgement does: it may carry a reply, a modal's next view, or the options of a picker.

Over both transports the first acknowledgement in time counts. What comes later, or carries over a socket something that
nobody reads, is lost at Slack without a word; here it is a violation. An empty one closes a modal.
"""

from . import content
from .delivery import Ack, Delivery
from .methods_views import keep
from .values import Breach, Json, Refusal
from .world import World


def take(world: World, delivery: Delivery, ack: Ack) -> None:
    """Record an acknowledgement and do what it says."""
    first = not any(one.status == 200 for one in delivery.acks)
    delivery.acks.append(ack)
    world.changes.tell()
    if ack.status != 200:
        return
    if ack.late:
        world.broke("ack", "operation_timeout", (f"{delivery} after {ack.after:.2f} s",), ack.payload or {})
        return
    if first and delivery.payload.get("type") == "view_submission" and not ack.payload:
        world.views.pop(delivery.payload["view"]["id"], None)
    if first and ack.payload and (delivery.answers_in_ack or ack.envelope_id):
        _do(world, delivery, ack.payload)


def _do(world: World, delivery: Delivery, payload: Json) -> None:
    try:
        if not delivery.answers_in_ack:
            raise Breach("unexpected_response_payload", str(delivery))
        if delivery.kind == "slash_commands":
            _reply(world, delivery, payload)
        elif delivery.payload["type"] == "view_submission":
            _next_view(world, delivery, payload)
        else:
            content.options(payload)
    except Refusal as refusal:
        world.broke("ack", refusal.error, refusal.problems, payload)


def _reply(world: World, delivery: Delivery, payload: Json) -> None:
    said = world.content("ack", payload)
    public = payload.get("response_type") == "in_channel"
    to = None if public else delivery.user
    more = {"to": to, "team": delivery.team, "body": payload, "delivery": delivery}
    entry = world.show("post" if public else "ephemeral", str(delivery.channel), said, "ack", **more)
    for url in world.urls.values():
        if url.delivery is delivery:
            url.original = entry.ts


def _next_view(world: World, delivery: Delivery, payload: Json) -> None:
    view = delivery.payload["view"]
    match payload.get("response_action"):
        case "errors":
            known = {block["block_id"] for block in view["blocks"]}
            strange = set(payload.get("errors") or {"": ""}) - known
            if strange:
                raise Breach("invalid_errors", f"no such blocks: {sorted(strange)}")
        case "clear":
            for ident in [one["id"] for one in world.views.values() if one["root_view_id"] == view["root_view_id"]]:
                del world.views[ident]
        case "update":
            checked = content.view(payload.get("view"), world.ids, "modal")
            keep(world, checked, (delivery.user, delivery.team), view_id=view["id"])
        case "push":
            checked = content.view(payload.get("view"), world.ids, "modal")
            keep(world, checked, (delivery.user, delivery.team), root=view["root_view_id"])
        case other:
            raise Breach("invalid_response_action", str(other))
