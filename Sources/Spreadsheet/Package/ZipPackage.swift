import CZip

/// The ZIP archive that a spreadsheet is, unpacked part by part, and never more of it than the limits allow.
final class ZipPackage {
    private let archive: OpaquePointer
    private let content: UnsafeMutableRawBufferPointer
    private let limits: SpreadsheetLimits
    private let positions: [String: UInt64]
    /// Bytes unpacked so far.
    private var expanded = 0

    init(_ bytes: [UInt8], limits: SpreadsheetLimits) throws(SpreadsheetFault) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(.bytes, limit: limits.bytes) }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .compoundFile }
        guard bytes.starts(with: [0x50, 0x4B]) else { throw .notAPackage }
        // libzip reads from where the bytes are, so they must stay there.
        let content = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        content.copyBytes(from: bytes)
        guard let source = zip_source_buffer_create(content.baseAddress, UInt64(bytes.count), 0, nil) else {
            content.deallocate()
            throw .notAPackage
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            content.deallocate()
            throw .notAPackage
        }
        let count = zip_get_num_entries(archive, 0)
        var positions: [String: UInt64] = [:]
        if count <= limits.entries {
            for index in 0..<UInt64(max(0, count)) {
                guard let name = zip_get_name(archive, index, 0) else { continue }
                let key = Self.key(String(cString: name))
                if positions[key] == nil { positions[key] = index }
            }
        }
        self.archive = archive
        self.content = content
        self.limits = limits
        self.positions = positions
        guard count <= limits.entries else { throw .tooLarge(.entries, limit: limits.entries) }
    }

    deinit {
        zip_discard(archive)
        content.deallocate()
    }

    /// Names of parts are the same whatever their case.
    private static func key(_ name: String) -> String {
        let name = name.lowercased()
        return name.utf8.first == UInt8(ascii: "/") ? String(name.dropFirst()) : name
    }

    /// Whether there is a part of a name.
    func has(_ part: String) -> Bool { positions[Self.key(part)] != nil }

    /// The bytes of a part, one chunk after the other; none at its end.
    func chunks(of part: String) throws(SpreadsheetFault) -> () throws(SpreadsheetFault) -> [UInt8] {
        guard let index = positions[Self.key(part)] else { throw .missingPart(part) }
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_stat_index(archive, index, 0, &stat) == 0 else { throw .damagedPart(part) }
        guard stat.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted }
        try check(unpacked: stat.size, packed: stat.comp_size)
        guard let file = zip_fopen_index(archive, index, 0) else { throw .damagedPart(part) }
        let stream = Stream(file)
        var total: UInt64 = 0
        return { () throws(SpreadsheetFault) in
            let chunk = try stream.chunk(part)
            total += UInt64(chunk.count)
            // What the archive says of itself may be a lie.
            try self.check(unpacked: total, packed: stat.comp_size)
            self.expanded += chunk.count
            guard self.expanded <= self.limits.expandedBytes else {
                throw .tooLarge(.expansion, limit: self.limits.expandedBytes)
            }
            return chunk
        }
    }

    private func check(unpacked: UInt64, packed: UInt64) throws(SpreadsheetFault) {
        let allowed = max(1 << 20, packed.multipliedReportingOverflow(by: UInt64(limits.ratio)).partialValue)
        guard unpacked <= allowed, unpacked <= UInt64(limits.expandedBytes) else {
            throw .tooLarge(.expansion, limit: Int(min(allowed, UInt64(limits.expandedBytes))))
        }
    }

    /// A part that is being unpacked.
    private final class Stream {
        private let file: OpaquePointer

        init(_ file: OpaquePointer) { self.file = file }
        deinit { zip_fclose(file) }

        func chunk(_ part: String) throws(SpreadsheetFault) -> [UInt8] {
            var count: Int64 = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, size in
                count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
                size = max(0, Int(count))
            }
            guard count >= 0 else { throw .damagedPart(part) }
            return chunk
        }
    }
}
