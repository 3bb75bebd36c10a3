/// A submission that the sample site takes in, with nothing but its form.
enum SampleForm {
    static func submission(_ id: String) -> String {
        """
        <submission xmlns="urn:hoso:package:1" id="\(id)"><procedure code="1.004269" level="3"/>\
        <submitter account="0900000001"><name>An</name><idNumber>062090001234</idNumber><phone>0900123456</phone>\
        <email>an@example.vn</email><address>12 Trần Phú</address></submitter>\
        <submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>counter</resultDelivery>\
        <form component="PYC"/><attachments/></submission>
        """
    }
}
