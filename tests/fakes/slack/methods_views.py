"""`views.*`: modals on a trigger that is fresh and used once, and each person's App Home."""

import hashlib
import json

from . import content
from .asked import Asked
from .delivery import PATIENCE_OF_SLACK
from .values import Breach, Json, Refusal
from .world import World

DEEPEST = 3

Owner = tuple[str, str]  # person and team


def spent(world: World, asked: Asked) -> str:
    """Use up a trigger; the person whose it is."""
    trigger = str(asked.need("trigger_id"))
    delivery = world.delivery_of(trigger)
    if delivery is None:
        raise Breach("invalid_trigger_id")
    if trigger in world.triggers_used:
        raise Breach("exchanged_trigger_id")
    if world.clock.now() - delivery.attempts[0].at > PATIENCE_OF_SLACK:
        raise Refusal("expired_trigger_id")
    world.triggers_used.add(trigger)
    return delivery.user


def keep(world: World, checked: Json, owner: Owner, *, root: str | None = None, view_id: str | None = None) -> Json:
    """Store a view as Slack tells it."""
    user, team = owner
    known = world.views.get(view_id or "", {})
    ident = view_id or world.ids.new("V")
    external = checked.get("external_id") or ""
    if external and any(one["external_id"] == external and one["id"] != ident for one in world.views.values()):
        raise Breach("duplicate_external_id")
    kept = {
        "callback_id": "",
        "private_metadata": "",
        "clear_on_close": False,
        "notify_on_close": False,
        "submit": None,
        "close": None,
        "title": None,
        **checked,
        "id": ident,
        "team_id": team,
        "external_id": external,
        "state": {"values": {}},
        "hash": _hash(checked, world.ids.ts()),
        "root_view_id": root or known.get("root_view_id") or ident,
        "previous_view_id": root,
        "app_id": world.app_id,
        "bot_id": world.workspaces[team].bot_id,
    }
    world.views[ident] = kept
    world.views[ident]["user"] = user
    world.changes.tell()
    return kept


def open_view(world: World, asked: Asked) -> Json:
    """views.open."""
    checked = content.view(asked.need("view"), world.ids, "modal")
    user = spent(world, asked)
    return {"ok": True, "view": public(keep(world, checked, (user, asked.workspace.id)))}


def push(world: World, asked: Asked) -> Json:
    """views.push, on the modal in which the trigger arose."""
    checked = content.view(asked.need("view"), world.ids, "modal")
    delivery = world.delivery_of(str(asked.need("trigger_id")))
    below = (delivery.payload.get("view") or {}).get("id") if delivery else None
    user = spent(world, asked)
    if below is None:
        raise Breach("invalid_arguments", "the trigger is not from a modal")
    root = world.views[below]["root_view_id"]
    if sum(one["root_view_id"] == root for one in world.views.values()) >= DEEPEST:
        raise Breach("push_limit_reached")
    return {"ok": True, "view": public(keep(world, checked, (user, asked.workspace.id), root=root))}


def update(world: World, asked: Asked) -> Json:
    """views.update, by id or external id."""
    wanted = {asked.args.get("view_id"), asked.args.get("external_id")} - {None, ""}
    found = next((one for one in world.views.values() if wanted & {one["id"], one["external_id"]}), None)
    if found is None:
        raise Refusal("not_found")
    if asked.args.get("hash") not in (None, "", found["hash"]):
        raise Refusal("hash_conflict")
    checked = content.view(asked.need("view"), world.ids, found["type"])
    return {"ok": True, "view": public(keep(world, checked, (found["user"], found["team_id"]), view_id=found["id"]))}


def publish(world: World, asked: Asked) -> Json:
    """views.publish, the App Home."""
    user = str(asked.need("user_id"))
    if user not in asked.workspace.users:
        raise Refusal("user_not_found")
    checked = content.view(asked.need("view"), world.ids, "home")
    known = world.homes.get(user, {}).get("id")
    kept = keep(world, checked, (user, asked.workspace.id), view_id=known)
    world.homes[user] = kept
    return {"ok": True, "view": public(kept)}


def public(kept: Json) -> Json:
    """A view as the bot sees it."""
    return {key: value for key, value in kept.items() if key != "user"}


def _hash(checked: Json, ts: str) -> str:
    return f"{ts}.{hashlib.sha256(json.dumps(checked).encode()).hexdigest()[:8]}"


METHODS = {"views.open": open_view, "views.push": push, "views.update": update, "views.publish": publish}
