"""The option that says where the files will be published."""

from __future__ import annotations

from typing import Any

import click

__all__ = ["base_url_option"]


class _Address(click.ParamType[str]):
    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check the address before anything is read."""
        from gazetteer.errors import InputError
        from maps.embed.head import validate_base_url

        try:
            return validate_base_url(value) if value else ""
        except InputError as error:
            self.fail(str(error), param, ctx)


base_url_option = click.option(
    "--base-url",
    type=_Address(),
    default="",
    metavar="URL",
    help="Where the folder will be published: names it in cards and snippets, and adds oembed.json, dateline-map.js and article.html.",
)
