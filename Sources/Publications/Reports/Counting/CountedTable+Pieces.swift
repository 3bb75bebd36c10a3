import Dossiers

/// What not every dossier has stands apart from its row, in pieces of one size: two times, and an agency where there is one.
extension CountedTable {
    struct Piece: Sendable, Equatable {
        /// In the order of a dossier's pieces.
        enum Kind: UInt8 {
            /// From and to when it lasted.
            case supplement, payment, coAgency
            /// When an extension was given, and its date.
            case newDate
            /// When the published time is over.
            case published
            /// Three in a row are the hand-over of an agency that led before: from and to when its time ran; its two due times; when
            /// another got the dossier, and when it was done.
            case handOver, handOverDue, handOverGiven
        }

        static let size = 21
        let kind: Kind
        /// Counts from 1 on; 0 for none.
        let agency: UInt32
        let from: PackedMoment
        let to: PackedMoment

        init(_ kind: Kind, agency: UInt32 = 0, _ from: Moment, _ to: Moment? = nil) {
            self.kind = kind
            self.agency = agency
            self.from = PackedMoment(from)
            self.to = PackedMoment(to)
        }
    }

    mutating func pieces(of dossier: CountedDossier) -> [Piece] {
        var pieces = dossier.spells.map { spell in
            Piece(
                Piece.Kind(spell.cause), agency: spell.agency.map { words.agencies.number(of: $0) + 1 } ?? 0,
                spell.from, spell.to)
        }
        if let newDate = dossier.newDate { pieces.append(Piece(.newDate, newDate.at, newDate.date)) }
        if let published = dossier.published { pieces.append(Piece(.published, published)) }
        for former in dossier.formerHandOvers ?? [] {
            pieces += [
                Piece(.handOver, agency: words.agencies.number(of: former.agency) + 1, former.from, former.end),
                Piece(.handOverDue, former.due, former.sameDayDue),
                Piece(.handOverGiven, former.givenAt, former.doneAt),
            ]
        }
        return pieces
    }

    func spells(of row: PackedDossier) -> [CountedDossier.Spell] {
        guard row.pieces > 0 else { return [] }
        return pieces[row.places].compactMap { piece in
            guard let cause = piece.kind.cause, let from = piece.from.moment else { return nil }
            return CountedDossier.Spell(cause, agency: agency(of: piece), from: from, to: piece.to.moment)
        }
    }

    func newDate(of row: PackedDossier) -> CountedDossier.NewDate? {
        guard let piece = pieces[row.places].last(where: { $0.kind == .newDate }), let at = piece.from.moment,
            let date = piece.to.moment
        else { return nil }
        return CountedDossier.NewDate(at: at, date: date)
    }

    func published(of row: PackedDossier) -> Moment? {
        pieces[row.places].last { $0.kind == .published }?.from.moment
    }

    /// Nil where there is none.
    func handOvers(of row: PackedDossier) -> [CountedDossier.HandOver]? {
        guard row.flags.isHandedOn else { return nil }
        let all = Array(pieces[row.places])
        let found = all.indices.dropLast(2).compactMap { index -> CountedDossier.HandOver? in
            let (time, due, given) = (all[index], all[index + 1], all[index + 2])
            guard time.kind == .handOver, due.kind == .handOverDue, given.kind == .handOverGiven,
                let agency = agency(of: time), let from = time.from.moment, let end = time.to.moment,
                let dueAt = due.from.moment, let givenAt = given.from.moment
            else { return nil }
            return CountedDossier.HandOver(
                agency: agency, from: from, due: dueAt, sameDayDue: due.to.moment, doneAt: given.to.moment, end: end,
                givenAt: givenAt)
        }
        return found.isEmpty ? nil : found
    }

    private func agency(of piece: Piece) -> AgencyCode? { piece.agency == 0 ? nil : words.agencies[piece.agency - 1] }
}

extension CountedTable.Piece {
    func write(into bytes: inout [UInt8]) {
        bytes.put(kind.rawValue)
        bytes.put(agency)
        bytes.put(from.raw)
        bytes.put(to.raw)
    }

    /// Nil where it is none.
    init?(_ bytes: inout ByteCursor) {
        let kind = Kind(rawValue: bytes.next())
        agency = bytes.next()
        var (from, to) = (PackedMoment(), PackedMoment())
        from.raw = bytes.next()
        to.raw = bytes.next()
        guard let kind, from.moment != nil else { return nil }
        self.kind = kind
        self.from = from
        self.to = to
    }
}

extension CountedTable.Piece.Kind {
    init(_ cause: CountedDossier.Spell.Cause) {
        self =
            switch cause {
            case .supplement: .supplement
            case .payment: .payment
            case .coAgency: .coAgency
            }
    }

    /// Nil for what is no spell.
    var cause: CountedDossier.Spell.Cause? {
        switch self {
        case .supplement: .supplement
        case .payment: .payment
        case .coAgency: .coAgency
        case .newDate, .published, .handOver, .handOverDue, .handOverGiven: nil
        }
    }
}
