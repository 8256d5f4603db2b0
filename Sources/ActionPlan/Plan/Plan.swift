/// A National Action Plan: what is to be done, by whom, by when, and how it is measured.
///
/// Items stand in the order of the plan (a parent before what is below it).
package struct Plan: Equatable, Sendable {
    package var id: String
    package var title: LocalizedText
    package var shortTitle: LocalizedText?
    package var description: LocalizedText?
    package var country: String?
    /// BCP 47 tags, never empty; others fall back to the first.
    package var languages: [String]
    package var version: String
    package var adopted: LocalizedText?
    package var days: DayRange
    package var utcOffset: UTCOffset
    package var provenance: Provenance
    /// Languages whose texts a native reader has still to check.
    package var awaitingReview: [String]
    package var disclosure: DisclosurePolicy
    package var rules: [RulePackUse]
    /// Packs in the order in which they are asked for the verdict shown first.
    package var headline: [String]
    package var variationReasons: [Dimension.Category]
    package var correctionReasons: [Dimension.Category]
    package var meetings: [Meeting]
    package var sources: [Source]
    package var bodies: [CoordinatingBody]
    package var agencies: [Agency]
    package var calendars: [ReportingCalendar]
    package var dimensions: [Dimension]
    package var objectives: [Objective]
    package var activities: [Activity]
    package var indicators: [Indicator]
    package var amendments: [Amendment]
    /// Where every item, agency and amendment stands in the plan's files, by identifier.
    package var places: [String: SourceSpanReference]

    /// The default identifier of the reason that wants a text.
    package static let otherReason = "other"

    /// A plan of its parts.
    package init(
        id: String,
        title: LocalizedText,
        shortTitle: LocalizedText? = nil,
        description: LocalizedText? = nil,
        country: String? = nil,
        languages: [String],
        version: String,
        adopted: LocalizedText? = nil,
        days: DayRange,
        utcOffset: UTCOffset,
        provenance: Provenance,
        awaitingReview: [String],
        disclosure: DisclosurePolicy,
        rules: [RulePackUse],
        headline: [String],
        variationReasons: [Dimension.Category],
        correctionReasons: [Dimension.Category],
        meetings: [Meeting],
        sources: [Source],
        bodies: [CoordinatingBody],
        agencies: [Agency],
        calendars: [ReportingCalendar],
        dimensions: [Dimension],
        objectives: [Objective],
        activities: [Activity],
        indicators: [Indicator],
        amendments: [Amendment],
        places: [String: SourceSpanReference]
    ) {
        self.id = id
        self.title = title
        self.shortTitle = shortTitle
        self.description = description
        self.country = country
        self.languages = languages
        self.version = version
        self.adopted = adopted
        self.days = days
        self.utcOffset = utcOffset
        self.provenance = provenance
        self.awaitingReview = awaitingReview
        self.disclosure = disclosure
        self.rules = rules
        self.headline = headline
        self.variationReasons = variationReasons
        self.correctionReasons = correctionReasons
        self.meetings = meetings
        self.sources = sources
        self.bodies = bodies
        self.agencies = agencies
        self.calendars = calendars
        self.dimensions = dimensions
        self.objectives = objectives
        self.activities = activities
        self.indicators = indicators
        self.amendments = amendments
        self.places = places
    }
}

/// How figures that count persons are protected in public.
package struct DisclosurePolicy: Hashable, Sendable {
    /// The smallest count that may be shown.
    package var threshold: Int
    /// Whether a true zero may be shown although it is below the threshold.
    package var publishesZero: Bool
    /// What becomes of the texts that qualitative indicators are reported with.
    package var texts: Texts

    package enum Texts: String, Sendable, CaseIterable {
        case withhold
        /// Those that a reviewer verified and that name no number.
        case publishVerified = "publish-verified"
    }

    package init(threshold: Int, publishesZero: Bool, texts: Texts = .withhold) {
        self.threshold = threshold
        self.publishesZero = publishesZero
        self.texts = texts
    }

    /// Counts below 10 withheld, zero shown, texts withheld.
    package static let standard = DisclosurePolicy(threshold: 10, publishesZero: true)
}

/// A meeting of the coordinating body.
package struct Meeting: Hashable, Sendable {
    package var date: Day
    package var title: LocalizedText?
    package var provenance: Provenance
}
