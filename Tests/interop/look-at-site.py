#!/usr/bin/env python3
"""Opens a published site in headless Chromium as citizens do: phone, tablet and desk, light and dark, with the keyboard.

usage: look-at-site.py SITE [--shots DIR] [--kinds]

SITE is a folder that `hoso publish` made. Every link is followed from the first page on, and at 390, 820 and 1280 pixels each
page is looked at: nothing wider than the screen, nothing asked of anybody else, no script, landmarks, headings in order,
captions and scopes, the skip link first and the focus visible, contrast of at least 4.5 in light and in dark, tables still
tables for a screen reader where they look like cards. With --kinds one page of each kind is looked at. Prints what is wrong and ends with 1; ends with 77 and says why where
Chromium or playwright (pip install playwright) is not installed.
"""

import argparse
import functools
import http.server
import os
import re
import shutil
import sys
import threading
import urllib.parse

WIDTHS = {"phone": (390, 844), "tablet": (820, 1180), "desk": (1280, 900)}

# What is wrong with the page as it stands, as a list of sentences.
LOOK = r"""
() => {
  const wrong = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1
      && !e.closest('.vh') && getComputedStyle(e).position !== 'absolute');
    wrong.push(`wider than the screen: ${root.scrollWidth} > ${root.clientWidth}, ` + wide.slice(-1).map(e => e.outerHTML.slice(0, 80)));
  }
  if (document.scripts.length) wrong.push('has a script');
  if (!root.lang) wrong.push('has no lang');
  if (document.querySelectorAll('main').length !== 1) wrong.push('has not one main');
  const heads = [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1]);
  if (heads.filter(h => h === 1).length !== 1) wrong.push('has not one h1');
  heads.reduce((last, next) => { if (next > last + 1) wrong.push(`h${next} after h${last}`); return next; }, 0);
  for (const table of document.querySelectorAll('table')) {
    if (!table.caption || !table.caption.textContent.trim()) wrong.push('a table has no caption');
    if ([...table.querySelectorAll('th')].some(th => !th.scope)) wrong.push('a th has no scope');
    if ([...table.querySelectorAll('tbody tr')].some(tr => tr.querySelectorAll('th[scope=row]').length !== 1)) wrong.push('a row has not one heading');
  }
  for (const nav of document.querySelectorAll('nav')) if (!nav.ariaLabel && !nav.getAttribute('aria-labelledby')) wrong.push('a nav has no name');
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  if (new Set(ids).size !== ids.length) wrong.push('an id stands twice');
  for (const a of document.links) if (!a.textContent.trim()) wrong.push('a link has no text');
  const narrow = root.clientWidth < 500;
  for (const a of document.querySelectorAll('.menu a, .langs a, .days a')) {
    const box = a.getBoundingClientRect();
    if (narrow && box.height < 36) wrong.push(`hard to touch: ${a.textContent}`);
  }
  return wrong;
}
"""

CONTRAST = r"""
() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = text => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = text; canvas.fillRect(0, 0, 1, 1);
    const d = canvas.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
  const light = c => { const f = c.slice(0, 3).map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2]; };
  const ground = e => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] > 0.99) return c; }
    return rgba(getComputedStyle(document.body).backgroundColor); };
  const wrong = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const e = node.parentElement;
    if (!node.textContent.trim() || e.closest('.vh')) continue;
    const a = light(rgba(getComputedStyle(e).color)), b = light(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) wrong.add(`contrast ${ratio.toFixed(2)}: ${node.textContent.trim().slice(0, 40)}`);
  }
  return [...wrong];
}
"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def keyboard(page, wrong):
    """The first key leads past the menu, and whatever has the focus shows it."""
    page.keyboard.press("Tab")
    first = page.evaluate("() => ({skip: document.activeElement.className === 'skip', top: document.activeElement.getBoundingClientRect().top})")
    if not first["skip"] or first["top"] < 0:
        wrong.append("the skip link is not first, or is not seen")
    page.keyboard.press("Enter")
    if page.evaluate("() => document.activeElement.id") != "content":
        wrong.append("the skip link does not lead to the content")
    for _ in range(6):
        page.keyboard.press("Tab")
        seen = page.evaluate("() => { const e = document.activeElement; return e === document.body || parseFloat(getComputedStyle(e).outlineWidth) >= 2; }")
        if not seen:
            wrong.append("the focus is not seen")


def told(page, wrong):
    """What a screen reader is given: landmarks, and tables that are tables in any layout."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    roles = [node.get("role", {}).get("value") for node in nodes if not node.get("ignored")]
    for role in ["main", "banner", "contentinfo", "navigation", "heading"]:
        if role not in roles:
            wrong.append(f"a screen reader finds no {role}")
    tables = page.locator("table").count()
    if roles.count("table") != tables:
        wrong.append(f"{tables} tables, of which a screen reader finds {roles.count('table')}")
    if tables and not ("columnheader" in roles and "rowheader" in roles):
        wrong.append("a screen reader finds no headers of a table")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("site")
    arguments.add_argument("--shots")
    arguments.add_argument("--kinds", action="store_true")
    options = arguments.parse_args()
    chromium = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if chromium is None:
        print("skipped: Chromium is not installed")
        return 77
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("skipped: playwright is not installed (pip install playwright)")
        return 77
    server = serve(options.site)
    origin = f"http://127.0.0.1:{server.server_address[1]}/"
    problems = []
    seen = {}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (width, height) in WIDTHS.items():
            context = browser.new_context(viewport={"width": width, "height": height}, bypass_csp=False)
            page = context.new_page()
            page.on("request", lambda request: request.url.startswith(origin) or problems.append(f"asks elsewhere: {request.url}"))
            page.on("console", lambda message: message.type == "error" and problems.append(f"{page.url}: {message.text}"))
            queue, found, kinds = ["index.html"], {"index.html"}, set()
            while queue:
                path = queue.pop(0)
                # What differs in codes and days alone is of one kind; tracking pages differ by state, so a few of them are taken.
                kind = (re.sub(r"\d[\w.]*[A-Z]\d\d(-\d+-\d+)?|\d[\d.-]*", "N", path), len(found) if "track" in path and len(kinds) < 40 else 0)
                if options.kinds and kind in kinds:
                    continue
                kinds.add(kind)
                answer = page.goto(origin + path)
                if answer.status != 200:
                    problems.append(f"{path}: {answer.status}")
                    continue
                if options.shots:
                    folder = os.path.join(options.shots, name)
                    os.makedirs(folder, exist_ok=True)
                    page.screenshot(path=os.path.join(folder, path.replace("/", "_") + ".png"), full_page=True)
                wrong = page.evaluate(LOOK)
                for theme in ("dark", "light"):
                    page.emulate_media(color_scheme=theme)
                    wrong += [f"{theme}, {text}" for text in page.evaluate(CONTRAST)]
                anchors = page.evaluate("() => [...document.links].map(a => a.href)")
                if path != "index.html":
                    told(page, wrong)
                    keyboard(page, wrong)
                problems += [f"{path} at {width}: {text}" for text in wrong]
                seen.setdefault(path, set()).update(page.evaluate("() => [...document.querySelectorAll('[id]')].map(e => e.id)"))
                for href in anchors:
                    parts = urllib.parse.urlsplit(href)
                    if parts.scheme in ("mailto", "tel"):
                        continue
                    if not href.startswith(origin):
                        problems.append(f"{path}: leads elsewhere: {href}")
                        continue
                    target = parts.path[1:] or "index.html"
                    if target.endswith(".html") and target not in found:
                        found.add(target)
                        queue.append(target)
                    elif not os.path.exists(os.path.join(options.site, urllib.parse.unquote(target))):
                        problems.append(f"{path}: leads to {target}, which is not there")
                    if parts.fragment:
                        seen.setdefault(target, set())
                        if target in seen and seen[target] and urllib.parse.unquote(parts.fragment) not in seen[target]:
                            problems.append(f"{path}: there is no {parts.fragment} in {target}")
            context.close()
            written = {
                os.path.relpath(os.path.join(folder, file), options.site)
                for folder, _, files in os.walk(options.site) for file in files if file.endswith(".html")
            }
            if not options.kinds:
                problems += [f"no link leads to {path}" for path in sorted(written - found)]
        browser.close()
    for problem in dict.fromkeys(problems):
        print(problem)
    print(f"{len(seen)} pages at {len(WIDTHS)} widths: {len(set(problems))} problems")
    return 1 if problems else 0


sys.exit(main())
