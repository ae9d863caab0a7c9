"""The map in other people's pages: its height in each form of message, with and without scripts, in every width of column."""

from __future__ import annotations

import pytest

import maps
from maps.embed import write_shared
from maps.embed.snippets import component, growing_frame, snippet
from tests.browser.test_page import serving
from tests.maps import example

#: Hosts as they listen: each sets the height that it was told, and marks how it was told.
LISTENERS = {
    "amp": "if (e.data && e.data.sentinel === 'amp' && e.data.type === 'embed-size') grow(e.data.height)",
    "pym": "const m = typeof e.data === 'string' && e.data.match(/^pymxPYMxmapxPYMx(\\S+)xPYMx(.*)$/); if (m && m[1] === 'height') grow(+m[2])",
    "iframe.resize": "if (typeof e.data !== 'string' || e.data[0] !== '{') return; const d = JSON.parse(e.data);"
    " if (d.context === 'iframe.resize' && d.src === f.src) grow(d.height)",
}
HOST = """<!DOCTYPE html><title>Host</title><body style="margin:0">{frame}<script>
const f = document.querySelector("iframe");
const grow = (height) => {{ f.style.height = height + "px"; f.dataset.told = height; }};
addEventListener("message", (e) => {{ if (e.source !== f.contentWindow) return; {listener} }});
</script>"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A host's folder with the map in it, and its address."""
    folder = tmp_path_factory.mktemp("site")
    m = maps.journey_map(*example.rail_trip(), base_url="https://news.example/trip", still="map.svg")
    maps.write_page(m, folder / "map.html")
    maps.write_embed(m, folder / "embed.html")
    maps.write_still(m, folder / "map.svg")
    write_shared(m, folder)
    for name, listener in LISTENERS.items():
        frame = snippet(m, f"map.html{'?childId=map' if name == 'pym' else ''}")
        (folder / f"{name}.html").write_text(HOST.format(frame=frame, listener=listener), encoding="utf-8")
    (folder / "growing.html").write_text(
        f"<!DOCTYPE html><title>Host</title><body>{growing_frame(m, 'map.html')}", encoding="utf-8"
    )
    code = component(m, "map.html", "map.svg", "dateline-map.js")
    (folder / "component.html").write_text(f"<!DOCTYPE html><title>Host</title><body>{code}", encoding="utf-8")
    shut = snippet(m, "map.html").replace("allow-scripts allow-popups", "")
    (folder / "shut.html").write_text(f"<!DOCTYPE html><title>Host</title><body>{shut}", encoding="utf-8")
    with serving(folder) as address:
        yield address


def let_it_draw(page, frames):
    """Let the browser draw so many frames, in which the map and its host may still answer each other."""
    page.evaluate(
        "(n) => new Promise((done) => { const draw = () => (n-- ? requestAnimationFrame(draw) : done()); draw(); })", frames
    )


def height_inside(page):
    """The height that the framed page has."""
    return page.frames[-1].evaluate("document.querySelector('.dateline').offsetHeight")


class TestHeight:
    @pytest.mark.parametrize("form", LISTENERS)
    @pytest.mark.parametrize("width", [390, 1100])
    def test_each_form_of_message_gives_the_frame_the_height_of_the_map(self, open_page, site, form, width):
        page = open_page(f"{site}/{form}.html", width=width, offline=False).page
        page.wait_for_selector("iframe[data-told]")
        page.wait_for_function(
            "Math.abs(document.querySelector('iframe').offsetHeight - +document.querySelector('iframe').dataset.told) < 1"
        )
        let_it_draw(page, 12)
        told = page.evaluate("+document.querySelector('iframe').dataset.told")
        assert abs(told - height_inside(page)) <= 1, "nothing is cut off and nothing is left blank"
        assert told >= 400

    def test_it_settles(self, open_page, site):
        page = open_page(f"{site}/amp.html", width=390, offline=False).page
        page.wait_for_selector("iframe[data-told]")
        page.evaluate("addEventListener('message', (e) => { if (e.data.sentinel) window.count = (window.count || 0) + 1 })")
        let_it_draw(page, 36)
        assert page.evaluate("window.count || 0") <= 2

    def test_it_grows_with_what_a_reader_opens(self, open_page, site):
        page = open_page(f"{site}/growing.html", width=390, offline=False).page
        page.wait_for_function("document.querySelector('iframe').style.height.endsWith('px')")
        before = page.evaluate("document.querySelector('iframe').offsetHeight")
        page.frames[-1].locator(".panel .stop > button").first.click()
        page.wait_for_function(f"document.querySelector('iframe').offsetHeight > {before}")

    def test_the_web_component_does_so_by_itself(self, open_page, site):
        page = open_page(f"{site}/component.html", width=390, offline=False).page
        page.wait_for_function(
            "document.querySelector('dateline-map').shadowRoot.querySelector('iframe').style.height.endsWith('px')"
        )
        shown = page.evaluate("document.querySelector('dateline-map').shadowRoot.querySelector('iframe').offsetHeight")
        assert abs(shown - height_inside(page)) <= 1

    def test_the_sample_article_does_so(self, open_page, site):
        opened = open_page(f"{site}/article.html", width=390, offline=False)
        opened.page.locator("iframe[style*='height']").wait_for()
        assert opened.messages == []


class TestSandbox:
    def test_with_scripts_the_map_is_drawn_and_asks_nobody(self, open_page, site):
        opened = open_page(f"{site}/amp.html", offline=False)
        opened.page.frames[-1].locator(".land").first.wait_for(state="attached")
        assert opened.requests == [f"{site}/map.html"]

    def test_where_the_frame_may_run_none_the_still_stands_there_with_its_words(self, open_page, site):
        shows_the_still(open_page(f"{site}/shut.html", offline=False).page)

    def test_where_the_browser_runs_none_the_still_stands_there_with_its_words(self, scriptless, site):
        page = scriptless.new_page()
        page.goto(f"{site}/amp.html")
        shows_the_still(page)

    def test_where_the_browser_runs_none_the_component_is_the_still(self, scriptless, site):
        page = scriptless.new_page()
        page.goto(f"{site}/component.html")
        assert "Ilse Brandt" in page.locator("dateline-map img").get_attribute("alt")


def shows_the_still(page):
    """Assert that the frame shows the still, with its words."""
    still = page.frame_locator("iframe").locator("img.still")
    still.wait_for()
    assert "Ilse Brandt" in still.get_attribute("alt")
    assert still.bounding_box()["width"] >= 300


@pytest.mark.parametrize("width", [300, 480, 680, 900, 1200])
def test_every_width_of_column_holds_it(open_page, site, width):
    page = open_page(f"{site}/growing.html", width=width, offline=False).page
    page.wait_for_function("document.querySelector('iframe').style.height.endsWith('px')")
    inside = page.frames[-1]
    assert inside.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert inside.evaluate("document.querySelector('.folium-map').offsetHeight") >= 200
