"""Word and PowerPoint to Markdown: exact in Thai, and every word that is left out is told.

`word` and `slides` read a document into `blocks`; `styles` and `numbering` know what Word means by
its styles and lists, `drawn` what is drawn, `pictures` what can become an attachment. `habits` sees what authors
meant without styles: bold lines as headings, typed numbers, the title. `markdown` and `inline`
write. `convert` is the whole way. Runs in the child process. To read another type: a reader of
blocks, a line in `convert`.
"""
