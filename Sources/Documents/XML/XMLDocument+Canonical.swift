package import Bytes
import CLibXML2

extension XMLDocument {
    /// Writes a part of the document in canonical form, piece by piece.
    ///
    /// What is left out is decided by a look at each node's ancestors, never by a node set, whose cost is quadratic (XS27).
    /// Throws a `ParseError` with code `malformed` where libxml2 knows no canonical form, as for a namespace whose name is a
    /// relative reference: nothing that was written by then may be used.
    package func canonicalize(
        _ part: XMLPart, by canonicalization: Canonicalization, into write: (Span<UInt8>) -> Void
    ) throws(ParseError) {
        let result = withoutActuallyEscaping(write) { write in
            let visibility = Visibility(part)
            let sink = CanonicalSink(write)
            return withExtendedLifetime((visibility, sink)) {
                execute(canonicalization, visibility, sink)
            }
        }
        guard result >= 0 else { throw ParseError(.malformed, "the document has no canonical form") }
    }

    private func execute(
        _ canonicalization: Canonicalization, _ visibility: Visibility, _ sink: CanonicalSink
    ) -> Int32 {
        guard
            let buffer = unsafe xmlOutputBufferCreateIO(
                CanonicalSink.callback, nil, Unmanaged.passUnretained(sink).toOpaque(), nil)
        else { return -1 }
        let mode =
            switch canonicalization.method {
            case .inclusive10: XML_C14N_1_0
            case .inclusive11: XML_C14N_1_1
            case .exclusive: XML_C14N_EXCLUSIVE_1_0
            }
        LibXML2.start()
        let written = unsafe CStringList.with(canonicalization.inclusivePrefixes) { prefixes in
            unsafe xmlC14NExecute(
                tree, Visibility.callback, Unmanaged.passUnretained(visibility).toOpaque(), Int32(mode.rawValue),
                prefixes, canonicalization.keepsComments ? 1 : 0, buffer)
        }
        let closed = unsafe xmlOutputBufferClose(buffer)
        return min(written, closed)
    }
}

/// Tells libxml2 which nodes belong to a part.
@safe
private final class Visibility {
    private let apex: xmlNodePtr?
    private let excluded: Set<UnsafeMutablePointer<xmlNode>>
    /// The element that was asked for last, whose children are most likely asked for next.
    private var last: xmlNodePtr?
    private var lastIsVisible = false

    init(_ part: XMLPart) {
        unsafe apex = part.apex?.node
        unsafe excluded = Set(part.excluded.map { unsafe $0.node })
    }

    /// For an attribute or a namespace the element that bears it decides: a namespace has no way back to it.
    static let callback: xmlC14NIsVisibleCallback = { user, node, parent in
        guard let user = unsafe user else { return 0 }
        let visibility = unsafe Unmanaged<Visibility>.fromOpaque(user).takeUnretainedValue()
        guard let node = unsafe node else { return 0 }
        let isVisible =
            unsafe node.pointee.type == XML_ELEMENT_NODE ? visibility.isVisible(node) : visibility.isVisible(parent)
        return isVisible ? 1 : 0
    }

    private func isVisible(_ element: xmlNodePtr?) -> Bool {
        guard let element = unsafe element, unsafe element.pointee.type == XML_ELEMENT_NODE else {
            // Around the root.
            return unsafe apex == nil
        }
        if let last = unsafe last, unsafe last == element { return lastIsVisible }
        let isVisible =
            if unsafe excluded.contains(element) {
                false
            } else if unsafe element == apex {
                unsafe hasNoExcludedAncestor(element)
            } else {
                unsafe isVisible(element.pointee.parent)
            }
        unsafe last = element
        lastIsVisible = isVisible
        return isVisible
    }

    private func hasNoExcludedAncestor(_ element: xmlNodePtr) -> Bool {
        var next = unsafe element.pointee.parent
        while let current = unsafe next {
            if unsafe excluded.contains(current) { return false }
            unsafe next = unsafe current.pointee.parent
        }
        return true
    }
}

/// Takes what libxml2 writes, a few kilobytes at a time.
private final class CanonicalSink {
    private let write: (Span<UInt8>) -> Void

    init(_ write: @escaping (Span<UInt8>) -> Void) { self.write = write }

    static let callback: xmlOutputWriteCallback = { user, text, count in
        guard let user = unsafe user, let text = unsafe text, count >= 0 else { return -1 }
        let sink = unsafe Unmanaged<CanonicalSink>.fromOpaque(user).takeUnretainedValue()
        unsafe text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
            unsafe sink.write(UnsafeBufferPointer(start: bytes, count: Int(count)).span)
        }
        return count
    }
}

/// Texts as C wants a list of them: pointers, the last of them nil.
private enum CStringList {
    static func with<Value>(
        _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<xmlChar>?>?) -> Value
    ) -> Value {
        guard !texts.isEmpty else { return body(nil) }
        var bytes: [xmlChar] = []
        var offsets: [Int] = []
        for text in texts {
            offsets.append(bytes.count)
            bytes += Array(text.utf8) + [0]
        }
        return unsafe bytes.withUnsafeMutableBufferPointer { memory in
            var pointers = unsafe offsets.map { offset in unsafe memory.baseAddress.map { unsafe $0 + offset } } + [nil]
            return unsafe pointers.withUnsafeMutableBufferPointer { list in unsafe body(list.baseAddress) }
        }
    }
}
