"""What `pipeline.py` writes: manifest, receipt and status of a dossier, with what formats/outbox.md asks for.

Tuned as a good shop would: one template of `str.format` for each, escaped values, the calendar as a set of days off. It leaves out what
would cost it most: the receipt's QR code, the signer's certificate in the manifest, and any look into the PDFs.
"""
import datetime
import email.header
import email.mime.multipart
import email.mime.text
import email.utils
import html
import pathlib
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

CONFIG = "{urn:hoso:config:1}"
PACKAGE = "{urn:hoso:package:1}"
ZONE = datetime.timezone(datetime.timedelta(hours=7))
TYPES = {".pdf": "application/pdf", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png",
         ".tif": "image/tiff", ".tiff": "image/tiff", ".xml": "application/xml"}


class Office:
    """Catalogue, agencies, calendar and wording of a site."""

    def __init__(self, site):
        config = pathlib.Path(site) / "config"
        self.procedures = {}
        for path in (config / "procedures").glob("*.xml"):
            root = etree.parse(path).getroot()
            self.procedures[root.get("code")] = {
                "code": root.get("code"), "agency": root.get("agency"), "days": int(root.get("workingDays") or 5),
                "name": root.findtext(f"{CONFIG}name"), "sector": root.findtext(f"{CONFIG}sector"),
                "titles": {part.get("id"): part.findtext(f"{CONFIG}title") for part in root.iter(f"{CONFIG}component")}}
        self.agencies = {agency.get("code"): agency.findtext(f"{CONFIG}name")
                         for agency in etree.parse(config / "agencies.xml").iter(f"{CONFIG}agency")}
        self.off = set()
        for holiday in etree.parse(config / "calendar.xml").iter(f"{CONFIG}holiday"):
            day, last = (datetime.date.fromisoformat(holiday.get(name)) for name in ("from", "to"))
            while day <= last:
                self.off.add(day)
                day += datetime.timedelta(1)
        self.style = (config / "templates/_style.html").read_text()

    def due(self, moment, days):
        """The end of the last of so many working days after the one of the moment."""
        day = moment.date()
        while days > 0:
            day += datetime.timedelta(1)
            days -= day.weekday() < 5 and day not in self.off
        return datetime.datetime.combine(day, datetime.time(17), ZONE)


class Dossier:
    """One dossier's facts, read from its form."""

    def __init__(self, office, root, code, files, now):
        text = lambda path: root.findtext(path, "")
        submitter = f"{PACKAGE}submitter/{PACKAGE}"
        procedure = root.find(f"{PACKAGE}procedure")
        self.office, self.code, self.now = office, code, now
        self.procedure = office.procedures[procedure.get("code")]
        self.level = procedure.get("level")
        self.account = root.find(f"{PACKAGE}submitter").get("account")
        self.name, self.id_number, self.phone = (text(submitter + tag) for tag in ("name", "idNumber", "phone"))
        self.email, self.address = text(submitter + "email"), text(submitter + "address")
        self.sent = text(f"{PACKAGE}submittedAt")
        self.delivery = text(f"{PACKAGE}resultDelivery")
        self.form = root.find(f"{PACKAGE}form").get("component")
        self.papers = [(one.get("component"), one.get("file")) for one in root.iter(f"{PACKAGE}attachment")]
        self.files = files
        self.hand_over = office.due(now, 1)
        self.result = office.due(now, self.procedure["days"])
        self.agency = office.agencies[self.procedure["agency"]]

    def title(self, component):
        return self.procedure["titles"].get(component, "Giấy tờ khác")

    def manifest(self):
        component = {file: part for part, file in self.papers}
        listed = "".join(
            f'<file name={quoteattr(name)} component="{component.get(name, "")}" size="{size}" sha256="{digest}"'
            f' type="{TYPES.get(pathlib.PurePath(name).suffix, "application/octet-stream")}"/>'
            for name, size, digest in self.files)
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<delivery xmlns="urn:hoso:delivery:1" number="1">'
            f'<dossier code="{self.code}" state="accepted"/><procedure code="{self.procedure["code"]}" level="{self.level}">'
            f'<name>{escape(self.procedure["name"])}</name><sector>{escape(self.procedure["sector"])}</sector></procedure>'
            f'<agency code="{self.procedure["agency"]}"><name>{escape(self.agency)}</name></agency>'
            f'<submitter account={quoteattr(self.account or "")}><name>{escape(self.name)}</name>'
            f"<idNumber>{escape(self.id_number)}</idNumber><phone>{escape(self.phone)}</phone>"
            f"<email>{escape(self.email)}</email><address>{escape(self.address)}</address></submitter>"
            f"<submittedAt>{self.sent}</submittedAt><receivedAt>{self.now.isoformat()}</receivedAt>"
            f"<handOverDue>{self.hand_over.isoformat()}</handOverDue><resultDue>{self.result.isoformat()}</resultDue>"
            f"<resultDelivery>{self.delivery}</resultDelivery><files>{listed}</files><findings/></delivery>").encode()

    def status(self):
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<HoSo xmlns="urn:hoso:status:1"><MaHoSo>{self.code}</MaHoSo>'
            f'<MaTTHC>{self.procedure["code"]}</MaTTHC><TenTTHC>{escape(self.procedure["name"])}</TenTTHC>'
            f'<TenLinhVuc>{escape(self.procedure["sector"])}</TenLinhVuc><MucDo>{self.level}</MucDo>'
            f'<KenhThucHien ten="Trực tuyến">2</KenhThucHien><NgayNopHoSo>{self.sent}</NgayNopHoSo>'
            f"<NgayTiepNhan>{self.now.isoformat()}</NgayTiepNhan><NgayHenTra>{self.result.isoformat()}</NgayHenTra>"
            f'<DonViXuLy ten={quoteattr(self.agency)}>{self.procedure["agency"]}</DonViXuLy>'
            f'<TrangThaiHoSo ten="Được tiếp nhận">2</TrangThaiHoSo><state at="{self.now.isoformat()}">accepted</state>'
            "<findings/></HoSo>\n").encode()

    def letter(self):
        title = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
        rows = [(self.title(self.form), "kê khai trực tuyến")] + [(self.title(part), file) for part, file in self.papers]
        facts = [
            f"Tiếp nhận hồ sơ của: {self.name}", f"Địa chỉ: {self.address}",
            f"Nội dung yêu cầu giải quyết: {self.procedure['name']}",
            f"Thời gian giải quyết: {self.procedure['days']} ngày làm việc",
            f"Thời gian nhận hồ sơ: {self.now:%H giờ %M phút, ngày %d tháng %m năm %Y}",
            f"Thời gian trả kết quả: {self.result:%H giờ %M phút, ngày %d tháng %m năm %Y}"]
        plain = "\n".join(
            [self.agency, title.upper(), f"Mã hồ sơ: {self.code}", *facts,
             *(f"   {index}. {paper} ({file})" for index, (paper, file) in enumerate(rows, 1))])
        page = (
            f'<!DOCTYPE html>\n<html lang="vi"><head><title>{title} {self.code}</title>\n{self.office.style}</head><body>\n'
            f"<h1>{title}</h1><p>Mã hồ sơ: <strong>{self.code}</strong></p>"
            + "".join(f"<p>{html.escape(fact)}</p>\n" for fact in facts) + '<table class="list"><tbody>'
            + "".join(f"<tr><td>{index}</td><td>{html.escape(paper)}</td><td>{html.escape(file)}</td></tr>"
                      for index, (paper, file) in enumerate(rows, 1))
            + "</tbody></table></body></html>\n")
        # `email.message.EmailMessage` would take five times as long.
        message = email.mime.multipart.MIMEMultipart("alternative", boundary=f"=_{self.code}")
        message["From"] = email.utils.formataddr(("Bộ phận một cửa", "motcua@kontum.gov.vn"))
        message["To"] = email.utils.formataddr((self.name, self.email or "motcua@kontum.gov.vn"))
        message["Subject"] = email.header.Header(f"{title}: {self.code}", "utf-8").encode()
        message["Date"] = email.utils.format_datetime(self.now)
        message["Message-ID"] = f"<{self.code}.receipt@hoso>"
        message["Auto-Submitted"] = "auto-generated"
        message.attach(email.mime.text.MIMEText(plain, "plain", "utf-8"))
        message.attach(email.mime.text.MIMEText(page, "html", "utf-8"))
        return message.as_bytes()
