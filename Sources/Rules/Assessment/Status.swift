package import ActionPlan

/// A status that packs give.
package struct Status: Hashable, Sendable {
    package var id: StatusID
    /// The pack that declares it.
    package var pack: String
    package var title: LocalizedText
    /// 0 is best; the worse, the higher.
    package var rank: Int
    package var group: Group
    package var color: Color
    package var symbol: Symbol
    /// What to do next.
    package var advice: LocalizedText?

    /// What a status means for the reader.
    package enum Group: String, Sendable, CaseIterable {
        case good
        case attention
        case bad
        /// Not judged for want of data.
        case unknown
        /// Nothing to judge.
        case neutral
    }

    /// A token of the style sheet.
    package enum Color: String, Sendable, CaseIterable {
        case green
        case blue
        case amber
        case red
        case maroon
        case grey
        case violet
    }

    /// A shape, so that no status is told by colour alone.
    package enum Symbol: String, Sendable, CaseIterable {
        case check
        case star
        case circle
        case triangle
        case cross
        case clock
        case question
        case dash
        case diamond
        case ring
    }

    package init(
        id: StatusID,
        pack: String,
        title: LocalizedText,
        rank: Int,
        group: Group,
        color: Color,
        symbol: Symbol,
        advice: LocalizedText?
    ) {
        self.id = id
        self.pack = pack
        self.title = title
        self.rank = rank
        self.group = group
        self.color = color
        self.symbol = symbol
        self.advice = advice
    }
}

/// The statuses of all packs of a plan.
package struct StatusSet: Sendable {
    /// Best first.
    package let all: [Status]
    private let positions: [StatusID: Int]
    private let standings: [Standing]

    package init(_ statuses: [Status]) {
        all = statuses.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
        positions = Dictionary(all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        standings = all.map { Standing(status: $0.id, rank: $0.rank, group: $0.group) }
    }

    /// The status of an identifier.
    package subscript(_ id: StatusID) -> Status? { positions[id].map { all[$0] } }

    /// What of the status of an identifier roll-ups reckon with.
    func standing(of id: StatusID) -> Standing? { positions[id].map { standings[$0] } }
}

extension Status {
    /// What the engine itself gives where a rule could not be evaluated; it is never passed over in silence.
    package static let cannotBeJudged = Status(
        id: StatusID(rawValue: "cannot-be-judged"),
        pack: "",
        title: LocalizedText([
            .init(language: "en", text: "Cannot be judged"), .init(language: "ru", text: "Невозможно оценить"),
            .init(language: "tk", text: "Baha berip bolmaýar"),
        ]),
        rank: 999,
        group: .unknown,
        color: .violet,
        symbol: .question,
        advice: LocalizedText([
            .init(language: "en", text: "The secretariat mends the rule pack."),
            .init(language: "ru", text: "Секретариату следует исправить набор правил."),
            .init(language: "tk", text: "Sekretariat düzgünler toplumyny düzetmeli."),
        ])
    )
}

extension Status {
    /// What the public is told of an item whose figures are too small to be shown.
    package static let withheld = Status(
        id: StatusID(rawValue: "withheld"),
        pack: "",
        title: LocalizedText([
            .init(language: "en", text: "Withheld"), .init(language: "ru", text: "Не публикуется"),
            .init(language: "tk", text: "Çap edilmeýär"),
        ]),
        rank: 998,
        group: .neutral,
        color: .grey,
        symbol: .dash,
        advice: nil
    )
}

extension Verdict {
    /// What the public is told instead of a verdict.
    static func withheld(pack: String) -> Verdict {
        Verdict(
            pack: pack,
            rule: Status.withheld.id.rawValue,
            status: Status.withheld.id,
            because: Sentence(withheldReason, []),
            measures: [],
            trace: Trace(file: "", line: 0, condition: nil, inputs: [], passedOver: []),
            bounds: nil
        )
    }

    private static let withheldReason = SentenceTemplate(words: [
        (
            "en",
            "Not published, to protect people: some of the figures behind it are so small that they could point to someone."
        ),
        (
            "ru",
            "Не публикуется в целях защиты людей: некоторые из исходных чисел столь малы, что по ним можно узнать человека."
        ),
        (
            "tk",
            "Adamlary goramak üçin çap edilmeýär: esas alnan sanlaryň käbiri şeýle kiçi welin, olar kimdir birini görkezip biler."
        ),
    ])
}
