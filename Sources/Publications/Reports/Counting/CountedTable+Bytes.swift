import Dossiers

/// A table as bytes: rows in their order, then pieces; what they refer to stands in its shape.
extension CountedTable {
    /// What has to be known to read the bytes.
    package struct Shape: Sendable, Codable {
        fileprivate struct Part: Sendable, Codable { let agency: AgencyCode, rows: Int }

        fileprivate let sections: [Part]
        fileprivate let pieces: Int
        fileprivate let words: Words

        /// How many bytes there are; nil where it cannot be so many.
        package func size(atMost limit: Int) -> Int? {
            var size = 0
            for (count, each) in sections.map({ ($0.rows, PackedDossier.size) }) + [(pieces, Piece.size)] {
                guard (0...(limit - size) / each).contains(count) else { return nil }
                size += count * each
            }
            return size
        }
    }

    private static let together = 8192

    /// Hands over the bytes in pieces.
    package func write(_ put: ([UInt8]) throws -> Void) throws -> Shape {
        var kept = 0
        for section in sections {
            for start in stride(from: 0, to: section.rows.count, by: Self.together) {
                var bytes: [UInt8] = []
                bytes.reserveCapacity(Self.together * PackedDossier.size)
                for var row in section.rows[start..<min(start + Self.together, section.rows.count)] {
                    row.firstPiece = row.pieces == 0 ? 0 : UInt32(kept)
                    kept += Int(row.pieces)
                    row.write(into: &bytes)
                }
                try put(bytes)
            }
        }
        var bytes: [UInt8] = []
        for section in sections {
            for row in section.rows where row.pieces > 0 {
                for piece in pieces[row.places] { piece.write(into: &bytes) }
            }
            try put(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        return Shape(
            sections: sections.map { Shape.Part(agency: $0.agency, rows: $0.rows.count) }, pieces: kept, words: words)
    }

    /// Reads what was written; nil where it is no table.
    ///
    /// - Parameter read: so many bytes, from the first of the table on and without a gap.
    package init?(_ shape: Shape, _ read: (_ count: Int) throws -> [UInt8]) throws {
        words = shape.words
        for part in shape.sections {
            guard sections.last.map({ $0.agency < part.agency }) ?? true else { return nil }
            var section = Section(agency: part.agency)
            // With room for what the next days bring.
            section.rows.reserveCapacity(part.rows + part.rows / 16)
            for start in stride(from: 0, to: part.rows, by: Self.together) {
                let count = min(Self.together, part.rows - start)
                var bytes = ByteCursor(try read(count * PackedDossier.size))
                for _ in 0..<count {
                    let row = PackedDossier(&bytes)
                    guard section.rows.last.map({ PackedDossier.precedes($0, row) }) ?? true,
                        isSound(row, pieces: shape.pieces)
                    else { return nil }
                    section.rows.append(row)
                }
            }
            sections.append(section)
        }
        for start in stride(from: 0, to: shape.pieces, by: Self.together) {
            let count = min(Self.together, shape.pieces - start)
            var bytes = ByteCursor(try read(count * Piece.size))
            for _ in 0..<count {
                guard let piece = Piece(&bytes), piece.agency <= words.agencies.count else { return nil }
                pieces.append(piece)
            }
        }
    }

    /// Whether everything is there that a row refers to.
    private func isSound(_ row: PackedDossier, pieces: Int) -> Bool {
        row.number > 0 && row.flags.isSound && row.receivedAt.moment != nil && row.lastAt.moment != nil
            && row.origin < words.origins.count && row.agency < words.agencies.count
            && row.calendar <= words.calendars.count && row.firstFindings <= words.findings.count
            && row.secondFindings <= words.findings.count && row.places.upperBound <= pieces
    }
}
