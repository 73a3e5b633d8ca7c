"""What could give words away, row by row, each with a control: the same trial on something broken.

* SQLite's temporary files, words that were deleted: ``test_database``; G11 looks at every write
* typesetting: ``test_typesetting``, ``tests/reports/test_summary``
* rich text, names and tips: ``test_rich_text``, ``tests/ui/test_pages``
* charts: ``test_charts``, ``tests/charts/test_mood``
* search: ``tests/storage/test_store``, and G15
* tables and imports: ``test_files``, ``tests/exchange``, and G14
* logs, reprs, tracebacks: ``test_errors``, ``tests/ui/test_problems``, ``tests/domain``
* clipboard: ``test_clipboard``
* desktop: ``test_desktop``
* network: ``test_network``, ``tests/test_architecture``, and G12
* protected PDF: ``tests/reports/test_typeset``, and G21
"""
