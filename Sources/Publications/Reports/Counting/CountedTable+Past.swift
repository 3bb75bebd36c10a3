package import Dossiers

/// Going back to what was known at a moment, and to the present again.
extension CountedTable {
    /// Rows as they were before the table was rewound, but for those that were not there as of then.
    package struct Rewound: Sendable {
        fileprivate var rows: [(section: Int, row: Int, packed: PackedDossier)] = []
        fileprivate let pieces: Int
    }

    /// Leaves of each dossier what the entries up to a moment say, of these only those before a number.
    ///
    /// - Parameter counted: the dossier as of then; nil where it was not there. It is asked for those alone that a later entry
    ///   concerns.
    package mutating func rewind(
        to asOf: Moment, before number: Int, _ counted: (DossierCode) throws -> CountedDossier?
    ) rethrows -> Rewound {
        var rewound = Rewound(pieces: pieces.count)
        for section in sections.indices {
            for row in sections[section].rows.indices {
                let packed = sections[section].rows[row]
                guard packed.lastEntry >= number || packed.lastAt.moment.map({ $0 > asOf }) ?? false else { continue }
                sections[section].rows[row].flags.isAbsent = true
                // One that came later needs no look at its entries.
                guard packed.receivedAt.moment.map({ $0 <= asOf }) ?? true else { continue }
                let code = DossierCode(
                    agency: sections[section].agency, day: Day(number: Int(packed.day)), number: Int(packed.number))
                if let then = try counted(code) {
                    rewound.rows.append((section, row, packed))
                    set(then, lastAt: asOf, lastEntry: Int(packed.lastEntry))
                }
            }
        }
        return rewound
    }

    package mutating func restore(_ rewound: Rewound) {
        for section in sections.indices {
            for row in sections[section].rows.indices where sections[section].rows[row].flags.isAbsent {
                sections[section].rows[row].flags.isAbsent = false
            }
        }
        for (section, row, packed) in rewound.rows { sections[section].rows[row] = packed }
        pieces.removeLast(pieces.count - rewound.pieces)
    }
}
