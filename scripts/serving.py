"""What a server needs to know beyond a build: whether its address is free."""

import os
import socket


def find_obstacle(host: str, port: int) -> str | None:
    """Return why nothing can be served at an address, and what to do; None if something can."""
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    try:
        socket.create_server((bare, port), family=family).close()
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
        return f"{host}:{port} can't be served: {why}; try scripts/serve -a {host}:{port + 1}"
    return None
