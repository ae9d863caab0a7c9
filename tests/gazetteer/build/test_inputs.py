import hashlib
import tarfile
import zipfile

import pytest

from gazetteer.build.inputs import Input, fetch, unpack, write_atomically, write_sources
from gazetteer.errors import InputError, OutputError


def cached(cache, content=b"archive"):
    """Put an archive where `fetch` looks, so that no client is run."""
    source = Input("npm", "thing", "1.0", hashlib.sha256(content).hexdigest(), "CC0")
    folder = cache / "npm" / "thing-1.0"
    folder.mkdir(parents=True)
    (folder / "thing-1.0.tgz").write_bytes(content)
    return source


class TestFetch:
    def test_takes_what_is_cached(self, tmp_path):
        assert fetch(cached(tmp_path), tmp_path).name == "thing-1.0.tgz"

    def test_refuses_another_archive(self, tmp_path):
        source = cached(tmp_path)
        (tmp_path / "npm" / "thing-1.0" / "thing-1.0.tgz").write_bytes(b"other")
        with pytest.raises(InputError, match=source.sha256):
            fetch(source, tmp_path)

    def test_says_that_a_client_is_missing(self, tmp_path, monkeypatch):
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(InputError, match="npm is needed"):
            fetch(Input("npm", "thing", "1.0", "0" * 64), tmp_path)


class TestUnpack:
    def test_wheel_and_tarball(self, tmp_path):
        (tmp_path / "a.txt").write_text("a")
        with zipfile.ZipFile(tmp_path / "x.whl", "w") as wheel:
            wheel.write(tmp_path / "a.txt", "p/a.txt")
        with tarfile.open(tmp_path / "x.tgz", "w:gz") as tarball:
            tarball.add(tmp_path / "a.txt", "p/a.txt")
        for archive in ("x.whl", "x.tgz"):
            folder = unpack(tmp_path / archive, tmp_path / f"{archive}.out", ["p/a.txt"])
            assert (folder / "p" / "a.txt").read_text() == "a"

    @pytest.mark.parametrize("name", ["x.rar", "x.whl", "x.tgz"])
    def test_says_what_it_cannot_unpack(self, tmp_path, name):
        (tmp_path / name).write_bytes(b"no archive")
        with pytest.raises(InputError, match=name):
            unpack(tmp_path / name, tmp_path / "out")


class TestWriting:
    def test_sources_name_version_hash_and_licence(self, tmp_path):
        write_sources(tmp_path / "SOURCES", [Input("pypi", "thing", "1.0", "ab" * 32, "CC BY 4.0")])
        text = (tmp_path / "SOURCES").read_text()
        assert all(part in text for part in ("thing 1.0 (pypi)", "ab" * 32, "CC BY 4.0"))

    def test_leaves_no_scratch_file(self, tmp_path):
        write_atomically(tmp_path / "x", b"data")
        assert [path.name for path in tmp_path.iterdir()] == ["x"]

    def test_says_where_it_cannot_write(self, tmp_path):
        (tmp_path / "file").write_text("")
        with pytest.raises(OutputError, match="can't be written"):
            write_atomically(tmp_path / "file" / "x", b"data")
