"""What has one right answer is mended by program: `khlang fix`.

Lives here: bytes to text (`encoding`), front matter (`front`) and
data files (`data`), with slips of YAML (`slips`) and their values (`records`, `values`), Thai
in Markdown (`gfm`), where an item belongs (`place`), new schemas (`migrations`); `edit` changes one
key of a front matter and keeps every other character, `mending` is the whole way of a file. A mend
is a function from text to text that changes nothing the second time. What it does not understand it
leaves alone. May import: `rules` and what lies below it. To add one: a function in its module, `fixable=True`
on its `Code`; the tests take the code's own example.
"""
