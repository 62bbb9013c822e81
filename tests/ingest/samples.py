"""Small articles of our own in every format that can be read, built here so that tests carry no one else's text."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile

TITLE = "Ministers meet in Caracas"
PARAGRAPHS = (
    "The ministers of both countries met in Caracas on Thursday and spoke for three hours about trade and fuel.",
    "They agreed to meet again in autumn, and to let two commissions work out what a treaty would have to say.",
    "Nobody signed anything, and neither side wanted to say how much of the debt would be put off.",
)
TEXT = "\n\n".join(PARAGRAPHS)

MARKDOWN = (
    f"---\ntitle: {TITLE}\npublisher: The Caracas Courier\ndate: 2019-05-02\nlanguage: en\n---\n\n{TEXT}\n".encode()
)
PLAIN = f"{TITLE}\n\nMay 02, 2019\n\n{TEXT}\n".encode()
HTML = f"""<!doctype html><html lang="en"><head><title>{TITLE}</title>
<meta property="og:site_name" content="The Caracas Courier">
<meta property="article:published_time" content="2019-05-02">
<link rel="canonical" href="https://courier.example/2019/05/02/ministers"></head>
<body><nav><a href="/">Home</a></nav>
<article><h1>{TITLE}</h1>{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}</article>
</body></html>""".encode()
ROW = {
    "id": "a-1",
    "title": TITLE,
    "text": TEXT,
    "date": "2019-05-02",
    "publisher": "The Caracas Courier",
    "url": "https://courier.example/ministers",
    "author": "Ana Ruiz",
}
JSON_LINES = (
    json.dumps(ROW) + "\n" + json.dumps({**ROW, "id": "a-2", "title": "Ministers meet again"}) + "\n"
).encode()
JSON = json.dumps({"articles": [ROW, {**ROW, "id": "a-2"}]}).encode()
CSV = ("id;title;text;date\na-1;" + TITLE + ';"' + TEXT + '";2019-05-02\na-2;Again;"' + TEXT + '";\n').encode()
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Courier</title><link>https://courier.example/</link><language>en-GB</language>
<item><title>{TITLE} &#8211; again</title><link>https://courier.example/ministers</link><guid>tag:1</guid>
<pubDate>Thu, 02 May 2019 21:30:00 -0400</pubDate>
<dc:creator>Ana Ruiz</dc:creator><description>Teaser only.</description>
<content:encoded><![CDATA[{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}]]></content:encoded></item>
<item><title>Only a headline</title><link>https://courier.example/second</link><guid>tag:2</guid></item>
</channel></rss>""".encode()
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
<id>urn:feed</id><updated>2019-05-09T00:00:00Z</updated>
<entry><title>{TITLE}</title><id>urn:1</id><link href="https://courier.example/ministers"/>
<published>2019-05-02T10:00:00Z</published><updated>2019-05-08T10:00:00Z</updated>
<content type="html">{"".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in PARAGRAPHS)}</content></entry>
<entry><title>Changed only</title><id>urn:2</id><updated>2019-05-08T10:00:00Z</updated>
<summary>{PARAGRAPHS[0]}</summary></entry>
</feed>""".encode()
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Courier",
        "items": [
            {
                "id": "1",
                "url": "https://courier.example/ministers",
                "title": TITLE,
                "content_html": "".join(f"<p>{text}</p>" for text in PARAGRAPHS),
                "date_published": "2019-05-02T10:00:00-04:00",
                "authors": [{"name": "Ana Ruiz"}],
            }
        ],
    }
).encode()
NEWS_SITEMAP = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://courier.example/ministers</loc><news:news><news:publication><news:name>Courier</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2019-05-02</news:publication_date>
<news:title>{TITLE}</news:title></news:news></url></urlset>""".encode()
SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://courier.example/1</loc></url>
<url><loc>https://courier.example/2</loc></url></urlset>"""


def warc_record(
    body: bytes, *, key: str = "1", kind: str = "response", url: str = "https://courier.example/a"
) -> bytes:
    """Return one WARC record around `body`."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{key}>\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2019-05-03T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def http(payload: bytes, *, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = "") -> bytes:
    """Return an HTTP response."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + payload


WARC = (
    warc_record(b"software: none\r\n", key="0", kind="warcinfo")
    + warc_record(http(HTML), key="1")
    + warc_record(http(b"\x89PNG", kind="image/png"), key="2")
    + warc_record(http(HTML), key="3")
)
_ARC_BODY = http(HTML)
ARC = (
    b"filedesc://a.arc 0.0.0.0 20190503000000 text/plain 76\n1 0 Courier\n"
    b"URL IP-address Archive-date Content-type Archive-length\n\n\n\n\n\n\n\n\n\n"
    b"https://courier.example/a 1.2.3.4 20190503000000 text/html "
    + str(len(_ARC_BODY)).encode()
    + b"\n"
    + _ARC_BODY
    + b"\n"
)


def zip_of(*members: tuple[str, bytes]) -> bytes:
    """Return a zip archive of named files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return packed.getvalue()


def tar_of(*members: tuple[str, bytes] | tarfile.TarInfo, packed: bool = True) -> bytes:
    """Return a tar archive, gzipped unless told otherwise, of named files and of headers without content."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz" if packed else "w") as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
                continue
            info = tarfile.TarInfo(member[0])
            info.size = len(member[1])
            archive.addfile(info, io.BytesIO(member[1]))
    return out.getvalue()


def pdf_of(*pages: tuple[str, ...], title: str | None = None) -> bytes:
    """Return a PDF with a text layer: the lines of each page, set in Helvetica."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = b" T* ".join(
            b"(" + line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj" for line in lines
        )
        stream = b"BT /F1 11 Tf 14 TL 40 780 Td " + shown + b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        content = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % content
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(kids), b" ".join(kids))
    trailer = b"/Root 1 0 R"
    if title:
        objects.append(b"<< /Title (%b) >>" % title.encode("cp1252"))
        trailer += b" /Info %d 0 R" % len(objects)
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d %b >>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, trailer, len(out),
    )  # fmt: skip


PDF = pdf_of((TITLE, "", *PARAGRAPHS), title=TITLE)

SAMPLES = {
    "a.md": MARKDOWN,
    "a.txt": PLAIN,
    "a.html": HTML,
    "a.html.gz": gzip.compress(HTML, mtime=0),
    "a.jsonl": JSON_LINES,
    "a.json": JSON,
    "a.csv": CSV,
    "a.rss": RSS,
    "a.atom": ATOM,
    "feed.json": JSON_FEED,
    "news.xml": NEWS_SITEMAP,
    "sitemap.xml": SITEMAP,
    "a.warc": WARC,
    "a.warc.gz": gzip.compress(WARC[:200], mtime=0) + gzip.compress(WARC[200:], mtime=0),
    "a.arc": ARC,
    "a.pdf": PDF,
    "a.zip": zip_of(("a.html", HTML), ("folder/b.txt", PLAIN)),
    "a.tar.gz": tar_of(("a.html", HTML), ("folder/b.txt", PLAIN)),
    "a.tar": tar_of(("a.html", HTML), ("folder/b.txt", PLAIN), packed=False),
}
"""A file of each format by name, for tests of all of them at once and as seeds of the fuzz run."""
