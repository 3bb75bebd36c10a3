import Dossiers
struct Stub { let html: [UInt8] = [], csv: [UInt8] = [] }
extension Office { func compliance(of day: Day) -> Stub { Stub() } }
