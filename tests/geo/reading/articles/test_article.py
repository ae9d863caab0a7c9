import itertools
from datetime import date

import pytest

from gazetteer.errors import InputError
from geo.reading.articles.article import MAX_BYTES, article_from_text, read_article, read_articles
from geo.reading.articles.folder import expand

STORY = "Envoy leaves for Lima\n\nThe envoy left Quito by train on Sunday, her office said, and is due in Lima on Friday.\n"


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def skipped(article, kind):
    return [article.text[span.start : span.end].strip() for span in article.skipped if span.kind == kind]


class TestReadArticle:
    def test_text_is_not_altered(self, tmp_path):
        text = "  Título\r\n\r\nA\u0301 line\t with\u00a0space \u200b and more.\n\n"
        assert read_article(write(tmp_path, "a.txt", text)).text == text

    def test_the_same_text_has_the_same_id_wherever_it_lies(self, tmp_path):
        first = read_article(write(tmp_path, "a.txt", STORY))
        second = read_article(write(tmp_path, "b.md", STORY))
        assert first.id == second.id == first.sha256[:12]
        assert (first.name, second.name) == ("a.txt", "b.md")

    @pytest.mark.parametrize(
        ("data", "word"),
        [
            ("Zürich".encode("cp1252"), "Zürich"),
            (b"\xef\xbb\xbfZ\xc3\xbcrich", "Zürich"),
            ("\ufeffZürich".encode("utf-16-le"), "Zürich"),
        ],
    )
    def test_encodings(self, tmp_path, data, word):
        assert read_article(write(tmp_path, "a.txt", data)).text == word

    def test_no_line_of_the_front_matter_is_a_title(self, tmp_path):
        text = "---\nnote: legal has to see this\ndate: 2024-06-12\n---\n\nMara Lind flew from Berlin to Warsaw on Monday.\n"
        assert read_article(write(tmp_path, "a.md", text)).title == ""

    def test_title_is_the_headline(self, tmp_path):
        assert read_article(write(tmp_path, "a.txt", STORY)).title == "Envoy leaves for Lima"

    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            ("none.txt", None, "does not exist"),
            ("a.docx", b"words", "not an article"),
            ("a.txt", b" \n", "is empty"),
            ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, "binary"),
            ("a.txt", b"a" * (MAX_BYTES + 1), "5 MB"),
            ("a.json", b"{not json", "not JSON"),
            ("a.json", b'{"headline": "Only this"}', "no article"),
            ("a.md", b"---\na: [\n---\nText", "front matter"),
            ("a.html", b"<html><script>x</script></html>", "no words"),
        ],
    )
    def test_a_faulty_file_gives_one_sentence_that_names_it(self, tmp_path, name, content, said):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(InputError, match=said) as caught:
            read_article(path)
        assert name in str(caught.value)
        assert "\n" not in str(caught.value)

    @pytest.mark.parametrize("end", ["", "</body></html>"])
    @pytest.mark.parametrize("tag", ["title", "nav", "noscript"])
    def test_a_page_without_words_says_which_tag_hides_them(self, tmp_path, tag, end):
        page = f"<html><head></head><body><{tag}>News<article><p>{STORY}</p></article>{end}"
        page = page.replace("<head></head>", "") if tag != "title" else page.replace("</head><body><title>", "<title>")
        with pytest.raises(InputError, match=rf"a\.html holds no words; all that stands behind <{tag}> is hidden"):
            read_article(write(tmp_path, "a.html", page))

    def test_a_folder_is_no_article(self, tmp_path):
        (tmp_path / "a.txt").mkdir()
        with pytest.raises(InputError, match="folder"):
            read_article(tmp_path / "a.txt")


class TestPublished:
    @pytest.mark.parametrize(
        "header",
        [
            "5 Mar, 2024 03:09",
            "March 5, 2024",
            "Tuesday, March 5, 2024",
            "2024-03-05 06:26:13",
            "date 2024-03-05",
            "Published: 5 March 2024 at 10:30 GMT",
            "Posted on 2024-03-05",
            "QUITO 2024-03-05",
            "QUITO, March 5, 2024 (AFP)",
            "By Ana Ruiz 5 March, 2024",
            "6:09 p.m. CST, March 5, 2024",
        ],
    )
    def test_a_header_states_it(self, header):
        article = article_from_text(
            f"Envoy leaves for Lima\n{header}\nThe envoy left Quito on Sunday, April 7, 2019, her office said.\n"
        )
        assert (article.published, article.published_basis) == (date(2024, 3, 5), "text")

    def test_a_date_in_a_sentence_does_not(self):
        article = article_from_text("Envoy leaves\n\nThe envoy left Quito on March 5, 2024, her office said.\n")
        assert (article.published, article.published_basis) == (None, "unknown")

    def test_what_the_editor_gives_fills_only_a_gap(self):
        given = date(2020, 1, 1)
        stated = article_from_text("Envoy leaves\nMarch 5, 2024\nThe envoy left Quito.\n", published=given)
        unstated = article_from_text("Envoy leaves\n\nThe envoy left Quito.\n", published=given)
        assert stated.published == date(2024, 3, 5)
        assert (unstated.published, unstated.published_basis) == (given, "editor")

    def test_front_matter(self, tmp_path):
        text = f"---\ntitle: To Lima\ndate: 2024-03-05\npublisher: The Post\nlang: en\n---\n{STORY}"
        article = read_article(write(tmp_path, "a.md", text))
        assert (article.title, article.publisher, article.lang, article.published) == (
            "To Lima",
            "The Post",
            "en",
            date(2024, 3, 5),
        )
        assert article.text == text
        assert skipped(article, "header")[0].startswith("---")

    def test_saved_page(self, tmp_path):
        page = (
            '<html lang="en"><head><title>To Lima | Post</title><meta property="og:site_name" content="The Post">'
            '<meta property="article:published_time" content="2024-03-05T10:00:00Z"><script>var a = "Paris";</script></head>'
            "<body><nav>Home World</nav><article><h1>To Lima</h1><p>The envoy left <b>Quito</b> &amp; went on.</p></article>"
            "<footer>About</footer></body></html>"
        )
        article = read_article(write(tmp_path, "a.html", page))
        assert article.text == "To Lima\n\nThe envoy left Quito & went on."
        assert (article.publisher, article.lang, article.published) == ("The Post", "en", date(2024, 3, 5))

    def test_ninjs(self, tmp_path):
        item = '{"headline": "To Lima", "body_text": "The envoy left Quito.", "versioncreated": "2024-03-05T10:00:00+01:00", "uri": "urn:x:1"}'
        article = read_article(write(tmp_path, "a.json", item))
        assert article.text == "To Lima\n\nThe envoy left Quito."
        assert (article.title, article.url, article.published) == ("To Lima", "urn:x:1", date(2024, 3, 5))

    def test_ninjs_with_markup(self, tmp_path):
        article = read_article(write(tmp_path, "a.json", '{"body_xhtml": "<p>The envoy left Quito.</p><p>She rests.</p>"}'))
        assert article.text == "The envoy left Quito.\n\nShe rests."


class TestFurniture:
    PAGE = (
        "Envoy leaves for Lima\n\nEnvoy leaves for Lima\n\nUpdated 21:53 | Published 20:15\n\n"
        "Share Tweet Print\n\nclose-icon menu-icon searchicon shareicon print icon mailicon play icon\n\n"
        "By Ana Ruiz\n\nThe envoy left Quito on Sunday.\n\nfull screen The envoy at the station in Quito. Photo: Ana Ruiz / EFE\n\n"
        "Crowds gathered. © Post\n\n-----\n\nShe rests. See https://example.org/a for more.\n\n(Reporting by Ana Ruiz; editing by B. Mora)\n\n"
        "• What to know about the train\n• “The long road”: a journey in pictures\n"
    )

    def test_each_kind_is_marked(self):
        article = article_from_text(self.PAGE)
        assert skipped(article, "chrome") == [
            "Envoy leaves for Lima", "Share Tweet Print", "close-icon menu-icon searchicon shareicon print icon mailicon play icon", "full screen",
            "Photo: Ana Ruiz / EFE", "© Post", "https://example.org/a", "• What to know about the train", "• “The long road”: a journey in pictures",
        ]  # fmt: skip
        assert skipped(article, "caption") == ["The envoy at the station in Quito.", "Crowds gathered."]
        assert skipped(article, "byline") == ["By Ana Ruiz", "(Reporting by Ana Ruiz; editing by B. Mora)"]
        assert skipped(article, "header") == ["Updated 21:53 | Published 20:15"]
        assert skipped(article, "separator") == ["-----"]

    def test_prose_is_left(self):
        text = (
            "Share prices fell in London on Monday.\n\nBy nightfall the envoy had crossed the border.\n\n"
            "The itinerary:\n- 6 June: Madrid\n- 9 June: Barcelona.\n\nPhoto: the word alone opens this sentence and it goes on for quite a while, "
            "telling of a trip by train from Lima to Cusco and on to Puno, where the travellers rested for two days before they went home again.\n"
        )
        assert skipped(article_from_text(text), "chrome") == []

    def test_spans_are_in_order_and_apart(self):
        spans = article_from_text(self.PAGE).skipped
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


class TestFolders:
    def test_one_level_in_name_order_with_others_listed(self, tmp_path):
        for name in ("b.txt", "a.md", "notes.pdf", "manifest.toml"):
            write(tmp_path, name, "")
        (tmp_path / "deeper").mkdir()
        files, others = expand([tmp_path])
        assert [path.name for path in files] == ["a.md", "b.txt"]
        assert [path.name for path in others] == ["notes.pdf"]

    def test_manifest_says_what_the_editor_knows(self, tmp_path):
        write(tmp_path, "a.txt", STORY)
        write(tmp_path, "manifest.toml", '[articles."a.txt"]\npublished = 2024-03-05\npublisher = "The Post"\n')
        (article,) = read_articles([tmp_path])
        assert (article.publisher, article.published, article.published_basis) == ("The Post", date(2024, 3, 5), "editor")

    def test_the_same_text_twice_is_read_once(self, tmp_path):
        assert len(read_articles([write(tmp_path, "a.txt", STORY), write(tmp_path, "b.txt", STORY)])) == 1

    @pytest.mark.parametrize(
        ("manifest", "said"),
        [
            ("[articles", "not TOML"),
            ('[articles."a.txt"]\ncolour = "red"\n', "colour"),
            ('[articles."a.txt"]\npublished = "spring"\n', "spring"),
            ('[articles."a.txt"]\npublished_basis = "rumour"\n', "rumour"),
        ],
    )
    def test_a_faulty_manifest_is_refused(self, tmp_path, manifest, said):
        write(tmp_path, "a.txt", STORY)
        write(tmp_path, "manifest.toml", manifest)
        with pytest.raises(InputError, match=said):
            read_articles([tmp_path])

    def test_a_folder_without_articles_is_refused(self, tmp_path):
        with pytest.raises(InputError, match="no article"):
            expand([tmp_path])

    def test_a_missing_path_is_refused(self, tmp_path):
        with pytest.raises(InputError, match="does not exist"):
            expand([tmp_path / "nowhere"])
