import Language
import Testing

@Suite("How numbers, dates and words are written")
struct WritingTests {
    @Test(
        "numbers bear the marks of their language, and zero has no sign",
        arguments: [
            (WrittenLanguage.english, 1_234_567.5, "1,234,567.5"), (.russian, 1_234_567.5, "1\u{A0}234\u{A0}567,5"),
            (.turkmen, 0.05, "0,05"), (.english, -0.0, "0"), (.russian, -3, "\u{2212}3"),
            (.english, 1e18, "1,000,000,000,000,000,000"),
            (.english, 999_999.9999999, "1,000,000"), (.english, 0.1 + 0.2, "0.3"),
        ]
    )
    func numbers(language: WrittenLanguage, value: Double, text: String) {
        #expect(language.number(value) == text)
    }

    @Test("a share is shown as a percentage with the space of its language")
    func percent() {
        #expect(WrittenLanguage.english.percent(0.94) == "94%")
        #expect(WrittenLanguage.russian.percent(0.4167, decimals: 1) == "41,7\u{A0}%")
    }

    @Test("dates are written as each language writes them")
    func dates() {
        #expect(WrittenLanguage.english.shortDate(year: 2021, month: 4, day: 29) == "29\u{A0}Apr\u{A0}2021")
        #expect(WrittenLanguage.turkmen.shortDate(year: 2021, month: 4, day: 9) == "09.04.2021")
        #expect(WrittenLanguage.russian.longDate(year: 2021, month: 4, day: 29) == "29 апреля 2021\u{A0}г.")
        #expect(WrittenLanguage.turkmen.longDate(year: 2021, month: 6, day: 30) == "30 iýun 2021")
    }

    @Test(
        "Turkmen ordinals follow the vowels of the number's last word",
        arguments: [
            (1, "1-nji"), (6, "6-njy"), (9, "9-njy"), (10, "10-njy"), (20, "20-nji"), (30, "30-njy"), (40, "40-njy"),
            (60, "60-njy"), (90, "90-njy"), (36, "36-njy"), (100, "100-nji"), (2020, "2020-nji"), (2022, "2022-nji"),
            (2026, "2026-njy"), (2030, "2030-njy"), (1000, "1000-nji"),
        ]
    )
    func ordinals(number: Int, text: String) {
        #expect(WrittenLanguage.turkmen.ordinal(number) == text)
    }

    @Test(
        "Russian nouns have three forms after numbers",
        arguments: [
            (1.0, "отчёт"), (2, "отчёта"), (5, "отчётов"), (11, "отчётов"), (21, "отчёт"), (22, "отчёта"),
            (112, "отчётов"),
            (1.5, "отчёта"), (0, "отчётов"),
        ]
    )
    func plurals(number: Double, word: String) {
        #expect(WrittenLanguage.russian.form(number, of: "отчёт / отчёта / отчётов") == word)
    }

    @Test("Turkmen letters sort where the alphabet has them")
    func sorting() {
        let words = ["Žurnal", "Jemgyýet", "Zähmet", "Çaga", "Ýer", "Bilim", "Döwlet"]
        let sorted = words.sorted {
            WrittenLanguage.turkmen.sortingKey($0).lexicographicallyPrecedes(WrittenLanguage.turkmen.sortingKey($1))
        }
        #expect(sorted == ["Bilim", "Çaga", "Döwlet", "Jemgyýet", "Žurnal", "Ýer", "Zähmet"])
    }

    @Test("a catalogue says a sentence with its values in the order of its language")
    func catalogue() {
        let catalogue = Catalogue(
            .russian,
            patterns: ["{1} of {2}": "{1} из {2}", "report / reports": "отчёт / отчёта / отчётов"]
        )
        #expect(catalogue("{1} of {2}", "3", "5") == "3 из 5")
        #expect(catalogue.count(4, "report / reports") == "4\u{A0}отчёта")
        #expect(catalogue("not {1} there", "yet") == "not yet there")
    }
}
