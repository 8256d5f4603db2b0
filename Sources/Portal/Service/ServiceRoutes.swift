import HTTPTypes
import Hummingbird
import Logging

/// What machines ask: whether the service lives, and whether it can serve.
enum ServiceRoutes {
    static let all: [Route] = [
        Route(.get, "/healthz", .everyone) { _ in Response.text("ok\n") },
        Route(.get, "/readyz", .everyone) { request in
            do {
                _ = try request.portal.standing(at: request.now)
            } catch {
                request.context.logger.error("not ready", metadata: ["error": "\(error)"])
                throw HTTPError(.serviceUnavailable)
            }
            return Response.text("ready\n")
        },
        Route(.get, "/assets/:file", .everyone) { request in
            guard let asset = PortalAssets.named(try request.parameter("file")) else { throw HTTPError(.notFound) }
            return Response.bytes(asset.bytes, type: asset.type, cache: "public, max-age=3600")
        },
    ]
}

extension Response {
    static func text(_ text: String) -> Response {
        bytes(Array(text.utf8), type: "text/plain; charset=utf-8")
    }

    static func html(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        self.bytes(bytes, type: "text/html; charset=utf-8", status: status)
    }

    static func bytes(
        _ bytes: [UInt8],
        type: String,
        status: HTTPResponse.Status = .ok,
        cache: String? = nil
    ) -> Response {
        var headers: HTTPFields = [.contentType: type]
        if let cache { headers[.cacheControl] = cache }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A file to be kept and not shown: no browser opens it as a page of the service.
    ///
    /// - Parameters:
    ///   - bytes: what is in it.
    ///   - type: as the head of the answer names it.
    ///   - name: letters, digits, dots and dashes.
    /// - Returns: the answer.
    static func download(_ bytes: [UInt8], type: String, named name: String) -> Response {
        var response = self.bytes(bytes, type: type)
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }

    /// Sends a browser on after something was done, so that reloading the page does not do it again.
    static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }
}
