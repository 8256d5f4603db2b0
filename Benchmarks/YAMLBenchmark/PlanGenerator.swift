/// Writes a plan of a wanted size as people write them: three languages, comments, block and flow style, dates,
/// targets, long texts over several lines.
struct PlanGenerator {
    private var text = ""
    private var state: UInt64

    /// - Parameters:
    ///   - size: how many bytes the plan has at least.
    ///   - seed: decides which words stand where.
    /// - Returns: the text of one plan file without mistakes.
    static func plan(ofAtLeast size: Int, seed: UInt64 = 1) -> String {
        var generator = PlanGenerator(state: seed)
        generator.header()
        generator.objectives(size)
        return generator.text
    }

    private init(state: UInt64) {
        self.state = state
    }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private static let words: [(language: String, words: [String])] = [
        (
            "en",
            """
            persons trained identification of victims referral mechanism annual campaign prevention labour inspectors \
            prosecutors cooperation between ministries and public organizations legislation hotline calls shelters
            """
            .split(separator: " ").map(String.init)
        ),
        (
            "ru",
            """
            обучение сотрудников выявление пострадавших механизм перенаправления ежегодная кампания профилактика \
            инспекторы труда прокуратура сотрудничество министерств и общественных организаций законодательство линия
            """
            .split(separator: " ").map(String.init)
        ),
        (
            "tk",
            """
            işgärleri okatmak ejir çekenleri ýüze çykarmak ugrukdyrmak ýyllyk çäre öňüni almak zähmet gözegçileri \
            prokuratura ministrlikleriň hyzmatdaşlygy we jemgyýetçilik guramalary kanunçylyk gyzgyn liniýa
            """
            .split(separator: " ").map(String.init)
        ),
    ]

    private mutating func sentence(_ language: Int, _ length: Int) -> String {
        let words = Self.words[language].words
        return (0..<length).map { _ in words[next(words.count)] }.joined(separator: " ")
    }

    private mutating func line(_ indent: Int, _ content: String) {
        text += String(repeating: " ", count: indent)
        text += content
        text += "\n"
    }

    /// A text in three languages: in one line, or a long one in blocks.
    private mutating func text(_ indent: Int, _ key: String, words length: Int) {
        line(indent, "\(key):")
        for language in 0..<3 {
            let tag = Self.words[language].language
            guard length > 12 else {
                line(indent + 2, "\(tag): \(sentence(language, length))")
                continue
            }
            line(indent + 2, "\(tag): >-")
            for _ in 0..<(length / 12) { line(indent + 4, sentence(language, 12)) }
        }
    }

    private mutating func header() {
        line(0, "# yaml-language-server: $schema=../../docs/schemas/plan.schema.json")
        line(0, "format: nap-plan/1")
        line(0, "plan:")
        line(2, "id: generated")
        text(2, "title", words: 6)
        line(2, "start: 2020-01-01")
        line(2, "end: 2022-12-31")
        line(2, "languages: [en, ru, tk]")
        line(2, "utc-offset: \"+05:00\"")
        line(2, "calendar: half-yearly")
        line(2, "provenance: {kind: illustrative}")
        line(0, "sources:")
        for number in 1...20 { line(2, "- {id: source-\(number), title: {en: Source \(number)}, date: 2021-04-22}") }
        line(0, "agencies:")
        for number in 1...40 {
            line(2, "- id: agency-\(number)")
            text(4, "title", words: 4)
            line(4, "kind: ministry")
        }
        line(0, "calendars:")
        line(2, "- {id: half-yearly, frequency: half-yearly, due-day: 15, grace-days: 5}")
        line(0, "dimensions:")
        line(2, "- id: sex")
        line(4, "title: {en: Sex, ru: Пол, tk: Jyns}")
        line(4, "partitions: true")
        line(4, "categories:")
        line(6, "- {id: female, title: {en: Women, ru: Женщины, tk: Aýallar}}")
        line(6, "- {id: male, title: {en: Men, ru: Мужчины, tk: Erkekler}}")
    }

    private mutating func objectives(_ size: Int) {
        line(0, "objectives:")
        var objective = 0
        while text.utf8.count < size {
            objective += 1
            line(2, "# Objective \(objective) of the plan")
            line(2, "- id: o\(objective)")
            line(4, "code: \"\(objective)\"")
            text(4, "title", words: 8)
            text(4, "description", words: 48)
            line(4, "lead: agency-\(next(40) + 1)")
            line(4, "activities:")
            for activity in 1...20 { self.activity("\(objective)-\(activity)") }
        }
    }

    private mutating func activity(_ number: String) {
        line(6, "- id: a\(number)")
        line(8, "code: \"\(number)\"")
        text(8, "title", words: 10)
        if next(3) == 0 { text(8, "expected-output", words: 24) }
        line(8, "lead: agency-\(next(40) + 1)")
        line(8, "partners: [agency-\(next(40) + 1), agency-\(next(40) + 1)]")
        line(8, "timing: {kind: fixed, start: 2020-0\(next(9) + 1)-01, end: 2022-06-30, stated: \"by mid 2022\"}")
        line(8, "provenance: {kind: documented, source: source-\(next(20) + 1)}")
        line(8, "indicators:")
        for indicator in 1...2 { self.indicator("\(number)-\(indicator)") }
    }

    private mutating func indicator(_ number: String) {
        line(10, "- id: i\(number)")
        text(12, "title", words: 9)
        line(12, "measure: unit")
        line(12, "unit: {en: persons, ru: человек, tk: adam}")
        line(12, "direction: increase")
        line(12, "accumulation: cumulative")
        line(12, "baseline: {value: \(next(50)), year: 2019, source: source-\(next(20) + 1)}  # as reported")
        line(12, "targets:")
        for (position, period) in ["2020-H1", "2020-H2", "2021-H1", "2021-H2", "2022-H1", "2022-H2"].enumerated() {
            line(14, "- {period: \(period), value: \(100 * (position + 1))}")
        }
        line(12, "target: {value: 600, by: 2022-12-31}")
        line(12, "disaggregation: [sex]")
        text(12, "definition", words: 12)
        line(
            12,
            "means-of-verification: {en: 'Lists of participants', ru: 'Списки участников', tk: 'Gatnaşyjylaryň sanawy'}"
        )
    }
}
