"""What the help says beside the keys, which come from the registry."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Help:
    """Texts of the help; `about` has a paragraph for each screen."""

    title: str
    here: str
    typing: str
    typing_text: str
    about: dict[str, str]


help_page = Words(
    Help(
        title="Trợ giúp",
        here="Ở màn hình này",
        typing="Gõ phím",
        typing_text=(
            "Tab và Enter sang ô sau, Shift+Tab về ô trước. Gõ tiếng Việt bằng Unikey hay bộ gõ khác đều được, kể cả khi "
            "gõ nhanh hơn máy. Quét mã trên giấy hẹn ở bất cứ đâu để mở hồ sơ; quét thẻ căn cước để xem hồ sơ của người đó, "
            "hoặc để điền vào phiếu tiếp nhận đang mở. Dấu ! là lỗi hoặc quá hạn, ? là điều nên xem lại, * là đã xong."
        ),
        about={
            "home": "Số liệu trong ngày và những hồ sơ cần làm trước. Mũi tên chọn một số, Enter mở danh sách đứng sau số đó. "
            "Tab xuống danh sách bên dưới.",
            "intake": "Một phiếu tiếp nhận. Chọn thủ tục bằng vài chữ, gõ số định danh hay quét thẻ, đánh dấu giấy tờ (T: đủ cả), "
            "rồi Ctrl+S. Ở ô lệ phí, 5x3 là 5 trang, 3 bản. Ba dòng dưới luôn cho biết ngày hẹn, lệ phí và điều nên xem lại. "
            "Phiếu đang điền dở tự được giữ lại khi rời mỗi ô, kể cả khi mất điện; F7 để dở, F8 mở lại.",
            "received": "Hồ sơ đã lưu. Enter in giấy hẹn; không có máy in thì phiếu chờ in. F2 nhận người tiếp theo, F7 nhận thủ tục "
            "khác của cùng người. Quét thẻ của người tiếp theo cũng mở phiếu mới.",
            "quick": "Chứng thực bản sao, chữ ký, giao dịch. Gõ số định danh hoặc họ tên, Enter; mỗi giấy tờ một dòng: tên, số trang của "
            "bản chính, số bản; Enter qua từng ô và mở dòng mới, để trống là 1. Ctrl+S tiếp nhận, thu phí, cho số và trả trong một "
            "lần; ô trống ngay cho người sau, số vừa cho còn ở dưới. Không trả ngay thì chọn Theo hạn hoặc Hẹn ngày: chưa cho số, có "
            "giấy hẹn (F8); khi đã ký, Ctrl+R để cho số. Thu ít hơn phí thì phải ghi lý do miễn, giảm.",
            "certifying": "Hồ sơ chứng thực đã nhận mà chưa vào sổ. Enter khi lãnh đạo đã ký: hồ sơ được cho số và có kết quả. "
            "Người ký là người đang chọn ở quầy nhanh.",
            "cash": "Bên trên là số đã thu, đã trả lại theo sổ từ lần chốt trước, riêng của bạn trên máy này. Gõ số tờ từng loại tiền "
            "hoặc tổng số tiền; có chênh lệch thì phải ghi lý do. Ctrl+S chốt quỹ, F8 in phiếu để hai bên ký.",
            "reports": "Gõ vài chữ để tìm báo cáo, Enter mở. Cột bên phải: kỳ đã gửi gần nhất. F7 làm trang báo cáo tuần cho lãnh đạo.",
            "report": "Dòng trên là kỳ: ↑ lên đó rồi ← → sang kỳ trước, kỳ sau; F6 đổi loại kỳ. Trong bảng, ← → chuyển cột, cột đầu "
            "luôn ở trong tầm mắt. Enter trên một số mở những hồ sơ mà số đó đếm. Ctrl+N những chỗ chưa khớp, từng hồ sơ. F7 ghi là "
            "đã gửi: số liệu và danh sách được giữ như lúc gửi; sau này khác ở đâu thì Ctrl+R chỉ ra. Số còn lại của kỳ đã gửi là số "
            "kỳ trước chuyển sang của kỳ sau. Ctrl+S lưu tệp, F8 in; sổ theo dõi hồ sơ in theo mẫu 07.",
            "points": "Mỗi dòng là một chỗ cần xem lại; ba dòng dưới ghi đủ. Enter mở hồ sơ của chỗ đó, nhiều hồ sơ thì mở danh sách.",
            "sent": "Mỗi lần đã gửi của báo cáo này, lần mới nhất ở trên, và nay còn đúng như lúc gửi không. Enter trên dòng có ! xem từng "
            "ô đã khác; trên dòng khác mở báo cáo của kỳ đó. F8 mở đúng bản đã gửi, với danh sách phía sau mỗi số lúc đó.",
            "behind": "Những hồ sơ mà con số vừa chọn đếm. Enter mở; Space đưa vào chồng hồ sơ, F7 mở chồng.",
            "parked": "Phiếu đang để dở của riêng bạn, kể cả phiếu bị ngắt do khóa máy hay mất điện. Enter mở lại, Delete bỏ.",
            "review": "F8 in thông báo nghỉ cho từng người, F7 in danh sách gọi, Ctrl+S ghi đã báo vào mọi hồ sơ bị ngày nghỉ làm chậm. "
            "Những gì cán bộ phải xem lại: giá trị trái nhau và bước mâu thuẫn sau khi trao đổi, phí thu hai lần, ngày hẹn chịu "
            "ảnh hưởng khi ngày nghỉ thay đổi, hồ sơ trùng mã. Ba dòng dưới nói nên làm gì; Enter mở. Việc đã xong tự rời danh sách.",
            "conflicts": "Những thông tin mà hai nơi cùng sửa khi chưa thấy của nhau. Không giá trị nào bị mất: mọi giá trị còn trong "
            "sổ cho đến khi có người chọn. Enter xem các giá trị, F8 mở hồ sơ. Sửa thông tin theo cách thường không làm mất "
            "chỗ trái nhau.",
            "conflict": "Các giá trị trái nhau của một thông tin, mỗi giá trị có người ghi, máy và thời điểm. Đối chiếu giấy tờ, Enter "
            "chọn giá trị đúng; F7 ghi giá trị khác, được kiểm tra như trong phiếu. Lựa chọn của bạn được gửi đến mọi máy.",
            "exchange": "Bên trên: còn gì chưa gửi, cấp trên đã nhận đến đâu, an toàn (đã có trong bản sao lưu của cấp trên) đến đâu. Danh "
            "sách: từng máy mới đến lúc nào, và việc phải xử lý. Ctrl+S gửi và nhận tất cả bằng đường nào đang có; F7 dùng USB; "
            "Ctrl+R dừng lúc nào cũng được, không mất gì. Chỉ rút USB khi máy báo rút được. Ctrl+N: ghi danh các máy.",
            "quarantine": "Những phần không nhận được vào sổ, kèm lý do; phần còn lại của gói vẫn được nhận. Không có gì bị xóa: Enter thử "
            "nhận lại, ví dụ sau khi đã ghi danh máy gửi hoặc nâng cấp phần mềm.",
            "stations": "Các máy được trao đổi với nhau. Máy mới: F7 xuất tệp ghi danh ở máy mới; ở máy quản trị F8 nhận tệp đó và gõ dấu "
            "vân khóa đọc từ màn hình máy mới; máy mới Ctrl+F nhận danh sách. F12 in dấu vân khóa. Delete thu hồi một máy mất.",
            "notices": "Thông báo và chỉ đạo của cấp trên, đến cùng lần trao đổi hoặc do đơn vị ghi (F7). Chưa đọc "
            "(dấu !) ở trên; gõ chữ để tìm, Enter đọc. Mỗi cán bộ có dấu đã đọc riêng, cấp trên thấy được. Ctrl+N giao văn bản chỉ "
            "đạo thành nhiệm vụ. Thông báo thu hồi thì rời danh sách, Ctrl+R hiện lại.",
            "notice": "Một thông báo: bên trên là số hiệu, nơi ban hành, hạn; bên dưới là ai đã đọc, ai chưa. Kéo "
            "đến hết hoặc bấm Enter thì được ghi là đã đọc; Enter mở tiếp thông báo chưa đọc sau đó.",
            "support": "Mỗi lần Tổ công nghệ số cộng đồng hỗ trợ người dân là một dòng. F7 ghi: chọn việc, số người, "
            "thủ tục, có nộp trực tuyến không; các ô còn lại giữ như lần trước, Enter bỏ qua, muốn sửa thì Tab. Gõ "
            "chữ để tìm, Enter sửa dòng, Delete gạch bỏ, F12 cộng theo tháng.",
            "prints": "Những bản in chưa máy in nào nhận. F8 in tất cả, Enter mở hồ sơ, Delete bỏ bản in không còn cần, ví dụ khi giấy "
            "đã trao tay bằng cách khác.",
            "dossiers": "Danh sách hồ sơ. Gõ vài chữ để tìm (không cần dấu), mũi tên xuống để vào danh sách, Enter để mở. Gõ chữ khi "
            "đang ở danh sách thì tìm tiếp. Bộ lọc và cách xếp đang dùng hiện ở dòng thứ ba. Phím cách đánh dấu một dòng (dấu *), "
            "Insert đánh dấu đến dòng này, Ctrl+F đánh dấu hết; dòng có dấu nằm trong chồng, F7 mở chồng.",
            "pile": "Chồng hồ sơ của riêng bạn: những dòng đã đánh dấu trong danh sách và những giấy hẹn vừa quét. Quét tiếp để thêm, "
            "Delete bỏ ra. F7 rồi một chữ cái làm một việc với cả chồng, hỏi lại một lần; hồ sơ không làm được thì ở lại cùng "
            "lý do. Bàn giao xong có thể in danh sách để hai bên ký. Khóa máy thì chồng mất, hồ sơ không thay đổi gì.",
            "dossier": "Mọi điều về một hồ sơ và những việc mà tình trạng của nó và vai trò của bạn cho phép. F7 rồi một chữ cái là một "
            "việc; việc chưa làm được thì để trong ngoặc và nói lý do. Enter trên một dòng: sửa thông tin, sửa giấy tờ hoặc mở "
            "tệp. Trong phiếu nhập, Enter sang ô sau và lưu ở ô cuối; Ctrl+S lưu ngay.",
            "feedback": "Phản ánh, kiến nghị của người dân, doanh nghiệp, cơ quan và khó khăn, vướng mắc của nhiệm vụ; việc gần hạn nhất ở "
            "trên. Gõ vài chữ để tìm, Enter mở, Ctrl+N ghi mới, F8 lọc. Hạn tính bằng ngày làm việc: từ chối 2, hỏi thêm 5, trả "
            "lời 15, công khai 2.",
            "concern": "Một phản ánh hoặc khó khăn. F7 rồi một chữ cái là một việc; việc chưa làm được thì để trong ngoặc và nói lý do. "
            "Trong lúc chờ bổ sung, hạn trả lời dừng lại. Chuyển cấp trên tạo một phản ánh riêng, có mã và hạn riêng. Enter trên "
            "một dòng: sửa thông tin, mở tệp, mở phản ánh liên quan.",
            "scans": "Tệp mà máy quét vừa ghi, mới nhất ở trên. Enter (hay F12 lần nữa) lấy tệp cho giấy tờ đã chọn; Space đánh dấu nhiều "
            "tệp, F7 gộp các PDF thành một, F8 chỉ lấy vài trang. Tệp gốc chỉ bị xóa sau khi đã lưu, đọc lại đúng và bạn đồng ý.",
            "tasks": "Nhiệm vụ cấp trên giao. Gõ vài chữ để tìm, mũi tên xuống vào danh sách, Enter mở. F6 ghi tiến độ: một chữ số (4 là "
            "40 %) rồi Enter. F7 và một chữ cái là một việc với nhiệm vụ đang chọn. F12 đổi cách nhóm: khối, cán bộ, đơn vị, văn bản; "
            "Enter ở dòng nhóm để gấp, mở. F9 là bảng sáu ô: từ trái sang phải là chưa làm, đang làm, xong; hàng trên trong hạn, hàng dưới "
            "quá hạn. !ĐỎ là báo động đỏ, ? là nhắc hạn hoặc đang xin gia hạn, * là đã xong.",
            "task": "Mọi điều về một nhiệm vụ. Tab qua các mục: thông tin, báo cáo kỳ, diễn biến, lịch sử. Enter ở một dòng: sửa thông tin, mở "
            "nhiệm vụ cha hay con, mở tệp, báo cáo kỳ. Tình trạng không ai gõ: nó theo ngày và công việc. Gia hạn: người phụ trách xin (F7 "
            "G), lãnh đạo duyệt (F7 Q), hạn chỉ đổi khi đã duyệt. Kỳ đã chốt thì không báo cáo được nữa, trừ khi lãnh đạo mở lại (F7 P).",
            "catalogue": "Danh mục thủ tục. Gõ vài chữ để tìm, Enter để xem chi tiết. Điều gì nguồn không cho biết thì ghi "
            '"chưa có", không bao giờ để trống.',
            "procedure": "Một thủ tục: thời hạn, phí, giấy tờ, kết quả, căn cứ.",
            "evening": "Số liệu cuối ngày và hai danh sách: kết quả chưa ai nhận (để gọi) và hồ sơ hẹn trả ngày làm việc tới. "
            "Ctrl+S sao lưu vào USB hoặc ổ khác: bản sao được đọc lại, đúng mới báo xong; vẫn làm việc được trong lúc sao lưu.",
            "settings": "Thiết lập của cơ quan, của máy này và cán bộ. Phần lớn chỉ quản trị mới đổi được.",
        },
    ),
    Help(
        title="Help",
        here="On this screen",
        typing="Typing",
        typing_text=(
            "Tab and Enter go to the next field, Shift+Tab to the one before. Vietnamese is typed with Unikey or any other "
            "input method, even faster than the PC. Scan the code on a receipt anywhere to open its dossier; scan an ID card to "
            "see that person's dossiers, or to fill the open intake. The sign ! is an error or overdue, ? is worth a second "
            "look, * is done."
        ),
        about={
            "home": "The numbers of the day and the most pressing dossiers. Arrows choose a number, Enter opens the list "
            "behind it. Tab goes down to the list.",
            "intake": "One intake. Choose the procedure by a few letters, type the ID number or scan the card, tick the papers "
            "(A: all there), then Ctrl+S. In the fee, 5x3 is 5 pages, 3 copies. The lines below always tell the due date, the fee "
            "and what to look at again. A half-filled intake is kept whenever a field is left, a power cut included; F7 parks "
            "it, F8 opens it again.",
            "received": "The dossier is saved. Enter prints the receipt; without a printer it waits. F2 receives the next "
            "citizen, F7 the next procedure of the same one. Scanning the next citizen's card begins their form, too.",
            "quick": "Copies, signatures and transactions. Type the ID number or the name, Enter; a line for each paper: name, pages of "
            "the original, copies; Enter goes through them and makes the next line, empty is 1. Ctrl+S receives, takes the fee, "
            "numbers and returns in one go; the form is ready for the next citizen, the numbers stay in sight. Not at once: choose "
            "in time or a day agreed; then there is a receipt (F8) and no number until it is signed (Ctrl+R). Whoever pays less "
            "than the fee is exempted for a reason.",
            "certifying": "Certifications received and not entered in the book. Enter when the leader has signed: it gets its number "
            "and the result is ready. The signer is the one chosen at the quick counter.",
            "cash": "On top what you took and paid back on this PC since the last close. Type the notes of each kind, or the sum; a "
            "difference needs a reason. Ctrl+S closes, F8 prints the slip for two signatures.",
            "reports": "Type a few letters to find a report, Enter opens it. On the right the period sent last. F7 makes the leader's "
            "page of the week.",
            "report": "The line on top is the period: ↑ goes there, then ← → to the one before or after; F6 changes its kind. In the table "
            "← → go from column to column; the first stays in sight. Enter on a number opens the dossiers that it counts. Ctrl+N lists "
            "what does not add up, dossier by dossier. F7 marks it as sent: figures and lists are kept as they are then; Ctrl+R shows "
            "where they differ later. What a sent report leaves in progress is carried over by the next. Ctrl+S saves a file, F8 "
            "prints; the register book prints as form 07.",
            "points": "Each line is something to look at again; it is told in full below. Enter opens its dossier, several as a list.",
            "sent": "Each time that this report was sent, the last on top, and whether it still holds. Enter on a line with ! shows each cell "
            "that differs; on others it opens the report of that period. F8 opens what went up, with the lists of then.",
            "behind": "The dossiers that the number counts. Enter opens one; Space puts it on the pile, F7 opens the pile.",
            "parked": "Your own half-filled forms, those that a lock or a power cut interrupted included. Enter opens one again, "
            "Delete discards it.",
            "review": "F8 prints a notice for each citizen, F7 a list to call, Ctrl+S notes in every dossier that a day off delays "
            "that its citizen was told. What an officer has to look at: differing values and contradicting steps after an exchange, fees "
            "taken twice, dates that a changed day off touches, equal codes. The lines below tell what to do; Enter opens. What is "
            "settled leaves the list by itself.",
            "conflicts": "Fields that two places changed without having seen each other. No value is lost: all are kept until somebody "
            "chooses. Enter shows the values, F8 opens the dossier. An ordinary correction does not end it.",
            "conflict": "The differing values of one field, each with who wrote it, where and when. Compare with the papers; Enter takes "
            "the right one, F7 enters another, checked as in its form. Your choice goes to every station.",
            "exchange": "On top: what is unsent, what the hub has received, and what is safe (in a backup of the hub). The list: how fresh "
            "each station is, and what is to be dealt with. Ctrl+S sends and fetches everything by whatever way there is; F7 uses a "
            "stick; Ctrl+R stops at any moment, nothing is lost. Remove a stick only when told so. Ctrl+N enrols stations.",
            "quarantine": "What could not be taken into the register, and why; the rest of its bundle was. Nothing is thrown away: Enter "
            "tries again, such as after the sender was enrolled or the program upgraded.",
            "stations": "The stations that exchange. A new one: F7 there makes its enrolment file; at the administrator's station F8 takes "
            "it, with the fingerprint read from the new one's screen; the new one takes the list with Ctrl+F. F12 prints the "
            "fingerprint. Delete revokes a station that is lost.",
            "notices": "Notices and directives from above; they come with the exchange, or are entered here (F7). "
            "Unread ones (sign !) come first; type to search, Enter reads. Each officer has a read mark of their own, which the "
            "higher level sees. Ctrl+N makes a task of a directive. Withdrawn ones leave the list; Ctrl+R shows "
            "them.",
            "notice": "One notice: number, issuer and due day above, who has read it below. At its end, or by Enter, "
            "it is noted as read; Enter goes on to the next unread one.",
            "support": "Each time that the Community Digital Technology Team helped is a line. F7 enters one: kind, "
            "people, procedure, filed online or not; the other fields keep the last values, Enter passes them over, "
            "Tab reaches them. Type to search, Enter corrects, Delete strikes, F12 adds up by month.",
            "prints": "Prints that no printer has taken yet. F8 prints them all, Enter opens the dossier, Delete drops a print that "
            "nobody needs, such as when the paper was handed out in another way.",
            "dossiers": "The list of dossiers. Type a few letters to search (no marks needed), arrow down into the list, Enter "
            "opens. A letter typed in the list searches on. The third line tells the filter and the order. The space bar marks a row "
            "(*), Insert marks up to this row, Ctrl+F marks all; what is marked lies on the pile, which F7 opens.",
            "pile": "Your own pile: rows marked in the list, and receipts scanned one after the other. Scan on to add, Delete takes "
            "one off. F7 and a letter does one thing with all of them, after one question; what cannot be done stays with its "
            "reason. After a hand-over a list for both to sign can be printed. The pile goes with the lock; nothing about the "
            "dossiers changes by that.",
            "dossier": "Everything about one dossier, and the steps that its status and your role allow. F7 and a letter is a step; "
            "what is not possible stands in brackets and says why. Enter on a line corrects a fact, changes a paper or opens a "
            "file. In a form Enter goes on and saves in the last field; Ctrl+S saves at once.",
            "feedback": "Feedback of citizens, enterprises and offices, and difficulties of tasks; what is due next on top. Type a few "
            "letters to search, Enter opens, Ctrl+N enters, F8 filters. Limits in working days: refuse 2, ask for more 5, answer 15, "
            "publish 2.",
            "concern": "One piece of feedback, or one difficulty. F7 and a letter is a step; what is not possible stands in brackets and "
            "says why. While more is awaited the limit stands still. Escalating makes feedback of its own, with its code and limits. "
            "Enter on a line corrects a fact, opens a file or other feedback.",
            "scans": "What the scanner has written, the newest first. Enter (or F12 again) takes a file for the chosen paper; Space marks "
            "several, F7 joins PDFs into one, F8 takes some pages. A source is removed only when it is kept, was read back, and you agree.",
            "tasks": "The tasks from above. Type a few letters to search, arrow down into the list, Enter opens. F6 notes progress: one digit "
            "(4 is 40 %), then Enter. F7 and a letter does something with the task under the cursor. F12 turns the grouping: block, "
            "officer, unit, directive; Enter on a group folds it. F9 is the board of six: not begun, under way and done from left to right, "
            "in time above and late below. !RED is a red alert, ? a reminder or an open request, * is done.",
            "task": "Everything about one task. Tab goes through facts, period reports, course, history. Enter on a line corrects a fact, "
            "opens the task above or below, opens a file, reports a period. Nobody types the status: it follows from dates and work. More time: "
            "the officer asks (F7 G), the leader decides (F7 Q), the due date moves only then. A locked period takes no report unless a "
            "leader reopens it (F7 P).",
            "catalogue": "The catalogue of procedures. Type a few letters to search, Enter shows the details. What the source "
            'does not tell is shown as "not given", never as nothing.',
            "procedure": "One procedure: time limit, fee, papers, result, legal base.",
            "evening": "The numbers of the day and two lists: results not collected (to call) and what is due on the next "
            "working day. Ctrl+S backs up onto a stick or another disk: the copy is read back before it counts.",
            "settings": "Settings of the office, of this PC, and officers. Most are the administrator's to change.",
        },
    ),
)
