## Votes

button-feedback-yes = Yes, keep my question
button-feedback-no = No
feedback-thanks = Thank you, noted. Votes are counted; your question is not kept.
feedback-thanks-kept = Thank you, noted. Your question is kept with your vote.
feedback-thanks-group = Thank you, noted. Your question is not kept. To let it be kept, send /feedback on to me in private.
feedback-question = Thank you for your vote. May your questions be kept with your votes, so that answers can be made better? Only administrators of this bot would see them, without your name.
feedback-question-commands = /feedback on agrees, /feedback off takes it back at any time.
feedback-agreed = Your questions are kept with your votes. /feedback off takes this back and erases them.
feedback-disagreed = Your votes are counted without your questions. /feedback on lets them be kept.
feedback-how = To vote, reply to an answer with /feedback yes (it answers) or /feedback no (it does not).
feedback-which = Please reply to an answer with /feedback yes or /feedback no.
feedback-nobody = Votes need a person. Please vote in your own name.

## For administrators

feedback-head = Votes on answers
feedback-all = All
feedback-line = { $name }: answers it { $yes }, does not { $no }
feedback-found = Found
feedback-nearest = Only nearest
feedback-nothing = Nothing found
feedback-languages = By language of the question:
feedback-worst = Most often not answered (questions of those who agreed):
feedback-worst-line = { $count } × { $question }
feedback-no-questions = No questions were kept yet: nobody agreed to it and voted.
feedback-none = There are no votes yet.
feedback-export-how = /feedback export sends the kept questions as files.
feedback-exported = Judged questions: { $judged }. Put this file into a folder and run: python -m bot evaluate FOLDER. To be judged by hand, in a second file: { $other }.
feedback-other = Questions whose answers did not answer them, to be judged by hand.
