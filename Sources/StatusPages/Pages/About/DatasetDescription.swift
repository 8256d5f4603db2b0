import ActionPlan
import Language
import Rules

/// What search engines and catalogues of data read about a site: a `Dataset` of schema.org, as JSON-LD.
struct DatasetDescription: Sendable {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    private var site: Site { context.site }
    private var plan: Plan { context.plan }

    /// How many indicators are named as what was measured.
    private static let most = 200

    /// The JSON text: the same for the same site.
    var json: [UInt8] {
        let words = context.words
        var writer = JSONWriter()
        writer.object { writer in
            writer.string("@context", "https://schema.org")
            writer.string("@type", "Dataset")
            writer.string("identifier", plan.id)
            writer.string("name", text(plan.title))
            writer.string("description", description)
            writer.string("version", plan.version)
            writer.string("url", address(context.address.path))
            writer.string("inLanguage", context.language)
            writer.string("dateModified", site.asOf.description)
            writer.string("temporalCoverage", "\(plan.days.start)/\(plan.days.end)")
            if let country = plan.country {
                writer.object("spatialCoverage") { writer in
                    writer.string("@type", "Country")
                    writer.string("identifier", country)
                }
            }
            writer.flag("isAccessibleForFree", true)
            writer.string("license", site.branding.licence.map { $0.url ?? text($0.title) })
            if let publisher = site.branding.publisher {
                for key in ["creator", "publisher"] as [StaticString] {
                    writer.object(key) { writer in
                        writer.string("@type", "Organization")
                        writer.string("name", text(publisher))
                        writer.string("email", site.branding.contact?.email)
                    }
                }
            }
            if site.isIllustrative { writer.string("creativeWorkStatus", words("Illustrative")) }
            writer.array("isBasedOn", plan.sources) { writer, source in
                writer.object { writer in
                    writer.string("@type", "CreativeWork")
                    writer.string("name", text(source.title))
                    writer.string("url", source.url)
                    writer.string("datePublished", source.date?.description)
                }
            }
            writer.array("variableMeasured", plan.indicators.prefix(Self.most)) { writer, indicator in
                writer.object { writer in
                    writer.string("@type", "PropertyValue")
                    writer.string("propertyID", indicator.id.rawValue)
                    writer.string("name", text(indicator.title))
                }
            }
            writer.array("distribution", site.options.downloads) { writer, download in
                writer.object { writer in
                    writer.string("@type", "DataDownload")
                    writer.string("name", words.name(of: download.content))
                    writer.string(
                        "encodingFormat",
                        download.file.path.hasSuffix(".json") ? "application/json" : "text/csv"
                    )
                    writer.string("contentUrl", address(above: download.file.path))
                    writer.string("contentSize", "\(download.file.bytes.count) B")
                    writer.string("sha256", download.digest)
                }
            }
        }
        return writer.bytes
    }

    private var description: String {
        let words = context.words
        var sentences = plan.description.map { [text($0)] } ?? []
        sentences.append(
            words(
                "Where the plan stands: the status of its objectives, activities and indicators, their figures, and why."
            )
        )
        if site.isIllustrative {
            sentences.append(
                words(
                    "What bears the mark “Illustrative” was made up to show how the tracker works. No body said or did it."
                )
            )
        }
        return sentences.joined(separator: " ")
    }

    private func text(_ text: LocalizedText) -> String { text.best(for: context.language).text }

    /// The address of a page of the language; nil where it is not known where the site stands.
    private func address(_ path: String) -> String? {
        site.branding.address.map { Self.joined($0, "\(context.language)/\(path)") }
    }

    /// The address of a file beside the folders of the languages; relative to the page where the site's is not known.
    private func address(above path: String) -> String {
        site.branding.address.map { Self.joined($0, path) } ?? "../\(path)"
    }

    private static func joined(_ address: String, _ path: String) -> String {
        address.utf8.last == UInt8(ascii: "/") ? address + path : "\(address)/\(path)"
    }
}
