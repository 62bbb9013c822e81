"""The strict server with guest mode: somebody summons the bot into a chat that it is not in."""

from __future__ import annotations

from typing import Any

from tests.botapi.strict_botapi import StrictBotAPI, auto_entities, bad


class GuestBotAPI(StrictBotAPI):  # type: ignore[misc]  # its module is not type-checked
    """Knows `guest_message` and `answerGuestQuery`; a query is answered once."""

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        self.guest_queries: dict[str, dict[str, Any] | None] = {}
        self.me["supports_guest_queries"] = True

    def summon(self, chat: dict[str, Any], user: dict[str, Any], text: str, number: str, **fields: Any) -> None:
        """Let somebody write a message that summons the bot."""
        message = {"message_id": 1, "chat": chat, "from": user, "text": text, "guest_query_id": number, **fields}
        if entities := auto_entities(text):
            message["entities"] = entities
        self.guest_queries[number] = None
        self.push("guest_message", message)

    def m_answerGuestQuery(self, p: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - the method's own name
        """Take the answer to a summons."""
        number, content = p["guest_query_id"], p["result"]["input_message_content"]
        if self.guest_queries.get(number, {}) is not None:
            msg = "query is too old and response timeout expired or query ID is invalid"
            raise bad(msg)
        self._text(content["message_text"], content.get("parse_mode"), content.get("entities"), 4096)
        self.guest_queries[number] = p["result"]
        return {"inline_message_id": f"guest-{number}"}
