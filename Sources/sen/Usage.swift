import Values

extension Options {
    /// How the program is called.
    static let usage = Text(
        """
        sen                          the prompt
        sen FILE.sen [--name value]  run a script; --help shows its parameters
        sen run FILE.sen             the same
        sen check FILE.sen …         find every mistake without running
        sen test FILE …              run .session files and the session blocks of Markdown; --update rewrites answers
        sen fmt FILE.sen …           write scripts in their usual form; --check names those that are not; - for stdin
        sen lsp                      help an editor over standard input and output
        sen roles                    the SQL that gives a PostgreSQL database its roles: sen roles | psql ADDRESS
        sen -c "LINE"                run one line
        … | sen                      run the lines of standard input

        --database PATH   the database; else $SEN_DATABASE, else $XDG_DATA_HOME/sen/sen.db; or an office on a server:
                          postgres://user@server/database?office=SGD-HP (the password stands in ~/.pgpass)
        --read-only       change nothing
        --as-of DATE      answer with what was recorded by the end of that day, which also counts as today
        --language en|vi  the language of answers; else $SEN_LANGUAGE, else that of the system
        --today DATE      the day that counts as today
        --as csv|tsv|json|md   tables in this form and nothing beside them; the rest goes to standard error
        --errors json     findings as JSON, one a line
        --color always|never

        How a script or line is run (in front of the script: sen run --plan FILE.sen):
        --plan            try it out: change nothing, write no file, tell what would have changed
        --explain         describe the script: its arguments, its steps, what it would touch; run nothing
        --trace           tell each statement as it starts, then the time it took and its rows
        --step            ask before each statement: Enter runs it, s skips it, v shows the variables, q stops
        --timeout 30s     stop after a while (ms, s, min, h); what is open is rolled back
        --again           do steps again that a run of the same arguments had finished before it broke
        --catch-up        run once for each period since the last run that went well, oldest first; the first
                          time for the last period only. The script has one parameter like: param month: period =
                          last month. A run that fails ends it, and the next catch-up begins there.

        Exit status: 0 done · 1 refused or failed · 2 not understood · 3 an expectation failed · 4 done in part (start
        it again, and it goes on) · 5 locked · 6 data source · 130 stopped by ^C, by the clock or at a question.
        """,
        vi: """
            sen                          mở dấu nhắc lệnh
            sen TỆP.sen [--tên giá-trị]  chạy một kịch bản; --help cho biết các tham số
            sen run TỆP.sen              như trên
            sen check TỆP.sen …          tìm mọi lỗi mà không chạy
            sen test TỆP …               chạy tệp .session và các khối session trong Markdown; --update ghi lại kết quả
            sen fmt TỆP.sen …            viết kịch bản theo dạng chuẩn; --check chỉ nêu tệp chưa đúng; - là đầu vào
            sen lsp                      hỗ trợ trình soạn thảo qua đầu vào và đầu ra chuẩn
            sen roles                    in câu lệnh SQL tạo các vai trò cho PostgreSQL: sen roles | psql ĐỊA-CHỈ
            sen -c "DÒNG LỆNH"           chạy một dòng
            … | sen                      chạy các dòng từ đầu vào chuẩn

            --database ĐƯỜNG-DẪN  cơ sở dữ liệu; nếu không có: $SEN_DATABASE, rồi $XDG_DATA_HOME/sen/sen.db; hoặc một cơ
                                  quan trên máy chủ: postgres://tên@máy-chủ/cơ-sở-dữ-liệu?office=SGD-HP (mật khẩu ghi
                                  trong ~/.pgpass)
            --read-only           không thay đổi gì
            --as-of NGÀY          trả lời theo dữ liệu đã ghi đến hết ngày đó; ngày đó cũng được coi là hôm nay
            --language en|vi      ngôn ngữ trả lời; nếu không có: $SEN_LANGUAGE, rồi theo hệ thống
            --today NGÀY          ngày được coi là hôm nay
            --as csv|tsv|json|md  chỉ đưa ra bảng, theo dạng này; phần còn lại ra đầu ra lỗi
            --errors json         báo lỗi dạng JSON, mỗi lỗi một dòng
            --color always|never

            Cách chạy một kịch bản hay dòng lệnh (đặt trước tên kịch bản: sen run --plan TỆP.sen):
            --plan                chạy thử: không thay đổi gì, không ghi tệp, cho biết những gì sẽ thay đổi
            --explain             mô tả kịch bản: tham số, các bước, những gì nó động đến; không chạy gì
            --trace               báo từng câu lệnh khi bắt đầu, rồi thời gian và số dòng kết quả
            --step                hỏi trước mỗi câu lệnh: Enter để chạy, s bỏ qua, v xem các biến, q dừng
            --timeout 30s         dừng sau một thời gian (ms, s, min, h); việc đang dở được huỷ
            --again               làm lại cả những bước mà lần chạy dở trước (cùng tham số) đã xong
            --catch-up            chạy một lần cho mỗi kỳ kể từ lần chạy tốt gần nhất, kỳ cũ trước; lần đầu chỉ chạy kỳ
                                  gần nhất. Kịch bản có một tham số như: param month: period = last month.
                                  Lần chạy hỏng thì dừng lại, lần sau bắt đầu từ kỳ đó.

            Trạng thái kết thúc: 0 xong · 1 bị từ chối hoặc lỗi · 2 không hiểu · 3 điều kiện không đạt · 4 xong một phần
            (chạy lại thì làm tiếp) · 5 đang bị khoá · 6 nguồn dữ liệu · 130 dừng do ^C, hết giờ hoặc ở câu hỏi.
            """)
}
