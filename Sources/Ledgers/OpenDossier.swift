package import Dossiers

/// What is asked of dossiers that are not closed when all of them are looked at; the rest is read of each alone.
package struct OpenDossier: Sendable, Equatable {
    package let code: DossierCode
    /// The one that leads first.
    package let agencies: [AgencyCode]
    /// The version that it keeps.
    package let procedure: ProcedureVersion
    package let state: DossierState
    /// Where it stands behind a person's hold.
    package let standing: DossierState
    package let receivedAt: Moment
    /// Nil until it was complete.
    package let handOver: Moment?
    package let due: Moment?
    /// Whether the agency that leads has said that it has it.
    package let isAcknowledged: Bool
    /// Since when its clock stands; nil while it runs.
    package let pausedAt: Moment?
    package let isResolved: Bool
    package let isExtended: Bool
    /// Marked as a suspected violation, out of the count (Điều 4.5).
    package let isSuspect: Bool
    /// The date that a drafted apology proposes; nil where none was drafted.
    package let proposed: Moment?

    package var agency: AgencyCode { agencies.first ?? code.agency }
    package var isPaused: Bool { pausedAt != nil }

    /// Nil for one that is closed.
    package init?(_ dossier: Dossier) {
        guard !dossier.isClosed else { return nil }
        code = dossier.code
        agencies = dossier.agencies
        procedure = dossier.receipt.procedureVersion
        state = dossier.state
        standing = dossier.standing
        receivedAt = dossier.receivedAt
        handOver = dossier.deadlines?.handOver
        due = dossier.due
        isAcknowledged = dossier.handedOverAt != nil
        pausedAt = dossier.pausedAt
        isResolved = dossier.resolvedAt != nil
        isExtended = dossier.extension != nil
        isSuspect = dossier.violation != nil
        proposed = dossier.apology?.newDate
    }

    /// Whether its appointment was over without a result at a moment, or before when its clock came to stand.
    package func isOverdue(at now: Moment) -> Bool { due.map { isOver($0, at: now) } ?? false }

    /// Whether a time of its was over so; none counts for what is marked or has its result.
    package func isOver(_ until: Moment, at now: Moment) -> Bool {
        !isResolved && !isSuspect && until < min(now, pausedAt ?? now)
    }

    /// Open dossiers as bytes, each of the same length; agencies and procedures stand in tables, since there are few.
    struct Coding: Codable {
        static let size = 77
        private static let none = Int64.min

        private(set) var lists: [[AgencyCode]] = []
        private var numbers: [[AgencyCode]: Int] = [:]
        private(set) var procedures: [ProcedureVersion] = []
        private var procedureNumbers: [ProcedureVersion: Int] = [:]

        private enum CodingKeys: CodingKey { case lists, procedures }

        init() {}

        mutating func bytes(_ dossier: OpenDossier) -> [UInt8] {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(Self.size)
            func put(_ value: some FixedWidthInteger) {
                for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
                    bytes.append(UInt8(truncatingIfNeeded: value >> shift))
                }
            }
            func put(_ moment: Moment?) {
                put(moment.map { Int64($0.seconds) } ?? Self.none)
                put(Int32(moment?.offset ?? 0))
            }
            put(number(of: [dossier.code.agency]))
            put(Int32(dossier.code.day.number))
            put(UInt32(dossier.code.number))
            put(number(of: dossier.agencies))
            put(number(of: dossier.procedure))
            for state in [dossier.state, dossier.standing] {
                put(UInt8(DossierState.allCases.firstIndex(of: state) ?? 0))
            }
            let flags = [dossier.isAcknowledged, dossier.isSuspect, dossier.isResolved, dossier.isExtended]
            put(flags.enumerated().reduce(UInt8(0)) { $1.element ? $0 | 1 << UInt8($1.offset) : $0 })
            put(dossier.receivedAt)
            put(dossier.handOver)
            put(dossier.due)
            put(dossier.proposed)
            put(dossier.pausedAt)
            return bytes
        }

        private mutating func number(of list: [AgencyCode]) -> UInt16 {
            if let number = numbers[list] { return UInt16(number) }
            lists.append(list)
            numbers[list] = lists.count - 1
            return UInt16(lists.count - 1)
        }

        private mutating func number(of procedure: ProcedureVersion) -> UInt16 {
            if let number = procedureNumbers[procedure] { return UInt16(number) }
            procedures.append(procedure)
            procedureNumbers[procedure] = procedures.count - 1
            return UInt16(procedures.count - 1)
        }

        /// Throws `SummedFile.Damaged` where the tables have no such agencies or procedure.
        func dossier(_ bytes: ArraySlice<UInt8>) throws -> OpenDossier {
            var index = bytes.startIndex
            func number<Value: FixedWidthInteger>(_ type: Value.Type) -> Value {
                var value: UInt64 = 0
                for place in index..<index + Value.bitWidth / 8 { value = value << 8 | UInt64(bytes[place]) }
                index += Value.bitWidth / 8
                return Value(truncatingIfNeeded: value)
            }
            func moment() -> Moment? {
                let (seconds, offset) = (number(Int64.self), number(Int32.self))
                return seconds == Self.none ? nil : Moment(seconds: Int(seconds), offset: Int(offset))
            }
            func list() throws -> [AgencyCode] {
                let place = Int(number(UInt16.self))
                guard lists.indices.contains(place), !lists[place].isEmpty else { throw SummedFile.Damaged() }
                return lists[place]
            }
            let agency = try list()[0]
            let day = Day(number: Int(number(Int32.self)))
            let count = Int(number(UInt32.self))
            let agencies = try list()
            let procedure = Int(number(UInt16.self))
            let (state, standing) = (Int(number(UInt8.self)), Int(number(UInt8.self)))
            let flags = number(UInt8.self)
            guard count > 0, procedures.indices.contains(procedure),
                DossierState.allCases.indices.contains(state), DossierState.allCases.indices.contains(standing),
                let receivedAt = moment()
            else {
                throw SummedFile.Damaged()
            }
            let (handOver, due, proposed, pausedAt) = (moment(), moment(), moment(), moment())
            return OpenDossier(
                code: DossierCode(agency: agency, day: day, number: count), agencies: agencies,
                procedure: procedures[procedure], state: DossierState.allCases[state],
                standing: DossierState.allCases[standing], receivedAt: receivedAt, handOver: handOver, due: due,
                isAcknowledged: flags & 1 != 0, pausedAt: pausedAt, isResolved: flags & 4 != 0,
                isExtended: flags & 8 != 0, isSuspect: flags & 2 != 0, proposed: proposed)
        }
    }

    private init(
        code: DossierCode, agencies: [AgencyCode], procedure: ProcedureVersion, state: DossierState,
        standing: DossierState, receivedAt: Moment, handOver: Moment?, due: Moment?, isAcknowledged: Bool,
        pausedAt: Moment?, isResolved: Bool, isExtended: Bool, isSuspect: Bool, proposed: Moment?
    ) {
        self.code = code
        self.agencies = agencies
        self.procedure = procedure
        self.state = state
        self.standing = standing
        self.receivedAt = receivedAt
        self.handOver = handOver
        self.due = due
        self.isAcknowledged = isAcknowledged
        self.pausedAt = pausedAt
        self.isResolved = isResolved
        self.isExtended = isExtended
        self.isSuspect = isSuspect
        self.proposed = proposed
    }
}
