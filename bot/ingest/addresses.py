"""Which web addresses may be fetched, and to which IP addresses a connection may be made.

An address is checked twice: as it is written (scheme, port, no user name), and, after its host was looked up, each IP
address that came out. The second check is the one that protects machines beside ours: numbers in odd notations and
names that resolve to the inside end there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

import httpx

from bot.errors import AddressError

IPAddress = IPv4Address | IPv6Address
IPNetwork = IPv4Network | IPv6Network

MAX_LENGTH = 2048
"""Characters of an address; the longest one of the corpus has 190."""

_TRACKING = re.compile(
    r"(?:utm_\w+|at_(?:medium|campaign|custom\d*)|fbclid|gclid|yclid|mc_[ce]id|cmpid|ftag|igshid)", re.IGNORECASE
)
_PORTS = {"http": 80, "https": 443}
_FIRST_FREE_PORT = 1024  # below it live mail, shells and other services that must not be reached by way of us
_LAST_PORT = 65535
_BAD_PORTS = frozenset(
    {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080}
)  # from 1024 on, those that browsers refuse too (WHATWG Fetch, "bad port")

# IPv4: the blocks of IANA's special-purpose registry that no publisher can be behind, and what clouds put beside them.
_FORBIDDEN_4: tuple[IPNetwork, ...] = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8",  # "this network"
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT; one cloud's metadata service
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # a cloud's host agent
        "169.254.0.0/16",  # link-local; most clouds' metadata services
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
# IPv6: only global unicast space, without what embeds or tunnels another address. Mapped, translated (NAT64), unique
# local, link-local and multicast addresses lie outside it.
_GLOBAL_6 = ip_network("2000::/3")
_FORBIDDEN_6: tuple[IPNetwork, ...] = tuple(
    ip_network(block)
    for block in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "3fff::/20",  # documentation
    )
)


@dataclass(frozen=True, slots=True)
class AddressRules:
    """What may be fetched. `inside` names networks that are reached although they are not public: for tests."""

    inside: tuple[IPNetwork, ...] = ()

    def permits(self, address: IPAddress) -> bool:
        """Tell whether a connection to this IP address may be made."""
        if any(address in network for network in self.inside if network.version == address.version):
            return True
        return is_public(address)


def is_public(address: IPAddress) -> bool:
    """Tell whether an IP address can be a publisher's."""
    if isinstance(address, IPv4Address):
        return not any(address in block for block in _FORBIDDEN_4)
    if address.scope_id or address not in _GLOBAL_6:
        return False
    return not any(address in block for block in _FORBIDDEN_6)


def check_address(address: str) -> httpx.URL:
    """Return an address in parts, without its fragment. Raises AddressError where it may not be fetched."""
    address = address.strip()
    if len(address) > MAX_LENGTH:
        raise AddressError(address[:60] + "...", f"longer than {MAX_LENGTH} characters")
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise AddressError(address, "not a valid web address") from error
    if url.scheme not in _PORTS:
        raise AddressError(address, "only http:// and https:// addresses are fetched")
    if not url.host:
        raise AddressError(address, "names no host")
    if url.userinfo:
        raise AddressError(without_secrets(url), "addresses with a user name or password are not fetched")
    if not _is_web_port(_PORTS[url.scheme] if url.port is None else url.port):
        raise AddressError(address, f"port {url.port} is not fetched: only 80, 443 and from {_FIRST_FREE_PORT} on")
    return url.copy_with(fragment=None)


def plain_address(address: str) -> str:
    """Return an address without the parameters that only count readers, so that one article has one address."""
    url = httpx.URL(address)
    for name in [name for name in url.params if _TRACKING.fullmatch(name)]:
        url = url.copy_remove_param(name)
    return str(url.copy_with(fragment=None))


def without_secrets(url: httpx.URL) -> str:
    """Return an address without user name, password, query and fragment, fit for a message."""
    return str(url.copy_with(userinfo=b"", query=None, fragment=None))


def _is_web_port(port: int) -> bool:
    return port in _PORTS.values() or (_FIRST_FREE_PORT <= port <= _LAST_PORT and port not in _BAD_PORTS)
