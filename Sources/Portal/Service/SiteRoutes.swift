import HTTPTypes
import Hummingbird

/// The status pages: the public edition for everybody, the internal one for members.
enum SiteRoutes {
    static let all: [Route] = [
        Route(.get, "/public/**", .everyone) { try serve($0, .public) },
        Route(.get, "/internal/**", .members) { try serve($0, .internal) },
    ]

    private static func serve(_ request: PortalRequest, _ edition: PageStore.Edition) throws -> Response {
        try file(request, edition, request.context.parameters.getCatchAll().map { PercentEncoding.decoded($0) ?? "" })
    }

    /// A file of the pages, by the parts of its path.
    static func file(_ request: PortalRequest, _ edition: PageStore.Edition, _ parts: [String]) throws -> Response {
        guard let page = request.portal.pages.page(parts.map { $0[...] }, of: edition) else {
            throw HTTPError(.notFound)
        }
        let wanted = EntityTags(request.request.headers[values: .ifNoneMatch])
        if wanted?.contains(page.tag, weakly: true) == true {
            return Response(status: .notModified, headers: page.notModifiedHead)
        }
        return Response(status: .ok, headers: page.head, body: .init(byteBuffer: page.body))
    }
}
