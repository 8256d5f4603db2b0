/// An IPv4 or IPv6 address.
struct NetworkAddress: Hashable, Sendable {
    /// Four or sixteen bytes.
    let bytes: [UInt8]

    var isIPv4: Bool { bytes.count == 4 }
    var bitCount: Int { bytes.count * 8 }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// An address as it is written; nil where it is malformed, has a zone, or is an IPv4 address written as an IPv6 one.
    init?(_ text: String) {
        guard let bytes = text.utf8.contains(UInt8(ascii: ":")) ? Self.version6(text) : Self.version4(text[...]) else {
            return nil
        }
        self.bytes = bytes
        let isMapped = !isIPv4 && bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        if isMapped { return nil }
    }

    private static func version4(_ text: Substring) -> [UInt8]? {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            guard (1...3).contains(part.count), part.allSatisfy({ (48...57).contains($0) }),
                part.count == 1 || part.first != UInt8(ascii: "0"), let byte = UInt8(String(Substring(part)))
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    private static func version6(_ text: String) -> [UInt8]? {
        let halves = text.replacingDoubleColon()
        guard halves.count <= 2, let head = groups(halves[0], isLast: halves.count == 1) else { return nil }
        guard halves.count == 2 else { return head.count == 16 ? head : nil }
        guard let tail = groups(halves[1], isLast: true), head.count + tail.count <= 14 else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    private static func groups(_ text: Substring, isLast: Bool) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            if isLast, index == parts.count - 1, part.utf8.contains(UInt8(ascii: ".")) {
                guard let version4 = version4(part) else { return nil }
                bytes += version4
                continue
            }
            guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy(Lexer.isHex),
                let group = UInt16(part, radix: 16)
            else { return nil }
            bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
        }
        return bytes.count <= 16 ? bytes : nil
    }

    // MARK: - Kinds

    var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }
    var isLoopback: Bool { isIPv4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1 }
    var isMulticast: Bool { isIPv4 ? bytes[0] & 0xF0 == 0xE0 : bytes[0] == 0xFF }
    var isLinkLocalMulticast: Bool {
        isIPv4 ? bytes.starts(with: [224, 0, 0]) : bytes[0] == 0xFF && bytes[1] & 0x0F == 2
    }
    var isLinkLocalUnicast: Bool {
        isIPv4 ? bytes.starts(with: [169, 254]) : bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
    }
    var isGlobalUnicast: Bool {
        bytes != [255, 255, 255, 255] && !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
    }

    /// The address with all but the first bits cleared.
    func masked(_ length: Int) -> NetworkAddress {
        NetworkAddress(
            bytes: bytes.enumerated()
                .map { index, byte in
                    let kept = min(8, max(0, length - index * 8))
                    return kept == 0 ? 0 : byte & ~UInt8(truncatingIfNeeded: 0xFF >> kept)
                }
        )
    }
}

extension NetworkAddress: CustomStringConvertible {
    /// The address as it is usually written: of an IPv6 address the longest run of zeros is left out (RFC 5952).
    var description: String {
        guard !isIPv4 else { return bytes.map(String.init).joined(separator: ".") }
        let groups = (0..<8).map { UInt16(bytes[$0 * 2]) << 8 | UInt16(bytes[$0 * 2 + 1]) }
        var longest = 0..<0
        var start = 0
        while start < 8 {
            var end = start
            while end < 8, groups[end] == 0 { end += 1 }
            if end - start > max(1, longest.count) { longest = start..<end }
            start = max(end, start + 1)
        }
        func text(_ range: Range<Int>) -> String {
            groups[range].map { String($0, radix: 16) }.joined(separator: ":")
        }
        return longest.isEmpty ? text(0..<8) : text(0..<longest.lowerBound) + "::" + text(longest.upperBound..<8)
    }
}

extension String {
    /// What stands before and after `::`; more than two parts where it stands more than once.
    fileprivate func replacingDoubleColon() -> [Substring] {
        var parts: [Substring] = []
        var start = startIndex
        var index = startIndex
        while index < endIndex {
            let next = utf8.index(after: index)
            if utf8[index] == UInt8(ascii: ":"), next < endIndex, utf8[next] == UInt8(ascii: ":") {
                parts.append(self[start..<index])
                index = utf8.index(after: next)
                start = index
            } else {
                index = next
            }
        }
        return parts + [self[start...]]
    }
}

/// A range of addresses, such as `192.168.0.0/24`.
struct NetworkRange: Hashable, Sendable {
    let address: NetworkAddress
    let prefixLength: Int

    init(address: NetworkAddress, prefixLength: Int) {
        self.address = address
        self.prefixLength = prefixLength
    }

    /// A range as it is written; nil where it is malformed.
    init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard parts.count == 2, let address = NetworkAddress(parts[0]), (1...3).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
            parts[1].utf8.count == 1 || parts[1].utf8.first != UInt8(ascii: "0"),
            let length = Int(parts[1]), length <= address.bitCount
        else { return nil }
        self.init(address: address, prefixLength: length)
    }

    var masked: NetworkRange { NetworkRange(address: address.masked(prefixLength), prefixLength: prefixLength) }

    func contains(_ other: NetworkAddress) -> Bool {
        other.isIPv4 == address.isIPv4 && other.masked(prefixLength) == address.masked(prefixLength)
    }

    func contains(_ other: NetworkRange) -> Bool {
        other.prefixLength >= prefixLength && contains(other.address)
    }
}

extension NetworkRange: CustomStringConvertible {
    var description: String { "\(address)/\(prefixLength)" }
}
