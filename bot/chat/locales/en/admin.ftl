## For administrators

status-building = The collection is being read again.
status-idle = No build is running.
status-uptime = Running for { $duration }
status-questions = Questions answered since the start: { $count }
status-memory = Memory: { $megabytes } MB
status-engine = Engine: { $engine }
status-snapshot = Snapshot: { $snapshot }
status-previous = A rollback would give: { $snapshot }
status-no-previous = A rollback is not possible: there is no older snapshot.
status-feeds = Feeds: { $count }
status-feed = { $host }: read { $ago }, articles so far: { $articles }
status-feed-not-yet = { $host }: not read yet
status-feed-failing = { $host }: failing since { $moment }. Reason: { $reason }
status-feed-never-worked = { $host }: could never be read. Reason: { $reason }
build-started = Reading the collection. The bot keeps answering meanwhile.
build-busy = The collection is already being read. Please wait for that to end.
build-failed = The collection could not be read; the bot goes on with what it had. Reason: { $reason }
build-stage = { $stage }: { $done } of { $total }
build-stage-open = { $stage }
stage-read = Reading articles
stage-encode = Encoding passages
stage-publish = Publishing the snapshot
build-finished = The collection is read: { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}, { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
}.
build-changes = Added: { $added }. Changed: { $changed }. Removed: { $removed }.
build-work = Passages encoded: { $encoded }. Reused: { $reused }. It took { $duration }.
build-skipped = Skipped files: { $count }
build-skipped-more = and { $count } more
rollback-sure = Go back to the snapshot { $previous }? The bot then answers from it, and { $live } is withdrawn until the next build.
rollback-by-words = Without buttons: { $command }
rollback-button-go = Go back
rollback-button-keep = Leave it
rollback-done = The bot now answers from { $live }. The snapshot { $withdrawn } is withdrawn; the next build publishes a new one.
rollback-left = Nothing was changed.
rollback-nothing-older = There is no older snapshot to go back to.
rollback-outdated = The snapshots have changed since. Please send /rollback again.
rollback-failed = Going back was not possible; the bot goes on with what it had. Reason: { $reason }

## Articles by hand

draft-many = Articles in this file: { $count }
draft-skipped = Skipped parts: { $count }
draft-button-add = Add
draft-button-add-all = Add all
draft-button-cancel = Cancel
draft-button-date = Change date
draft-button-publisher = Change publisher
draft-button-remove = Remove
draft-button-keep = Keep
draft-button-undo = Undo
draft-button-reindex = Read again now
draft-copies = It resembles:
draft-date = Date: { $date } (found in: { $found })
draft-date-unknown = Date: unknown
draft-agency = Agency: { $agency }
draft-publisher = Publisher: { $publisher }
draft-size = In { $language }, passages: { $passages }
draft-file = File: { $file }
draft-added = Added: { $new }. Replaced: { $changed }. Already there: { $same }.
draft-reindex = /reindex puts it into answers.
draft-ask-date = Which date? Send it as 2019-05-02 or in words, or - for unknown.
draft-ask-publisher = Which publisher? Send the name, or - for unknown.
draft-wrong-date = That is no date that can be used here. Send it as 2019-05-02, or - for unknown.
draft-wrong-publisher = That is no name of a publisher. Send one line of at most 80 characters, or - for unknown.
draft-left = It stays as it was.
draft-cancelled = Nothing was changed.
draft-gone = This was already settled, or is too old. Please send it again.
draft-remove-sure = Take this article out of the collection?
draft-removed = Taken out: { $file }. It leaves the answers with the next reading; until then this can be undone.
draft-put-back = The article is back.
draft-undo-late = The collection was read since, so this can’t be undone here. The file is still in the .removed folder.
draft-unreadable = That did not work. Reason: { $reason }
draft-too-large = The file is larger than 20 MB. Please put it into the corpus folder.
draft-name-missing = Please add the article’s file name, for example: /article 2019-05-02-example-talks
sources = Publishers: { $count }
draft-words = After /draft say one of these: { $words }. With a value: /draft date 2019-05-02.
