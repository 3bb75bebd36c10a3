import Bytes
package import Documents

/// What a PDF shows that an earlier revision of it did not: every change is disallowed unless a rule here allows it.
package struct PDFChanges {
    /// The gravest kind of change, least grave first.
    package enum Kind: String, Sendable, Codable, Wired, CaseIterable, Comparable {
        /// Bytes were added that change nothing.
        case none
        /// Time-stamps, and what helps to validate signatures in years to come.
        case validationData = "validation-data"
        case signatures
        /// Values of form fields.
        case formFill = "form-fill"
        /// Remarks on pages.
        case annotations
        /// Anything else, such as what a page shows.
        case other

        package static func < (left: Kind, right: Kind) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    private var kind = Kind.none

    private let old: PDFFile
    private let new: PDFFile
    private let roles: PDFRoles

    /// Compares a revision, as a file of its own, with the whole file.
    package static func kind(from old: PDFFile, to new: PDFFile) throws -> Kind {
        // What had to be guessed at can be guessed otherwise.
        guard !old.isRebuilt, !new.isRebuilt, !old.isEncrypted, !new.isEncrypted,
            old.trailer["Root"].reference == new.trailer["Root"].reference, try new.isStrictlyAppended(to: old)
        else { return .other }
        var changes = PDFChanges(old: old, new: new, roles: try PDFRoles(old))
        try changes.compareAll()
        return changes.kind
    }

    private init(old: PDFFile, new: PDFFile, roles: PDFRoles) {
        self.old = old
        self.new = new
        self.roles = roles
    }

    private mutating func note(_ kind: Kind) { self.kind = max(self.kind, kind) }

    private mutating func compareAll() throws {
        for (number, entry) in new.table.sorted(by: { $0.key < $1.key }) where kind < .other {
            guard entry != .free,
                entry != old.table[number] || isMoved(entry) || roles.unsettled.contains(number)
            else { continue }
            try compare(number)
        }
        for (number, entry) in old.table where entry != .free && kind < .other {
            let isGone = new.table[number].map { $0 == .free } ?? true
            if isGone, try old.object(number) != nil { note(.other) }
        }
    }

    /// Whether an object stands where it stood, in an object stream that is another now.
    private func isMoved(_ entry: PDFEntry) -> Bool {
        guard case .inStream(let container, _) = entry else { return false }
        return new.table[container] != old.table[container]
    }

    private mutating func compare(_ number: Int) throws {
        let earlier = try old.object(number)
        guard let later = try new.object(number) else {
            if earlier != nil { note(.other) }
            return
        }
        guard let earlier else {
            // Something of that number was pointed at before it was there: it waited for its content.
            if roles.dangling.contains(number) { note(.other) }
            return
        }
        if try isSame(earlier, later) { return }
        let (before, after) = (earlier.value.dictionary, later.value.dictionary)
        switch roles[number] {
        case .structure?:
            let isStructure = ["XRef", "ObjStm"].contains(after?["Type"].name)
            if !isStructure || old.table[number] == new.table[number] { note(.other) }
        case .catalogue?: try compareCatalogue(before, after)
        case .form?: try compareForm(earlier.value, later.value)
        case .fields?: try compareFields(earlier.value, later.value)
        case .page?: try comparePage(before, after)
        case .annotations?: try compareAnnotations(earlier.value, later.value)
        case .field(let type)?: try compareField(before, after, type: type)
        case .appearance(let isSignature)?: note(isSignature ? .signatures : .formFill)
        case .remark?: note(.annotations)
        case .information?: note(.none)
        case .validationData?: note(.validationData)
        case nil: note(.other)
        }
    }

    /// Whether an object was only written again.
    private func isSame(_ earlier: PDFIndirectObject, _ later: PDFIndirectObject) throws -> Bool {
        guard earlier.value.isEquivalent(to: later.value) else { return false }
        guard let start = earlier.streamStart, let newStart = later.streamStart else {
            return earlier.streamStart == nil && later.streamStart == nil
        }
        guard let length = try old.resolve(earlier.value.dictionary?["Length"] ?? .null).integer,
            try new.resolve(later.value.dictionary?["Length"] ?? .null).integer == length, length >= 0
        else { return false }
        var done = 0
        while done < length {
            let count = min(65_536, length - done)
            guard start + done + count <= old.source.count, newStart + done + count <= new.source.count,
                try old.source.read(at: start + done, count: count)
                    == new.source.read(at: newStart + done, count: count)
            else { return false }
            done += count
        }
        return true
    }

    // MARK: Rules

    private mutating func compareCatalogue(_ before: PDFDictionary?, _ after: PDFDictionary?) throws {
        guard let before, let after,
            before.isSame(as: after, except: ["AcroForm", "DSS", "Extensions", "Version", "Metadata"])
        else { return note(.other) }
        if before["DSS"] != after["DSS"] { note(.validationData) }
        if before["AcroForm"] != after["AcroForm"] {
            try compareForm(old.resolve(before["AcroForm"]), new.resolve(after["AcroForm"]))
        }
    }

    private mutating func compareForm(_ before: PDFObject, _ after: PDFObject) throws {
        guard let before = before.dictionary, let after = after.dictionary,
            before.isSame(as: after, except: ["Fields", "SigFlags", "DR", "DA"])
        else { return note(.other) }
        // A reader that draws the fields itself draws them with these.
        if ["DR", "DA"].contains(where: { !before[$0].isEquivalent(to: after[$0]) }) { note(.formFill) }
        if before["Fields"] != after["Fields"] {
            try compareFields(old.resolve(before["Fields"]), new.resolve(after["Fields"]))
        }
    }

    private mutating func compareFields(_ before: PDFObject, _ after: PDFObject) throws {
        for added in added(before, after) ?? [.null] {
            note(try signatureKind(ofField: added) ?? .other)
        }
    }

    private mutating func comparePage(_ before: PDFDictionary?, _ after: PDFDictionary?) throws {
        guard let before, let after, before.isSame(as: after, except: ["Annots", "LastModified", "Metadata"]) else {
            return note(.other)
        }
        try compareAnnotations(old.resolve(before["Annots"]), new.resolve(after["Annots"]))
    }

    private mutating func compareAnnotations(_ before: PDFObject, _ after: PDFObject) throws {
        guard let list = added(before.isNull ? .array([]) : before, after.isNull ? .array([]) : after) else {
            return note(.other)
        }
        for added in list { note(try signatureKind(ofField: added) ?? .annotations) }
    }

    private mutating func compareField(_ before: PDFDictionary?, _ after: PDFDictionary?, type: String?) throws {
        guard let before, let after else { return note(.other) }
        switch type {
        case "Sig":
            guard before["V"].isNull, before.isSame(as: after, except: ["V", "AP", "AS", "MK", "M", "F", "Lock"]) else {
                return note(.other)
            }
            note(try signatureKind(ofValue: after["V"], shownBy: after))
        case "Tx", "Ch", "Btn":
            let isSame = before.isSame(as: after, except: ["V", "AP", "AS", "MK", "M", "DA", "I", "TI"])
            note(isSame ? .formFill : .other)
        default: note(.other)
        }
    }

    /// What a list has gained at its end; nil where it lost something or was put in another order.
    private func added(_ before: PDFObject, _ after: PDFObject) -> [PDFObject]? {
        guard let before = before.array, let after = after.array, after.count >= before.count,
            zip(before, after).allSatisfy({ $0.isEquivalent(to: $1) })
        else { return nil }
        return Array(after.dropFirst(before.count))
    }

    /// What a field that was added means; nil for one that is no signature's.
    private func signatureKind(ofField value: PDFObject) throws -> Kind? {
        guard let widget = try new.dictionary(value) else { return nil }
        var field = widget
        var signature = field["V"]
        for _ in 0..<new.limits.pdfDepth where field["FT"].isNull {
            guard let parent = try new.dictionary(field["Parent"]) else { return nil }
            field = parent
            if signature.isNull { signature = field["V"] }
        }
        return try new.resolve(field["FT"]).name == "Sig" ? signatureKind(ofValue: signature, shownBy: widget) : nil
    }

    /// - Parameter widget: a time-stamp that shows itself may hide what a page shows (PD6).
    private func signatureKind(ofValue value: PDFObject, shownBy widget: PDFDictionary) throws -> Kind {
        guard let dictionary = try new.dictionary(value), dictionary["Type"].name == "DocTimeStamp" else {
            return .signatures
        }
        return try hasArea(widget["Rect"]) ? .signatures : .validationData
    }

    private func hasArea(_ rectangle: PDFObject) throws -> Bool {
        let rectangle = try new.resolve(rectangle)
        guard !rectangle.isNull else { return false }
        guard let sides = rectangle.array, sides.count == 4 else { return true }
        return !sides[0].isEquivalent(to: sides[2]) && !sides[1].isEquivalent(to: sides[3])
    }
}
