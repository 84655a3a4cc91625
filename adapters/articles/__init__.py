"""Where articles come from: a page of the web, a file, standard input; fetched safely and taken apart.

`fetcher` reaches the web and nothing but the web, `extracting` finds the article on a page, `sources` is the door to
both. What cannot be had is a Fault of one sentence.
"""
