"""Take out of a page's tree what is surely not the article, before the extraction library chooses its text.

Names that authors give to elements (class, id), tags, and text by which a block points elsewhere. What holds the
headline or most of the page's running text stays: a body of the class "newsletter-open" still holds an article.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from bot.ingest.boilerplate import is_boilerplate, is_link_label, is_read_also
from bot.ingest.dom import names_of, short_text, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_HOLDERS = 8  # candidates for the element that holds the article
_SENTENCE = 40  # characters of a stretch of text that counts as running text
_LINE = 300  # characters of a block that is judged by its words
_NOISE_TAGS = frozenset(
    {"figcaption", "nav", "footer", "form", "button", "dialog", "select", "noscript", "iframe", "aside"}
)
_SILENT_TAGS = ("script", "style", "template", "svg")
_NOISE_NAMES = re.compile(
    r"""(?:^|[\s_-])(?:
    newsletters?|related|relacionad[ao]s?|recommend(?:ed|ations?)?|recommandations?|recirc(?:ulation)?|
      read-?(?:more|next|also)|readmore|more-(?:from|stories|on|news|articles)|
    most-?(?:read|popular|viewed)|mas-?leid[ao]s|mais-?lidas|popular|trending|share|shares|sharing|sharebar|
      share-?(?:bar|buttons?|tools?|links?)|social|social-?(?:bar|share|links?|media|icons?)|addthis\w*|a2a|
      sharedaddy|
    comments?|comment-?(?:list|form|respond)|disqus\w*|respond|reply|subscribe|subscription|suscri\w+|sign-?up|
      signin|login|promo|promos|promotion|advert\w*|ads?|ad-?(?:slot|unit|container|wrapper|box)|adsense|dfp|banner|
      banners|sponsor\w*|
    outbrain|taboola\w*|disclosure|disclaimer|breadcrumbs?|crumbs?|tag-?(?:list|cloud|links)|post-?tags|
      article-?tags|entry-?tags|tags|
    author-?(?:bio|box|info|card|desc|about|description|profile)|about-?(?:the-?)?author|authorbox|saboxplugin\w*|
      bio|biography|
    captions?|wp-caption-text|image-?(?:caption|credit|source|desc\w*)|photo-?(?:caption|credit|text|desc\w*)|
      img-?(?:caption|credit|desc\w*)|media-?(?:caption|credit)|credits?|gallery-?caption|epigrafe|legenda|
      copyrights?|
    pop-?up|pum|modal|overlay|lightbox|cookies?|consent|gdpr|donat(?:e|ion)|next-?(?:story|post|article)|nextstory|
      prev(?:ious)?-?(?:story|post|article)|post-?navigation|pagination|pager|
    side-?bar|skip-?link|screen-?reader-?(?:text|only)|sr-only|visually-?hidden|print-?only|rating|toolbar|
      letters-cta|cta|membership|paywall-?(?:message|prompt)|follow-?(?:us|me|buttons?)|correction-?form|
    infobox|factbox|terms-list|foot-?note?s?-?(?:wrap|area)|support-?us|app-?(?:promo|banner|download)|tooltip|
      teasers?|hidden|help_wrap|see-?also|also-?read|readalso|embed-?related|inline-?related|in-?article-?links?
    )(?:$|[\s_-])""",
    re.IGNORECASE | re.VERBOSE,
)
_NEVER_MAIN = re.compile(
    (
        r"(?:^|\s)(?:[a-z]{1,2}-)?(?:comment|disqus|cookie|consent|"
        r"gdpr|modal|footer|next-?story|caption|popup|popmake|pum)"
    ),
    re.IGNORECASE,
)
_MAX_LINKS = 3000  # characters of a list of links
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KEPT_TAGS = frozenset({"html", "body", "main", "article", "h1", "head"})
_HOLDER_TAGS = frozenset({"div", "td", "section", "article", "main", "body"})
_PROSE_TAGS = ("p", "li", "span", "blockquote", *sorted(_HOLDER_TAGS))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def prune(tree: HtmlElement, headline: HtmlElement | None) -> int:
    """Take boilerplate out of the tree, in place.

    Returns how many characters of running text the element has that holds most of it: the article has about as many.
    """
    for element in list(tree.iter(*_SILENT_TAGS)):
        remove(element)
    kept = _line_of(headline)
    main, length = _main_holder(tree, kept)
    kept |= _line_of(main)
    for element in list(_noisy(tree)):
        if element not in kept:
            remove(element)
    for element in list(_pointers(tree)):
        if element not in kept:
            remove(element)
    return length


def _line_of(element: HtmlElement | None) -> frozenset[HtmlElement]:
    """Return an element and everything around it."""
    return frozenset((element, *element.iterancestors())) if element is not None else frozenset()


def _main_holder(tree: HtmlElement, around: frozenset[HtmlElement]) -> tuple[HtmlElement | None, int]:
    """Return the element whose own paragraphs hold most running text, and how much.

    Comments and notices don't count, unless the headline stands in them.
    """
    lengths: dict[HtmlElement, int] = {}  # a holder's parent counts half: each paragraph may have a box of its own
    for element in tree.iter(*_PROSE_TAGS):
        pieces = (element.text or "", *(child.tail or "" for child in element))
        length = sum(len(piece) for piece in pieces if len(piece) > _SENTENCE)
        if length:
            holder = element if element.tag in _HOLDER_TAGS else element.getparent()
            lengths[holder] = lengths.get(holder, 0) + length
            outer = holder.getparent()
            if outer is not None:
                lengths[outer] = lengths.get(outer, 0) + length // 2
    for holder in sorted(lengths, key=lambda element: -lengths[element])[:_HOLDERS]:
        if not any(_NEVER_MAIN.search(names_of(outer)) for outer in _line_of(holder) - around):
            return holder, lengths[holder]
    return None, max(lengths.values(), default=0)


def remove(element: HtmlElement) -> None:
    """Take an element out of its tree; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def _noisy(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements whose tag, name or style says that they are not the article."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in _KEPT_TAGS:
            continue
        if element.tag in _NOISE_TAGS or _is_noise(names_of(element)) or _HIDDEN.search(element.get("style", "")):
            yield element


@functools.lru_cache(maxsize=8192)  # names repeat within a page and among the pages of a site
def _is_noise(names: str) -> bool:
    return bool(_NOISE_NAMES.search(_CAMEL.sub("-", names).strip()))


def _pointers(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield blocks that only point elsewhere: "read also" lines, link lists behind such labels, paragraphs of links."""
    for element in tree.iter("p", "div", "h2", "h3", "h4", "h5", "h6", "li", "section", "blockquote", "strong"):
        if not _is_leaf_block(element):
            continue
        text = short_text(element, _LINE)
        if not text:
            continue
        if is_boilerplate(text) or (is_read_also(text) and element.find(".//a") is not None):
            yield element
            if is_link_label(text):
                yield from _links_after(element)
        elif element.tag == "p" and _is_all_link(element, text):
            yield element


def _is_leaf_block(element: HtmlElement) -> bool:
    return not any(child.tag in {"p", "div", "ul", "ol", "table", "section", "article"} for child in element)


def _is_all_link(element: HtmlElement, text: str) -> bool:
    """Tell whether a paragraph is nothing but links of some length: inline teasers."""
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return len(text) > 20 and linked > 0.9 * len(text)  # noqa: PLR2004  # characters; share


def _links_after(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the block after a label when it consists of links."""
    following = element.getnext()
    if following is not None and following.tag in {"ul", "ol", "div", "p"}:
        text = short_text(following, _MAX_LINKS) or ""
        linked = sum(len(text_of(link)) for link in following.iter("a")) if text else 0
        if text and linked > 0.7 * len(text):  # share
            yield following
