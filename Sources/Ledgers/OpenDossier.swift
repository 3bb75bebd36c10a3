package import Dossiers

/// What is asked of dossiers that are not closed when all of them are looked at; the rest is read of each alone.
package struct OpenDossier: Sendable, Equatable {
    package let code: DossierCode
    /// The one that leads first.
    package let agencies: [AgencyCode]
    /// The version that it keeps.
    package let procedure: ProcedureVersion
    package let state: DossierState
    package let receivedAt: Moment
    /// Nil until it was complete.
    package let handOver: Moment?
    package let due: Moment?
    package let isAcknowledged: Bool
    package let isPaused: Bool
    package let isResolved: Bool
    package let isExtended: Bool
    /// The date that a drafted apology proposes; nil where none was drafted.
    package let proposed: Moment?

    package var agency: AgencyCode { agencies.first ?? code.agency }

    /// Nil for one that is closed.
    package init?(_ dossier: Dossier) {
        guard !dossier.isClosed else { return nil }
        code = dossier.code
        agencies = dossier.agencies
        procedure = dossier.receipt.procedureVersion
        state = dossier.state
        receivedAt = dossier.receivedAt
        handOver = dossier.deadlines?.handOver
        due = dossier.due
        isAcknowledged = dossier.acknowledgedAt != nil
        isPaused = dossier.isPaused
        isResolved = dossier.resolvedAt != nil
        isExtended = dossier.extension != nil
        proposed = dossier.apology?.newDate
    }

    /// Whether its appointment was over at a moment without a result, and its clock was not standing still.
    package func isOverdue(at now: Moment) -> Bool {
        guard let due, !isResolved, !isPaused else { return false }
        return due < now
    }

    /// Open dossiers as bytes, each of the same length; agencies and procedures stand in tables, since there are few.
    struct Coding: Codable {
        static let size = 64
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
            put(UInt8(DossierState.allCases.firstIndex(of: dossier.state) ?? 0))
            let flags = [dossier.isAcknowledged, dossier.isPaused, dossier.isResolved, dossier.isExtended]
            put(flags.enumerated().reduce(UInt8(0)) { $1.element ? $0 | 1 << UInt8($1.offset) : $0 })
            put(dossier.receivedAt)
            put(dossier.handOver)
            put(dossier.due)
            put(dossier.proposed)
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
            let state = Int(number(UInt8.self))
            let flags = number(UInt8.self)
            guard count > 0, procedures.indices.contains(procedure),
                DossierState.allCases.indices.contains(state), let receivedAt = moment()
            else {
                throw SummedFile.Damaged()
            }
            return OpenDossier(
                code: DossierCode(agency: agency, day: day, number: count), agencies: agencies,
                procedure: procedures[procedure], state: DossierState.allCases[state], receivedAt: receivedAt,
                handOver: moment(), due: moment(),
                isAcknowledged: flags & 1 != 0, isPaused: flags & 2 != 0, isResolved: flags & 4 != 0,
                isExtended: flags & 8 != 0, proposed: moment())
        }
    }

    private init(
        code: DossierCode, agencies: [AgencyCode], procedure: ProcedureVersion, state: DossierState,
        receivedAt: Moment, handOver: Moment?, due: Moment?, isAcknowledged: Bool, isPaused: Bool, isResolved: Bool,
        isExtended: Bool, proposed: Moment?
    ) {
        self.code = code
        self.agencies = agencies
        self.procedure = procedure
        self.state = state
        self.receivedAt = receivedAt
        self.handOver = handOver
        self.due = due
        self.isAcknowledged = isAcknowledged
        self.isPaused = isPaused
        self.isResolved = isResolved
        self.isExtended = isExtended
        self.proposed = proposed
    }
}
