import CLibYAML

/// The baseline: libyaml's events, drained and thrown away, with the parser set as `Composer` sets it.
enum RawEvents {
    /// Drains all events of a text.
    ///
    /// - Returns: how many there were, or nil where libyaml reports an error.
    static func drain(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { text in
            var parser = yaml_parser_t()
            guard yaml_parser_initialize(&parser) == 1 else { return nil }
            defer { yaml_parser_delete(&parser) }
            yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            var event = yaml_event_t()
            var count = 0
            while yaml_parser_parse(&parser, &event) == 1 {
                let type = event.type
                yaml_event_delete(&event)
                count += 1
                if type == YAML_STREAM_END_EVENT { return count }
            }
            return nil
        }
    }
}
