public import Commands
import Values

// Parameters that every import has.

/// `sheet:` of an import.
public let importedSheet = Label<String?>(
    "sheet",
    Text(
        "The sheet of a workbook; the one with the headings when left out.",
        vi: "Trang tính trong tệp Excel; mặc định là trang có đủ tiêu đề."))

/// `map:` of an import.
public let importMapping = Label<FilePath?>(
    "map",
    Text(
        "The saved mapping, or a file, that says what columns, names and numbers mean where the sheet does not.",
        vi: "Tên bảng quy ước đã lưu, hoặc tệp, cho biết ý nghĩa của cột, tên và số khi bảng không ghi rõ."))
