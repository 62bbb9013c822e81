## /privacy

privacy-head = What this bot stores about you, and for how long:
privacy-head-group = What this bot stores about this group, and for how long:
privacy-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
privacy-answers = Answers with the question, so that their buttons work: { $duration }.
privacy-settings = Settings: until they are changed back or erased.
privacy-watches = Watched topics: until they are ended. Which passages were told: { $duration }.
privacy-corrections = What you were shown of articles whose corrections you asked to be told: { $duration }.
privacy-votes = Votes on answers, without the question: { $duration }. After { $linked } they are nobody’s.
privacy-questions = Questions with votes: only with your agreement, { $duration }. /feedback off erases them.
privacy-updates = Messages to the bot: until they are handled. Then only their number is kept: { $duration }.
privacy-administrator = For administrators: articles waiting for a decision: { $duration }. What was done with articles stays on record; /forget takes your name off it.
privacy-log = The log holds no questions and no messages.
privacy-forget = /forget erases all of it at once.
privacy-forget-group = /forget erases all of it at once; only administrators of the group can do that.

## /forget

forgotten = Everything stored about you is erased.
forgotten-group = Everything stored about this group is erased.
forgotten-answers = Answers: { $count }
forgotten-settings = Settings: { $count }
forgotten-watches = Watched topics: { $count }
forgotten-corrections = Answers whose corrections were awaited: { $count }
forgotten-votes = Votes: { $count }
forgotten-drafts = Articles waiting for a decision: { $count }
forgotten-other = Other entries: { $count }
forgotten-messages = The messages in this chat are with Telegram; you can delete them there. Buttons under old answers no longer work.
forget-administrators-only = Only administrators of this group can erase what is stored about it.
