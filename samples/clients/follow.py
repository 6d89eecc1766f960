#!/usr/bin/env python3
"""Keep a folder in step with a feed of a Tearline gateway: one file for each entry, nothing that the feed has taken back.

    FEED_SECRET=... follow.py https://gateway.example:8443/feeds/state-eoc inbox --user state-eoc [--purpose CODE] [--every SECONDS]

Needs nothing but Python 3. The state stands in the folder itself (.follow.json), so the script may be stopped at any time: what
it has not finished it does again. Exit 0: in step; 1: the gateway refused; 2: used wrongly; 3: no gateway.
"""
import argparse
import base64
import json
import os
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

STATE = ".follow.json"
EXTENSIONS = {"application/cap+xml": "cap", "application/xml": "xml", "application/geo+json": "geojson", "application/json": "json"}


class Gone(Exception):
    """The cursor is not valid any more: start anew."""


class Follower:

    def __init__(self, feed, folder, user, secret, purpose):
        self.feed, self.folder, self.purpose = feed, folder, purpose
        self.login = base64.b64encode(f"{user}:{secret}".encode()).decode() if user else None
        os.makedirs(folder, exist_ok=True)
        self.state = self.load()

    def load(self):
        try:
            with open(os.path.join(self.folder, STATE), encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {"since": None, "etag": None, "files": {}}

    def save(self):
        self.write(STATE, json.dumps(self.state, indent=1))

    def write(self, name, text):
        """Whole or not at all, whenever the power goes."""
        path = os.path.join(self.folder, name)
        with open(path + ".partial", "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(path + ".partial", path)

    def get(self, url, etag=None, patience=60):
        request = urllib.request.Request(url, headers={"Accept": "application/feed+json"})
        if self.login:
            request.add_header("Authorization", "Basic " + self.login)
        if self.purpose:
            request.add_header("Purpose", self.purpose)
        if etag:
            request.add_header("If-None-Match", etag)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer), answer.headers["ETag"]
        except urllib.error.HTTPError as refusal:
            if refusal.code == 304:
                return None, etag
            if refusal.code == 410:
                raise Gone() from None
            if refusal.code in (429, 503) and patience and "Retry-After" in refusal.headers:
                time.sleep(int(refusal.headers["Retry-After"]))  # asked too soon, or the feed is being made anew
                return self.get(url, etag, patience - 1)
            raise

    def step(self):
        """Everything that is new. Returns how many entries came, how many went, and whether it had to start anew."""
        try:
            return *self.read(self.state["since"]), False
        except Gone:
            return *self.read(None), True

    def read(self, since):
        anew = since is None
        url = urllib.parse.urljoin(self.feed, since) if since else self.feed
        etag = self.state["etag"] if since else None
        came, went, listed = 0, 0, set()
        while url:
            page, tag = self.get(url, etag)
            if page is None:
                break
            for item in page["items"]:
                if item.get("_deleted"):
                    went += self.drop(item["id"])
                    listed.discard(item["id"])
                else:
                    self.keep(item)
                    listed.add(item["id"])
                    came += 1
            if "next_url" in page:
                url, etag = urllib.parse.urljoin(self.feed, page["next_url"]), None
                if not anew:                # while we start anew the old state stands, until all of it has come
                    self.state.update(since=page["next_url"], etag=None)
                    self.save()
            else:
                since, url = page["_tearline"]["since"], None
                # The tag belongs to what was asked, so it helps only where the same is asked again.
                self.state.update(since=since, etag=tag if since == self.state["since"] else None)
        if anew:
            went += sum(self.drop(gone) for gone in list(self.state["files"]) if gone not in listed)
        self.save()
        return came, went

    def keep(self, item):
        ours = item.get("_tearline", {})
        name = re.sub(r"[^0-9a-f-]", "", item["id"].rpartition(":")[2]) + "." + EXTENSIONS.get(ours.get("media_type", "").split(";")[0], "txt")
        old = self.state["files"].get(item["id"])
        self.write(name, item["content_text"])
        if old and old != name:
            os.remove(os.path.join(self.folder, old))
        self.state["files"][item["id"]] = name

    def drop(self, entry):
        name = self.state["files"].pop(entry, None)
        if name is None:
            return 0
        try:
            os.remove(os.path.join(self.folder, name))
        except FileNotFoundError:
            pass
        return 1


def main():
    parser = argparse.ArgumentParser(description="Keep a folder in step with a feed.")
    parser.add_argument("feed", help="the feed, such as https://gateway.example:8443/feeds/state-eoc")
    parser.add_argument("folder", help="where its entries are kept")
    parser.add_argument("--user", help="the partner's name; none for a public feed")
    parser.add_argument("--secret-env", default="FEED_SECRET", help="the environment variable with its secret")
    parser.add_argument("--purpose", help="what it is needed for: a code, where the agreement asks for one")
    parser.add_argument("--every", type=int, help="go on, and ask every so many seconds")
    given = parser.parse_args()
    secret = os.environ.get(given.secret_env, "")
    if given.user and not secret:
        parser.error(f"put the secret into the environment variable {given.secret_env}")
    follower = Follower(given.feed, given.folder, given.user, secret, given.purpose)
    while True:
        try:
            came, went, anew = follower.step()
        except urllib.error.HTTPError as refusal:
            print(f"follow: the gateway answered {refusal.code}", file=sys.stderr)
            return 1
        except OSError as fault:
            print(f"follow: no gateway answers ({fault.__class__.__name__})", file=sys.stderr)
            if not given.every:
                return 3
        else:
            print(f"{came} came, {went} went, {len(follower.state['files'])} here" + (", started anew" if anew else ""), flush=True)
        if not given.every:
            return 0
        time.sleep(given.every)


if __name__ == "__main__":
    sys.exit(main())
