import ActionPlan
import Diagnostics

/// One activity of a file, as it was read.
struct IATIActivity {
    var identifier: String
    var span: SourceSpan
    var title: LocalizedText?
    var descriptions: [Description] = []
    var organisations: [Organisation] = []
    var reporter: Organisation?
    var start: Day?
    var end: Day?
    var stated: String?
    /// Identifiers of activities above and below.
    var parents: [String] = []
    var children: [String] = []
    var country: String?
    var updated: Moment?
    var documents: [Document] = []
    var results: [Result] = []
    /// What the extension says; empty in files of others.
    var own = Own()

    struct Own {
        var kind: String?
        var id: String?
        var code: String?
        var isIllustrative = false
        var timing: String?
        var every: String?
        var assumesDays = false
        var title: LocalizedText?
        var dimensions: [Dimension] = []
    }

    struct Description {
        var role: String?
        var text: LocalizedText
    }

    struct Organisation {
        var reference: String?
        var name: LocalizedText?
        var type: String?
        var role: String?
        var span: SourceSpan
        var ownID: String?
        var ownRole: IATIRole?
        var ownKind: Agency.Kind?
        var language: String?

        /// By which it is known again.
        var key: String { ownID ?? reference ?? name?.entries.first?.text ?? "" }
    }

    struct Document {
        var url: String
        var title: LocalizedText?
        var date: Day?
        var source: String?
    }

    struct Result {
        var type: String?
        var title: LocalizedText?
        var description: LocalizedText?
        var span: SourceSpan
        var indicators: [IATIIndicator] = []
    }
}

/// An indicator of a result, as it was read.
struct IATIIndicator {
    var measure: String?
    var isAscending: Bool?
    var title: LocalizedText?
    var description: LocalizedText?
    var code: String?
    var span: SourceSpan
    var baseline: Baseline?
    var periods: [Period] = []
    /// What the extension says, by name.
    var own: [String: String] = [:]
    var texts: [String: LocalizedText] = [:]
    var categories: [Dimension.Category] = []

    struct Baseline {
        var value: Double
        var year: Int
        var comment: LocalizedText?
    }

    struct Period {
        var days: DayRange
        var span: SourceSpan
        var id: String?
        /// The day of the final target that it stands for.
        var finalBy: Day?
        var target: Value?
        var actuals: [Value] = []
    }

    struct Value {
        /// As it is written.
        var text: String?
        var number: Double?
        var comment: LocalizedText?
        var dimensions: [(name: String, value: String)] = []
        var evidence: [Evidence] = []
        var span: SourceSpan
        var numerator: Double?
        var denominator: Double?
        var on: Day?
        var isIllustrative = false
        var ownText: LocalizedText?
        var ownComment: LocalizedText?
        var isOfMilestone = false
    }
}
