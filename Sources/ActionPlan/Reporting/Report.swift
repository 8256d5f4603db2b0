/// What a report is about and whose it is.
package struct ReportKey: Hashable, Sendable, Comparable {
    package var item: ItemID
    package var period: PeriodID
    package var agency: AgencyID

    package init(item: ItemID, period: PeriodID, agency: AgencyID) {
        self.item = item
        self.period = period
        self.agency = agency
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.item, left.period, left.agency) < (right.item, right.period, right.agency)
    }
}

/// What an agency says about an item for a period.
package struct ReportContent: Hashable, Sendable {
    package var body: Body
    /// Parts of the value by the indicator's dimensions.
    package var cells: [Cell]
    package var comment: LocalizedText?
    /// Why the value is off its target: one of the plan's variation reasons.
    package var variation: String?
    /// The agency's own judgement.
    package var claim: StatusID?
    package var evidence: [Evidence]
    package var provenance: Provenance

    package enum Body: Hashable, Sendable {
        case value(ReportedValue)
        /// There is nothing to report: not the same as zero.
        case nilReport
        /// The item does not apply to the period, and why.
        case notApplicable(LocalizedText)
    }

    /// The part of a value that falls into some categories.
    package struct Cell: Hashable, Sendable {
        /// Categories by dimension, in the order of the indicator's dimensions; a dimension left out is summed over.
        package var categories: [CellCategory]
        package var value: Double

        package init(categories: [CellCategory], value: Double) {
            self.categories = categories
            self.value = value
        }
    }

    package struct CellCategory: Hashable, Sendable {
        package var dimension: String
        package var category: String

        package init(dimension: String, category: String) {
            self.dimension = dimension
            self.category = category
        }
    }

    package init(
        body: Body,
        cells: [Cell] = [],
        comment: LocalizedText? = nil,
        variation: String? = nil,
        claim: StatusID? = nil,
        evidence: [Evidence] = [],
        provenance: Provenance
    ) {
        self.body = body
        self.cells = cells
        self.comment = comment
        self.variation = variation
        self.claim = claim
        self.evidence = evidence
        self.provenance = provenance
    }
}

/// A value as it was reported.
package enum ReportedValue: Hashable, Sendable {
    case number(Double)
    case ratio(numerator: Double, denominator: Double)
    /// A category of a nominal measure.
    case category(String)
    /// A level of an ordinal measure.
    case level(String)
    case text(LocalizedText)
    case milestone(achieved: Bool, on: Day?)
    /// Of an activity.
    case implementation(ImplementationStatus)

    /// The value as a number: of a ratio the percentage (nil where the denominator is 0), nil where it is no number.
    package var number: Double? {
        switch self {
        case .number(let value): value
        case .ratio(let numerator, let denominator): denominator == 0 ? nil : 100 * numerator / denominator
        case .category, .level, .text, .milestone, .implementation: nil
        }
    }
}

/// How far an activity has come, as the agency says.
package enum ImplementationStatus: String, Sendable, CaseIterable {
    case notStarted = "not-started"
    case underWay = "under-way"
    case completed
    case suspended
    case cancelled
}

/// Where a report can be checked.
///
/// The document itself stays where it is, or is kept beside the ledger.
package struct Evidence: Hashable, Sendable {
    package var title: LocalizedText
    package var url: String?
    /// SHA-256 of the document, 64 hexadecimal digits.
    package var sha256: String?
    package var date: Day?
    /// The document with that SHA-256, where it is kept beside the ledger.
    package var attachment: Attachment?

    package init(
        title: LocalizedText,
        url: String? = nil,
        sha256: String? = nil,
        date: Day? = nil,
        attachment: Attachment? = nil
    ) {
        self.title = title
        self.url = url
        self.sha256 = sha256
        self.date = date
        self.attachment = attachment
    }
}
