/// Several questions that differ in the certificate alone, put at once.
extension PathSearch {
    /// Gives each search the answer on paths that hold now, where it is certain.
    ///
    /// Where some certificates pass and others do not, they are asked about once more, each kind by itself.
    static func answer(_ searches: inout [PathSearch], checksRevocation: Bool) {
        guard let first = searches.first else { return }
        func ask(_ positions: [Int]) -> JointAnswer {
            let joint = first.openssl.paths(
                of: positions.map { searches[$0].question.certificate }, others: first.question.others,
                trust: first.trust, at: first.question.now, checksRevocation: checksRevocation, in: first.scratch)
            for (position, answer) in zip(positions, joint.each) {
                searches[position].answers[checksRevocation] = answer
            }
            return joint
        }
        guard let passed = ask(Array(searches.indices)).passed else { return }
        for kind in [true, false] { _ = ask(searches.indices.filter { passed[$0] == kind }) }
    }
}
