import HTTPTypes
import Hummingbird

/// A way into the service: where, for whom, and what is done.
///
/// All of them stand in ``Portal/routes``; the router is made from that list and from nothing else.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// The path with its parameters, such as `/:language/due`.
    let path: String
    let access: Access
    /// How many bytes of a body are read at most.
    let bodyLimit: Int
    /// The media type that the body must have; nil where the handler looks.
    let bodyType: String?
    /// Whether the handler shows a form again that comes with the action `show`: then nothing that was typed is lost with
    /// a session that ended meanwhile.
    let givesBack: Bool
    let handler: @Sendable (PortalRequest) async throws -> Response

    init(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ access: Access,
        bodyLimit: Int = 64 * 1_024,
        bodyType: String? = nil,
        givesBack: Bool = false,
        handler: @escaping @Sendable (PortalRequest) async throws -> Response
    ) {
        self.method = method
        self.path = path
        self.access = access
        self.bodyLimit = bodyLimit
        self.bodyType = bodyType
        self.givesBack = givesBack
        self.handler = handler
    }
}
