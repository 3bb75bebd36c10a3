/// A service of the sample catalogue, as those who ask for it know it.
struct YearService: Sendable {
    let procedure: String
    let level: Int
    let form: String
    var papers: [String]
    /// The agency that leads.
    var agency: String
    var coAgency: String?

    /// The published account of the agency that takes fees.
    static let account = "3511.0.1012345"

    static let land = YearService(
        procedure: "1.004269", level: 3, form: "PYC", papers: ["CCCD", "GCN"], agency: "000.00.12.H34",
        coAgency: "000.00.31.H34")
    /// The same, given to another agency, which keeps hours of its own.
    static var landElsewhere: YearService {
        var service = land
        service.agency = criminalRecord.agency
        return service
    }

    static let criminalRecord = YearService(
        procedure: "2.000488", level: 4, form: "TK", papers: ["CCCD", "SHK"], agency: "000.00.10.H34",
        coAgency: "000.00.18.H34")
    static let postalLicence = YearService(
        procedure: "1.003659", level: 2, form: "GDN", papers: ["DKKD", "PAKD", "MBG"], agency: "000.00.13.H34")
    static let residence = YearService(
        procedure: "1.004222", level: 4, form: "CT01", papers: ["CHO"], agency: "000.00.18.H34")
    static let copy = YearService(
        procedure: "2.000635", level: 4, form: "TK", papers: ["CCCD", "GTK"], agency: "000.00.31.H34")
    static let unknown = YearService(
        procedure: "9.999999", level: 3, form: "TK", papers: ["CCCD"], agency: "000.00.12.H34")
}
