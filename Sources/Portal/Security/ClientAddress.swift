import Foundation
import NIOCore

/// Where a request came from, in the one form by which tries are counted.
///
/// Of an address of IPv6 the network counts, whose 2^64 addresses belong to one customer of a provider.
struct ClientAddress: Hashable, Sendable {
    /// The bytes that count.
    private let bytes: [UInt8]
    /// Whether it is the machine itself, where a proxy of ours may stand.
    let isOwnMachine: Bool
    /// Whether it is of a network that the internet does not reach, where a proxy of ours may stand too.
    let isPrivate: Bool

    /// The peer of a connection; nil where it has no address of the internet protocol.
    init?(_ address: SocketAddress?) {
        // What follows a percent sign is a network card of this machine.
        guard let text = address?.ipAddress?.prefix(while: { $0 != "%" }) else { return nil }
        self.init(text)
    }

    /// An address as a proxy writes it; nil where it is none.
    init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 45 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, String(text), &bytes) == 1 {
            self.init(Array(bytes[..<4]))
        } else if inet_pton(AF_INET6, String(text), &bytes) == 1 {
            self.init(bytes)
        } else {
            return nil
        }
    }

    /// - Parameter address: four bytes, or sixteen.
    private init(_ address: [UInt8]) {
        // What came by IPv4 to a socket of IPv6 (RFC 4291, 2.5.5.2).
        let isMapped = address.count == 16 && address[..<12].elementsEqual(Array(repeating: 0, count: 10) + [255, 255])
        let bytes = isMapped ? Array(address[12...]) : address
        guard bytes.count == 16 else {
            self.bytes = bytes
            isOwnMachine = bytes[0] == 127
            isPrivate =
                bytes[0] == 10 || bytes[0] == 172 && bytes[1] & 0xF0 == 16 || bytes[0] == 192 && bytes[1] == 168
            return
        }
        self.bytes = Array(bytes[..<8])
        isOwnMachine = bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
        isPrivate = bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
    }

    /// By what it is named in counts.
    var name: String { bytes.map { String($0) }.joined(separator: bytes.count == 4 ? "." : ",") }

    /// The client of a request.
    ///
    /// What `X-Forwarded-For` says is believed only where a proxy of ours is expected and the peer is on this machine or in
    /// a private network; then the last address in it is the one that the proxy saw.
    ///
    /// - Parameters:
    ///   - peer: who is at the other end of the connection.
    ///   - forwarded: the field's value.
    ///   - isBehindProxy: whether a proxy of ours is expected.
    /// - Returns: the client; nil where it has no address.
    static func client(_ peer: SocketAddress?, forwarded: String?, isBehindProxy: Bool) -> ClientAddress? {
        let peer = ClientAddress(peer)
        guard isBehindProxy, peer.map({ $0.isOwnMachine || $0.isPrivate }) ?? true,
            let last = forwarded?.split(separator: ",").last
        else { return peer }
        return ClientAddress(last.filter { $0 != " " && $0 != "\t" }) ?? peer
    }
}
