## Publishers

sources-entry = { $publisher }: { $counts }
sources-page = Page { $page } of { $total }. /sources { $next } shows the next one.
sources-page-last = Page { $page } of { $total }
sources-how = /source and a name tells more about one.
source-owner = Owner: { $owner }
source-country = Country: { $country }
source-country-unknown = Country: unknown
source-evidence = Known from: { $evidence }
source-evidence-none = Where that is known from is not noted.
source-notes = Note: { $notes }
source-languages = Publishes in { $languages }.
source-here = In the collection: { $counts }
source-here-none = In the collection: no articles.
source-here-languages = Of these { $list }
source-here-language = in { $language }: { $count }
source-newest = Newest articles:
source-missing = Please add a name, for example: /source { $name }
source-several = Which one? { $list }
source-unknown = No publisher of that name is known here. Similar names: { $list }
source-unknown-at-all = No publisher of that name is known here. /sources lists those in the collection.
source-similar = Similar names: { $list }
button-page-earlier = Previous page
button-page-later = Next page
article-short = Short form: /article { $id }
article-several = Several files fit. Which one? Send /article with its short form:
article-entry = { $id }: { $file }
