import Diagnostics
import Syntax

/// Scripts that read without findings.
enum Samples {
    /// One line of each kind, as the reading rules show them.
    static let lines = """
        register unit HP-012 "THPT Thái Phiên" kind: thpt under: SGD-HP opened: 1960-09-05
        log training HP-012 "Lồng ghép giới trong giảng dạy" on: 2025-03-14 hours: 4 women: 38 men: 12
        record case referral HP-012 kind: psychological sex: female age: 15-17 to: commune-police consent: guardian
        list trainings period: 2025 under: SGD-HP | where hours >= 4 |
          group by unit with n = count(), women = sum(women) | sort by n desc | first 5
        compute indicators period: 2025 under: SGD-HP | where status = behind | sort by gap desc
        as-of 2025-12-05 compute indicators period: 2025 under: SGD-HP
        render report monthly-digest period: 2025-10 under: SGD-HP to: "out/digest-2025-10.docx"
        plan register unit HP-301 "THCS Chu Văn An" kind: thcs under: NGO-QUYEN opened: 1975-09-05
        list sessions period: 2025 under: SGD-HP | group by unit with n = count() | where n < 2 | sort by n
        compute indicators period: 2025 under: SGD-HP |
          keep indicator, numerator, denominator, value, target, gap, status
        explain indicator 2282-A period: 2025 unit: NGO-QUYEN
        list trainings | where share(women, women + men) < 10%
        """

    /// The monthly digest.
    static let digest = #"""
        #!/usr/bin/env sen
        script monthly-digest version 1 "Monthly digest of one office and everything under it"
          param month: period = last month "Month to report"
          param under: unit = SGD-HP "Top unit"
          param out: path = "out/{$month}" "Folder for the files"
          needs reporting 1.0, communications 1.0
        end

        let trainings = list trainings period: $month under: $under
        let by_unit = $trainings |
          group by unit with n = count(), women = sum(women), people = sum(women + men) |
          add share = share(women, people) |
          sort by n desc, unit
        let behind = compute indicators period: $month under: $under | where status = behind | sort by gap desc

        expect count($trainings) > 0 else warn "no trainings in {$month}"
        expect all($by_unit, share <= 100%) else stop "a share above 100 %"

        atomic "digest {$month}"
          render report monthly-digest period: $month under: $under to: "{$out}/digest.docx"
          render report monthly-digest period: $month under: $under to: "{$out}/digest.html"
          $behind | save "{$out}/behind.xlsx"
        end

        for row in $behind | first 3 do
          log warn "{$row.indicator}: {$row.value} against {$row.target}, {$row.gap} to go"
        end

        """#

    /// Every statement and verb once.
    static let everything = #"""
        use "lib/x.sen"
        let x = 1 + 2 * 3 # a comment
        set $x = $x - 1
        if $x = 3 and not $y is missing then
          log info 'raw {text}'
        elseif $x in [1, 2] or $x not in [3] then
          exit 3
        else
          exit
        end
        def ratio(part: number, whole: number) -> percent
          if $whole = 0 then
            return
          end
          return share($part, $whole)
        end
        try
          import figures "a.csv"
        catch problem
          log error """
            Lines {$problem.code}
              and more
            """
        end
        step "load"
          list units | distinct unit, kind | count
        end
        explain list units | join (list trainings | first 10) on unit, year keep unmatched |
          drop a | rename a to b, c to d
        time list sessions | pivot unit by month with sum(n) | unpivot a, b |
          fill | last 2 | chart bar x: unit | show as: csv
        plan set target 2282-A value: 33.5% by: 2025-H1 money: -1_250_000 đ days: 5 working days rest: [
          a, "b", 14/3/2025]
        (list units) | where name matches "^THPT" and opened between 2000-01-01 and 2025-12-31
        return HP-012 with: "thiếu số liệu nữ"
        """#

    static func source(_ text: String) -> Source { Source(name: "test.sen", text: text) }
}
