"""Which addresses may be fetched."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import AddressError, ArticleError
from bot.ingest.addresses import MAX_LENGTH, AddressRules, check_address, is_public

INSIDE = [
    "0.0.0.0",  # noqa: S104  # nothing is bound
    "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254", "168.63.129.16",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1",
    "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:7f00:1", "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1", "100::1", "2001::1", "2001:0:53aa:64c::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::1",
    "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
    "2606:4700::1%eth0",
]  # fmt: skip
PUBLIC = [
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.1",
    "192.167.255.255", "192.169.0.1", "198.17.255.255", "198.20.0.1", "223.255.255.255",
    "2001:4860:4860::8888", "2606:4700::1111", "2a00:1450:4001::1", "2003::1",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_inside_networks_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))
    assert not AddressRules().permits(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_publishers_addresses_are_public(address: str) -> None:
    """The neighbours of forbidden blocks are as free as any other address."""
    assert is_public(ip_address(address))


@settings(deadline=None)
@given(st.ip_addresses())
def test_whatever_the_standard_library_holds_for_private_is_refused(address: object) -> None:
    found = ip_address(str(address))
    if found.is_private or found.is_loopback or found.is_link_local or found.is_multicast or found.is_unspecified:
        assert not is_public(found)


def test_a_named_network_is_reached_and_no_other_one() -> None:
    rules = AddressRules(inside=(ip_network("127.0.0.1/32"),))
    assert rules.permits(ip_address("127.0.0.1"))
    assert not rules.permits(ip_address("127.0.0.2"))
    assert not rules.permits(ip_address("::1"))
    assert rules.permits(ip_address("8.8.8.8"))


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1"),
        ("  http://example.org  ", "http://example.org"),
        ("HTTP://EXAMPLE.org:80/A", "http://example.org/A"),
        ("https://example.org:8443/", "https://example.org:8443/"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    ],
)
def test_web_addresses_are_taken_without_their_fragment(address: str, kept: str) -> None:
    assert str(check_address(address)) == kept


def test_names_in_other_scripts_are_looked_up_in_their_ascii_form() -> None:
    url = check_address("https://пример.рф/путь")
    assert url.raw_host == b"xn--e1afmkfd.xn--p1ai"
    assert url.raw_path == b"/%D0%BF%D1%83%D1%82%D1%8C"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://example.org/a", "only http"),
        ("file:///etc/passwd", "only http"),
        ("javascript:alert(1)", "only http"),
        ("data:text/html,x", "only http"),
        ("gopher://example.org:70/", "only http"),
        ("example.org/a", "only http"),
        ("//example.org/a", "only http"),
        ("", "only http"),
        ("http://", "names no host"),
        ("http:///path", "names no host"),
        ("http://user@example.org/", "user name or password"),
        ("http://user:secret@example.org/", "user name or password"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:25/", "port 25"),
        ("http://example.org:6667/", "port 6667"),
        ("http://example.org:99999/", "port 99999"),
        ("http://example.org:0/", "port 0"),
        ("http://example.org:x/", "not a valid"),
        ("http://exa\x00mple.org/", "not a valid"),
        ("http://example.org/a\nb", "not a valid"),
        ("http://[::1", "not a valid"),
        ("http://example.org/" + "a" * MAX_LENGTH, "longer than"),
    ],
)
def test_other_addresses_are_refused_with_the_reason(address: str, reason: str) -> None:
    with pytest.raises(AddressError, match=reason):
        check_address(address)


def test_a_password_is_not_repeated_in_the_message() -> None:
    with pytest.raises(AddressError) as caught:
        check_address("https://user:secret@example.org/page?key=hidden")
    assert "secret" not in str(caught.value)
    assert "hidden" not in str(caught.value)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_taken_or_refused_with_a_reason(text: str) -> None:
    """Nothing but AddressError, an ArticleError, comes out of texts that are no addresses."""
    for address in (text, f"http://{text}", f"https://example.org/{text}", f"http://{text}@example.org:{text}/"):
        try:
            url = check_address(address)
        except ArticleError as error:
            assert error.reason  # noqa: PT017  # the point is that no other error comes
        else:
            assert url.scheme in {"http", "https"}
            assert not url.userinfo
