import NIOCore
import NIOHTTP1

/// Refuses heads that two programs in a row could understand differently, which the parser lets pass (RFC 9112, 3.2, 6.1
/// and 9.3).
///
/// What is refused is told onward as a fault of the parser, so that it is answered in its turn and the connection ends.
/// Of other heads it says in one form whether the connection ends with them.
final class StrictHeads: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    private var isRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isRefused else { return }
        guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        if let fault = Self.fault(in: head) {
            isRefused = true
            return context.fireErrorCaught(fault)
        }
        // After a wish for another protocol the parser waits for that, and never takes another request.
        let isLast = !head.isKeepAlive || head.method == .CONNECT || head.headers.contains(name: "upgrade")
        guard isLast else { return context.fireChannelRead(data) }
        head.headers.replaceOrAdd(name: "Connection", value: "close")
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    /// What is wrong with a head; nil where nothing is.
    static func fault(in head: HTTPRequestHead) -> HTTPParserError? {
        let hosts = head.headers[HostField.name]
        guard head.version == .http1_1 || head.version == .http1_0 else { return .invalidVersion }
        guard hosts.count == 1 || hosts.isEmpty && head.version == .http1_0 else { return .invalidHost }
        guard hosts.allSatisfy(HostField.isValid) else { return .invalidHost }
        let codings = head.headers["transfer-encoding"]
        guard !codings.isEmpty else { return nil }
        // Nobody takes anything apart but chunks here, and before 1.1 there were none.
        guard codings.count == 1, codings[0].lowercased() == "chunked", head.version == .http1_1 else {
            return .invalidHeaderToken
        }
        return nil
    }

    private enum HostField {
        static let name = "host"

        /// Whether it can be a name or address with or without a port (RFC 9110, 7.2).
        static func isValid(_ host: String) -> Bool {
            host.utf8.count <= 300
                && host.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"):
                        true
                    default: "-._~!$&'()*+;=:[]%".utf8.contains(byte)
                    }
                }
        }
    }
}
