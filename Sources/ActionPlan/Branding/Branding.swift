/// What a site says of itself: whose it is, how it looks, whom to ask.
///
/// All of it may be left out.
package struct Branding: Hashable, Sendable {
    /// The name in the head of every page; nil for the plan's short title.
    package var name: LocalizedText?
    /// Who publishes the pages and answers for them.
    package var publisher: LocalizedText?
    package var contact: Contact?
    /// Under which licence the data may be used.
    package var licence: Licence?
    package var emblem: Emblem?
    package var accent: Accent?
    /// A sentence at the foot of every page.
    package var footer: LocalizedText?
    /// Where the site will stand on the web.
    package var address: String?
    /// Whether it was made up.
    package var provenance: Provenance

    /// Whom to ask.
    package struct Contact: Hashable, Sendable {
        package var name: LocalizedText?
        package var email: String?
        package var phone: String?
        package var url: String?
    }

    /// A licence by name and address.
    package struct Licence: Hashable, Sendable {
        package var title: LocalizedText
        package var url: String?
    }

    /// Nothing said.
    package init() { provenance = .stated }
}

/// A picture in the head of every page.
package struct Emblem: Hashable, Sendable {
    package var kind: Kind
    package var bytes: [UInt8]
    /// What it shows, for those who do not see it; nil where the name beside it says all.
    package var title: LocalizedText?

    /// How many bytes it may have.
    package static let limit = 200_000

    package enum Kind: String, Sendable, CaseIterable {
        case svg
        case png
    }
}

/// The colour of a site, on light and on dark grounds.
package struct Accent: Hashable, Sendable {
    package var light: Color
    package var dark: Color

    /// The grounds that texts and marks of the colour stand on, and the text that stands on it.
    package static let lightGrounds = [Color(0xF6F4EF), Color(0xFFFEFB)]
    package static let darkGrounds = [Color(0x12181B), Color(0x192125), Color(0x1F292E)]
    /// The contrast that texts need (WCAG 2.2, 1.4.3).
    package static let contrast = 4.5
}
