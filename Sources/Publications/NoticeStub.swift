


package enum NoticeKind: String, Sendable, CaseIterable {
    case receipt, supplement, postal, payment, refusal, incident, unmatched
    package var isForStaff: Bool { self == .incident || self == .unmatched }
}
