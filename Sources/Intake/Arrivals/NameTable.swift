package import Files

/// Values by the names of one folder, in three pieces of memory however many there are.
///
/// Positions stay until `forgetUnseen`; it holds as many names as have four gigabytes together. Names are hashed with a key of this process's own, so that nobody can choose names that
/// collide (FS10).
package struct NameTable<Value> {
    private struct Entry {
        var value: Value
        var start: UInt32
        /// Of the name: most that differ are told apart without a look at them.
        let hash: UInt32
        let count: UInt16
        var isSeen: Bool
    }

    /// The bytes of all names, one after the other.
    private var text: [UInt8] = []
    private var entries: [Entry] = []
    /// Positions by hash, each one more than it is, 0 where free; twice as many as names at least, a power of two.
    private var slots: [UInt32] = []

    package init() {}

    package var count: Int { entries.count }

    package subscript(position: Int) -> Value {
        get { entries[position].value }
        _modify { yield &entries[position].value }
    }

    package func name(at position: Int) -> FileName {
        guard let name = FileName(bytes: Array(bytes(at: position))) else {
            preconditionFailure("what was a name is one")
        }
        return name
    }

    /// The bytes of the name that stands there.
    package func bytes(at position: Int) -> ArraySlice<UInt8> {
        let entry = entries[position]
        return text[Int(entry.start)..<Int(entry.start) + Int(entry.count)]
    }

    /// Whether one name comes before another in the order of their bytes.
    package func isOrdered(_ first: Int, before second: Int) -> Bool {
        bytes(at: first).lexicographicallyPrecedes(bytes(at: second))
    }

    /// Whether it was seen since the unseen were last forgotten.
    package func isSeen(_ position: Int) -> Bool { entries[position].isSeen }

    /// Where a name stands; nil where it is unknown.
    package func position(of name: FileName) -> Int? { position(of: name.bytes[...]) }

    package func position(of name: ArraySlice<UInt8>) -> Int? {
        guard !slots.isEmpty else { return nil }
        let found = slots[slot(of: name, hash: Self.hash(name))]
        return found == 0 ? nil : Int(found) - 1
    }

    func value(of name: ArraySlice<UInt8>) -> Value? { position(of: name).map { self[$0] } }

    /// Where a name stands, with `value` if it is new; it counts as seen.
    package mutating func see(_ name: FileName, new value: @autoclosure () -> Value) -> Int {
        see(name.bytes[...], new: value())
    }

    package mutating func see(_ name: ArraySlice<UInt8>, new value: @autoclosure () -> Value) -> Int {
        if slots.count < 2 * (entries.count + 1) { grow() }
        let hash = Self.hash(name)
        let slot = slot(of: name, hash: hash)
        guard slots[slot] == 0 else {
            entries[Int(slots[slot]) - 1].isSeen = true
            return Int(slots[slot]) - 1
        }
        entries.append(
            Entry(
                value: value(), start: UInt32(text.count), hash: hash, count: UInt16(clamping: name.count),
                isSeen: true))
        text += name
        slots[slot] = UInt32(entries.count)
        return entries.count - 1
    }

    /// Counts what stands there as not seen.
    package mutating func unsee(at position: Int) { entries[position].isSeen = false }

    /// Takes all names as not seen yet, and lets go of none.
    package mutating func unsee() { for position in entries.indices { unsee(at: position) } }

    /// Lets go of every name that was not seen since the last time, and takes all others as not seen yet; says whether any went.
    @discardableResult
    package mutating func forgetUnseen() -> Bool {
        let forgets = entries.contains { !$0.isSeen }
        if forgets { keepSeen() }
        unsee()
        return forgets
    }

    /// Moves together what stays, since a copy beside a large table would be as large.
    private mutating func keepSeen() {
        var (kept, end) = (0, 0)
        for position in entries.indices where entries[position].isSeen {
            var entry = entries[position]
            let start = Int(entry.start)
            for offset in 0..<Int(entry.count) { text[end + offset] = text[start + offset] }
            entry.start = UInt32(end)
            entries[kept] = entry
            kept += 1
            end += Int(entry.count)
        }
        entries.removeLast(entries.count - kept)
        text.removeLast(text.count - end)
        // What a flood needed is not kept for a next one.
        if entries.capacity > 4 * kept { (entries, text) = (entries.map(\.self), text.map(\.self)) }
        slots = []
        grow()
    }

    private static func hash(_ name: ArraySlice<UInt8>) -> UInt32 {
        var hasher = Hasher()
        unsafe name.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        return UInt32(truncatingIfNeeded: hasher.finalize())
    }

    /// The slot that holds the name, or the free one where it belongs.
    private func slot(of name: ArraySlice<UInt8>, hash: UInt32) -> Int {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let position = Int(slots[slot]) - 1
            if entries[position].hash == hash, bytes(at: position) == name { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    /// Makes room for a name more.
    private mutating func grow() {
        var size = 16
        while size < 2 * (entries.count + 1) { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for position in entries.indices {
            var slot = Int(entries[position].hash) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(position + 1)
        }
    }
}
