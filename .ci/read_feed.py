"""Reads a page of a feed as a feed reader does, and fails where one could not."""
import sys

import feedparser

page = feedparser.parse(open(sys.argv[1], "rb").read())
assert not page.bozo, page.get("bozo_exception")
assert page.version == "atom10", page.version
assert page.entries, "no entries"
for entry in page.entries:
    assert entry.id.startswith("urn:uuid:"), entry.id
    assert entry.title and entry.updated_parsed, entry.id
    # XML inside an entry is nothing to a reader of news: it follows the link to the record.
    assert any(link.rel == "alternate" and link.href for link in entry.links), entry.id
assert any(link.rel == "self" for link in page.feed.links)
print(f"{len(page.entries)} entries")
