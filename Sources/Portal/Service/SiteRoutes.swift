import Crypto
import Feeds
import Foundation
import HTTPTypes
import Hummingbird

/// The status pages: the public edition for everybody, the internal one for members.
enum SiteRoutes {
    static let all: [Route] = [
        Route(.get, "/public/**", .everyone) { try serve($0, edition: "public") },
        Route(.get, "/internal/**", .members) { try serve($0, edition: "internal") },
    ]

    private static func serve(_ request: PortalRequest, edition: String) throws -> Response {
        let parts = request.context.parameters.getCatchAll().map { PercentEncoding.decoded($0) ?? "" }
        return try file(request, edition: edition, parts.isEmpty ? ["index.html"] : parts)
    }

    /// A file of the pages, by the parts of its path.
    static func file(_ request: PortalRequest, edition: String, _ parts: [String]) throws -> Response {
        guard parts.allSatisfy(isName), parts.count <= 8 else { throw HTTPError(.notFound) }
        let path = ([request.portal.options.siteFolder, edition] + parts).joined(separator: "/")
        guard let data = FileManager.default.contents(atPath: path) else { throw HTTPError(.notFound) }
        let tag = "\"" + SHA256.hash(data: data).prefix(12).map { String($0, radix: 16) }.joined() + "\""
        if request.request.headers[.ifNoneMatch] == tag {
            return Response(status: .notModified, headers: [.eTag: tag])
        }
        var response = Response.bytes(
            Array(data),
            type: type(of: parts.last ?? ""),
            cache: edition == "public" ? "public, max-age=60" : "private, no-cache"
        )
        response.headers[.eTag] = tag
        return response
    }

    /// Whether a part of a path can be a file or folder of a site: nothing hidden, nothing that leads out of it.
    private static func isName(_ part: String) -> Bool {
        !part.isEmpty && part.utf8.first != UInt8(ascii: ".")
            && part.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "json": "application/json"
        case "csv": "text/csv; charset=utf-8"
        case "ics": DeadlineCalendar.mediaType
        case "atom": NewsFeed.mediaType
        default: "application/octet-stream"
        }
    }
}
