import ActionPlan
import Feeds
import Language

/// What calendars and readers of feeds fetch from a site.
extension PageContext {
    /// The feed's language, whose it is, and what it links.
    func source(of agency: AgencyID?) -> FeedSource {
        let branding = site.branding
        return FeedSource(
            language: language,
            agency: agency,
            address: branding.address,
            publisher: branding.publisher,
            name: branding.name
        )
    }

    /// Links to the feeds of an agency; of all of the plan where there is none.
    func feeds(of agency: AgencyID?) -> [[Inline]] {
        [
            [
                .link(Phrase(words("Calendar of deadlines and meetings")), link(.deadlines(agency))), .text("·"),
                .link(Phrase(words("Feed of changes")), link(.news(agency))),
            ]
        ]
    }
}

extension Site {
    var deadlines: Deadlines { foundDeadlines.value { Deadlines(plan, asOf: asOf) } }
}
