"""Which full stops end a sentence, case by case; `|` stands where a sentence ends."""

import pytest

from annotator.text.sentences import sentence_spans


def marked(text: str, language: str) -> str:
    return " | ".join(text[start:end] for start, end in sentence_spans(text, language))


def assert_parted(language: str, expected: str) -> None:
    assert marked(expected.replace(" | ", " "), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("it", "Lo dice il prof. Manzi. | Basta."),
        ("it", "L'art. 18 resta. | Anche il n. 5, a p. 3."),
        ("en", "Dr. Livingstone and MR. STANLEY met. | They talked."),
        ("en", "It was on Sept. 11. | No. 5 burned."),
        ("en", "He said no. | Then he left."),
        ("de", "Das gilt z. B. für Bonn, d. h. für alle. | Nur Köln nicht."),
        ("de", "Er wohnt in der Goethestr. 5 in Bonn. | Sie auch."),
        ("fr", "M. Hugo, p. ex. dans ce livre, le dit. | Mme Sand aussi."),
        ("es", "El Sr. Machado vive en EE. UU. desde ayer. | No vuelve."),
        ("pl", "Zob. art. 5 ust. 2. | Ks. Skorupka zginął."),
        ("ru", "Это было в г. Туле, т. е. далеко. | Потом всё."),
        ("nb", "Se f.eks. kap. 4. | Det er kort."),
        ("ml", "ഡോ. തോമസ് വന്നു. | പിന്നെ പോയി."),
        ("nl", "Prof. hon. Huygens sprak. | Dr. ben. | Het was laat."),
        ("sv", "Prof. em. Celsius dog. | Han var inte med. | Han dog."),
        ("it", "Così S. Paolo (Gal. 3, 28) e altri (trad. Bianchi). | Lo (ed. Roma) sanno tutti."),
        ("it", "(Sì. | No.) | Roma (che non sa. | Milano sì) tace."),
        ("fr", "Tél. : 01 23 45. | Il (tél. 12) est sorti."),
        ("nl", "Dat was op de A2 t.h.v. Best. | Twee gewonden."),
        ("de", "Die Firma Maier & Co. KG ruht. | Alle warten."),
        ("et", "Kohal oli 101-st. | Tallinn vaikis."),
        ("und", "Prof. Curie and Dr. Curie met. | That was all."),
    ],
)
def test_abbreviations_end_no_sentence(language, expected):
    assert_parted(language, expected)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Pens, ink, etc. | Paper was out."),
        ("en", "The U.S. Senate sat. | It was late in the U.S. | The vote failed."),
        ("en", "At 9:31 a.m. NASA waited. | Then it flew at 8 p.m. | Nobody saw it."),
        ("en", "They met at 6 p.m. Saturday. | They left at 8 p.m. | Police came."),
        ("de", "Äpfel, Birnen usw. | Kirschen nicht."),
        ("de", "Es kostet 5 Mio. Euro. | Davon zahlt die Stadt 2 Mio. | Der Rest fehlt."),
        ("pl", "Umowę z firmą podpisano w 2012 r. | Warszawa milczy."),
        ("pl", "W 2012 r. Warszawa milczała."),
        ("en", "The price of oil is up 5 pct. | Brent fell."),
        ("fr", "Le livre a été écrit en 44 av. J.-C. à Rome."),
        ("da", "Det hele kostede i alt ca. 50 kr. 20 øre."),
        ("it", "Il pane costa 3 euro al kg. | Milano è più cara."),
        ("cs", "Vydali jsme se na čtvrt. | Na trh."),
        ("sl", "To je bil vrt. | Ana ga ima rada."),
        ("tr", "Gelen idi. | Ankara sustu."),
        ("en", "They bought it on eBay.com. | Amazon and Ask.com. | Google did not."),
        ("cs", "Mluvil JUDr. Novák. | Stálo to 5 tis. Kč."),
        ("ru", "Этот большой дом построен в XIX в. | Москва росла."),
        ("ru", "Это был суд. | Москва молчит."),
    ],
)
def test_abbreviations_that_may_end_one(language, expected):
    assert_parted(language, expected)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "George W. Bush and T. S. Eliot never met. | C.J. Brown did."),
        ("en", "There is no plan B. | The first one must do."),
        ("it", "Scrive A. De Gasperi. | Così finisce."),
        ("it", "Serve la vitamina C. | La frutta ne ha."),
        ("it", "A. La Malfa tace. | Il gen. C.A. Dalla Chiesa no."),
        ("nl", "Premier J.M. Den Uyl trad af. | De partij van A. | De andere niet."),
        ("de", "Das sagt die O.N.U. | Der Präsident schweigt."),
        ("es", "Viven en EE.UU. | La Casa Blanca calla."),
        ("it", "Serve la vitamina C. | Medici e farmacisti lo sanno."),
        ("en", "There is no plan B. | Washington waits for J. Doe."),
        ("fr", "Lisez J.-P. Sartre. | A. Camus aussi."),
        ("ru", "А. С. Пушкин умер. | В. И. Даль был рядом."),
        ("de", "Bundeskanzler a. D. Schmidt rauchte. | Niemand sagte etwas."),
        ("pl", "Oskarża go insp. T. Nowak. | On milczy."),
        ("pl", "Oskarża go asyst. T. Nowak. | Potem on. | W. Lem milczał."),
        ("en", "Then he left. | J. Edgar Hoover stayed."),
        ("ml", "ന. മോദി എത്തി. | ജനം കേട്ടു."),
        ("ml", "വി.എസ്. അച്യുതൻ വന്നു. | മഴ പെയ്തു."),
    ],
)
def test_initials_stay_with_their_name(language, expected):
    assert_parted(language, expected)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "Der 2. Weltkrieg endete am 8. Mai 1945. | Das 20. Jahrhundert nicht."),
        ("de", "Das Spiel endete 3:2. | Trainer und Spieler gingen."),
        ("de", "Er wurde 96. | Danach kam keiner. | Das war 2015. | Bonn trauerte."),
        ("de", "Papst Johannes XXIII. Roncalli starb. | Paul VI. | Der kam danach."),
        ("cs", "Karel IV. zemřel. | Platí to od 1. 1. 2020. | Bylo jich 15. | Petr chyběl."),
        ("fr", "Il est né le 3 févr. 1950 à Lyon. | Il y est mort."),
        ("it", "Il Pil del I trim. 2023 cresce. | Poco."),
        ("fi", "Laki tuli voimaan 1. 1. 2020. | Sitä muutetaan."),
        ("en", "It was 1066. | William won with 12. | Harold lost."),
        ("it", "Giovanni Paolo II. | Il papa."),
        ("sv", "Det var 12. | Stockholm vann."),
        ("pl", "Karol IV. | Anna go zna. | To Jan III."),
        ("tr", "Tel. 123 45 67. | Taksim yakın. | Eşi 43. | 2 çocuk var."),
        ("ru", "Это было в 90-х. | Москва росла."),
        ("pl", "Razem z VAT to 6 mln. | Dużo?"),
        ("tr", "2. Dünya Savaşı bitti. | 1. Lig başladı."),
    ],
)
def test_ordinals_and_dates(language, expected):
    assert_parted(language, expected)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("it", "1. Il primo punto. | 2. Il secondo."),
        ("it", "I punti sono due: 1. Il pane; 2. Le rose."),
        ("en", "a. First this. | IV. Then that."),
        ("en", "(It was late.) | (So was he (J. Doe.) | He left.)"),
    ],
)
def test_numbers_of_a_list_belong_to_what_follows(language, expected):
    assert_parted(language, expected)
