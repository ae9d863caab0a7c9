from __future__ import annotations

from dataclasses import asdict

import pytest

import maps
from gazetteer.errors import InputError
from maps.style import THEMES, contrast, read_theme
from tests.maps import example

DOT = "<svg xmlns='http://www.w3.org/2000/svg'><script>window.hit=1</script><rect width='9' height='9'/></svg>"


def theme_file(tmp_path, text):
    path = tmp_path / "house.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", THEMES)
def test_built_in_themes_are_readable_on_every_ground(name):
    theme = read_theme(name)
    for palette in (theme.light, theme.dark):
        colours = asdict(palette)
        for tone in ("accent", "second", "third", "fourth", "fifth"):
            assert contrast(colours[tone], colours["paper"]) >= 4.5, tone


def test_a_theme_says_only_what_differs(tmp_path):
    theme = read_theme(theme_file(tmp_path, 'credit = "The Desk"\n[light]\naccent = "#005500"\n'))
    assert theme.light.accent == "#005500"
    assert theme.light.sea == read_theme().light.sea
    assert theme.credit == "The Desk"


def test_the_house_writes_names_its_own_way_and_signs(tmp_path):
    theme = read_theme(theme_file(tmp_path, 'credit = "The Desk"\n[places]\nPrague = "Praha"\n'))
    m = maps.journey_map(*example.rail_trip(), theme=theme, credit="A. Mapper")
    page = m.get_root().render()
    assert "Berlin to Praha by train" in m.title
    assert "A. Mapper · The Desk" in page


def test_a_logo_is_put_into_the_page_as_an_image(tmp_path):
    (tmp_path / "logo.svg").write_text(DOT, encoding="utf-8")
    theme = read_theme(theme_file(tmp_path, 'logo = "logo.svg"\n'))
    assert theme.logo.startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[light]\naccent = "red;}*{display:none"\n', "accent is 'red;}"),
        ('[light]\nsky = "#000000"\n', "no colour called 'sky'"),
        ('[light]\nink = "#ffffff"\n', "ink on paper has a contrast of 1.0"),
        ('[fonts]\nsans = ["x\\"}</style><script>"]\n', "is no font family"),
        ("[fonts]\nsize = 99\n", "size of the text is 99"),
        ('colour = "red"\n', "nothing called 'colour'"),
        ("credit = 7\n", "have to be text in quotes"),
        ('light = "dark"\n', "light has to be a table"),
        ('logo = "../../etc/passwd"\n', "logo '../../etc/passwd' can't be read|has to be a PNG"),
        ("<script>", "is not written in TOML"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path, text, told):
    with pytest.raises(InputError, match=told):
        read_theme(theme_file(tmp_path, text))


def test_a_theme_that_is_not_there_is_named():
    with pytest.raises(InputError, match=r"nowhere\.toml can't be read"):
        read_theme("nowhere.toml")
