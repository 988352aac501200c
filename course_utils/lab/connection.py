"""A kernel connection that sends each small message at once.

Jupyter Server leaves Nagle's algorithm on, which holds a small message back until the one before
it is acknowledged. On a local connection that limits every kernel-driven widget to about 20
frames a second; without it they reach about 40.
"""

from __future__ import annotations

from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """Jupyter Server's own connection with TCP_NODELAY set."""

    def connect(self) -> Any:
        """Connect as usual, after telling the browser's socket not to wait."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
