import Dossiers

extension Outcome {
    /// The arrival's name, code, state and reasons; names of files are the sender's, and shown so that it can be found.
    package var event: LogEvent {
        LogEvent(
            .taken, "\(open: line)",
            [
                "arrival": "\(open: arrival)", "state": "\(open: state)",
                "dossier": "\(open: dossier?.description ?? "-")",
                "reasons": "\(open: reasons.isEmpty ? "-" : reasons.joined(separator: ","))",
            ])
    }
}
